namespace Chancery.Cypher.Storage.Disk;

/// <summary>A long string that stands on disk under a number and is read when somebody asks for it.</summary>
internal sealed class StoredText(TextShelf shelf, long number, int length, string? pending)
{
    // Held until the transaction that wrote it is on disk.
    private volatile string? _pending = pending;

    public long Number => number;

    /// <summary>UTF-16 code units.</summary>
    public int Length => length;

    public string Read() => _pending ?? shelf.Read(number);

    public void Settle() => _pending = null;
}
