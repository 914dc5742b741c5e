using Chancery.Cypher;
using Chancery.Graph;
using Chancery.Ingestion;
using Chancery.Ingestion.Jobs;
using Chancery.Resolution;
using Chancery.Testing;
using Xunit;

[assembly: AssemblyFixture(typeof(Chancery.Tests.SampleGraph))]

namespace Chancery.Tests;

/// <summary>The sample cables, read by the real extractor into a graph in memory, once for all tests.</summary>
public sealed class SampleGraph : IAsyncLifetime
{
    public static string Samples { get; } = Path.Combine(Repository.Root, "tests", "samples");

    public EmbeddedGraph Graph { get; } = EmbeddedGraph.InMemory();

    public async ValueTask InitializeAsync() => await IngestAsync(Graph, Samples);

    public async ValueTask DisposeAsync() => await Graph.DisposeAsync();

    public async Task<List<Value[]>> RowsAsync(string statement, params (string Name, Value Value)[] parameters)
    {
        List<Value[]> rows = [];
        await using IGraphResult result = await Graph.RunAsync(statement, MapValue.Of(parameters), TransactionOptions.ReadOnly);
        while (await result.ReadAsync())
        {
            rows.Add([.. result.Current]);
        }

        return rows;
    }

    /// <summary>The first column as text, in ordinal order.</summary>
    public async Task<string[]> TextsAsync(string statement, params (string Name, Value Value)[] parameters) =>
        [.. (await RowsAsync(statement, parameters)).Select(row => ValueText.Display(row[0])).Order(StringComparer.Ordinal)];

    internal static async Task IngestAsync(IGraphDatabase graph, params string[] paths)
    {
        await SchemaMigrations.ApplyAsync(graph, TimeProvider.System);
        using IngestionJobs jobs = new(graph, Extractors.Cables, Curation.None, TimeProvider.System);
        (IngestionJob job, var problems) = await jobs.RunAsync(await jobs.CreateAsync(new JobRequest(paths)));
        Assert.Equal(JobState.Done, job.State);
        Assert.Empty(problems);
    }
}
