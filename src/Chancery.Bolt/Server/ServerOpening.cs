using System.Buffers;
using System.Buffers.Binary;
using System.IO.Pipelines;
using Chancery.Bolt.Framing;
using Chancery.Bolt.PackStream;
using Microsoft.AspNetCore.Connections;

namespace Chancery.Bolt.Server;

/// <summary>The first bytes of a connection: plain Bolt, or a web page's request to speak it by WebSocket.</summary>
internal static class ServerOpening
{
    // "GET ", with which every WebSocket begins.
    private const uint Get = 0x47455420;

    // The kind of record with which TLS begins.
    private const uint TlsHandshake = 0x16;

    /// <summary>
    /// The transport on which the magic number stands next; null where the request for a WebSocket was refused.
    /// </summary>
    public static async ValueTask<IDuplexPipe?> AcceptAsync(
        ConnectionContext connection, BoltServerOptions options, CancellationToken cancellationToken)
    {
        uint first = await PeekAsync(connection.Transport.Input, cancellationToken).ConfigureAwait(false);
        return first switch
        {
            Handshake.Magic => connection.Transport,
            Get => await WebSocketUpgrade.AcceptAsync(connection.Transport, options, cancellationToken).ConfigureAwait(false),
            _ => throw new ProtocolException(first >> 24 == TlsHandshake
                ? "it began with TLS, and no certificate is set here"
                : $"the connection began with 0x{first:X8}"),
        };
    }

    /// <summary>Agrees on a version; <see cref="BoltVersion.None"/>, answered with zeros, where none is common.</summary>
    public static async ValueTask<BoltVersion> NegotiateAsync(IDuplexPipe transport, CancellationToken cancellationToken)
    {
        byte[] request = new byte[Handshake.RequestSize];
        await ReadExactlyAsync(transport.Input, request, cancellationToken).ConfigureAwait(false);
        if (BinaryPrimitives.ReadUInt32BigEndian(request) != Handshake.Magic)
        {
            throw new ProtocolException("the handshake does not begin with 6060B017");
        }

        BoltVersion version = Handshake.Choose(request.AsSpan(4), out bool manifest);
        if (manifest)
        {
            await transport.Output.WriteAsync(Handshake.ManifestAnswer(), cancellationToken).ConfigureAwait(false);
            return await ReadManifestChoiceAsync(transport.Input, cancellationToken).ConfigureAwait(false);
        }

        await transport.Output.WriteAsync(new byte[] { 0, 0, version.Minor, version.Major }, cancellationToken).ConfigureAwait(false);
        return version;
    }

    private static async ValueTask<BoltVersion> ReadManifestChoiceAsync(PipeReader input, CancellationToken cancellationToken)
    {
        byte[] choice = new byte[4];
        await ReadExactlyAsync(input, choice, cancellationToken).ConfigureAwait(false);
        // The capabilities follow as a variable-length integer; we offered none, and skip what was chosen.
        byte[] piece = new byte[1];
        int length = 0;
        do
        {
            await ReadExactlyAsync(input, piece, cancellationToken).ConfigureAwait(false);
        }
        while ((piece[0] & 0x80) != 0 && ++length < 10);

        BoltVersion version = new(choice[3], choice[2]);
        return choice[1] == 0 && Handshake.IsServed(version)
            ? version
            : throw new ProtocolException($"the client chose version {version}, which was not offered");
    }

    private static async ValueTask<uint> PeekAsync(PipeReader input, CancellationToken cancellationToken)
    {
        ReadResult result = await input.ReadAtLeastAsync(4, cancellationToken).ConfigureAwait(false);
        uint first = 0;
        if (result.Buffer.Length >= 4)
        {
            Span<byte> bytes = stackalloc byte[4];
            result.Buffer.Slice(0, 4).CopyTo(bytes);
            first = BinaryPrimitives.ReadUInt32BigEndian(bytes);
        }

        bool whole = result.Buffer.Length >= 4;
        input.AdvanceTo(result.Buffer.Start);
        return whole ? first : throw new ProtocolException("the connection ended before the handshake");
    }

    private static async ValueTask ReadExactlyAsync(PipeReader input, byte[] bytes, CancellationToken cancellationToken)
    {
        ReadResult result = await input.ReadAtLeastAsync(bytes.Length, cancellationToken).ConfigureAwait(false);
        if (result.Buffer.Length < bytes.Length)
        {
            input.AdvanceTo(result.Buffer.Start);
            throw new ProtocolException("the connection ended inside the handshake");
        }

        ReadOnlySequence<byte> piece = result.Buffer.Slice(0, bytes.Length);
        piece.CopyTo(bytes);
        input.AdvanceTo(piece.End);
    }
}
