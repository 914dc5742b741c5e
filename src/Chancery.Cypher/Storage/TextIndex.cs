using Chancery.Graph;

namespace Chancery.Cypher.Storage;

/// <summary>Finds strings that contain a text, by their sequences of three code units. Answers are candidates: check the predicate again.</summary>
internal sealed class TextIndex : GraphIndex
{
    // Keys are integers: three UTF-16 code units, 16 bits each; strings shorter than three stand under ShortText.
    private const long ShortText = -1;

    private readonly OrderedTree _grams;
    private int _count;

    internal TextIndex(IndexDefinition definition, OrderedTree grams, int count)
        : base(definition)
    {
        _grams = grams;
        _count = count;
    }

    public override int Count => _count;

    public override bool SameContent(GraphIndex other) => Count == other.Count && other is TextIndex textIndex && _grams.SameContent(textIndex._grams);

    public override GraphIndex Edit(object owner)
    {
        OrderedTree grams = _grams.Edit(owner);
        return ReferenceEquals(grams, _grams) ? this : new TextIndex(Definition, grams, _count);
    }

    public override void Add(int id, ReadOnlySpan<Value> values)
    {
        if (values[0].Kind == ValueKind.String)
        {
            _count++;
            foreach (long gram in Grams(values[0].AsString()))
            {
                _grams.Add(gram, id);
            }
        }
    }

    public override void Remove(int id, ReadOnlySpan<Value> values)
    {
        if (values[0].Kind == ValueKind.String)
        {
            _count--;
            foreach (long gram in Grams(values[0].AsString()))
            {
                _grams.Remove(gram, id);
            }
        }
    }

    /// <summary>Elements whose string may contain the text, ascending; null where the text is too short to help.</summary>
    public IReadOnlyList<int>? Candidates(string text)
    {
        if (text.Length < 3)
        {
            return null;
        }

        List<int>? found = null;
        foreach (long gram in Grams(text))
        {
            List<int> with = [];
            OrderedTree.Cursor cursor = _grams.Ascend(key => key.AsInteger().CompareTo(gram));
            int at = 0;
            while (cursor.MoveNext())
            {
                int id = (int)cursor.CurrentId;
                while (found is not null && at < found.Count && found[at] < id)
                {
                    at++;
                }

                if (found is null || (at < found.Count && found[at] == id))
                {
                    with.Add(id);
                }
            }

            found = with;
            if (found.Count == 0)
            {
                break;
            }
        }

        return found;
    }

    private static HashSet<long> Grams(string text)
    {
        HashSet<long> grams = [];
        for (int i = 0; i + 2 < text.Length; i++)
        {
            grams.Add(((long)text[i] << 32) | ((long)text[i + 1] << 16) | text[i + 2]);
        }

        if (grams.Count == 0)
        {
            grams.Add(ShortText);
        }

        return grams;
    }
}
