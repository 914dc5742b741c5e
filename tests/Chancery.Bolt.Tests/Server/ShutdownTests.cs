using Chancery.Bolt.Client;
using Chancery.Bolt.Server;
using Chancery.Cypher;
using Chancery.Graph;
using Xunit;

namespace Chancery.Bolt.Tests.Server;

/// <summary>A server that stops lets running work end, and takes no more.</summary>
public sealed class ShutdownTests
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Running_work_ends_and_idle_connections_are_closed()
    {
        await using EmbeddedGraph graph = EmbeddedGraph.InMemory();
        LogLines log = new();
        await using LoopbackServer server = await LoopbackServer.StartAsync(graph, logger: log);
        await using BoltGraph idle = BoltGraph.Connect(server.Uri);
        await idle.VerifyAsync(Cancel);
        await using BoltGraph busy = BoltGraph.Connect(server.Uri, new BoltClientOptions { FetchSize = 100 });
        await using IGraphResult rows = await busy.RunAsync("UNWIND range(1, 50000) AS n RETURN n", cancellationToken: Cancel);
        Assert.True(await rows.ReadAsync(Cancel));
        await using IGraphTransaction transaction = await busy.BeginAsync(cancellationToken: Cancel);
        await using IGraphResult written = await transaction.RunAsync("CREATE (:Kept)", cancellationToken: Cancel);
        await written.ConsumeAsync(Cancel);

        Task stopping = server.StopAsync();
        while (!log.Lines.Any(line => line.EndsWith("closed, since the server stops", StringComparison.Ordinal)))
        {
            await Task.Delay(10, Cancel);
        }

        long read = 1;
        while (await rows.ReadAsync(Cancel))
        {
            read++;
        }

        Assert.Equal(50_000, read);
        await transaction.CommitAsync(Cancel);
        await stopping;
        Assert.Equal(0, server.Bolt.ConnectionCount);
        GraphException refused = await Assert.ThrowsAsync<GraphException>(async () => await busy.RunAsync("RETURN 1", cancellationToken: Cancel));
        Assert.Equal(ClientErrors.ServiceUnavailable, refused.Code);
        await using IGraphResult kept = await graph.RunAsync("MATCH (n:Kept) RETURN count(n)", cancellationToken: Cancel);
        Assert.True(await kept.ReadAsync(Cancel));
        Assert.Equal(1, kept.Current[0].AsInteger());
    }
}
