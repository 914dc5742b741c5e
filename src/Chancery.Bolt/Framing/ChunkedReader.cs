using System.Buffers;
using System.Buffers.Binary;
using System.IO.Pipelines;
using Chancery.Bolt.PackStream;

namespace Chancery.Bolt.Framing;

/// <summary>
/// Joins chunks into messages. A message that came in one chunk is read where it lies; others are gathered in a rented buffer.
/// Keep-alives (empty chunks between messages) are passed over.
/// </summary>
internal sealed class ChunkedReader(PipeReader pipe) : IDisposable
{
    private ReadOnlySequence<byte> _received;
    private bool _holding;
    private byte[]? _gathered;
    private int _gatheredSize;
    private int _chunkLeft;
    private bool _messageDone = true;

    /// <summary>Bytes that one message may have; more is a protocol error.</summary>
    public int MaxMessage { get; set; } = int.MaxValue / 4;

    /// <summary>Called whenever bytes came, be they a keep-alive alone.</summary>
    public Action? Received { get; set; }

    /// <summary>The message that <see cref="ReadAsync"/> found; valid until the next call.</summary>
    public ReadOnlyMemory<byte> Message { get; private set; }

    /// <summary>Moves to the next message; false where the peer closed the connection between messages.</summary>
    /// <exception cref="ProtocolException">The message is too long, or the connection ended inside of it.</exception>
    public ValueTask<bool> ReadAsync(CancellationToken cancellationToken)
    {
        StartMessage();
        return TryTake() ? new ValueTask<bool>(true) : ReadSlowAsync(cancellationToken);
    }

    public void Dispose()
    {
        if (_gathered is not null)
        {
            ArrayPool<byte>.Shared.Return(_gathered);
            _gathered = null;
        }
    }

    private async ValueTask<bool> ReadSlowAsync(CancellationToken cancellationToken)
    {
        while (true)
        {
            Release();
            ReadResult result = await pipe.ReadAsync(cancellationToken).ConfigureAwait(false);
            if (result.IsCanceled)
            {
                // A token that was cancelled just as an earlier read ended cancels this one: only this one's own token ends it.
                pipe.AdvanceTo(result.Buffer.Start, result.Buffer.Start);
                cancellationToken.ThrowIfCancellationRequested();
                continue;
            }

            Received?.Invoke();
            _received = result.Buffer;
            _holding = true;
            if (TryTake())
            {
                return true;
            }

            if (result.IsCompleted)
            {
                bool between = _received.IsEmpty && _gatheredSize == 0 && _chunkLeft == 0;
                Release();
                return between ? false : throw new ProtocolException("The connection ended inside a message.");
            }
        }
    }

    private void StartMessage()
    {
        // A read that was cancelled half-way goes on where it stood.
        if (_messageDone)
        {
            _messageDone = false;
            _gatheredSize = 0;
            Dispose();
        }
    }

    private void Release()
    {
        if (_holding)
        {
            pipe.AdvanceTo(_received.Start, _received.End);
            _received = default;
            _holding = false;
        }
    }

    private bool TryTake()
    {
        while (true)
        {
            if (_chunkLeft == 0)
            {
                if (_received.Length < 2)
                {
                    return false;
                }

                int size = ReadSize(_received);
                if (size == 0)
                {
                    _received = _received.Slice(2);
                    if (_gatheredSize == 0)
                    {
                        continue;
                    }

                    return Finish(_gathered.AsMemory(0, _gatheredSize));
                }

                if ((long)_gatheredSize + size > MaxMessage)
                {
                    throw new ProtocolException($"A message exceeds {MaxMessage} bytes.");
                }

                if (_gatheredSize == 0 && TryTakeInPlace(size))
                {
                    return true;
                }

                _received = _received.Slice(2);
                _chunkLeft = size;
            }

            if (_received.IsEmpty)
            {
                return false;
            }

            int take = (int)Math.Min(_chunkLeft, _received.Length);
            Gather(_received.Slice(0, take));
            _received = _received.Slice(take);
            _chunkLeft -= take;
        }
    }

    private bool TryTakeInPlace(int size)
    {
        ReadOnlyMemory<byte> first = _received.First;
        if (first.Length < size + 4 || first.Span[size + 2] != 0 || first.Span[size + 3] != 0)
        {
            return false;
        }

        _received = _received.Slice(size + 4);
        return Finish(first.Slice(2, size));
    }

    private bool Finish(ReadOnlyMemory<byte> message)
    {
        Message = message;
        _messageDone = true;
        return true;
    }

    private void Gather(ReadOnlySequence<byte> piece)
    {
        int size = _gatheredSize + (int)piece.Length;
        if (_gathered is null || _gathered.Length < size)
        {
            byte[] larger = ArrayPool<byte>.Shared.Rent(Math.Max(size, 2 * _gatheredSize));
            if (_gathered is not null)
            {
                _gathered.AsSpan(0, _gatheredSize).CopyTo(larger);
                ArrayPool<byte>.Shared.Return(_gathered);
            }

            _gathered = larger;
        }

        piece.CopyTo(_gathered.AsSpan(_gatheredSize));
        _gatheredSize = size;
    }

    private static int ReadSize(ReadOnlySequence<byte> received)
    {
        ReadOnlySpan<byte> first = received.FirstSpan;
        if (first.Length >= 2)
        {
            return BinaryPrimitives.ReadUInt16BigEndian(first);
        }

        Span<byte> size = stackalloc byte[2];
        received.Slice(0, 2).CopyTo(size);
        return BinaryPrimitives.ReadUInt16BigEndian(size);
    }
}
