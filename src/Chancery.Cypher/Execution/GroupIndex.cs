using Chancery.Graph;

namespace Chancery.Cypher.Execution;

/// <summary>
/// Numbers the distinct keys that it is shown, in the order of their first appearance. A key is <paramref name="width"/> values; keys
/// stand side by side in one array, found by open addressing.
/// </summary>
internal sealed class GroupIndex(int width)
{
    private const int FirstCapacity = 16;

    // Values, hash and place, with the array's spare room.
    private readonly int _bytesPerKey = (width * 24) + 16;

    private int[] _places = [];
    private int[] _hashes = [];
    private Value[] _keys = [];
    private QueryContext? _context;
    private long _reserved;

    public int Count { get; private set; }

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
        Count = 0;
        if (_places.Length > FirstCapacity)
        {
            _places = [];
            _hashes = [];
            _keys = [];
        }
        else
        {
            Array.Clear(_places);
            Array.Clear(_keys);
        }
    }

    public ReadOnlySpan<Value> Key(int number) => _keys.AsSpan(number * width, width);

    /// <summary>The key's number; true where it had not been seen before.</summary>
    public bool FindOrAdd(ReadOnlySpan<Value> key, QueryContext context, out int number)
    {
        int hash = HashOf(key);
        if (_places.Length > 0)
        {
            int mask = _places.Length - 1;
            for (int at = hash & mask; _places[at] != 0; at = (at + 1) & mask)
            {
                int candidate = _places[at] - 1;
                if (_hashes[candidate] == hash && Key(candidate).SequenceEqual(key))
                {
                    number = candidate;
                    return false;
                }
            }
        }

        number = Add(key, hash, context);
        return true;
    }

    /// <summary>The key's number, or -1.</summary>
    public int Find(ReadOnlySpan<Value> key)
    {
        if (_places.Length == 0)
        {
            return -1;
        }

        int hash = HashOf(key);
        int mask = _places.Length - 1;
        for (int at = hash & mask; _places[at] != 0; at = (at + 1) & mask)
        {
            int candidate = _places[at] - 1;
            if (_hashes[candidate] == hash && Key(candidate).SequenceEqual(key))
            {
                return candidate;
            }
        }

        return -1;
    }

    private int Add(ReadOnlySpan<Value> key, int hash, QueryContext context)
    {
        long bytes = _bytesPerKey;
        foreach (ref readonly Value value in key)
        {
            bytes += ValueSize.Beyond(value);
        }

        _reserved += bytes;
        context.Reserve(bytes);
        if (Count * 2 >= _places.Length)
        {
            Grow();
        }

        int number = Count++;
        key.CopyTo(_keys.AsSpan(number * width));
        _hashes[number] = hash;
        Place(number, hash);
        return number;
    }

    private void Grow()
    {
        int capacity = Math.Max(FirstCapacity, _places.Length * 2);
        _places = new int[capacity];
        Array.Resize(ref _hashes, capacity / 2);
        Array.Resize(ref _keys, capacity / 2 * width);
        for (int number = 0; number < Count; number++)
        {
            Place(number, _hashes[number]);
        }
    }

    private void Place(int number, int hash)
    {
        int mask = _places.Length - 1;
        int at = hash & mask;
        while (_places[at] != 0)
        {
            at = (at + 1) & mask;
        }

        _places[at] = number + 1;
    }

    private static int HashOf(ReadOnlySpan<Value> key)
    {
        // Integers hash to the high bits of a double: mix, since places are taken from the low ones.
        uint hash = 2166136261;
        foreach (ref readonly Value value in key)
        {
            hash = (hash ^ (uint)value.GetHashCode()) * 0x9E3779B1;
            hash ^= hash >> 15;
        }

        hash *= 0x85EBCA6B;
        return (int)(hash ^ (hash >> 13));
    }
}
