using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Net.Sockets;
using Chancery.Bolt.Client;
using Chancery.Cypher;
using Chancery.Graph;
using Chancery.Testing;
using Xunit;

namespace Chancery.Bolt.Tests.Server;

/// <summary>
/// Clients that come and go at random, most of them without a word, for CHANCERY_SOAK_SECONDS (1 without it). Nothing may be left:
/// no connection, no transaction, no memory. Run it with <c>-showLiveOutput</c> to see the figures.
/// </summary>
[Collection(nameof(AloneInTheProcess))]
public sealed class SoakTests(ITestOutputHelper output)
{
    private const int Clients = 16;
    private static readonly TimeSpan s_sampleEvery = TimeSpan.FromSeconds(10);

    private long _statements;
    private long _failures;
    private long _raw;

    [Fact]
    public async Task Disconnects_at_random_leak_nothing()
    {
        double seconds = double.Parse(Environment.GetEnvironmentVariable("CHANCERY_SOAK_SECONDS") ?? "1", CultureInfo.InvariantCulture);
        await using EmbeddedGraph graph = EmbeddedGraph.InMemory();
        await using LoopbackServer server = await LoopbackServer.StartAsync(graph);
        await using CuttingProxy proxy = new(server.Port, seed: 7, cutsAtMost: int.MaxValue);
        using CancellationTokenSource end = CancellationTokenSource.CreateLinkedTokenSource(TestContext.Current.CancellationToken);
        List<long> memory = [];
        Stopwatch clock = Stopwatch.StartNew();
        Task[] clients = [.. Enumerable.Range(0, Clients).Select(i => Task.Run(() => ComeAndGoAsync(i, server.Port, proxy.Port, end.Token)))];
        // A busy machine may need longer than the time asked for until something of each kind has happened.
        while (clock.Elapsed.TotalSeconds < seconds || _statements == 0 || proxy.Cuts == 0 || _raw == 0)
        {
            TimeSpan left = TimeSpan.FromSeconds(Math.Max(seconds - clock.Elapsed.TotalSeconds, 0.1));
            await Task.Delay(left < s_sampleEvery ? left : s_sampleEvery, TestContext.Current.CancellationToken);
            memory.Add(GC.GetTotalMemory(forceFullCollection: true));
            output.WriteLine(string.Create(
                CultureInfo.InvariantCulture,
                $"{clock.Elapsed.TotalSeconds:0} s: {_statements} statements, {_failures} failed, {proxy.Cuts} cuts, {_raw} raw peers, {server.Bolt.ConnectionCount} connections, heap {memory[^1] / 1e6:0.0} MB, process {Environment.WorkingSet / 1e6:0} MB"));
        }

        await end.CancelAsync();
        await Task.WhenAll(clients);
        while (server.Bolt.ConnectionCount > 0)
        {
            await Task.Delay(10, TestContext.Current.CancellationToken);
        }

        await using IGraphResult open = await graph.RunAsync("SHOW TRANSACTIONS YIELD transactionId RETURN count(*)", cancellationToken: TestContext.Current.CancellationToken);
        Assert.True(await open.ReadAsync(TestContext.Current.CancellationToken));
        Assert.Equal(1, open.Current[0].AsInteger());
        Assert.True(_statements > 0 && proxy.Cuts > 0 && _raw > 0, $"{_statements} statements, {proxy.Cuts} cuts, {_raw} raw peers");
        output.WriteLine($"at the end: heap {GC.GetTotalMemory(forceFullCollection: true) / 1e6:0.0} MB, process {Environment.WorkingSet / 1e6:0} MB");
        if (memory.Count >= 12)
        {
            // The first third warms caches and the pools of buffers.
            long early = memory[(memory.Count / 3)..(memory.Count * 2 / 3)].Max();
            long late = memory[(memory.Count * 2 / 3)..].Min();
            Assert.True(late < early * 1.1, $"The heap grew from at most {early} to at least {late} bytes.");
        }
    }

