using System.CommandLine;
using Chancery.Analytics;
using Chancery.Graph;
using Chancery.Output;

namespace Chancery.Cli;

/// <summary><c>chancery analyze</c>: degree, PageRank, betweenness and communities, written to the entities.</summary>
internal static class AnalyzeCommand
{
    public static Command Create()
    {
        Command command = new("analyze", "Compute degree, PageRank, betweenness and communities of the network and write them to its entities.");
        command.SetAction(async (parsed, cancellationToken) =>
        {
            await using IGraphDatabase graph = await GraphOption.OpenAsync(parsed, cancellationToken);
            AnalyticsResult result = await AnalyticsRun.ExecuteAsync(graph, TimeProvider.System, cancellationToken);
            await parsed.InvocationConfiguration.Error.WriteLineAsync(
                $"{Counts.Of(result.Entities, "entity", "entities")}, {Counts.Of(result.Edges, "edge")}, "
                + $"{Counts.Of(result.Communities, "community", "communities")}; run {result.Id}");
            return ExitCode.Done;
        });
        return command;
    }
}
