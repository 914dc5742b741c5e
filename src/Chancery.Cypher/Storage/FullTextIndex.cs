using Chancery.Graph;

namespace Chancery.Cypher.Storage;

/// <summary>An element that a full-text query found, with its BM25 score.</summary>
internal readonly record struct FullTextHit(int Id, double Score);

/// <summary>Words of several labels (or types) and keys, lower-cased and without accents, scored by BM25.</summary>
internal sealed partial class FullTextIndex : GraphIndex
{
    private const double K1 = 1.2;
    private const double B = 0.75;

    // Key: the word. Id: element << 16 | how often the word stands there.
    private readonly OrderedTree _postings;
    private readonly PagedArray<int> _lengths;
    private int _count;
    private long _totalLength;

    public FullTextIndex(IndexDefinition definition)
        : this(definition, OrderedTree.Empty, PagedArray<int>.Empty, 0, 0)
    {
    }

    private FullTextIndex(IndexDefinition definition, OrderedTree postings, PagedArray<int> lengths, int count, long totalLength)
        : base(definition)
    {
        _postings = postings;
        _lengths = lengths;
        _count = count;
        _totalLength = totalLength;
    }

    public override int Count => _count;

    public override bool SameContent(GraphIndex other) => Count == other.Count && other is FullTextIndex fullTextIndex && _postings.SameContent(fullTextIndex._postings);

    public override GraphIndex Edit(object owner)
    {
        OrderedTree postings = _postings.Edit(owner);
        return ReferenceEquals(postings, _postings) ? this : new FullTextIndex(Definition, postings, _lengths.Edit(owner), _count, _totalLength);
    }

    public override void Add(int id, ReadOnlySpan<Value> values)
    {
        Dictionary<string, int> words = Tally(values, out int length);
        if (length == 0)
        {
            return;
        }

        foreach ((string word, int times) in words)
        {
            _postings.Add(word, Posting(id, times));
        }

        _lengths.Writable(id) = length;
        _count++;
        _totalLength += length;
    }

    public override void Remove(int id, ReadOnlySpan<Value> values)
    {
        Dictionary<string, int> words = Tally(values, out int length);
        if (length == 0)
        {
            return;
        }

        foreach ((string word, int times) in words)
        {
            _postings.Remove(word, Posting(id, times));
        }

        _lengths.Writable(id) = 0;
        _count--;
        _totalLength -= length;
    }

    private static long Posting(int id, int times) => ((long)id << 16) | (uint)Math.Min(times, ushort.MaxValue);

    private static Dictionary<string, int> Tally(ReadOnlySpan<Value> values, out int length)
    {
        Dictionary<string, int> words = new(StringComparer.Ordinal);
        length = 0;
        foreach (Value value in values)
        {
            foreach (string word in FullTextWords.Of(value))
            {
                words[word] = words.GetValueOrDefault(word) + 1;
                length++;
            }
        }

        return words;
    }
}
