using System.CommandLine;
using Chancery.Extraction.Tagging;

namespace Chancery.Cli;

/// <summary>The options that name annotated cables to learn from.</summary>
internal sealed class CableAnnotations
{
    private const string Fiction = "fiction";

    private readonly Option<FileInfo?> _file = new("--cables")
    {
        Description = "stand-off annotations of cables to learn from as well; the shipped model learned from annotations/cables.jsonl", HelpName = "FILE",
    };

    private readonly Option<DirectoryInfo[]> _texts = new("--texts")
    {
        Description = "further folders with the texts of --cables, beside cables/raw of the data and the folder fiction beside FILE", HelpName = "FOLDER", AllowMultipleArgumentsPerToken = true,
    };

    public void AddTo(Command command)
    {
        command.Add(_file);
        command.Add(_texts);
    }

    /// <summary>The set to learn from, null where none was named; tells which texts are missing.</summary>
    public TrainingSet? Read(ParseResult parsed, DirectoryInfo data)
    {
        if (parsed.GetValue(_file) is not { } file)
        {
            return null;
        }

        if (!file.Exists)
        {
            throw new CommandException(ExitCode.Usage, $"{file}: there is no such file.");
        }

        string[] folders = [Path.Combine(data.FullName, "cables", "raw"), Path.Combine(file.DirectoryName!, Fiction), .. (parsed.GetValue(_texts) ?? []).Select(folder => folder.FullName)];
        TrainingSet cables = TrainingPlan.Cables(file.FullName, folders);
        if (cables.Missing() is { Count: > 0 } missing)
        {
            parsed.InvocationConfiguration.Error.WriteLine($"{file}: {missing.Count} texts are in none of the folders and teach nothing, such as {missing[0]}.");
        }

        return cables;
    }
}
