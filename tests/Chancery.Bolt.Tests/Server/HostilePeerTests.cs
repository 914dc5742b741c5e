using System.Net;
using Chancery.Bolt.Framing;
using Chancery.Bolt.Server;
using CsCheck;
using Microsoft.Extensions.Time.Testing;
using Xunit;

namespace Chancery.Bolt.Tests.Server;

/// <summary>Peers that mean no good: each connection ends cleanly, and the server goes on for the others.</summary>
public sealed class HostilePeerTests
{
    [Fact]
    public async Task Random_bytes_end_the_connection_and_nothing_else()
    {
        ToyGraph toy = new();
        await using BoltServer server = new(toy);
        await Gen.Byte.Array[1, 300].SampleAsync(
            async bytes =>
            {
                await using WirePeer peer = new(server);
                await peer.Wire.Output.WriteAsync(bytes);
                await peer.Wire.Output.CompleteAsync();
                await peer.Served;
            },
            iter: 300,
            threads: 1);
        await ServesOn(server);
    }

    [Fact]
    public async Task Random_bytes_after_log_on_end_the_connection_and_its_transaction()
    {
        ToyGraph toy = new();
        await using BoltServer server = new(toy);
        await Gen.Byte.Array[1, 300].SampleAsync(
            async bytes =>
            {
                await using WirePeer peer = new(server);
                await peer.LogOnAsync();
                await peer.SendAsync("BEGIN {}");
                await peer.ExpectAsync("SUCCESS {}");
                await peer.Wire.Output.WriteAsync(bytes);
                await peer.Wire.Output.CompleteAsync();
                await peer.Served;
            },
            iter: 200,
            threads: 1);
        Assert.Equal(0, toy.OpenTransactions);
        await ServesOn(server);
    }

    [Theory]
    [InlineData("6060B017")] // half a handshake
    [InlineData("6060B0170000040500000000000000000000000000")] // a byte too many, and half a message
    [InlineData("6060B01700000405000000000000000000000000FFFF")] // a chunk that does not come
    [InlineData("474554202F")] // half an HTTP request
    [InlineData("160301")] // TLS where there is none
    public async Task Half_openings_end_with_the_peer(string hex)
    {
        await using BoltServer server = new(new ToyGraph());
        await using (WirePeer peer = new(server))
        {
            await peer.Wire.Output.WriteAsync(Convert.FromHexString(hex));
            await peer.Wire.Output.CompleteAsync();
            await peer.Served;
        }

        await ServesOn(server);
    }

    [Fact]
    public async Task A_version_that_nobody_speaks_is_answered_with_zeros()
    {
        await using BoltServer server = new(new ToyGraph());
        await using WirePeer peer = new(server);
        Assert.Equal(BoltVersion.None, await peer.HandshakeAsync("9.9"));
        await peer.Served;
    }

    [Fact]
    public async Task A_stranger_cannot_send_giant_messages()
    {
        await using BoltServer server = new(new ToyGraph());
        await using WirePeer peer = new(server);
        await peer.HandshakeAsync("5.4");
        byte[] chunk = [0xFF, 0xFF, .. new byte[65_535]];
        await peer.Wire.Output.WriteAsync(chunk);
        await peer.Wire.Output.WriteAsync(chunk);
        await peer.ExpectAsync("""FAILURE {"code": "Neo.ClientError.Request.InvalidFormat", "message": "A message exceeds 65536 bytes."}""");
        await peer.Served;
    }

    [Fact]
    public async Task Who_does_not_log_on_in_time_is_closed()
    {
        FakeTimeProvider time = new();
        await using BoltServer server = new(new ToyGraph(), time: time);
        await using WirePeer slow = new(server);
        await slow.Wire.Output.WriteAsync(new byte[] { 0x60, 0x60 });
        time.Advance(TimeSpan.FromSeconds(31));
        await slow.Served;
    }

