using System.Buffers.Binary;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace Chancery.Extraction.Gazetteers;

/// <summary>The group of words that a word behaves like, at three granularities; group 0 of each is for words that have none.</summary>
internal sealed class WordGroups
{
    public const int Fine = 1000;
    public const int Middle = 250;
    public const int Coarse = 60;

    private readonly uint[] _keys;
    private readonly ushort[] _groups;
    private readonly ushort[] _middle;
    private readonly ushort[] _coarse;
    private readonly uint _mask;

    private WordGroups(int capacity, ushort[] middle, ushort[] coarse)
    {
        _keys = new uint[capacity];
        _groups = new ushort[capacity];
        _mask = (uint)capacity - 1;
        _middle = middle;
        _coarse = coarse;
    }

    /// <summary>Little-endian: a count, that many hashes ascending, that many fine groups, then the middle and the coarse group of each fine one.</summary>
    public static void Write(string path, (uint Key, ushort Group)[] words, ushort[] middle, ushort[] coarse)
    {
        using var writer = new BinaryWriter(File.Create(path));
        writer.Write(words.Length);
        foreach ((uint key, _) in words)
        {
            writer.Write(key);
        }

        foreach (ushort group in words.Select(word => word.Group).Concat(middle).Concat(coarse))
        {
            writer.Write(group);
        }
    }

    public static WordGroups Read(ReadOnlySpan<byte> bytes)
    {
        int count = BinaryPrimitives.ReadInt32LittleEndian(bytes);
        ReadOnlySpan<byte> keys = bytes.Slice(sizeof(int), count * sizeof(uint));
        ReadOnlySpan<ushort> rest = MemoryMarshal.Cast<byte, ushort>(bytes[(sizeof(int) + keys.Length)..]);
        ReadOnlySpan<ushort> groups = rest[..count];
        ushort[] middle = rest.Slice(count, Fine).ToArray();
        ushort[] coarse = rest.Slice(count + Fine, Fine).ToArray();
        int capacity = 1024;
        while (capacity < count * 2)
        {
            capacity *= 2;
        }

        var table = new WordGroups(capacity, middle, coarse);
        table.Fill(MemoryMarshal.Cast<byte, uint>(keys), groups);
        return table;
    }

    // Runs once, at the start of the process: compiled well at once, or its loop runs slowly.
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private void Fill(ReadOnlySpan<uint> keys, ReadOnlySpan<ushort> groups)
    {
        for (int i = 0; i < keys.Length; i++)
        {
            uint slot = keys[i] & _mask;
            while (_keys[slot] != 0)
            {
                slot = (slot + 1) & _mask;
            }

            _keys[slot] = keys[i];
            _groups[slot] = (ushort)(groups[i] + 1);
        }
    }

    /// <summary>The fine group of a word by its fold; 0 where it has none.</summary>
    public ushort this[ulong fold]
    {
        get
        {
            uint key = WordSets.Key(fold);
            for (uint slot = key & _mask; _keys[slot] != 0; slot = (slot + 1) & _mask)
            {
                if (_keys[slot] == key)
                {
                    return _groups[slot];
                }
            }

            return 0;
        }
    }

    public int MiddleOf(int fine) => fine == 0 ? 0 : _middle[fine - 1] + 1;

    public int CoarseOf(int fine) => fine == 0 ? 0 : _coarse[fine - 1] + 1;
}
