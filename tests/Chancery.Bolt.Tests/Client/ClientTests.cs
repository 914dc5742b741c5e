using System.Net;
using System.Net.Sockets;
using Chancery.Bolt.Client;
using Chancery.Bolt.Framing;
using Chancery.Bolt.Server;
using Chancery.Bolt.Tests.PackStream;
using Chancery.Bolt.Tests.Server;
using Chancery.Graph;
using CsCheck;
using Microsoft.Extensions.Time.Testing;
using Xunit;

namespace Chancery.Bolt.Tests.Client;

/// <summary>Our client on our server, over the toy graph.</summary>
public sealed class ClientTests
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Every_parameter_comes_back_as_it_went()
    {
        await using LoopbackServer server = await LoopbackServer.StartAsync(new ToyGraph());
        await using BoltGraph graph = BoltGraph.Connect(server.Uri);
        await ValueGen.Parameter.SampleAsync(
            async value =>
            {
                await using IGraphResult result = await graph.RunAsync("RETURN $x AS x", MapValue.Of(("x", value)));
                Assert.Equal(["x"], result.Columns);
                Assert.True(await result.ReadAsync());
                PackStreamTests.AssertSame(value, result.Current[0]);
                Assert.False(await result.ReadAsync());
            },
            iter: 300);
        Assert.InRange(server.Bolt.ConnectionCount, 1, Environment.ProcessorCount);
    }

    [Theory]
    [InlineData(1)]
    [InlineData(7)]
    [InlineData(1000)]
    [InlineData(-1)]
    public async Task Records_come_whole_in_parts_of_any_size(int fetchSize)
    {
        await using LoopbackServer server = await LoopbackServer.StartAsync(new ToyGraph());
        await using BoltGraph graph = BoltGraph.Connect(server.Uri, new BoltClientOptions { FetchSize = fetchSize });
        await using IGraphResult result = await graph.RunAsync("UNWIND range(1, 2345) AS n RETURN n", cancellationToken: Cancel);
        long expected = 0;
        while (await result.ReadAsync(Cancel))
        {
            Assert.Equal(++expected, result.Current[0].AsInteger());
        }

        Assert.Equal(2345, expected);
        Assert.Equal(QueryType.Read, (await result.ConsumeAsync(Cancel)).Type);
    }

    [Fact]
    public async Task Several_results_of_a_transaction_are_read_crosswise()
    {
        await using LoopbackServer server = await LoopbackServer.StartAsync(new ToyGraph());
        await using BoltGraph graph = BoltGraph.Connect(server.Uri, new BoltClientOptions { FetchSize = 3 });
        await using IGraphTransaction transaction = await graph.BeginAsync(cancellationToken: Cancel);
        IGraphResult first = await transaction.RunAsync("UNWIND range(1, 10) AS n RETURN n", cancellationToken: Cancel);
        IGraphResult second = await transaction.RunAsync("UNWIND range(1, 10) AS n RETURN n", cancellationToken: Cancel);
        for (long n = 1; n <= 10; n++)
        {
            Assert.True(await second.ReadAsync(Cancel));
            Assert.True(await first.ReadAsync(Cancel));
            Assert.Equal(n, first.Current[0].AsInteger());
            Assert.Equal(n, second.Current[0].AsInteger());
        }

        Assert.False(await first.ReadAsync(Cancel));
        await transaction.CommitAsync(Cancel);
    }

    [Fact]
    public async Task Failures_carry_their_code_and_the_connection_lives_on()
    {
        await using LoopbackServer server = await LoopbackServer.StartAsync(new ToyGraph());
        await using BoltGraph graph = BoltGraph.Connect(server.Uri);
        GraphException failure = await Assert.ThrowsAsync<GraphException>(async () => await graph.RunAsync("FAIL", cancellationToken: Cancel));
        Assert.Equal(("Neo.ClientError.Statement.SyntaxError", "42001"), (failure.Code, failure.GqlStatus));
        await Echo(graph);
        Assert.Equal(1, server.Bolt.ConnectionCount);
    }

    [Theory]
    [InlineData("03 00000006 00020805 00000404 8301", "0000080500")]
    [InlineData("02 00040405 00000404 00", "0000040500")]
    [InlineData("01 00000006 00", "0000000000")]
    public async Task Of_a_server_s_manifest_the_latest_known_version_is_chosen(string manifest, string choice)
    {
        using TcpListener listener = new(IPAddress.Loopback, 0);
        listener.Start();
        await using BoltGraph graph = BoltGraph.Connect($"bolt://127.0.0.1:{((IPEndPoint)listener.LocalEndpoint).Port}");
        Task verifying = graph.VerifyAsync(Cancel).AsTask();
        using (TcpClient peer = await listener.AcceptTcpClientAsync(Cancel))
        {
            byte[] request = new byte[Handshake.RequestSize];
            await peer.GetStream().ReadExactlyAsync(request, Cancel);
            await peer.GetStream().WriteAsync(Convert.FromHexString("000001FF" + manifest.Replace(" ", "", StringComparison.Ordinal)), Cancel);
            byte[] answer = new byte[5];
            await peer.GetStream().ReadExactlyAsync(answer, Cancel);
            Assert.Equal(choice, Convert.ToHexString(answer));
        }

        await Assert.ThrowsAsync<GraphException>(() => verifying);
    }

    [Fact]
    public async Task A_cancelled_statement_ends_its_transaction()
    {
        ToyGraph toy = new();
        await using LoopbackServer server = await LoopbackServer.StartAsync(toy);
        await using BoltGraph graph = BoltGraph.Connect(server.Uri);
        await using IGraphTransaction transaction = await graph.BeginAsync(cancellationToken: Cancel);
        await transaction.RunAsync("CREATE ({name: $name})", MapValue.Of(("name", "lost")), Cancel);
        using CancellationTokenSource cancel = new();
        Task waiting = transaction.RunAsync("WAIT", cancellationToken: cancel.Token).AsTask();
        await cancel.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => waiting);
        await Assert.ThrowsAsync<GraphException>(async () => await transaction.CommitAsync(Cancel));
        Assert.Equal(0, await Count(graph));
    }

    [Fact]
    public async Task A_failed_statement_ends_its_transaction()
    {
        ToyGraph toy = new();
        await using LoopbackServer server = await LoopbackServer.StartAsync(toy);
        await using BoltGraph graph = BoltGraph.Connect(server.Uri);
        await using IGraphTransaction transaction = await graph.BeginAsync(cancellationToken: Cancel);
        await transaction.RunAsync("CREATE ({name: $name})", MapValue.Of(("name", "lost")), Cancel);
        await Assert.ThrowsAsync<GraphException>(async () => await transaction.RunAsync("FAIL", cancellationToken: Cancel));
        GraphException closed = await Assert.ThrowsAsync<GraphException>(async () => await transaction.CommitAsync(Cancel));
        Assert.Equal(ClientErrors.Terminated, closed.Code);
        Assert.Equal(0, await Count(graph));
        Assert.Equal(0, toy.OpenTransactions);
    }

    [Fact]
    public async Task Cancelling_resets_the_connection_and_the_server_stops_its_work()
    {
        ToyGraph toy = new();
        await using LoopbackServer server = await LoopbackServer.StartAsync(toy);
        await using BoltGraph graph = BoltGraph.Connect(server.Uri);
        using CancellationTokenSource cancel = new();
        Task waiting = graph.RunAsync("WAIT", cancellationToken: cancel.Token).AsTask();
        while (toy.OpenTransactions == 0)
        {
            await Task.Yield();
        }

        await cancel.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => waiting);
        Assert.Equal(0, toy.OpenTransactions);
        await Echo(graph);
        Assert.Equal(1, server.Bolt.ConnectionCount);
    }

    [Fact]
    public async Task A_result_that_is_left_unread_costs_the_server_little()
    {
        ToyGraph toy = new();
        await using LoopbackServer server = await LoopbackServer.StartAsync(toy);
        await using BoltGraph graph = BoltGraph.Connect(server.Uri, new BoltClientOptions { FetchSize = -1 });
        await using (IGraphResult result = await graph.RunAsync("UNWIND range(1, 100000000) AS n RETURN n", cancellationToken: Cancel))
        {
            Assert.True(await result.ReadAsync(Cancel));
        }

        // What fits into the buffers of both sides, and by no means a hundred million.
        Assert.InRange(toy.Produced, 1, 5_000_000);
        await Echo(graph);
    }

    [Fact]
    public async Task What_is_transient_is_tried_again_and_what_is_not_is_not()
    {
        await using LoopbackServer server = await LoopbackServer.StartAsync(new ToyGraph());
        await using BoltGraph graph = BoltGraph.Connect(server.Uri);
        RetryPolicy quick = new() { FirstDelay = TimeSpan.Zero };
        int attempts = 0;
        long written = await graph.ExecuteAsync(
            async (transaction, cancel) =>
            {
                await transaction.RunAsync("CREATE ({name: $name})", MapValue.Of(("name", "once")), cancel);
                return ++attempts < 3 ? throw new GraphException("Neo.TransientError.Transaction.DeadlockDetected", "again") : attempts;
            },
            policy: quick,
            cancellationToken: Cancel);
        Assert.Equal(3, written);
        Assert.Equal(1, await Count(graph));
        attempts = 0;
        await Assert.ThrowsAsync<GraphException>(async () => await graph.ExecuteAsync<int>(
            (_, _) => throw new GraphException("Neo.ClientError.Statement.TypeError", (++attempts).ToString()), policy: quick, cancellationToken: Cancel));
        Assert.Equal(1, attempts);
    }

    [Fact]
    public async Task Idle_connections_are_used_again_and_the_pool_is_bounded()
    {
        FakeTimeProvider time = new();
        await using LoopbackServer server = await LoopbackServer.StartAsync(new ToyGraph());
        await using BoltGraph graph = BoltGraph.Connect(server.Uri, new BoltClientOptions { MaxPoolSize = 4, Time = time });
        IGraphTransaction[] held = [.. await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => graph.BeginAsync(cancellationToken: Cancel).AsTask()))];
        Task fifth = graph.BeginAsync(cancellationToken: Cancel).AsTask();
        time.Advance(TimeSpan.FromSeconds(60));
        GraphException full = await Assert.ThrowsAsync<GraphException>(() => fifth);
        Assert.Equal(ClientErrors.AcquisitionTimeout, full.Code);
        foreach (IGraphTransaction transaction in held)
        {
            await transaction.DisposeAsync();
        }

        await Task.WhenAll(Enumerable.Range(0, 100).Select(_ => Echo(graph)));
        Assert.InRange(server.Bolt.ConnectionCount, 1, 4);
    }

    [Fact]
    public async Task A_restarted_server_is_found_again()
    {
        LoopbackServer server = await LoopbackServer.StartAsync(new ToyGraph());
        await using BoltGraph graph = BoltGraph.Connect(server.Uri);
        await Echo(graph);
        IGraphTransaction transaction = await graph.BeginAsync(cancellationToken: Cancel);
        await server.DisposeAsync();
        GraphException lost = await Assert.ThrowsAsync<GraphException>(async () => await transaction.RunAsync("RETURN $x AS x", MapValue.Of(("x", 1L)), Cancel));
        Assert.Equal(ClientErrors.ServiceUnavailable, lost.Code);
        Assert.True(lost.IsTransient);
        await using LoopbackServer again = await LoopbackServer.StartAsync(new ToyGraph(), port: server.Port);
        await Echo(graph);
    }

    [Fact]
    public async Task A_connection_that_the_server_closed_while_it_was_idle_spoils_no_work()
    {
        LoopbackServer server = await LoopbackServer.StartAsync(new ToyGraph());
        await using BoltGraph graph = BoltGraph.Connect(server.Uri);
        await Echo(graph);
        await server.DisposeAsync();
        await using LoopbackServer again = await LoopbackServer.StartAsync(new ToyGraph(), port: server.Port);
        await Echo(graph);
        Assert.Equal(1, again.Bolt.ConnectionCount);
    }

    [Fact]
    public async Task A_failure_that_nobody_has_heard_of_is_told_by_what_comes_next()
    {
        await using LoopbackServer server = await LoopbackServer.StartAsync(new ToyGraph());
        await using BoltGraph graph = BoltGraph.Connect(server.Uri);
        BoltSession session = graph.OpenSession(new SessionSettings());
        BoltTransaction transaction = await session.BeginAsync(new TransactionSettings(), Cancel);
        Assert.NotNull((await transaction.StartAsync("FAIL", null, Cancel)).Error);
        Assert.Equal("Neo.ClientError.Statement.SyntaxError", (await Assert.ThrowsAsync<GraphException>(async () => await transaction.CommitAsync(Cancel))).Code);
        Assert.Equal(ClientErrors.Terminated, (await Assert.ThrowsAsync<GraphException>(async () => await transaction.CommitAsync(Cancel))).Code);
        await session.RunAsync("FAIL", null, new TransactionSettings(), Cancel);
        Assert.Equal("Neo.ClientError.Statement.SyntaxError", (await Assert.ThrowsAsync<GraphException>(async () => await session.DisposeAsync())).Code);
    }

    [Fact]
    public async Task Routing_finds_the_one_server_in_all_its_roles()
    {
        ToyGraph toy = new();
        await using LoopbackServer server = await LoopbackServer.StartAsync(toy);
        await using BoltGraph graph = BoltGraph.Connect(server.Uri.Replace("bolt://", "neo4j://", StringComparison.Ordinal));
        Assert.Equal("Neo4j/5.26.0", await graph.VerifyAsync(Cancel));
        await using (IGraphResult write = await graph.RunAsync("CREATE ({name: $name})", MapValue.Of(("name", "x")), cancellationToken: Cancel))
        {
            Assert.Equal("toy:1", (await write.ConsumeAsync(Cancel)).Bookmark);
        }

        await using IGraphResult read = await graph.RunAsync("RETURN $x AS x", MapValue.Of(("x", 1L)), TransactionOptions.ReadOnly, Cancel);
        Assert.Equal(["toy:1"], toy.LastOptions!.Bookmarks);
        Assert.Equal(AccessMode.Read, toy.LastOptions.Mode);
        Assert.Equal("neo4j", toy.LastOptions.Database);
    }

    [Fact]
    public async Task Users_log_on_with_their_password_and_no_other()
    {
        BoltServerOptions options = new()
        {
            Authenticate = (user, password, _) => new(user == "ann" && password == "pass:word" ? BoltRole.Reader : null),
        };
        await using LoopbackServer server = await LoopbackServer.StartAsync(new ToyGraph(), options);
        await using BoltGraph ann = BoltGraph.Connect($"bolt://ann:pass%3Aword@127.0.0.1:{server.Port}");
        await Echo(ann);
        GraphException refused = await Assert.ThrowsAsync<GraphException>(
            async () => await ann.RunAsync("CREATE ({name: $name})", MapValue.Of(("name", "x")), cancellationToken: Cancel));
        Assert.Equal("Neo.ClientError.Security.Forbidden", refused.Code);
        await using BoltGraph stranger = BoltGraph.Connect($"bolt://ann:guess@127.0.0.1:{server.Port}");
        GraphException wrong = await Assert.ThrowsAsync<GraphException>(async () => await stranger.VerifyAsync(Cancel));
        Assert.Equal("Neo.ClientError.Security.Unauthorized", wrong.Code);
    }

    [Theory]
    [InlineData("http://localhost", "scheme")]
    [InlineData("bolt://localhost?region=eu", "routing context")]
    [InlineData("neo4j://localhost?a=1&a=2", "different")]
    [InlineData("neo4j://localhost?address=x", "address")]
    [InlineData("localhost", "form")]
    public void Wrong_addresses_are_told(string uri, string says)
    {
        FormatException e = Assert.Throws<FormatException>(() => BoltGraph.Connect(uri));
        Assert.Contains(says, e.Message);
    }

    [Fact]
    public async Task Nobody_there_is_a_clear_error()
    {
        await using BoltGraph graph = BoltGraph.Connect("bolt://127.0.0.1:1");
        GraphException e = await Assert.ThrowsAsync<GraphException>(async () => await graph.VerifyAsync(Cancel));
        Assert.Equal(ClientErrors.ServiceUnavailable, e.Code);
        Assert.Contains("127.0.0.1:1", e.Message);
    }

    private static async Task Echo(IGraphDatabase graph)
    {
        await using IGraphResult result = await graph.RunAsync("RETURN $x AS x", MapValue.Of(("x", 42L)));
        Assert.True(await result.ReadAsync());
        Assert.Equal(42, result.Current[0].AsInteger());
        await result.ConsumeAsync();
    }

    private static async Task<long> Count(IGraphDatabase graph)
    {
        await using IGraphResult result = await graph.RunAsync("MATCH (n) RETURN count(n) AS count");
        Assert.True(await result.ReadAsync());
        return result.Current[0].AsInteger();
    }
}
