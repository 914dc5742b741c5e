using Chancery.Graph;

namespace Chancery.Cypher.Execution;

/// <summary>
/// Keeps rows for operators that must hold them: of each row only <paramref name="slots"/>, side by side in a few large arrays, and
/// counted against the statement's memory.
/// </summary>
internal sealed class RowStore(int[] slots)
{
    private const int BytesPerValue = 16;
    private const int FirstChunkRows = 16;
    private const int ChunkRows = 1024;

    private readonly List<Value[]> _chunks = [];
    private QueryContext? _context;
    private long _reserved;

    public int Count { get; private set; }

    /// <summary>Forgets every row; the next ones belong to <paramref name="context"/>.</summary>
    public void Clear(QueryContext context)
    {
        Release();
        _context = context;
    }

    public void Release()
    {
        _context?.Release(_reserved);
        _context = null;
        _reserved = 0;
        _chunks.Clear();
        Count = 0;
    }

    /// <summary>Copies the row and returns its number.</summary>
    public int Add(Value[] row)
    {
        Value[] chunk = ChunkFor(Count, out int at);
        long beyond = 0;
        for (int i = 0; i < slots.Length; i++)
        {
            ref readonly Value value = ref row[slots[i]];
            chunk[at + i] = value;
            beyond += ValueSize.Beyond(value);
        }

        if (beyond > 0)
        {
            Hold(beyond);
        }

        return Count++;
    }

    /// <summary>Overwrites a row that was added before.</summary>
    public void Replace(int number, Value[] row)
    {
        Value[] chunk = ChunkFor(number, out int at);
        for (int i = 0; i < slots.Length; i++)
        {
            chunk[at + i] = row[slots[i]];
        }
    }

    /// <summary>Puts a kept row's values back into their slots.</summary>
    public void Restore(int number, Value[] row)
    {
        Value[] chunk = ChunkFor(number, out int at);
        for (int i = 0; i < slots.Length; i++)
        {
            row[slots[i]] = chunk[at + i];
        }
    }

    // The first chunk is small, since most statements keep few rows.
    private Value[] ChunkFor(int number, out int at)
    {
        int chunk = number < FirstChunkRows ? 0 : 1 + ((number - FirstChunkRows) / ChunkRows);
        at = (number < FirstChunkRows ? number : (number - FirstChunkRows) % ChunkRows) * slots.Length;
        if (chunk == _chunks.Count)
        {
            int values = (chunk == 0 ? FirstChunkRows : ChunkRows) * slots.Length;
            Hold((long)values * BytesPerValue);
            _chunks.Add(new Value[values]);
        }

        return _chunks[chunk];
    }

    private void Hold(long bytes)
    {
        _context!.Reserve(bytes);
        _reserved += bytes;
    }
}
