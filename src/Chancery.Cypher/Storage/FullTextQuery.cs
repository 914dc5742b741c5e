using Chancery.Graph;

namespace Chancery.Cypher.Storage;

/// <summary>A full-text query as a tree.</summary>
internal abstract record FullTextQuery
{
    public enum Occur : byte
    {
        Should,
        Must,
        MustNot,
    }

    public enum WordKind : byte
    {
        Exact,
        Prefix,
        Pattern,
        Fuzzy,
    }

    public sealed record Word(string? Key, string Text, WordKind Kind, int Edits) : FullTextQuery
    {
        public bool Accepts(string word) => Kind switch
        {
            WordKind.Exact => word == Text,
            WordKind.Prefix => word.StartsWith(Text, StringComparison.Ordinal),
            WordKind.Pattern => MatchesPattern(word, Text),
            _ => Distance(word, Text) <= Edits,
        };
    }

    public sealed record Phrase(string? Key, IReadOnlyList<string> Words) : FullTextQuery
    {
        public bool StandsIn(string[] words)
        {
            for (int at = 0; at + Words.Count <= words.Length; at++)
            {
                if (Words.SequenceEqual(words.AsSpan(at, Words.Count).ToArray()))
                {
                    return true;
                }
            }

            return false;
        }
    }

    public sealed record Clauses(IReadOnlyList<(Occur Occur, FullTextQuery Query)> Items) : FullTextQuery;

    /// <exception cref="GraphException">The query cannot be read.</exception>
    public static FullTextQuery Parse(string text) => new FullTextParser(text).Parse();

    /// <summary>Whether a word fits a pattern with <c>*</c> (any run) and <c>?</c> (one letter).</summary>
    public static bool MatchesPattern(ReadOnlySpan<char> word, ReadOnlySpan<char> pattern)
    {
        int at = 0;
        int star = -1;
        int from = 0;
        int place = 0;
        while (at < word.Length)
        {
            if (place < pattern.Length && (pattern[place] == '?' || pattern[place] == word[at]))
            {
                (at, place) = (at + 1, place + 1);
            }
            else if (place < pattern.Length && pattern[place] == '*')
            {
                (star, from) = (place++, at);
            }
            else if (star >= 0)
            {
                (place, at) = (star + 1, ++from);
            }
            else
            {
                return false;
            }
        }

        return pattern[place..].Trim('*').IsEmpty;
    }

    /// <summary>Letters to insert, drop or replace to make one word of the other.</summary>
    public static int Distance(string left, string right)
    {
        int[] row = [.. Enumerable.Range(0, right.Length + 1)];
        for (int i = 1; i <= left.Length; i++)
        {
            int diagonal = row[0];
            row[0] = i;
            for (int j = 1; j <= right.Length; j++)
            {
                int above = row[j];
                row[j] = Math.Min(Math.Min(row[j - 1], above) + 1, diagonal + (left[i - 1] == right[j - 1] ? 0 : 1));
                diagonal = above;
            }
        }

        return row[right.Length];
    }
}
