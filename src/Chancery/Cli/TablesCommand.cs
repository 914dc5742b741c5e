using System.CommandLine;
using Chancery.Extraction.Gazetteers;

namespace Chancery.Cli;

/// <summary><c>chancery tables</c>: the gazetteer's tables from public source files; see Gazetteers/SOURCES.md.</summary>
internal static class TablesCommand
{
    public static Command Create()
    {
        Argument<DirectoryInfo> sources = new("sources") { Description = "the folder of source tables: Factbook, posts, appointments, GeoNames, names" };
        Argument<DirectoryInfo> frus = new("frus") { Description = "the folder of FRUS lists and telegrams" };
        Argument<FileInfo[]> texts = new("text") { Description = "further JSON lines with a text, for the groups of words", Arity = ArgumentArity.ZeroOrMore };
        Option<DirectoryInfo> output = new("--to") { Description = "the folder of tables to write", Required = true, HelpName = "FOLDER" };
        Command command = new("tables", "Compile the gazetteer's tables.") { sources, frus, texts, output };
        command.SetAction(parsed =>
        {
            GazetteerCompiler.Compile(
                parsed.GetRequiredValue(sources).FullName, parsed.GetRequiredValue(frus).FullName, parsed.GetRequiredValue(output).FullName,
                [.. (parsed.GetValue(texts) ?? []).Select(text => text.FullName)]);
            return ExitCode.Done;
        });
        return command;
    }
}
