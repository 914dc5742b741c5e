using System.Runtime.InteropServices;
using Chancery.Extraction.Text;

namespace Chancery.Extraction.Gazetteers;

/// <summary>Names by the hashes of their folded words; the first row of a name wins, the kinds of all rows are kept.</summary>
internal sealed class PhraseIndex
{
    private const int LongestName = 12;
    private readonly Dictionary<ulong, Node> _nodes = new(60_000);

    /// <summary>Hashes of first words, for a quick no.</summary>
    private readonly HashSet<ulong> _firstWords = new(40_000);

    public void Add(string name, GazetteerEntry entry, EntryKind kinds)
    {
        Token[] tokens = Tokenizer.Tokenize(name);
        if (tokens.Length is 0 or > LongestName)
        {
            return;
        }

        _firstWords.Add(tokens[0].Fold);
        ulong hash = 0;
        for (int i = 0; i < tokens.Length; i++)
        {
            hash = Folding.Append(hash, tokens[i].Fold);
            ref Node node = ref CollectionsMarshal.GetValueRefOrAddDefault(_nodes, hash, out _);
            node = i < tokens.Length - 1
                ? node with { Continues = true }
                : node with { Entry = Better(node, entry), Kinds = node.Kinds == 0 ? kinds : Merge(node.Kinds, kinds) };
        }
    }

    public GazetteerMatch? Match(ReadOnlySpan<Token> tokens, int start)
    {
        if (!_firstWords.Contains(tokens[start].Fold))
        {
            return null;
        }

        GazetteerMatch? longest = null;
        ulong hash = 0;
        for (int i = start; i < tokens.Length && i < start + LongestName; i++)
        {
            hash = Folding.Append(hash, tokens[i].Fold);
            if (!_nodes.TryGetValue(hash, out Node node))
            {
                break;
            }

            if (node.Entry is not null)
            {
                longest = new GazetteerMatch(i - start + 1, node.Entry, node.Kinds);
            }

            if (!node.Continues)
            {
                break;
            }
        }

        return longest;
    }

    /// <summary>Of two cities with one name the larger; else the first.</summary>
    private static GazetteerEntry Better(Node node, GazetteerEntry entry) =>
        node.Entry is null || (node.Entry.Kind.HasFlag(EntryKind.City) && entry.Kind.HasFlag(EntryKind.City)
            && node.Entry.Latitude is not null && entry.Population > node.Entry.Population)
            ? entry
            : node.Entry;

    /// <summary>An acronym that is also a name may stand in lower case; a place that is large once is not small.</summary>
    private static EntryKind Merge(EntryKind a, EntryKind b)
    {
        const EntryKind weak = EntryKind.Acronym | EntryKind.Small;
        return ((a | b) & ~weak) | (a & b & weak);
    }

    private readonly record struct Node(GazetteerEntry? Entry, EntryKind Kinds, bool Continues);
}
