using System.Reflection;
using Chancery.Graph;

namespace Chancery.Analytics;

/// <summary>What one run computed and wrote.</summary>
/// <param name="Id">Stands on every entity that it scored, as <c>analyticsRun</c>.</param>
public sealed record AnalyticsResult(string Id, int Entities, int Edges, int Communities);

/// <summary>
/// Reads the network of entities by Cypher, computes degree, PageRank, betweenness and communities, and writes them back
/// by Cypher, so that it works on every graph behind the seam.
/// </summary>
public static class AnalyticsRun
{
    private const int BatchRows = 1_000;

    public static async Task<AnalyticsResult> ExecuteAsync(IGraphDatabase graph, TimeProvider clock, CancellationToken cancellationToken = default)
    {
        AdjacencySnapshot network = await ReadAsync(graph, cancellationToken);
        int[] degree = Degree.Compute(network);
        double[] rank = PageRank.Compute(network, cancellationToken: cancellationToken);
        double[] betweenness = Betweenness.Compute(network, cancellationToken: cancellationToken);
        int[] community = Communities.Compute(network, cancellationToken);

        string run = clock.GetUtcNow().ToString("yyyy-MM-ddTHH:mm:ss.fffZ", System.Globalization.CultureInfo.InvariantCulture);
        string statement = Statement("scores");
        foreach (int[] batch in Enumerable.Range(0, network.Count).Chunk(BatchRows))
        {
            Value[] rows = [.. batch.Select(node => Value.Map(MapValue.Of(
                ("id", network.Ids[node]), ("degree", (long)degree[node]), ("pagerank", rank[node]),
                ("betweenness", betweenness[node]), ("community", (long)community[node]))))];
            await using IGraphResult result = await graph.RunAsync(
                statement, MapValue.Of(("rows", rows), ("run", run)), cancellationToken: cancellationToken);
            await result.ConsumeAsync(cancellationToken);
        }

        return new AnalyticsResult(run, network.Count, network.Targets.Length / 2, community.Length == 0 ? 0 : community.Max() + 1);
    }

    /// <summary>The network as it stands in the graph now; an edge weighs as many claims as support it.</summary>
    public static async Task<AdjacencySnapshot> ReadAsync(IGraphDatabase graph, CancellationToken cancellationToken = default)
    {
        List<string> ids = [];
        List<(string, string, double)> edges = [];
        await using IGraphTransaction transaction = await graph.BeginAsync(TransactionOptions.ReadOnly, cancellationToken);
        await using (IGraphResult entities = await transaction.RunAsync(Statement("entities"), cancellationToken: cancellationToken))
        {
            while (await entities.ReadAsync(cancellationToken))
            {
                ids.Add(entities.Current[0].AsString());
            }
        }

        await using (IGraphResult relations = await transaction.RunAsync(Statement("network"), cancellationToken: cancellationToken))
        {
            while (await relations.ReadAsync(cancellationToken))
            {
                edges.Add((relations.Current[0].AsString(), relations.Current[1].AsString(), relations.Current[2].AsNumber()));
            }
        }

        return AdjacencySnapshot.Build(ids, edges);
    }

    private static string Statement(string name)
    {
        using Stream stream = Assembly.GetExecutingAssembly().GetManifestResourceStream($"cypher/analytics/{name}.cypher")
            ?? throw new InvalidOperationException($"The statement cypher/analytics/{name}.cypher is not in the assembly.");
        using StreamReader reader = new(stream);
        return reader.ReadToEnd();
    }
}
