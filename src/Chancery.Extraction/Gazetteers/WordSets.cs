using System.Buffers.Binary;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using Chancery.Extraction.Text;

namespace Chancery.Extraction.Gazetteers;

[Flags]
internal enum WordKind : byte
{
    None = 0,
    Surname = 1,
    GivenName = 2,

    /// <summary>A word of a place's name that GeoNames lists, whatever its size.</summary>
    PlaceWord = 4,

    /// <summary>Written in lower case nine times in ten.</summary>
    Lower = 8,

    /// <summary>Written with a capital inside sentences nine times in ten.</summary>
    Capital = 16,

    /// <summary>A frequent surname: census rank below 2,000.</summary>
    CommonSurname = 32,

    /// <summary>The whole name of a place that GeoNames lists is this one word.</summary>
    PlaceName = 64,
}

/// <summary>Kinds of single words, kept as hashes: 32 bits of the folded word and a byte of kinds.</summary>
internal sealed class WordSets
{
    private readonly uint[] _keys;
    private readonly byte[] _kinds;
    private readonly uint _mask;

    private WordSets(int capacity)
    {
        _keys = new uint[capacity];
        _kinds = new byte[capacity];
        _mask = (uint)capacity - 1;
    }

    /// <summary>Little-endian: a count, that many hashes ascending, that many kinds.</summary>
    public static WordSets Read(ReadOnlySpan<byte> bytes)
    {
        int count = BinaryPrimitives.ReadInt32LittleEndian(bytes);
        ReadOnlySpan<byte> hashes = bytes.Slice(sizeof(int), count * sizeof(uint));
        ReadOnlySpan<byte> kinds = bytes.Slice(sizeof(int) + hashes.Length, count);
        int capacity = 1024;
        while (capacity < count * 2)
        {
            capacity *= 2;
        }

        var sets = new WordSets(capacity);
        sets.Fill(MemoryMarshal.Cast<byte, uint>(hashes), kinds);
        return sets;
    }

    public static uint Key(ulong fold)
    {
        uint key = (uint)(fold ^ (fold >> 32));
        return key == 0 ? 1 : key;
    }

    public WordKind this[ulong fold]
    {
        get
        {
            uint key = Key(fold);
            for (uint slot = key & _mask; _keys[slot] != 0; slot = (slot + 1) & _mask)
            {
                if (_keys[slot] == key)
                {
                    return (WordKind)_kinds[slot];
                }
            }

            return WordKind.None;
        }
    }

    public WordKind Of(string word) => this[Folding.Hash(word)];

    // Runs once, at the start of the process: compiled well at once, or its loop runs slowly.
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private void Fill(ReadOnlySpan<uint> keys, ReadOnlySpan<byte> kinds)
    {
        for (int i = 0; i < keys.Length; i++)
        {
            uint slot = keys[i] & _mask;
            while (_keys[slot] != 0)
            {
                slot = (slot + 1) & _mask;
            }

            _keys[slot] = keys[i];
            _kinds[slot] = kinds[i];
        }
    }
}
