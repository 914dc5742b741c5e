using System.CommandLine;
using Chancery.Cypher;
using Chancery.Graph;
using Chancery.Output;

namespace Chancery.Cli;

/// <summary><c>chancery import</c>: tables of nodes and relationships into an empty embedded graph.</summary>
internal static class ImportCommand
{
    public static Command Create()
    {
        Option<string[]> nodes = Sources("--nodes", "[LABEL[:LABEL]…=]FILE[,FILE]…", "files of nodes; the first begins with the header");
        Option<string[]> relationships = Sources("--relationships", "[TYPE=]FILE[,FILE]…", "files of relationships; the first begins with the header");
        Option<string> delimiter = new("--delimiter") { Description = "between fields (TAB for tabulators)", DefaultValueFactory = _ => "," };
        Option<string> arrayDelimiter = new("--array-delimiter") { Description = "between the items of a list, and between labels", DefaultValueFactory = _ => ";" };
        Option<bool> skipBad = new("--skip-bad") { Description = "set bad rows aside, instead of ending at the first" };
        Command command = new("import", "Fill an empty embedded graph from CSV files with the headers of neo4j-admin database import. " + ExitCode.Help)
        {
            nodes, relationships, delimiter, arrayDelimiter, skipBad,
        };
        command.SetAction(async (parsed, cancellationToken) =>
        {
            GraphImport import = new()
            {
                Nodes = [.. (parsed.GetValue(nodes) ?? []).Select(text => Source(text, ':'))],
                Relationships = [.. (parsed.GetValue(relationships) ?? []).Select(text => Source(text, null))],
                Delimiter = Character("--delimiter", parsed.GetRequiredValue(delimiter)),
                ArrayDelimiter = Character("--array-delimiter", parsed.GetRequiredValue(arrayDelimiter)),
                SkipBad = parsed.GetValue(skipBad),
            };
            if (import.Nodes.Count == 0)
            {
                throw new CommandException(ExitCode.Usage, "Give files of nodes: --nodes Person=people.csv");
            }

            if (GraphAddress.Folder(GraphOption.Address(parsed)) is null)
            {
                throw new CommandException(ExitCode.Usage, "Only an embedded graph can be filled by import: give --graph embedded:PATH.");
            }

            await using EmbeddedGraph graph = (EmbeddedGraph)await GraphOption.OpenAsync(parsed, cancellationToken, create: true);
            return await RunAsync(graph, import, parsed.InvocationConfiguration.Error, cancellationToken);
        });
        return command;
    }

    private static async Task<int> RunAsync(EmbeddedGraph graph, GraphImport import, TextWriter error, CancellationToken cancellationToken)
    {
        long started = TimeProvider.System.GetTimestamp();
        ImportReport? report = null;
        await ProgressLine.ShowAsync<ImportProgress>(
            error, Describe, async progress => report = await graph.ImportAsync(import, progress, cancellationToken));
        foreach (ImportProblem problem in report!.Problems)
        {
            await error.WriteLineAsync($"set aside: {problem}");
        }

        if (report.Bad > report.Problems.Count)
        {
            await error.WriteLineAsync($"set aside: {Counts.Of(report.Bad - report.Problems.Count, "more row")}");
        }

        TimeSpan elapsed = TimeProvider.System.GetElapsedTime(started);
        long rows = report.Nodes + report.Relationships;
        string rate = elapsed > TimeSpan.Zero ? $" ({Counts.Of((long)(rows / elapsed.TotalSeconds), "row")} a second)" : "";
        await error.WriteLineAsync(
            $"{graph.Description} has {Counts.Of(report.Nodes, "node")} and {Counts.Of(report.Relationships, "relationship")} "
            + $"after {Counts.Time(elapsed)}{rate}; {Counts.Of(report.Bad, "row")} set aside");
        return report.Bad > 0 ? ExitCode.SomeSetAside : ExitCode.Done;
    }

    private static ProgressStep Describe(ImportProgress progress) => new(
        progress.Share < 1 ? $"{Counts.Of(progress.Rows, "row")} read" : $"{Counts.Of(progress.Rows, "row")} read; writing to disk", progress.Share, 1);

    private static Option<string[]> Sources(string name, string form, string description) =>
        new(name) { Description = description, HelpName = form, AllowMultipleArgumentsPerToken = true };

    private static ImportSource Source(string text, char? between)
    {
        int equals = text.IndexOf('=', StringComparison.Ordinal);
        bool isNamed = equals >= 0 && !File.Exists(text) && !text[..equals].Contains('/', StringComparison.Ordinal);
        string names = isNamed ? text[..equals] : "";
        string files = isNamed ? text[(equals + 1)..] : text;
        ImportSource source = new(
            between is { } separator ? names.Split(separator, StringSplitOptions.RemoveEmptyEntries) : names.Length > 0 ? [names] : [],
            File.Exists(files) ? [files] : files.Split(','));
        return source.Files.FirstOrDefault(file => !File.Exists(file)) is { } missing
            ? throw new CommandException(ExitCode.Usage, $"{missing}: there is no such file.")
            : source;
    }

    private static char Character(string option, string text) => text switch
    {
        "TAB" or @"\t" => '\t',
        [var character] => character,
        _ => throw new CommandException(ExitCode.Usage, $"{option} takes one character, or TAB."),
    };
}
