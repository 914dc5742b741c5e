using Chancery.Extraction.Gazetteers;
using Chancery.Extraction.Text;

namespace Chancery.Extraction.Mentions;

/// <summary>A name found once is the same name wherever the cable writes it again, also where no rule and no model saw it.</summary>
internal static class Echo
{
    private const double Firm = 0.8;

    public static void Find(IReadOnlyList<Scan> scans)
    {
        var names = new Dictionary<ulong, Draft>();
        var often = scans.SelectMany(scan => scan.Chosen).Where(draft => draft.Tokens.Count == 1).GroupBy(draft => (draft.Surface, draft.Type)).Where(group => group.Count() > 1).Select(group => group.Key).ToHashSet();
        int longest = 0;
        foreach ((Scan of, Draft draft) in scans.SelectMany(scan => scan.Chosen.Select(draft => (scan, draft))))
        {
            bool lone = draft.Tokens.Count == 1;
            if (draft.Type is EntityType.Organization or EntityType.Place or EntityType.Person && draft.Tokens.Count <= 6 && draft.Key is null
                && (!lone
                    || ((draft.Confidence >= Firm || often.Contains((draft.Surface, draft.Type)))
                        && (draft.Surface.Length > 3 || draft.Type == EntityType.Organization && IsLetters(draft)))))
            {
                names.TryAdd(Hash(draft.Segment!.Tokens, draft.Tokens), draft);
                longest = Math.Max(longest, draft.Tokens.Count);
                ShortPlace(draft, names);
                ShortBody(of, draft, names);
            }
        }

        foreach (Scan scan in scans)
        {
            for (int i = 0; i < scan.Count; i++)
            {
                if (scan.Has(i, TokenShape.Capital) && scan.At(i) is null && !scan.IsBarred(i))
                {
                    Again(scan, i, Math.Min(longest, scan.Count - i), names);
                }
            }

            scan.Add();
        }
    }

    /// <summary>"RGB" in a text that has small letters.</summary>
    private static bool IsLetters(Draft draft) => !draft.Segment!.Capitals && draft.Segment.Tokens[draft.Tokens.Start].Is(TokenShape.AllCapitals);

    private static void Again(Scan scan, int start, int longest, Dictionary<ulong, Draft> names)
    {
        for (int length = longest; length > 0; length--)
        {
            var range = new TokenRange(start, start + length);
            if (!names.TryGetValue(Hash(scan.Tokens, range), out Draft? first))
            {
                continue;
            }

            bool ordinary = length == 1
                && ((scan.Facts.Words[start] & WordKind.Lower) != 0
                    || (first.Tokens.Count == 1 && scan.Tokens[start].Length < 4
                        && (scan.Capitals ? !IsLetters(first) || NotNames.IsKnown(scan, start) : !scan.Has(start, TokenShape.AllCapitals))));
            if (!ordinary)
            {
                Draft again = scan.Add(range, first.Type, Math.Min(0.85, first.Confidence), $"named before in this cable: {first.Surface}", 48);
                again.Entry = first.Entry;
                if (first.Surface.Contains(' ', StringComparison.Ordinal) && length == 1)
                {
                    again.Antecedent = first;
                }
            }

            return;
        }
    }

    /// <summary>"Rio de Janeiro" is also called by its first word.</summary>
    private static void ShortPlace(Draft draft, Dictionary<ulong, Draft> names)
    {
        if (draft.Type == EntityType.Place && draft.Tokens.Count > 2 && PersonNames.IsParticle(draft.Segment!.Tokens[draft.Tokens.Start + 1]))
        {
            names.TryAdd(Hash(draft.Segment.Tokens, new TokenRange(draft.Tokens.Start, draft.Tokens.Start + 1)), draft);
        }
    }

    /// <summary>"Vardan Harbor Mills" is also called by its first word, where no dictionary and no table knows that.</summary>
    private static void ShortBody(Scan scan, Draft draft, Dictionary<ulong, Draft> names)
    {
        int first = draft.Tokens.Start;
        if (draft.Type == EntityType.Organization && draft.Tokens.Count > 1 && !scan.Capitals && scan.Has(first + 1, TokenShape.SpaceBefore)
            && BodyUse.IsUnknown(scan, first))
        {
            names.TryAdd(Hash(scan.Tokens, new TokenRange(first, first + 1)), draft);
        }
    }

    private static ulong Hash(Token[] tokens, TokenRange range)
    {
        ulong hash = 0;
        for (int i = range.Start; i < range.End; i++)
        {
            hash = Folding.Append(hash, tokens[i].Fold);
        }

        return hash;
    }
}
