using System.Numerics;

namespace Chancery.Cypher.Storage;

/// <summary>A counted set of element ids as a copy-on-write bitmap: the nodes of a label, the relationships of a type.</summary>
internal sealed class Membership
{
    private readonly PagedArray<ulong> _words;

    private Membership(PagedArray<ulong> words, int count)
    {
        _words = words;
        Count = count;
    }

    public static Membership Empty { get; } = new(PagedArray<ulong>.Empty, 0);

    public int Count { get; private set; }

    /// <summary>Words of 64 ids that may have members.</summary>
    public int WordCount => _words.PageCount << Pages.Bits;

    public bool Contains(int id) => (_words[id >> 6] & (1UL << (id & 63))) != 0;

    /// <summary>The bits of ids <c>64 × word</c> to <c>64 × word + 63</c>; page p of a column covers words <c>2p</c> and <c>2p + 1</c>.</summary>
    public ulong Word(int word) => _words[word];

    public Membership Edit(object owner)
    {
        PagedArray<ulong> words = _words.Edit(owner);
        return ReferenceEquals(words, _words) ? this : new Membership(words, Count);
    }

    public bool Add(int id)
    {
        ulong bit = 1UL << (id & 63);
        ref ulong word = ref _words.Writable(id >> 6);
        if ((word & bit) != 0)
        {
            return false;
        }

        word |= bit;
        Count++;
        return true;
    }

    /// <summary>Adds several of the 64 ids that begin with <c>64 × word</c>.</summary>
    public void AddAll(int word, ulong bits)
    {
        ref ulong place = ref _words.Writable(word);
        Count += BitOperations.PopCount(bits & ~place);
        place |= bits;
    }

    /// <summary>Adds neighbouring ids.</summary>
    public void AddRange(int first, int count)
    {
        for (int end = first + count; first < end;)
        {
            int low = first & 63;
            int part = Math.Min(64 - low, end - first);
            AddAll(first >> 6, (ulong.MaxValue >> (64 - part)) << low);
            first += part;
        }
    }

    public bool Remove(int id)
    {
        if (!Contains(id))
        {
            return false;
        }

        _words.Writable(id >> 6) &= ~(1UL << (id & 63));
        Count--;
        return true;
    }

    /// <summary>Members in ascending order. A member that is added or removed meanwhile may or may not be met.</summary>
    public Enumerator GetEnumerator() => new(this);

    public struct Enumerator(Membership set)
    {
        private int _word = -1;
        private ulong _rest;

        public int Current { get; private set; }

        public bool MoveNext()
        {
            while (_rest == 0)
            {
                if (++_word >= set.WordCount)
                {
                    return false;
                }

                _rest = set.Word(_word);
            }

            Current = (_word << 6) + BitOperations.TrailingZeroCount(_rest);
            _rest &= _rest - 1;
            return true;
        }
    }
}
