using System.Runtime.CompilerServices;
using System.Text;
using Chancery.Graph;

namespace Chancery.Benchmarks.Peers;

/// <summary>Finds the place of an id by its bytes in a file: open addressing over the ids themselves.</summary>
/// <remarks>What is marked for aggressive optimization runs once, over all rows.</remarks>
internal sealed class IdTable
{
    private readonly List<string> _ids = [];
    // One more than the place; 0 where nothing stands.
    private int[] _slots = new int[1 << 10];

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public void AddAll(Value[] ids)
    {
        int size = _slots.Length;
        while (size < 2 * (_ids.Count + ids.Length))
        {
            size *= 2;
        }

        _slots = new int[size];
        foreach (Value id in ids)
        {
            _ids.Add(id.AsString());
        }

        Span<byte> bytes = stackalloc byte[256];
        for (int place = 0; place < _ids.Count; place++)
        {
            int slot = FirstSlot(bytes[..Encoding.UTF8.GetBytes(_ids[place], bytes)]);
            while (_slots[slot] != 0)
            {
                slot = (slot + 1) & (_slots.Length - 1);
            }

            _slots[slot] = place + 1;
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public int Find(ReadOnlySpan<byte> id)
    {
        for (int slot = FirstSlot(id); _slots[slot] is var place and > 0; slot = (slot + 1) & (_slots.Length - 1))
        {
            if (Ascii.Equals(id, _ids[place - 1]))
            {
                return place - 1;
            }
        }

        throw new InvalidDataException($"No element has the id {Encoding.UTF8.GetString(id)}.");
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private int FirstSlot(ReadOnlySpan<byte> id)
    {
        ulong hash = 14695981039346656037;
        foreach (byte part in id)
        {
            hash = (hash ^ part) * 1099511628211;
        }

        // Ids that follow each other must not stand side by side.
        return (int)((hash ^ (hash >> 32)) * 0x9E3779B97F4A7C15 >> 40) & (_slots.Length - 1);
    }
}