    private async Task ComeAndGoAsync(int client, int port, int proxy, CancellationToken end)
    {
#pragma warning disable CA5394 // Not a matter of secrets, and to be the same again.
        Random chance = new(client);
        while (!end.IsCancellationRequested)
        {
            try
            {
                switch (chance.Next(4))
                {
                    case 0:
                        await SendHalfAsync(port, chance, end);
                        break;
                    case 1:
                        await UseAsync($"bolt://127.0.0.1:{port}", client, chance, end);
                        break;
                    default:
                        await UseAsync($"bolt://127.0.0.1:{proxy}", client, chance, end);
                        break;
                }
            }
            catch (Exception e) when (e is GraphException or IOException or SocketException or OperationCanceledException)
            {
                Interlocked.Increment(ref _failures);
            }
        }
    }

    /// <summary>A client that does some work, and may go in the middle of it.</summary>
    private async Task UseAsync(string address, int client, Random chance, CancellationToken end)
    {
        await using BoltGraph graph = BoltGraph.Connect(address, new BoltClientOptions { FetchSize = 100, AcquisitionTimeout = TimeSpan.FromSeconds(10) });
        for (int work = chance.Next(1, 6); work > 0 && !end.IsCancellationRequested; work--)
        {
            switch (chance.Next(4))
            {
                case 0:
                    await using (IGraphResult rows = await graph.RunAsync("UNWIND range(1, 100000) AS n RETURN n, toString(n)", cancellationToken: end))
                    {
                        for (int left = chance.Next(3_000); left > 0 && await rows.ReadAsync(end); left--)
                        {
                        }
                    }

                    break;
                case 1:
                    await using (IGraphResult write = await graph.RunAsync(
                        "MERGE (n:Soak {client: $client}) SET n.count = coalesce(n.count, 0) + 1, n.text = $text",
                        MapValue.Of(("client", (long)client), ("text", new string('x', chance.Next(20_000)))),
                        cancellationToken: end))
                    {
                        await write.ConsumeAsync(end);
                    }

                    break;
                case 2:
                    await using (IGraphTransaction transaction = await graph.BeginAsync(cancellationToken: end))
                    {
                        await using IGraphResult made = await transaction.RunAsync("UNWIND range(1, 50) AS i CREATE (:Never {i: i})", cancellationToken: end);
                        await made.ConsumeAsync(end);
                    }

                    break;
                default:
                    using (CancellationTokenSource soon = CancellationTokenSource.CreateLinkedTokenSource(end))
                    {
                        soon.CancelAfter(chance.Next(1, 50));
                        await using IGraphResult slow = await graph.RunAsync(
                            "UNWIND range(1, 100000) AS a UNWIND range(1, 100000) AS b WITH a, b WHERE a + b < 0 RETURN count(*)", cancellationToken: soon.Token);
                        await slow.ReadAsync(soon.Token);
                    }

                    break;
            }

            Interlocked.Increment(ref _statements);
        }
    }

    /// <summary>A peer that sends the beginning of a sound talk, and goes.</summary>
    private async Task SendHalfAsync(int port, Random chance, CancellationToken end)
    {
        byte[] talk = Convert.FromHexString(
            "6060B01700000405000000000000000000000000" // the handshake, 5.4
            + "000F" + "B101" + "A1" + "8A" + "757365725F6167656E74" + "80" + "0000" // HELLO {user_agent: ""}
            + "000F" + "B16A" + "A1" + "86" + "736368656D65" + "84" + "6E6F6E65" + "0000" // LOGON {scheme: "none"}
            + "0003" + "B111" + "A0" + "0000" // BEGIN {}
            + "000D" + "B310" + "88" + "52455455524E2031" + "A0" + "A0" + "0000"); // RUN "RETURN 1"
        using TcpClient peer = new();
        await peer.ConnectAsync(IPAddress.Loopback, port, end);
        await peer.GetStream().WriteAsync(talk.AsMemory(0, chance.Next(talk.Length + 1)), end);
        if (chance.Next(2) == 0)
        {
            Task answer = peer.GetStream().ReadAsync(new byte[16], end).AsTask();
            await answer.WaitAsync(TimeSpan.FromMilliseconds(100), end).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }

        peer.LingerState = new LingerOption(chance.Next(2) == 0, 0);
        Interlocked.Increment(ref _raw);
    }
#pragma warning restore CA5394
}
