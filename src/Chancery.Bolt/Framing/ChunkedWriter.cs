using System.Buffers;
using System.Buffers.Binary;
using System.IO.Pipelines;

namespace Chancery.Bolt.Framing;

/// <summary>Cuts messages into chunks (a size of two bytes, then so many bytes; an empty chunk ends a message) right in the pipe's memory.</summary>
internal sealed class ChunkedWriter(PipeWriter pipe) : IBufferWriter<byte>
{
    private const int HeaderSize = 2;

    private Memory<byte> _chunk;
    private int _used;

    /// <summary>Bytes written since the last flush.</summary>
    public long Unflushed { get; private set; }

    public void Advance(int count) => _used += count;

    public Memory<byte> GetMemory(int sizeHint = 0)
    {
        int size = Math.Max(sizeHint, 1);
        if (_chunk.Length - HeaderSize - _used < size)
        {
            CloseChunk();
            Memory<byte> memory = pipe.GetMemory(size + HeaderSize);
            _chunk = memory[..Math.Min(memory.Length, ushort.MaxValue + HeaderSize)];
        }

        return _chunk[(HeaderSize + _used)..];
    }

    public Span<byte> GetSpan(int sizeHint = 0) => GetMemory(sizeHint).Span;

    public void EndMessage()
    {
        CloseChunk();
        pipe.GetSpan(HeaderSize)[..HeaderSize].Clear();
        Commit(HeaderSize);
    }

    /// <summary>Hands everything to the pipe; waits while the peer is slow to read.</summary>
    public async ValueTask FlushAsync(CancellationToken cancellationToken)
    {
        Unflushed = 0;
        FlushResult result;
        do
        {
            // A token that is cancelled when a flush has all but ended cancels the next one of a pipe over a stream, which sends nothing then.
            result = await pipe.FlushAsync(cancellationToken).ConfigureAwait(false);
            if (result.IsCanceled)
            {
                cancellationToken.ThrowIfCancellationRequested();
            }
        }
        while (result.IsCanceled && !result.IsCompleted);
        if (result.IsCompleted)
        {
            throw new IOException("The peer closed the connection.");
        }
    }

    private void CloseChunk()
    {
        if (_used > 0)
        {
            BinaryPrimitives.WriteUInt16BigEndian(_chunk.Span, (ushort)_used);
            Commit(HeaderSize + _used);
        }

        _chunk = default;
        _used = 0;
    }

    private void Commit(int count)
    {
        pipe.Advance(count);
        Unflushed += count;
    }
}
