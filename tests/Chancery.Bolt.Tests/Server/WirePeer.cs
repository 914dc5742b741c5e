using System.Buffers;
using System.IO.Pipelines;
using System.Net;
using Chancery.Bolt.Framing;
using Chancery.Bolt.Server;
using Microsoft.AspNetCore.Connections;
using Xunit;

namespace Chancery.Bolt.Tests.Server;

/// <summary>A client that speaks bytes, joined to a server in memory.</summary>
internal sealed class WirePeer : IAsyncDisposable
{
    /// <summary>Bytes that either direction holds before its writer waits.</summary>
    public const int Window = 64 * 1024;

    private readonly DefaultConnectionContext _connection;
    private readonly ChunkedReader _reader;
    private readonly ChunkedWriter _writer;

    public WirePeer(BoltServer server, IPEndPoint? from = null)
    {
        DuplexPipe.Pair pair = DuplexPipe.CreateConnectionPair(
            new PipeOptions(pauseWriterThreshold: Window, useSynchronizationContext: false),
            new PipeOptions(pauseWriterThreshold: Window, useSynchronizationContext: false));
        _connection = new DefaultConnectionContext("test", pair.Transport, pair.Application)
        {
            RemoteEndPoint = from ?? new IPEndPoint(IPAddress.Loopback, 50_000),
            LocalEndPoint = new IPEndPoint(IPAddress.Loopback, 7687),
        };
        Wire = pair.Application;
        _reader = new ChunkedReader(Wire.Input);
        _writer = new ChunkedWriter(Wire.Output);
        Served = ServeAsync(server);
    }

    public IDuplexPipe Wire { get; }

    /// <summary>Ends when the server is done with the connection.</summary>
    public Task Served { get; }

    public BoltVersion Version { get; private set; }

    public async Task<BoltVersion> HandshakeAsync(string version)
    {
        string[] parts = version.Split('.');
        byte[] request = [0x60, 0x60, 0xB0, 0x17, 0, 0, byte.Parse(parts[1]), byte.Parse(parts[0]), 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0];
        await Wire.Output.WriteAsync(request);
        byte[] answer = await ReadBytesAsync(4);
        return Version = new BoltVersion(answer[3], answer[2]);
    }

    public async Task<byte[]> ReadBytesAsync(int count)
    {
        ReadResult result = await Wire.Input.ReadAtLeastAsync(count);
        Assert.True(result.Buffer.Length >= count, $"The server closed after {result.Buffer.Length} of {count} bytes.");
        byte[] bytes = result.Buffer.Slice(0, count).ToArray();
        Wire.Input.AdvanceTo(result.Buffer.GetPosition(count));
        return bytes;
    }

    public async Task SendAsync(params string[] lines)
    {
        foreach (string line in lines)
        {
            _writer.Write(TalkLine.Encode(line, Version));
            _writer.EndMessage();
        }

        await _writer.FlushAsync(default);
    }

    /// <summary>The next message as a talk's line; null where the server closed.</summary>
    public async Task<string?> ReceiveAsync() =>
        await _reader.ReadAsync(TestContext.Current.CancellationToken) ? TalkLine.Decode(_reader.Message.Span) : null;

    public async Task ExpectAsync(params string[] lines)
    {
        foreach (string line in lines)
        {
            string? actual = await ReceiveAsync();
            Assert.True(actual is not null && TalkLine.Matches(line, actual), $"expected S: {line}\n  actual S: {actual ?? "<END>"}");
        }
    }

    public async Task LogOnAsync(string version = "5.4")
    {
        await HandshakeAsync(version);
        await SendAsync("""HELLO {"user_agent": "test/1"}""", """LOGON {"scheme": "none"}""");
        await ExpectAsync("SUCCESS \"*\"", "SUCCESS \"*\"");
    }

    public async ValueTask DisposeAsync()
    {
        await Wire.Output.CompleteAsync();
        await Wire.Input.CompleteAsync();
        await Served;
        _reader.Dispose();
    }

    private async Task ServeAsync(BoltServer server)
    {
        await server.OnConnectedAsync(_connection);
        // As Kestrel does when a handler returns.
        await _connection.Transport.Output.CompleteAsync();
        await _connection.Transport.Input.CompleteAsync();
    }

    private sealed class DuplexPipe(PipeReader input, PipeWriter output) : IDuplexPipe
    {
        public PipeReader Input => input;

        public PipeWriter Output => output;

        public static Pair CreateConnectionPair(PipeOptions toServer, PipeOptions toClient)
        {
            Pipe inbound = new(toServer);
            Pipe outbound = new(toClient);
            return new Pair(new DuplexPipe(inbound.Reader, outbound.Writer), new DuplexPipe(outbound.Reader, inbound.Writer));
        }

        internal sealed record Pair(IDuplexPipe Transport, IDuplexPipe Application);
    }
}
