using Chancery.Bolt.Client;
using Chancery.Cli;
using Chancery.Cypher;
using Chancery.Graph;
using Chancery.Testing;
using Xunit;

namespace Chancery.Tests;

/// <summary>The sample cables through Bolt into a service: the same graph as in this process.</summary>
public sealed class BoltLoadTests(SampleGraph samples)
{
    [Fact]
    public async Task The_graph_through_Bolt_equals_the_embedded_one()
    {
        await using HostedService service = await HostedService.StartAsync();
        (int code, string error) = await IngestAsync($"bolt://127.0.0.1:{service.BoltPort}", SampleGraph.Samples);
        Assert.True(code == ExitCode.Done, error);

        string[] expected = await DumpAsync(samples.Graph);
        Assert.True(expected.Length > 1_000, $"only {expected.Length} nodes and relationships");
        AssertSame(expected, await DumpAsync(service.Graph));
        await using BoltGraph bolt = service.Bolt();
        AssertSame(expected, await DumpAsync(bolt));

        // What the comparison is worth: one property of one relationship shows.
        await using IGraphResult changed = await bolt.RunAsync("MATCH (:Entity)-[r]->() WITH r LIMIT 1 SET r.changed = true", cancellationToken: Cancel);
        await changed.ConsumeAsync(Cancel);
        Assert.Single((await DumpAsync(bolt)).Except(expected));
    }

#if NEO4J_DRIVER
    [Fact]
    public async Task The_graph_through_the_official_driver_equals_the_embedded_one()
    {
        await using HostedService service = await HostedService.StartAsync();
        await using IGraphDatabase driver = await GraphAddress.ConnectAsync($"neo4j://127.0.0.1:{service.BoltPort}", "neo4j", Cancel);
        await SampleGraph.IngestAsync(driver, SampleGraph.Samples);
        AssertSame(await DumpAsync(samples.Graph), await DumpAsync(service.Graph));
        AssertSame(await DumpAsync(samples.Graph), await DumpAsync(driver));
    }
#endif

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    public async Task Connections_that_break_in_the_middle_lose_and_double_nothing(int seed)
    {
        string some = Path.Combine(SampleGraph.Samples, "2004");
        await using EmbeddedGraph expected = EmbeddedGraph.InMemory();
        await SampleGraph.IngestAsync(expected, some);
        await using HostedService service = await HostedService.StartAsync();
        await using CuttingProxy proxy = new(service.BoltPort, seed, cutsAtMost: 12);
        (int code, string error) = (ExitCode.Failed, "");
        for (int run = 0; run < 100 && code != ExitCode.Done; run++)
        {
            (code, error) = await IngestAsync($"bolt://127.0.0.1:{proxy.Port}", some);
        }

        Assert.True(code == ExitCode.Done, error);
        Assert.True(proxy.Cuts >= 5 && proxy.CommitsLost >= 1, $"only {proxy.Cuts} connections were cut, {proxy.CommitsLost} of them at COMMIT");
        AssertSame(await DumpAsync(expected), await DumpAsync(service.Graph));
        using StringWriter output = new();
        Assert.True(
            await CommandLine.RunAsync(["check", "--graph", $"bolt://127.0.0.1:{service.BoltPort}"], output, TextWriter.Null) == ExitCode.Done, output.ToString());
    }

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    private static async Task<(int Code, string Error)> IngestAsync(string graph, string cables)
    {
        using StringWriter error = new();
        int code = await CommandLine.RunAsync(["ingest", cables, "--graph", graph], TextWriter.Null, error);
        return (code, error.ToString());
    }

    private static void AssertSame(string[] expected, string[] actual)
    {
        Assert.Equal("", string.Join('\n', expected.Except(actual).Take(5)));
        Assert.Equal("", string.Join('\n', actual.Except(expected).Take(5)));
        Assert.Equal(expected, actual);
    }

    /// <summary>Every node and relationship with labels and properties, and without ids; jobs and the day of a migration are a run's own.</summary>
    private static async Task<string[]> DumpAsync(IGraphDatabase graph)
    {
        List<string> lines = [];
        Dictionary<string, string> nodes = [];
        await using (IGraphResult result = await graph.RunAsync("MATCH (n) WHERE NOT n:Job AND NOT n:Problem RETURN n", cancellationToken: Cancel))
        {
            while (await result.ReadAsync(Cancel))
            {
                Node node = result.Current[0].AsNode();
                string[] dated = node.Labels.Contains("Migration") ? ["appliedAt"] : [];
                nodes[node.ElementId] = $"(:{string.Join(':', node.Labels.Order())} {Properties(node.Properties, dated)})";
            }
        }

        lines.AddRange(nodes.Values);
        await using (IGraphResult result = await graph.RunAsync(
            "MATCH (a)-[r]->(b) WHERE NOT a:Job AND NOT b:Job AND NOT a:Problem AND NOT b:Problem RETURN r", cancellationToken: Cancel))
        {
            while (await result.ReadAsync(Cancel))
            {
                Relationship edge = result.Current[0].AsRelationship();
                lines.Add($"{nodes[edge.StartElementId]}-[:{edge.Type} {Properties(edge.Properties, [])}]->{nodes[edge.EndElementId]}");
            }
        }

        return [.. lines.Order(StringComparer.Ordinal)];
    }

    private static string Properties(MapValue properties, string[] except) =>
        string.Join(", ", properties.Where(pair => !except.Contains(pair.Key)).OrderBy(pair => pair.Key, StringComparer.Ordinal).Select(pair => $"{pair.Key}: {pair.Value}"));
}
