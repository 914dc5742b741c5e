using Chancery.Extraction.Gazetteers;
using Chancery.Extraction.Text;

namespace Chancery.Extraction.Mentions;

/// <summary>
/// Names whose reading stopped short or went too far: "U.S. [Harbor Service]", "[Ministry of Women]'s Affairs", "[ABC]-PF", "[USAID]/Peru",
/// "[Greenwave] Chile", "Governor of [Lima Peter Brandt]".
/// </summary>
internal static class NameBounds
{
    /// <summary>Whose affairs a ministry looks after, and who makes up a confederation.</summary>
    private static readonly WordList s_groups = new(
        """
        women children men youth workers employers farmers veterans teachers lawyers judges journalists students citizens
        consumers taxpayers traders merchants bankers miners fishermen pensioners parents soldiers officers doctors nurses writers artists
        """);

    private static readonly WordList s_of = new("of for");

    public static void Find(Scan scan)
    {
        foreach (Draft draft in scan.Chosen.ToArray())
        {
            if (scan.At(draft.Tokens.Start) != draft)
            {
                continue;
            }

            if (draft.Type == EntityType.Organization && Whole(scan, draft) is var whole && whole != draft.Tokens)
            {
                Draft grown = Draft.In(scan.Segment, whole, EntityType.Organization, draft.Confidence, draft.Reason + "; with what belongs to its name", draft.Priority);
                (grown.Entry, grown.Key, grown.Name) = whole.End == draft.Tokens.End ? (draft.Entry, draft.Key, draft.Name) : (null, null, null);
                Replace(scan, whole, grown);
            }
            else if (draft.Type == EntityType.Person && !scan.Capitals && Seat(scan, draft.Tokens) is { } seat)
            {
                TokenRange place = draft.Tokens with { End = seat };
                TokenRange person = draft.Tokens with { Start = seat };
                Replace(scan, draft.Tokens,
                    Draft.In(scan.Segment, place, EntityType.Place, draft.Confidence, "what an office is of, before its holder", draft.Priority),
                    Draft.In(scan.Segment, person, EntityType.Person, draft.Confidence, draft.Reason, draft.Priority));
            }
        }
    }

    private static void Replace(Scan scan, TokenRange range, params ReadOnlySpan<Draft> drafts)
    {
        scan.Remove(old => old.Tokens.Overlaps(range));
        scan.Candidates.AddRange(drafts);
        scan.Add();
    }

    private static TokenRange Whole(Scan scan, Draft body)
    {
        (int start, int end) = (body.Tokens.Start, body.Tokens.End);
        if (scan.Has(end, TokenShape.Clitic) && end - start >= 3 && scan.In(s_groups, end - 1) && scan.In(s_of, end - 2))
        {
            for (end++; scan.Has(end, TokenShape.Word) && scan.Has(end, TokenShape.Capital) && !scan.Has(end, TokenShape.Clitic); end++)
            {
            }
        }
        else if (IsSuffix(scan, body))
        {
            end += 2;
        }
        else if (IsCountryOffice(scan, body) is { } country)
        {
            end = country;
        }

        if (IsNational(scan, body))
        {
            start = scan.At(start - 1)!.Tokens.Start;
        }
        else if (Members(scan, start) is { } members)
        {
            start = members;
        }

        return new TokenRange(start, end);
    }

    /// <summary>"ABC-PF", "ABC-T": a wing's letters behind those of its party.</summary>
    private static bool IsSuffix(Scan scan, Draft body)
    {
        int end = body.Tokens.End;
        return body.Tokens.Count == 1 && !scan.Capitals && scan.Has(end - 1, TokenShape.AllCapitals) && scan.IsMark(end, '-') && !scan.Has(end, TokenShape.SpaceBefore)
            && scan.Has(end + 1, TokenShape.AllCapitals) && !scan.Has(end + 1, TokenShape.SpaceBefore | TokenShape.HasDigit) && scan.Tokens[end + 1].Length <= 3
            && scan.At(end + 1) is null && scan.Facts.Matches[end + 1] is null && !scan.IsMark(end + 2, '-');
    }

    /// <summary>"USAID/Peru", "Greenwave Chile": a body's branch in a country.</summary>
    private static int? IsCountryOffice(Scan scan, Draft body)
    {
        int end = body.Tokens.End;
        if (scan.Capitals || body.Tokens.Count != 1)
        {
            return null;
        }

        bool letters = scan.Has(end - 1, TokenShape.AllCapitals);
        bool slash = letters && body.Entry is not null && scan.IsMark(end, '/') && !scan.Has(end, TokenShape.SpaceBefore) && !scan.Has(end + 1, TokenShape.SpaceBefore);
        int next = slash ? end + 1 : end;
        return (slash || !letters && body.Priority <= 50 && scan.Has(next, TokenShape.SpaceBefore)) && scan.StartingAt(next) is { Type: EntityType.Place } place
            && scan.Facts.Matches[next] is { } match && match.Kinds.HasFlag(EntryKind.Country) && match.Length == place.Tokens.Count
            && !scan.IsMark(place.Tokens.End, '-') && !scan.Has(place.Tokens.End, TokenShape.Capital)
            ? place.Tokens.End
            : null;
    }

    /// <summary>"U.S." right before the full name of a body, which has it in its name.</summary>
    private static bool IsNational(Scan scan, Draft body)
    {
        int start = body.Tokens.Start;
        return body.Tokens.Count > 1 && scan.In(BodyRule.Heads, body.Tokens.End - 1) && scan.Has(start, TokenShape.Capital)
            && scan.EndingAt(start) is { Type: EntityType.Place } nation && nation.Entry?.Id is "place:US" or "place:GB"
            && nation.Surface.Length <= 4 && !scan.IsMark(nation.Tokens.Start - 1, '-') && !scan.IsMark(nation.Tokens.Start - 1, '/');
    }

    /// <summary>"Employers' Confederation of Peru".</summary>
    private static int? Members(Scan scan, int start) =>
        start > 1 && scan.In(s_groups, start - 2) && scan.Has(start - 2, TokenShape.Capital) && scan.Has(start - 1, TokenShape.Clitic | TokenShape.Punctuation)
            && (scan.Has(start - 1, TokenShape.Clitic) || scan.IsMark(start - 1, '\'') || scan.IsMark(start - 1, '’')) && scan.At(start - 2) is null && scan.At(start - 1) is null
            ? start - 2
            : null;

    /// <summary>Where a person's name begins behind the place that an office is of.</summary>
    private static int? Seat(Scan scan, TokenRange name)
    {
        if (name.Count < 3 || !scan.In(s_of, name.Start - 1) || scan.Facts.Matches[name.Start] is not { } match
            || (match.Kinds & (EntryKind.City | EntryKind.Country | EntryKind.Region)) == 0)
        {
            return null;
        }

        int person = name.Start + match.Length;
        return name.End - person > 1 && (scan.Facts.Words[person] & (WordKind.GivenName | WordKind.Lower)) == WordKind.GivenName ? person : null;
    }
}
