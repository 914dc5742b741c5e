using System.IO.Pipelines;
using System.Net;
using System.Text;
using Chancery.Bolt.Server;
using Microsoft.Extensions.Time.Testing;
using Xunit;

namespace Chancery.Bolt.Tests.Server;

/// <summary>Whatever a hostile peer does, its connection ends and one line of the log says why, with the peer's address.</summary>
public sealed class HostilePeerLogTests
{
    private const string Handshake54 = "6060B017" + "00000405" + "000000000000000000000000";
    private const string BrokeTheProtocol = "Warning: bolt-1 from 127.0.0.1:50000: closed, since the peer broke the protocol: ";

    private readonly LogLines _log = new();

    [Theory]
    [InlineData("noise", "DEADBEEFDEADBEEF", BrokeTheProtocol + "the connection began with 0xDEADBEEF")]
    [InlineData("less than a word", "60", BrokeTheProtocol + "the connection ended")]
    [InlineData("half a handshake", "6060B0170000", BrokeTheProtocol + "the connection ended")]
    [InlineData("TLS without a certificate", "16030100FF01", BrokeTheProtocol + "it began with TLS")]
    [InlineData("HTTP that does not end", "474554202F20485454502F312E310D0A", BrokeTheProtocol + "the HTTP request did not end")]
    [InlineData("versions of tomorrow", "6060B017" + "00000909" + "00000A0A" + "0000000000000000", "Warning: bolt-1 from 127.0.0.1:50000: closed, since no version of the protocol is common")]
    [InlineData("half a message", Handshake54 + "0010B101", BrokeTheProtocol + "The connection ended inside a message.")]
    [InlineData("no message at all", Handshake54 + "0002FFFF0000", BrokeTheProtocol)]
    [InlineData("an empty structure", Handshake54 + "0002B0010000", BrokeTheProtocol)]
    [InlineData("HTTP that is no WebSocket", "474554202F20485454502F312E310D0A0D0A", "Warning: bolt-1 from 127.0.0.1:50000: refused, since it is no WebSocket")]
    [InlineData("a text of two gigabytes", Handshake54 + "000DB101A18475736572D27FFFFFFF0000", BrokeTheProtocol)]
    [InlineData("a list of two thousand million", Handshake54 + "000DB101A18475736572D67FFFFFFF0000", BrokeTheProtocol)]
    [InlineData("a map of two thousand million", Handshake54 + "0007B101DA7FFFFFFF0000", BrokeTheProtocol)]
    [InlineData("bytes of two gigabytes", Handshake54 + "000DB101A18475736572CE7FFFFFFF0000", BrokeTheProtocol)]
    public async Task A_broken_talk_ends_with_its_line(string name, string hex, string line)
    {
        await using BoltServer server = new(new ToyGraph(), logger: _log);
        await using (WirePeer peer = new(server))
        {
            await peer.Wire.Output.WriteAsync(Convert.FromHexString(hex));
            await peer.Wire.Output.CompleteAsync();
            await peer.Served;
        }

        AssertLine(line, name);
    }

    [Fact]
    public async Task A_message_out_of_turn_is_fatal()
    {
        await using BoltServer server = new(new ToyGraph(), logger: _log);
        await using WirePeer peer = new(server);
        await peer.HandshakeAsync("5.4");
        await peer.SendAsync("BEGIN {}");
        await peer.Served;
        AssertLine(BrokeTheProtocol + "The message BEGIN cannot be handled by a session in the state Negotiation.", "out of turn");
    }

    [Fact]
    public async Task Nesting_without_end_is_refused()
    {
        await using BoltServer server = new(new ToyGraph(), logger: _log);
        await using (WirePeer peer = new(server))
        {
            byte[] deep = [0xB1, 0x01, 0xA1, 0x84, .. "user"u8, .. Enumerable.Repeat((byte)0x91, 60_000), 0xC0];
            await peer.Wire.Output.WriteAsync(Convert.FromHexString(Handshake54));
            await peer.Wire.Output.WriteAsync(new byte[] { (byte)(deep.Length >> 8), (byte)deep.Length });
            await peer.Wire.Output.WriteAsync(deep);
            await peer.Wire.Output.WriteAsync(new byte[2]);
            await peer.Served;
        }

        AssertLine(BrokeTheProtocol, "nesting");
    }

    [Fact]
    public async Task A_frame_of_a_WebSocket_without_end_is_refused()
    {
        await using BoltServer server = new(new ToyGraph(), logger: _log);
        await using (WirePeer peer = new(server))
        {
            await peer.Wire.Output.WriteAsync(Encoding.ASCII.GetBytes(
                "GET / HTTP/1.1\r\nUpgrade: websocket\r\nConnection: Upgrade\r\nSec-WebSocket-Version: 13\r\nSec-WebSocket-Key: AAAAAAAAAAAAAAAAAAAAAA==\r\n\r\n"));
            await peer.Wire.Output.WriteAsync(Convert.FromHexString("82FF7FFFFFFFFFFFFFFF00000000" + "6060B0170000"));
            await peer.Wire.Output.CompleteAsync();
            await peer.Served;
        }

        Assert.Matches("^(Warning|Information): bolt-1 from 127.0.0.1:50000: closed, since ", Assert.Single(_log.Lines));
    }

