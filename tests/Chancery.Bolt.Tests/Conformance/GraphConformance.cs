using Chancery.Graph;
using Xunit;

namespace Chancery.Bolt.Tests.Conformance;

/// <summary>
/// What every database behind the seam answers alike. Each subclass brings one: the embedded engine, our client on our server,
/// and any server that CHANCERY_TEST_BOLT_URI names. Tests keep to nodes of a label of their own, so that a server with other data is left as it was.
/// </summary>
public abstract partial class GraphConformance : IAsyncLifetime
{
    private IGraphDatabase? _graph;

    protected IGraphDatabase Graph => _graph!;

    /// <summary>A label that no other test uses.</summary>
    protected string Label { get; } = "T" + Guid.NewGuid().ToString("N");

    protected static CancellationToken Cancel => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync() => _graph = await OpenAsync();

    public async ValueTask DisposeAsync()
    {
        if (_graph is not null)
        {
            await using (IGraphResult result = await _graph.RunAsync($"MATCH (n:{Label}) DETACH DELETE n"))
            {
                await result.ConsumeAsync();
            }

            await _graph.DisposeAsync();
        }

        await CloseAsync();
        GC.SuppressFinalize(this);
    }

    protected abstract ValueTask<IGraphDatabase> OpenAsync();

    protected virtual ValueTask CloseAsync() => ValueTask.CompletedTask;

    protected async Task<List<Value[]>> Rows(string cypher, MapValue? parameters = null, TransactionOptions? options = null)
    {
        await using IGraphResult result = await Graph.RunAsync(cypher, parameters, options, Cancel);
        return await Rows(result);
    }

    protected static async Task<List<Value[]>> Rows(IGraphResult result)
    {
        List<Value[]> rows = [];
        while (await result.ReadAsync(Cancel))
        {
            rows.Add([.. result.Current]);
        }

        return rows;
    }

    protected async Task<Value> Single(string cypher, MapValue? parameters = null) => Assert.Single(Assert.Single(await Rows(cypher, parameters)));

    protected async Task<QuerySummary> Write(string cypher, MapValue? parameters = null)
    {
        await using IGraphResult result = await Graph.RunAsync(cypher, parameters, cancellationToken: Cancel);
        return await result.ConsumeAsync(Cancel);
    }

    protected async Task<long> Count() => (await Single($"MATCH (n:{Label}) RETURN count(n)")).AsInteger();

    protected async Task<GraphException> Fails(string cypher, MapValue? parameters = null, TransactionOptions? options = null) =>
        await Assert.ThrowsAsync<GraphException>(async () => await Rows(cypher, parameters, options));
}
