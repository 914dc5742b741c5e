namespace Chancery.Bolt.Tests.Framing;

/// <summary>Cancels a source once the first write or read has done all its work: the moment that a race seldom meets.</summary>
internal sealed class CancellingStream(CancellationTokenSource cancel) : MemoryStream
{
    public override async ValueTask WriteAsync(ReadOnlyMemory<byte> buffer, CancellationToken cancellationToken = default)
    {
        cancellationToken.ThrowIfCancellationRequested();
        Write(buffer.Span);
        await cancel.CancelAsync();
    }

    // As a socket's stream, which has nothing to flush and asks no token.
    public override Task FlushAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public override async ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default)
    {
        cancellationToken.ThrowIfCancellationRequested();
        int read = Read(buffer.Span[..Math.Min(buffer.Length, 5)]);
        await cancel.CancelAsync();
        return read;
    }
}
