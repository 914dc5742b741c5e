using System.CommandLine;
using Chancery.Graph;
using Chancery.Ingestion;
using Chancery.Ingestion.Jobs;
using Chancery.Ingestion.Library;
using Chancery.Output;
using Chancery.Resolution;
using Spectre.Console;

namespace Chancery.Cli;

/// <summary><c>chancery demo</c>: the sample cables into a fresh graph, and what can be asked of it.</summary>
internal static class DemoCommand
{
    private const string Folder = "./data/demo";

    private static readonly (string Question, string[] Arguments, string[] Columns)[] s_questions =
    [
        ("members", ["organization=BSEC"], ["member", "relation", "holder", "cable", "sentence"]),
        ("connection", ["from=SECI Center", "to=Istanbul"], ["hop", "source", "relation", "target", "cable", "sentence"]),
        ("travels", ["limit=6"], ["traveler", "to", "from", "until", "cable", "sentence"]),
        ("holders", ["position=SECI Center Acting Director"], ["person", "when", "since", "status", "cable", "sentence"]),
    ];

    public static Command Create()
    {
        Command command = new("demo", $"Ingest the sample cables into a fresh graph ({Folder}, or --graph) and ask it some questions.");
        command.SetAction(async (parsed, cancellationToken) =>
        {
            TextWriter output = parsed.InvocationConfiguration.Output;
            string samples = Samples();
            string address = parsed.GetValue(GraphOption.Instance) ?? FreshFolder();
            await using IGraphDatabase graph = await GraphAddress.OpenAsync(address, create: true, cancellationToken);
            await SchemaMigrations.ApplyAsync(graph, TimeProvider.System, cancellationToken);
            using IngestionJobs jobs = new(graph, Extractors.Cables, Curation.None, TimeProvider.System);
            IngestionJob job = await jobs.CreateAsync(new JobRequest([samples]), cancellationToken);
            int code = await IngestCommand.RunAsync(jobs, job, parsed.InvocationConfiguration.Error, cancellationToken);
            if (code is not (ExitCode.Done or ExitCode.SomeSetAside))
            {
                return code;
            }

            await ShowAsync(graph, "What the cables name", "", Found, MapValue.Empty, null, output, cancellationToken);
            foreach ((string name, string[] arguments, string[] columns) in s_questions)
            {
                SavedQuery question = CypherLibrary.Question(name)!;
                MapValue values = QueryArguments.FromText(
                    question, arguments.Select(QueryCommand.NameAndValue).ToDictionary(pair => pair.Name, pair => pair.Value));
                string asked = $"chancery ask {name} {string.Join(' ', arguments.Select(Quoted))}";
                await ShowAsync(graph, question.Title, asked, question.Text, values, columns, output, cancellationToken);
            }

            await output.WriteLineAsync($"\nThe graph is at {GraphAddress.WithoutPassword(address)}. Go on with:");
            await output.WriteLineAsync($"  chancery ask --graph {address}");
            await output.WriteLineAsync($"  chancery query --graph {address} \"MATCH (o:Organization) RETURN o.name, o.aliases LIMIT 5\"");
            return ExitCode.Done;
        });
        return command;
    }

    private const string Found =
        """
        MATCH (e:Entity)
        UNWIND [label IN labels(e) WHERE label IN ['Organization', 'Person', 'Post', 'Position', 'Place']] AS type
        WITH type, e ORDER BY e.mentions DESC, e.name
        RETURN type, count(e) AS entities, sum(e.mentions) AS mentions, collect(e.name)[..6] AS `most named`
        ORDER BY type
        """;

    /// <summary>The samples lie beside the program.</summary>
    private static string Samples()
    {
        string samples = Path.Combine(AppContext.BaseDirectory, "samples");
        return Directory.Exists(samples)
            ? samples
            : throw new CommandException(ExitCode.Failed, $"{samples}: the sample cables are not there; build the program again.");
    }

    private static string FreshFolder()
    {
        if (Directory.Exists(Folder))
        {
            Directory.Delete(Folder, recursive: true);
        }

        return "embedded:" + Folder;
    }

    private static async Task ShowAsync(
        IGraphDatabase graph, string title, string asked, string statement, MapValue values, string[]? columns, TextWriter output, CancellationToken cancellationToken)
    {
        IAnsiConsole console = Screen.On(output);
        console.WriteLine();
        console.MarkupLine($"[bold]{Markup.Escape(title)}[/]  [grey]{Markup.Escape(asked)}[/]");
        await using IGraphResult result = await graph.RunAsync(statement, values, TransactionOptions.ReadOnly, cancellationToken);
        int[] shown = [.. (columns ?? [.. result.Columns]).Select(column => result.Columns.ToList().IndexOf(column))];
        List<string[]> rows = [];
        while (await result.ReadAsync(cancellationToken))
        {
            rows.Add([.. shown.Select(column => ValueText.Display(result.Current[column]))]);
        }

        RowWriter.WriteTable(columns ?? [.. result.Columns], rows, output);
    }

    private static string Quoted(string argument) => argument.Contains(' ', StringComparison.Ordinal) ? $"\"{argument}\"" : argument;
}
