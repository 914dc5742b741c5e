using System.Globalization;
using System.Net;
using System.Net.Sockets;
using Chancery.Bolt.Server;
using Xunit;

namespace Chancery.Bolt.Tests.Server;

/// <summary>Tests that weigh the process's memory, in which nothing else may run meanwhile.</summary>
[CollectionDefinition(nameof(AloneInTheProcess), DisableParallelization = true)]
public sealed class AloneInTheProcess;

/// <summary>What connections cost that wait for their next use, as those in the pools of many clients do.</summary>
[Collection(nameof(AloneInTheProcess))]
public sealed class IdleConnectionTests(ITestOutputHelper output)
{
    private const int Connections = 1_000;

    // Handshake for 5.4, HELLO {user_agent: ""}, LOGON {scheme: "none"}.
    private static readonly byte[] s_opening = Convert.FromHexString(
        "6060B01700000405000000000000000000000000" + "000FB101A18A757365725F6167656E74800000" + "000FB16AA186736368656D65846E6F6E650000");

    // RUN "RETURN $x AS x" {x: 1} {}, PULL {n: -1}
    private static readonly byte[] s_statement = Convert.FromHexString(
        "0016" + "B310" + "8E" + "52455455524E2024782041532078" + "A1" + "8178" + "01" + "A0" + "0000"
        + "0006" + "B13F" + "A1" + "816E" + "FF" + "0000");

    [Fact]
    public async Task A_thousand_idle_connections_cost_little_and_all_of_them_serve()
    {
        await using LoopbackServer server = await LoopbackServer.StartAsync(new ToyGraph());
        List<Socket> peers = [];
        try
        {
            peers.Add(await OpenAsync(server.Port));
            long before = GC.GetTotalMemory(forceFullCollection: true);
            for (int i = 1; i < Connections; i++)
            {
                peers.Add(await OpenAsync(server.Port));
            }

            Assert.Equal(Connections, server.Bolt.ConnectionCount);
            long each = (GC.GetTotalMemory(forceFullCollection: true) - before) / Connections;
            output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{each} bytes a connection, the client's socket included"));
            Assert.True(each < 32 * 1024, $"{each} bytes a connection");
            foreach (Socket peer in peers)
            {
                await peer.SendAsync(s_statement, TestContext.Current.CancellationToken);
            }

            foreach (Socket peer in peers)
            {
                await ReceiveMessagesAsync(peer, 3);
            }
        }
        finally
        {
            peers.ForEach(peer => peer.Dispose());
        }
    }

    private static async Task<Socket> OpenAsync(int port)
    {
        Socket peer = new(SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
        await peer.ConnectAsync(IPAddress.Loopback, port, TestContext.Current.CancellationToken);
        await peer.SendAsync(s_opening, TestContext.Current.CancellationToken);
        byte[] version = new byte[4];
        Assert.Equal(4, await peer.ReceiveAsync(version, TestContext.Current.CancellationToken));
        await ReceiveMessagesAsync(peer, 2);
        return peer;
    }

    private static async Task ReceiveMessagesAsync(Socket peer, int messages)
    {
        byte[] received = new byte[2];
        while (messages > 0)
        {
            await FillAsync(peer, received.AsMemory(0, 2));
            int size = (received[0] << 8) | received[1];
            if (size == 0)
            {
                messages--;
                continue;
            }

            byte[] chunk = new byte[size];
            await FillAsync(peer, chunk);
            Assert.NotEqual(0x7F, chunk[1]);
        }
    }

    private static async Task FillAsync(Socket peer, Memory<byte> buffer)
    {
        while (buffer.Length > 0)
        {
            int read = await peer.ReceiveAsync(buffer, TestContext.Current.CancellationToken);
            Assert.NotEqual(0, read);
            buffer = buffer[read..];
        }
    }
}
