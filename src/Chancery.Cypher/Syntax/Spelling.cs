namespace Chancery.Cypher.Syntax;

/// <summary>Finds the name that was probably meant.</summary>
internal static class Spelling
{
    // One change makes any short word of any other.
    private const int MinLength = 3;
    private const int MaxLength = 64;

    /// <summary><c>" Did you mean 'x'?"</c>, or nothing where no candidate is near.</summary>
    public static string Suggest(string word, IEnumerable<string> candidates) =>
        Nearest(word, candidates) is { } nearest ? $". Did you mean '{nearest}'?" : "";

    public static string? Nearest(string word, IEnumerable<string> candidates)
    {
        if (word.Length is < MinLength or > MaxLength)
        {
            return null;
        }

        string? best = null;
        int bestDistance = Math.Max(1, word.Length / 3) + 1;
        foreach (string candidate in candidates)
        {
            if (candidate.Length <= MaxLength && Math.Abs(candidate.Length - word.Length) < bestDistance)
            {
                int distance = Distance(word.ToUpperInvariant(), candidate.ToUpperInvariant());
                if (distance < bestDistance && distance < candidate.Length)
                {
                    (best, bestDistance) = (candidate, distance);
                }
            }
        }

        return best;
    }

    /// <summary>Insertions, deletions, replacements and swaps of neighbours that lead from one word to the other.</summary>
    public static int Distance(ReadOnlySpan<char> from, ReadOnlySpan<char> to)
    {
        int[,] d = new int[from.Length + 1, to.Length + 1];
        for (int i = 0; i <= from.Length; i++)
        {
            for (int j = 0; j <= to.Length; j++)
            {
                if (i == 0 || j == 0)
                {
                    d[i, j] = i + j;
                    continue;
                }

                int replaced = d[i - 1, j - 1] + (from[i - 1] == to[j - 1] ? 0 : 1);
                d[i, j] = Math.Min(replaced, Math.Min(d[i - 1, j], d[i, j - 1]) + 1);
                if (i > 1 && j > 1 && from[i - 1] == to[j - 2] && from[i - 2] == to[j - 1])
                {
                    d[i, j] = Math.Min(d[i, j], d[i - 2, j - 2] + 1);
                }
            }
        }

        return d[from.Length, to.Length];
    }
}
