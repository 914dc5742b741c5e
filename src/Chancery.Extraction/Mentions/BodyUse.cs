using Chancery.Extraction.Gazetteers;
using Chancery.Extraction.Text;

namespace Chancery.Extraction.Mentions;

/// <summary>
/// A single unknown name that the model takes for a person's or a place's, but that somewhere is spoken of as only bodies are ("the Vardan plant",
/// "Vardan's board", "Vardan, a shipping firm,", "Vardan Harbor Mills"), is a body wherever the cable writes it, unless somebody is titled so.
/// </summary>
internal static class BodyUse
{
    private const int ModelPriority = 50;

    private static readonly WordList s_works = new("plant factory complex mill refinery shipyard brewery company firm newspaper airline website consortium subsidiary");
    private static readonly WordList s_owned = new("board shareholders subsidiary subsidiaries employees workforce products profits revenues shares customers factory factories plant refinery refineries fleet bylaws statutes secretariat charter");

    public static void Find(IReadOnlyList<Scan> scans)
    {
        var bodies = new HashSet<string>(StringComparer.Ordinal);
        var firsts = new HashSet<string>(StringComparer.Ordinal);
        var titled = new HashSet<string>(StringComparer.Ordinal);
        foreach (Scan scan in scans.Where(scan => !scan.Capitals))
        {
            Apposed(scan);
            foreach (Draft draft in scan.Chosen)
            {
                if (draft.Type == EntityType.Person && (draft.Priority > ModelPriority || draft.Tokens.Count > 1))
                {
                    titled.Add(PersonNames.Surname(draft.Surface));
                    titled.Add(scan.Text(draft.Tokens.Start).ToString());
                }
                else if (draft.Type == EntityType.Organization && draft.Tokens.Count > 1 && IsUnknown(scan, draft.Tokens.Start))
                {
                    firsts.Add(scan.Text(draft.Tokens.Start).ToString());
                }
                else if (draft.Tokens.Count == 1 && scan.Facts.Matches[draft.Tokens.Start] is null && (draft.Type == EntityType.Organization && draft.Priority > ModelPriority || IsOpen(draft) && Used(scan, draft.Tokens)))
                {
                    bodies.Add(draft.Surface);
                }
            }
        }

        bodies.ExceptWith(titled);
        firsts.ExceptWith(titled);
        foreach (Draft draft in bodies.Count + firsts.Count == 0 ? [] : scans.SelectMany(scan => scan.Chosen))
        {
            if (IsOpen(draft) && draft.Tokens.Count == 1 && draft.Type != EntityType.Organization && (bodies.Contains(draft.Surface) || draft.Type == EntityType.Person && firsts.Contains(draft.Surface)))
            {
                draft.Type = EntityType.Organization;
                draft.Confidence = Math.Max(draft.Confidence, 0.8);
                draft.Reason += "; spoken of as a body elsewhere";
            }
        }
    }

    private static bool IsOpen(Draft draft) => draft is { Priority: <= ModelPriority, Entry: null, Key: null, Type: EntityType.Person or EntityType.Place };

    /// <summary>A word with a capital that no table, no dictionary and no text of the tagger's knows.</summary>
    internal static bool IsUnknown(Scan scan, int token) => scan.Facts.Words[token] is WordKind.None or WordKind.Capital && scan.Facts.Groups[token] == 0
        && scan.Facts.Matches[token] is null && scan.Has(token, TokenShape.Capital) && scan.Tokens[token].Length > 4
        && !scan.Has(token, TokenShape.AllCapitals | TokenShape.HasDigit | TokenShape.Clitic)
        && !scan.In(BodyRule.Heads, token) && !NotNames.IsGroup(scan, token) && !IsAdjective(scan.Text(token));

    private static bool IsAdjective(ReadOnlySpan<char> word) => word.EndsWith("ian") || word.EndsWith("ean") || word.EndsWith("ese") || word.EndsWith("ish")
        || word.EndsWith("ist") || word.EndsWith("ista") || word.EndsWith("ic") || word.EndsWith("ical") || word.EndsWith("ists") || word.EndsWith("ians");

    private static bool Used(Scan scan, TokenRange name)
    {
        bool article = scan.Is(name.Start - 1, "the") && scan.In(s_works, name.End) && !scan.Has(name.End, TokenShape.Capital);
        bool owns = scan.Has(name.End, TokenShape.Clitic) && scan.In(s_owned, name.End + 1);
        return (article || owns) && (scan.Facts.Words[name.Start] & (WordKind.GivenName | WordKind.Lower)) == 0;
    }

    /// <summary>"to Vardan, a pension institution", "Danube Trout Forever, the Lima-based NGO": what nothing named before what tells that it is a body.</summary>
    private static void Apposed(Scan scan)
    {
        for (int i = 1; i + 2 < scan.Count; i++)
        {
            if (!scan.IsMark(i, ',') || !scan.Is(i + 1, "a", "an", "the") || !scan.Has(i - 1, TokenShape.Capital) || Apposition.Kind(scan, i) != EntityType.Organization)
            {
                continue;
            }

            int start = Large(scan, i);
            var name = new TokenRange(start, i);
            bool free = name.All(token => scan.At(token) is null or { Type: EntityType.Place, Tokens.Count: 1 });
            if (free && (name.Count > 1 ? !scan.In(PositionWords.Heads, start) && !scan.In(Titles.Honorifics, start) : scan.At(start) is null && IsUnknown(scan, start)))
            {
                scan.Remove(draft => draft.Tokens.Start >= start && draft.Tokens.End <= i);
                scan.Add(name, EntityType.Organization, 0.8, "a body in apposition follows", 57);
            }
        }

        scan.Add();
    }

    /// <summary>Where the capitalised words before a comma begin, hyphens between them.</summary>
    private static int Large(Scan scan, int end)
    {
        int least = scan.Segment.SentenceOf(end).Start;
        int start = end;
        while (start > least && end - start < 4)
        {
            int before = scan.IsMark(start - 1, '-') && start < end && !scan.Has(start, TokenShape.SpaceBefore) ? start - 2 : start - 1;
            if (before < least || !scan.Has(before, TokenShape.Word) || !scan.Has(before, TokenShape.Capital) || scan.Has(before, TokenShape.Clitic)
                || before == least && NotNames.IsWord(scan, before))
            {
                break;
            }

            start = before;
        }

        return start;
    }
}
