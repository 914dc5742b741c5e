using Chancery.Extraction.Text;

namespace Chancery.Extraction.Mentions;

/// <summary>"the Brandt-Lowell talks": two surnames with a hyphen are two persons where the cable names one of them by himself.</summary>
internal static class Pairs
{
    private static readonly WordList s_betweenTwo = new("talks talk meeting meetings conversation conversations exchange exchanges correspondence release case pact agreement accord communique letters dialogue negotiations summit axis rivalry relationship");

    public static void Split(IReadOnlyList<Scan> scans, IEnumerable<Draft> people)
    {
        if (!scans.Any(scan => scan.Chosen.Exists(draft => IsPair(scan, draft))))
        {
            return;
        }

        Draft[] named = [.. people];
        var surnames = named.Where(person => !person.Surface.Contains('-', StringComparison.Ordinal)).Select(person => Folding.Hash(PersonNames.Surname(person.Surface))).ToHashSet();
        foreach (Scan scan in scans)
        {
            foreach (Draft pair in scan.Chosen.Where(draft => IsPair(scan, draft)).ToArray())
            {
                int first = pair.Tokens.Start;
                if (named.Any(person => IsDouble(scan, first, person)))
                {
                    continue;
                }

                if (surnames.Contains(scan.Tokens[first].Fold) || surnames.Contains(scan.Tokens[first + 2].Fold)
                    || scan.In(s_betweenTwo, pair.Tokens.End) && !scan.In(Titles.Honorifics, first - 1) && !scan.IsMark(first - 1, '.'))
                {
                    scan.Remove(draft => draft == pair);
                    scan.Add(new TokenRange(first, first + 1), EntityType.Person, pair.Confidence, pair.Reason + "; the first of two names", pair.Priority);
                    scan.Add(new TokenRange(first + 2, first + 3), EntityType.Person, pair.Confidence, pair.Reason + "; the second of two names", pair.Priority);
                    scan.Add();
                }
            }
        }
    }

    /// <summary>"Maria Brandt Lowell" also is Brandt-Lowell.</summary>
    private static bool IsDouble(Scan scan, int first, Draft person)
    {
        string[] words = person.Surface.Split(' ', '-');
        return words.Length > 2 && Folding.Hash(words[^1]) == scan.Tokens[first + 2].Fold && Folding.Hash(words[^2]) == scan.Tokens[first].Fold;
    }

    private static bool IsPair(Scan scan, Draft draft) => draft.Type == EntityType.Person && draft.Tokens.Count == 3
        && scan.IsMark(draft.Tokens.Start + 1, '-');
}
