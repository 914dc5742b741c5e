using System.CommandLine;
using Chancery.Cypher;
using Chancery.Graph;
using Chancery.Ingestion;

namespace Chancery.Cli;

/// <summary><c>chancery check</c>: does the graph keep its promises?</summary>
internal static class CheckCommand
{
    public static Command Create()
    {
        Command command = new("check", "Check the graph: every claim has its ends and passage, every edge its claims, every sum is right.");
        command.SetAction(async (parsed, cancellationToken) =>
        {
            await using IGraphDatabase graph = await GraphOption.OpenAsync(parsed, cancellationToken);
            TextWriter output = parsed.InvocationConfiguration.Output;
            int broken = 0;
            if (graph is EmbeddedGraph embedded)
            {
                IReadOnlyList<string> faults = await embedded.CheckAsync();
                broken += Write("What is on disk, in memory and in the indexes is one.", faults, output);
            }

            foreach (CheckResult result in await GraphCheck.RunAsync(graph, cancellationToken))
            {
                broken += Write(result.Promise, result.Violations, output);
            }

            return broken == 0 ? ExitCode.Done : ExitCode.Failed;
        });
        return command;
    }

    private static int Write(string promise, IReadOnlyList<string> violations, TextWriter output)
    {
        output.WriteLine($"{(violations.Count == 0 ? "ok    " : "BROKEN")} {promise}");
        foreach (string violation in violations)
        {
            output.WriteLine($"       {violation}");
        }

        return violations.Count > 0 ? 1 : 0;
    }
}
