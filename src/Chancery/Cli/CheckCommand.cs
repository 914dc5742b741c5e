using System.CommandLine;
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
            foreach (CheckResult result in await GraphCheck.RunAsync(graph, cancellationToken))
            {
                await output.WriteLineAsync($"{(result.Violations.Count == 0 ? "ok    " : "BROKEN")} {result.Promise}");
                foreach (string violation in result.Violations)
                {
                    await output.WriteLineAsync($"       {violation}");
                }

                broken += result.Violations.Count > 0 ? 1 : 0;
            }

            return broken == 0 ? ExitCode.Done : ExitCode.Failed;
        });
        return command;
    }
}
