using Chancery.Cypher.Storage.Disk.Native;

namespace Chancery.Cypher.Storage.Disk;

/// <summary>Where long strings stand on disk, by number; those read last stay in memory. Safe for use from many threads.</summary>
internal sealed class TextShelf(RocksDatabase db, RocksFamily texts, string folder) : IDisposable
{
    /// <summary>Strings with more UTF-16 code units than this leave memory.</summary>
    public const int LongText = 512;

    // UTF-16 code units.
    private const long CacheSize = 4 << 20;

    private readonly Lock _gate = new();
    private readonly Dictionary<long, LinkedListNode<(long Number, string Text)>> _known = [];
    private readonly LinkedList<(long Number, string Text)> _byUse = new();
    // Held by those who read from the database, and exclusively by the one who closes it.
    private readonly ReaderWriterLockSlim _open = new();
    private bool _closed;
    private long _held;

    /// <exception cref="Chancery.Graph.GraphException">The disk lost or spoiled the text.</exception>
    public string Read(long number)
    {
        lock (_gate)
        {
            if (_known.TryGetValue(number, out LinkedListNode<(long Number, string Text)>? found))
            {
                _byUse.Remove(found);
                _byUse.AddFirst(found);
                return found.Value.Text;
            }
        }

        string text = ReadFromDisk(number);
        lock (_gate)
        {
            if (_known.TryAdd(number, _byUse.AddFirst((number, text))))
            {
                _held += text.Length;
            }
            else
            {
                _byUse.RemoveFirst();
            }

            while (_held > CacheSize && _byUse.Last is { } last)
            {
                _held -= last.Value.Text.Length;
                _known.Remove(last.Value.Number);
                _byUse.RemoveLast();
            }
        }

        return text;
    }

    /// <summary>Waits for those who read; from then on nothing can be read that is not in memory.</summary>
    public void Dispose()
    {
        _open.EnterWriteLock();
        _closed = true;
        _open.ExitWriteLock();
    }

    public static byte[] Encode(string text)
    {
        RecordWriter record = new(text.Length + 16);
        record.Text(text);
        return record.Written.ToArray();
    }

    private string ReadFromDisk(long number)
    {
        _open.EnterReadLock();
        try
        {
            ObjectDisposedException.ThrowIf(_closed, typeof(GraphStore));
            byte[] record = db.Get(texts, DiskKeys.Number(number))
                ?? throw new InvalidDataException("It is not there.");
            RecordReader from = new(record);
            return from.Text();
        }
        catch (Exception problem) when (problem is RocksException or InvalidDataException)
        {
            throw DiskError.Corrupt(folder, $"{DiskKeys.Texts}/{number}", problem);
        }
        finally
        {
            _open.ExitReadLock();
        }
    }
}
