using System.Buffers;
using System.IO.Pipelines;
using System.Net;
using System.Net.WebSockets;
using System.Security.Cryptography;
using System.Text;
using Chancery.Bolt.PackStream;

namespace Chancery.Bolt.Server;

/// <summary>Answers a web page's WebSocket request on the Bolt port (RFC 6455), and gives Bolt the stream inside.</summary>
internal static class WebSocketUpgrade
{
    private const int RequestLimit = 16 * 1024;

    /// <summary>Null where the request was refused, after telling why.</summary>
    public static async ValueTask<IDuplexPipe?> AcceptAsync(IDuplexPipe transport, BoltServerOptions options, CancellationToken cancellationToken)
    {
        Dictionary<string, string> headers = await ReadHeadersAsync(transport.Input, cancellationToken).ConfigureAwait(false);
        bool upgrade = headers.GetValueOrDefault("Upgrade", "").Equals("websocket", StringComparison.OrdinalIgnoreCase);
        if (!upgrade || !headers.TryGetValue("Sec-WebSocket-Key", out string? key))
        {
            await AnswerAsync(transport, "426 Upgrade Required", "Upgrade: websocket\r\n", cancellationToken).ConfigureAwait(false);
            return null;
        }

        if (headers.TryGetValue("Origin", out string? origin) && !IsAllowed(origin, options))
        {
            await AnswerAsync(transport, "403 Forbidden", "", cancellationToken).ConfigureAwait(false);
            return null;
        }

        string answer = "HTTP/1.1 101 Switching Protocols\r\nUpgrade: websocket\r\nConnection: Upgrade\r\n"
            + $"Sec-WebSocket-Accept: {AcceptKey(key)}\r\n\r\n";
        await transport.Output.WriteAsync(Encoding.ASCII.GetBytes(answer), cancellationToken).ConfigureAwait(false);

        WebSocket socket = WebSocket.CreateFromStream(
            new PipeStream(transport), new WebSocketCreationOptions { IsServer = true, KeepAliveInterval = TimeSpan.FromSeconds(30) });
        Stream stream = WebSocketStream.Create(socket, WebSocketMessageType.Binary, ownsWebSocket: true);
        return new StreamTransport(
            PipeReader.Create(stream, new StreamPipeReaderOptions(leaveOpen: true)),
            PipeWriter.Create(stream));
    }

    internal static bool IsAllowed(string origin, BoltServerOptions options)
    {
        if (Uri.TryCreate(origin, UriKind.Absolute, out Uri? uri) && (uri.IsLoopback || IPAddress.TryParse(uri.Host, out IPAddress? ip) && IPAddress.IsLoopback(ip)))
        {
            return true;
        }

        return options.AllowedOrigins is { } allowed
            ? allowed.Contains("*") || allowed.Contains(origin, StringComparer.OrdinalIgnoreCase)
            : options.Authenticate is not null;
    }

    private static string AcceptKey(string key)
    {
        // SHA-1 and this constant are what the RFC prescribes; nothing secret rests on them.
#pragma warning disable CA5350
        byte[] hash = SHA1.HashData(Encoding.ASCII.GetBytes(key.Trim() + "258EAFA5-E914-47DA-95CA-C5AB0DC85B11"));
#pragma warning restore CA5350
        return Convert.ToBase64String(hash);
    }

    private static async ValueTask AnswerAsync(IDuplexPipe transport, string status, string headers, CancellationToken cancellationToken) =>
        await transport.Output.WriteAsync(
            Encoding.ASCII.GetBytes($"HTTP/1.1 {status}\r\n{headers}Connection: close\r\nContent-Length: 0\r\n\r\n"), cancellationToken)
            .ConfigureAwait(false);

    private static async ValueTask<Dictionary<string, string>> ReadHeadersAsync(PipeReader input, CancellationToken cancellationToken)
    {
        while (true)
        {
            ReadResult result = await input.ReadAsync(cancellationToken).ConfigureAwait(false);
            if (FindEnd(result.Buffer) is { } end)
            {
                string head = Encoding.Latin1.GetString(result.Buffer.Slice(0, end));
                input.AdvanceTo(end);
                return Parse(head);
            }

            bool hopeless = result.IsCompleted || result.Buffer.Length > RequestLimit;
            input.AdvanceTo(result.Buffer.Start, result.Buffer.End);
            if (hopeless)
            {
                throw new ProtocolException("the HTTP request did not end");
            }
        }
    }

    private static SequencePosition? FindEnd(ReadOnlySequence<byte> buffer)
    {
        SequenceReader<byte> reader = new(buffer);
        return reader.TryReadTo(out ReadOnlySequence<byte> _, "\r\n\r\n"u8) ? reader.Position : null;
    }

    private static Dictionary<string, string> Parse(string head)
    {
        Dictionary<string, string> headers = new(StringComparer.OrdinalIgnoreCase);
        foreach (string line in head.Split("\r\n").Skip(1))
        {
            int colon = line.IndexOf(':', StringComparison.Ordinal);
            if (colon > 0)
            {
                headers[line[..colon].Trim()] = line[(colon + 1)..].Trim();
            }
        }

        return headers;
    }

    private sealed record StreamTransport(PipeReader Input, PipeWriter Output) : IDuplexPipe;
}