    [Fact]
    public async Task A_byte_at_a_time_is_too_slow_for_the_log_on()
    {
        FakeTimeProvider time = new();
        await using BoltServer server = new(new ToyGraph(), logger: _log, time: time);
        await using (WirePeer peer = new(server))
        {
            byte[] opening = Convert.FromHexString(Handshake54 + "0100" + "B101");
            foreach (byte one in opening)
            {
                await peer.Wire.Output.WriteAsync(new[] { one });
                time.Advance(TimeSpan.FromSeconds(1));
            }

            time.Advance(TimeSpan.FromSeconds(10));
            await peer.Served;
        }

        AssertLine("Information: bolt-1 from 127.0.0.1:50000: closed, since there was no log-on in time", "a slow loris");
    }

    [Fact]
    public async Task A_message_that_never_ends_does_not_keep_a_connection_busy()
    {
        FakeTimeProvider time = new();
        await using BoltServer server = new(new ToyGraph(), logger: _log, time: time);
        await using (WirePeer peer = new(server))
        {
            await peer.LogOnAsync();
            for (int minute = 0; minute < 61; minute++)
            {
                await peer.Wire.Output.WriteAsync(new byte[] { 0, 1, 0xB1 });
                time.Advance(TimeSpan.FromMinutes(1));
            }

            await peer.Served;
        }

        AssertLine("Information: bolt-1 from 127.0.0.1:50000: closed, since it was idle", "a message without end");
    }

    [Fact]
    public async Task Who_asks_and_does_not_read_is_closed_and_holds_little()
    {
        FakeTimeProvider time = new();
        ToyGraph toy = new();
        await using BoltServer server = new(toy, logger: _log, time: time);
        await using (WirePeer peer = new(server))
        {
            await peer.HandshakeAsync("5.4");
            await peer.SendAsync(
                """HELLO {"user_agent": "test/1"}""",
                """LOGON {"scheme": "none"}""",
                """RUN "UNWIND range(1, 100000000) AS n RETURN n" {} {}""",
                """PULL {"n": -1}""");
            // As much as the pipe takes: from here on the server's write waits for a reader.
            ReadResult held = await peer.Wire.Input.ReadAtLeastAsync(WirePeer.Window, TestContext.Current.CancellationToken);
            peer.Wire.Input.AdvanceTo(held.Buffer.Start);
            time.Advance(new BoltServerOptions().StalledWriteTimeout + TimeSpan.FromMinutes(1));
            await peer.Served;
        }

        Assert.InRange(toy.Produced, 1, 100_000);
        Assert.Equal(0, toy.OpenTransactions);
        AssertLine("Information: bolt-1 from 127.0.0.1:50000: closed, since the peer does not read", "a peer that does not read");
    }

    [Fact]
    public async Task Each_wrong_password_has_its_line_and_the_throttle_its_own()
    {
        BoltServerOptions options = new() { Authenticate = (_, _, _) => new((BoltRole?)null) };
        await using BoltServer server = new(new ToyGraph(), options, _log, new FakeTimeProvider());
        for (int i = 0; i < 5; i++)
        {
            await using WirePeer peer = new(server);
            await peer.HandshakeAsync("5.4");
            await peer.SendAsync("""HELLO {"user_agent": "guess/1"}""", """LOGON {"scheme": "basic", "principal": "ann", "credentials": "secret-guess"}""");
            await peer.Served;
        }

        string[] lines = [.. _log.Lines.Where(line => line.Contains("log-on of 'ann' failed"))];
        Assert.Equal(3, lines.Count(line => line.EndsWith("(Neo.ClientError.Security.Unauthorized)")));
        Assert.Equal(2, lines.Count(line => line.EndsWith("(Neo.ClientError.Security.AuthenticationRateLimit)")));
        Assert.DoesNotContain(_log.Lines, line => line.Contains("secret-guess"));
    }

    [Fact]
    public async Task Strangers_and_crowds_have_their_lines()
    {
        await using BoltServer server = new(new ToyGraph(), new BoltServerOptions { MaxConnections = 1 }, _log);
        await using (WirePeer stranger = new(server, new IPEndPoint(IPAddress.Parse("192.0.2.7"), 1234)))
        {
            await stranger.Served;
        }

        await using WirePeer first = new(server);
        await first.LogOnAsync();
        await using WirePeer second = new(server);
        await second.Served;
        Assert.Contains(_log.Lines, line => line == "Warning: bolt-1 from 192.0.2.7:1234: refused, since only this machine may connect while no credentials are set");
        Assert.Contains(_log.Lines, line => line == "Warning: bolt-3 from 127.0.0.1:50000: closed, since 1 connections are open");
    }

    private void AssertLine(string expected, string name)
    {
        string[] lines = [.. _log.Lines.Where(line => !line.StartsWith("Debug", StringComparison.Ordinal))];
        Assert.True(lines.Length == 1 && lines[0].StartsWith(expected, StringComparison.Ordinal), $"{name}: {string.Join(" | ", lines)}");
    }
}
