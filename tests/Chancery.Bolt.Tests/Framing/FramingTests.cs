using System.Buffers;
using System.IO.Pipelines;
using Chancery.Bolt.Framing;
using Chancery.Bolt.PackStream;
using CsCheck;
using Xunit;

namespace Chancery.Bolt.Tests.Framing;

public sealed class FramingTests
{
    [Fact]
    public void Messages_of_any_size_come_back_whole_in_whatever_pieces_they_travel() =>
        Gen.Select(Gen.OneOf(Gen.Int[1, 300], Gen.Int[60_000, 140_000]).Array[1, 6], Gen.Int[1, 5_000]).SampleAsync(
            async (sizes, piece) =>
            {
                byte[][] messages = [.. sizes.Select((size, i) => Enumerable.Range(0, size).Select(at => (byte)(at + i)).ToArray())];
                byte[] wire = await WriteAsync(messages);
                using ChunkedReader reader = new(PipeReader.Create(new PieceStream(wire, piece)));
                foreach (byte[] message in messages)
                {
                    Assert.True(await reader.ReadAsync(default));
                    Assert.True(reader.Message.Span.SequenceEqual(message));
                }

                Assert.False(await reader.ReadAsync(default));
            },
            iter: 60);

    [Theory]
    [InlineData("0000 0000 0001 2A 0000", "2A")] // keep-alives before a message
    [InlineData("0001 2A 0001 2B 0000", "2A2B")] // two chunks
    [InlineData("0002 2A2B 0000 0000", "2A2B")]
    public async Task Chunks_are_joined(string wire, string message)
    {
        using ChunkedReader reader = Over(wire);
        Assert.True(await reader.ReadAsync(default));
        Assert.Equal(message, Convert.ToHexString(reader.Message.Span));
        Assert.False(await reader.ReadAsync(default));
    }

    [Theory]
    [InlineData("0001 2A", "inside a message")]
    [InlineData("0005 2A", "inside a message")]
    [InlineData("FFFF 2A", "exceeds 1000 bytes")]
    public async Task Half_and_giant_messages_are_protocol_errors(string wire, string says)
    {
        using ChunkedReader reader = Over(wire);
        reader.MaxMessage = 1000;
        ProtocolException e = await Assert.ThrowsAsync<ProtocolException>(async () => await reader.ReadAsync(default));
        Assert.Contains(says, e.Message);
    }

    [Fact]
    public async Task A_flush_that_is_cancelled_as_it_ends_leaves_the_next_one_whole()
    {
        using CancellationTokenSource cancel = new();
        using CancellingStream stream = new(cancel);
        ChunkedWriter writer = new(PipeWriter.Create(stream));
        foreach (CancellationToken token in (CancellationToken[])[cancel.Token, TestContext.Current.CancellationToken])
        {
            writer.GetSpan(1)[0] = 42;
            writer.Advance(1);
            writer.EndMessage();
            await writer.FlushAsync(token);
        }

        Assert.Equal("00012A0000" + "00012A0000", Convert.ToHexString(stream.ToArray()));
    }

    [Fact]
    public async Task A_read_that_is_cancelled_as_it_ends_leaves_the_next_one_whole()
    {
        using CancellationTokenSource cancel = new();
        using CancellingStream stream = new(cancel);
        stream.Write(Convert.FromHexString("00012A0000" + "00012B0000"));
        stream.Position = 0;
        using ChunkedReader reader = new(PipeReader.Create(stream, new StreamPipeReaderOptions(bufferSize: 5, minimumReadSize: 1)));
        Assert.True(await reader.ReadAsync(cancel.Token));
        Assert.True(await reader.ReadAsync(TestContext.Current.CancellationToken));
        Assert.Equal("2B", Convert.ToHexString(reader.Message.Span));
    }

    [Fact]
    public async Task Reading_goes_on_after_a_cancelled_wait()
    {
        Pipe pipe = new();
        using ChunkedReader reader = new(pipe.Reader);
        await pipe.Writer.WriteAsync(new byte[] { 0, 3, 1 });
        using CancellationTokenSource cancel = new();
        ValueTask<bool> waiting = reader.ReadAsync(cancel.Token);
        await cancel.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(async () => await waiting);
        await pipe.Writer.WriteAsync(new byte[] { 2, 3, 0, 0 });
        Assert.True(await reader.ReadAsync(default));
        Assert.Equal("010203", Convert.ToHexString(reader.Message.Span));
    }

    [Theory]
    [InlineData("000001FF 00080805 00020404 00000003", "manifest")]
    [InlineData("00080805 00020404 00000003 00000000", "5.8")]
    [InlineData("00000505 00000405 00000000 00000000", "5.4")] // 5.5 alone is nobody's
    [InlineData("00000404 00000405 00000000 00000000", "4.4")] // the client's order counts
    [InlineData("00020404 00000000 00000000 00000000", "4.4")]
    [InlineData("00000304 00000003 00000000 00000000", "0.0")]
    [InlineData("00000006 00000009 000000FF 00FFFF05", "5.8")]
    public void The_server_takes_the_first_proposal_that_it_serves(string proposals, string expected)
    {
        BoltVersion version = Handshake.Choose(Convert.FromHexString(proposals.Replace(" ", "", StringComparison.Ordinal)), out bool manifest);
        Assert.Equal(expected, manifest ? "manifest" : version.ToString());
    }

    [Fact]
    public void The_client_offers_the_manifest_and_versions_for_servers_that_know_none() =>
        Assert.Equal("6060B017" + "000001FF" + "00080805" + "00020404" + "00000104", Convert.ToHexString(Handshake.Request()));

    [Theory]
    [InlineData("00000006", "0.0")]
    [InlineData("00090905", "5.8")]
    [InlineData("00000505", "0.0")] // 5.5 alone is nobody's
    [InlineData("00010605", "5.6")]
    [InlineData("00040405", "5.4")]
    [InlineData("00010404", "4.4")]
    [InlineData("00FFFF03", "0.0")]
    public void The_client_takes_the_latest_version_of_a_range_that_it_speaks(string range, string expected) =>
        Assert.Equal(expected, Handshake.BestSpoken(Handshake.ReadRange(Convert.FromHexString(range))).ToString());

    private static ChunkedReader Over(string hex) =>
        new(PipeReader.Create(new ReadOnlySequence<byte>(Convert.FromHexString(hex.Replace(" ", "", StringComparison.Ordinal)))));

    private static async Task<byte[]> WriteAsync(byte[][] messages)
    {
        MemoryStream wire = new();
        ChunkedWriter writer = new(PipeWriter.Create(wire, new StreamPipeWriterOptions(leaveOpen: true)));
        foreach (byte[] message in messages)
        {
            for (int at = 0; at < message.Length; at += 500)
            {
                writer.Write(message.AsSpan(at, Math.Min(500, message.Length - at)));
            }

            writer.EndMessage();
        }

        await writer.FlushAsync(default);
        return wire.ToArray();
    }

    /// <summary>Gives its bytes in pieces of one size, as a network might.</summary>
    private sealed class PieceStream(byte[] bytes, int piece) : MemoryStream(bytes)
    {
        public override ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default) =>
            base.ReadAsync(buffer[..Math.Min(piece, buffer.Length)], cancellationToken);
    }
}
