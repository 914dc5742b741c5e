using System.Runtime.CompilerServices;
using System.Text;

namespace Chancery.Cypher.Import;

/// <summary>The ids of one space and their nodes, found by the bytes of a file: open addressing over the ids themselves.</summary>
internal sealed class IdSpace
{
    private string[] _ids = new string[1 << 10];
    private int[] _hashes = new int[1 << 10];
    private int[] _nodes = new int[1 << 10];
    // One more than the place; 0 where nothing stands.
    private int[] _slots = new int[1 << 11];
    private int _numbered;

    public int Count { get; private set; }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static int Hash(ReadOnlySpan<byte> id)
    {
        ulong hash = 14695981039346656037;
        foreach (byte part in id)
        {
            hash = (hash ^ part) * 1099511628211;
        }

        // Ids that follow each other must not stand side by side.
        return (int)((hash ^ (hash >> 32)) * 0x9E3779B97F4A7C15 >> 32);
    }

    /// <summary>Adds an id at the next place; false where it is known already.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public bool TryAdd(string id, int hash)
    {
        int slot = FirstSlot(hash);
        for (; _slots[slot] is var place and > 0; slot = NextSlot(slot))
        {
            if (_hashes[place - 1] == hash && _ids[place - 1] == id)
            {
                return false;
            }
        }

        if (Count == _ids.Length)
        {
            Grow();
            slot = FirstSlot(hash);
            while (_slots[slot] != 0)
            {
                slot = NextSlot(slot);
            }
        }

        (_ids[Count], _hashes[Count]) = (id, hash);
        _slots[slot] = ++Count;
        return true;
    }

    /// <summary>Gives the first id that has none yet its node.</summary>
    public void AddNode(int node) => _nodes[_numbered++] = node;

    /// <returns>The node, or -1.</returns>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public int Find(ReadOnlySpan<byte> id)
    {
        int hash = Hash(id);
        for (int slot = FirstSlot(hash); _slots[slot] is var place and > 0; slot = NextSlot(slot))
        {
            if (_hashes[place - 1] == hash && IsSame(id, _ids[place - 1]))
            {
                return _nodes[place - 1];
            }
        }

        return -1;
    }

    private static bool IsSame(ReadOnlySpan<byte> id, string known) =>
        id.Length == known.Length ? Ascii.Equals(id, known) : id.Length > known.Length && Encoding.UTF8.GetString(id) == known;

    private int FirstSlot(int hash) => hash & (_slots.Length - 1);

    private int NextSlot(int slot) => (slot + 1) & (_slots.Length - 1);

    private void Grow()
    {
        Array.Resize(ref _ids, 2 * Count);
        Array.Resize(ref _hashes, 2 * Count);
        Array.Resize(ref _nodes, 2 * Count);
        _slots = new int[2 * _slots.Length];
        for (int place = 0; place < Count; place++)
        {
            int slot = FirstSlot(_hashes[place]);
            while (_slots[slot] != 0)
            {
                slot = NextSlot(slot);
            }

            _slots[slot] = place + 1;
        }
    }
}