    [Fact]
    public async Task Who_is_idle_too_long_is_closed()
    {
        FakeTimeProvider time = new();
        await using BoltServer server = new(new ToyGraph(), time: time);
        await using WirePeer peer = new(server);
        await peer.LogOnAsync();
        time.Advance(TimeSpan.FromMinutes(59));
        await peer.SendAsync("""RUN "RETURN $x AS x" {"x": 1} {}""", """PULL {"n": -1}""");
        await peer.ExpectAsync("SUCCESS \"*\"", "RECORD [1]", "SUCCESS \"*\"");
        time.Advance(TimeSpan.FromMinutes(61));
        await peer.Served;
    }

    [Fact]
    public async Task A_transaction_that_is_left_open_is_rolled_back_at_its_limit()
    {
        FakeTimeProvider time = new();
        ToyGraph toy = new();
        await using BoltServer server = new(toy, time: time);
        await using WirePeer peer = new(server);
        await peer.LogOnAsync();
        await peer.SendAsync("""BEGIN {"tx_timeout": 2000}""");
        await peer.ExpectAsync("SUCCESS {}");
        time.Advance(TimeSpan.FromSeconds(3));
        await peer.SendAsync("COMMIT");
        await peer.ExpectAsync("""FAILURE {"code": "Neo.ClientError.Transaction.TransactionTimedOut", "message": "*"}""");
        Assert.Equal(0, toy.OpenTransactions);
    }

    [Fact]
    public async Task Guessing_passwords_is_throttled()
    {
        FakeTimeProvider time = new();
        int asked = 0;
        BoltServerOptions options = new()
        {
            Authenticate = (_, password, _) =>
            {
                asked++;
                return new(password == "right" ? BoltRole.Admin : null);
            },
        };
        await using BoltServer server = new(new ToyGraph(), options, time: time);
        for (int i = 0; i < 3; i++)
        {
            Assert.Contains("Unauthorized", await LogOn(server, "wrong"));
        }

        Assert.Contains("AuthenticationRateLimit", await LogOn(server, "right"));
        Assert.Equal(3, asked);
        time.Advance(TimeSpan.FromSeconds(6));
        Assert.StartsWith("SUCCESS", await LogOn(server, "right"));
    }

    [Fact]
    public async Task Without_passwords_only_this_machine_is_served()
    {
        await using BoltServer server = new(new ToyGraph());
        await using WirePeer peer = new(server, new IPEndPoint(IPAddress.Parse("192.0.2.7"), 1234));
        await peer.Served;
    }

    [Theory]
    [InlineData("http://localhost:7474", true)]
    [InlineData("http://127.0.0.1", true)]
    [InlineData("https://evil.example", false)]
    public void Without_passwords_only_pages_of_this_machine_may_connect(string origin, bool allowed) =>
        Assert.Equal(allowed, WebSocketUpgrade.IsAllowed(origin, new BoltServerOptions()));

    [Fact]
    public async Task Connections_beyond_the_limit_are_closed()
    {
        await using BoltServer server = new(new ToyGraph(), new BoltServerOptions { MaxConnections = 2 });
        await using WirePeer first = new(server);
        await using WirePeer second = new(server);
        await first.LogOnAsync();
        await second.LogOnAsync();
        await using WirePeer third = new(server);
        await third.Served;
        await first.SendAsync("""RUN "RETURN $x AS x" {"x": 1} {}""");
        await first.ExpectAsync("SUCCESS \"*\"");
    }

    private static async Task<string> LogOn(BoltServer server, string password)
    {
        await using WirePeer peer = new(server);
        await peer.HandshakeAsync("5.4");
        await peer.SendAsync("""HELLO {"user_agent": "guess/1"}""", "LOGON {\"scheme\": \"basic\", \"principal\": \"ann\", \"credentials\": \"" + password + "\"}");
        await peer.ExpectAsync("SUCCESS \"*\"");
        return await peer.ReceiveAsync() ?? "END";
    }

    private static async Task ServesOn(BoltServer server)
    {
        await using WirePeer peer = new(server);
        await peer.LogOnAsync();
        await peer.SendAsync("""RUN "RETURN $x AS x" {"x": 1} {}""", """PULL {"n": -1}""");
        await peer.ExpectAsync("SUCCESS \"*\"", "RECORD [1]", "SUCCESS \"*\"");
    }
}
