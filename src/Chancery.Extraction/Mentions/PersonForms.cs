using Chancery.Extraction.Gazetteers;
using Chancery.Extraction.Text;

namespace Chancery.Extraction.Mentions;

/// <summary>Mends what was taken for a person's name: titles and letters that are no part of it, particles and nicknames that are.</summary>
internal static class PersonForms
{
    private const int ModelPriority = 50;

    private static readonly WordList s_shortened = new("min sen rep gov amb pres sec dep hon asst gen col maj capt lt adm cong fr rev eng engr dr prof");
    private static readonly WordList s_letters = new("ag cg dg pm fm das pdas ceo cfo dcm mep mp");
    private static readonly WordList s_behind = new("mp mep mps cbe obe kbe kcmg cmg phd md esq sj ret");
    private static readonly WordList s_particles = new("zu zum zur von vom van bin ibn ould");
    private static readonly WordList s_sites = new("port fort mount lake cape camp puerto villa");
    /// <summary>What is called after somebody: "Brandt scholars".</summary>
    private static readonly WordList s_calledAfter = new("grantee grantees scholar scholars scholarship scholarships fellowship fellowships prize award alumni alumnus");

    private static readonly WordList s_ends = new("doctrine affairs islanders member members party council committee zoning services relations department ministry");

    public static void Find(IReadOnlyList<Scan> scans)
    {
        HashSet<ulong> families = [];
        foreach (Scan scan in scans.Where(scan => !scan.Capitals))
        {
            foreach (Draft draft in scan.Chosen.ToArray())
            {
                if (draft is { Type: EntityType.Organization, Entry: null, Key: null, Tokens.Count: > 3, Priority: <= 57 } && Holder(scan, draft.Tokens) is { } holder)
                {
                    Replace(scan, draft, draft.Tokens with { End = holder }, EntityType.Organization);
                    scan.Add(draft.Tokens with { Start = holder }, EntityType.Person, draft.Confidence, draft.Reason + "; a person behind a body", draft.Priority);
                    scan.Add();
                }
                else if (draft.Type == EntityType.Person)
                {
                    Mend(scan, draft, families);
                }
            }
        }

        if (families.Count > 0)
        {
            foreach (Scan scan in scans.Where(scan => !scan.Capitals))
            {
                foreach (Draft draft in scan.Chosen.Where(draft => draft is { Tokens.Count: 1, Priority: <= 60 }
                    && families.Contains(Family(scan, draft.Tokens.Start))).ToArray())
                {
                    Replace(scan, draft, draft.Tokens with { Start = draft.Tokens.Start - 1 }, EntityType.Person);
                }
            }
        }
    }

    /// <summary>"National Bank Peter Brandt": where the name begins behind a body's noun.</summary>
    private static int? Holder(Scan scan, TokenRange body)
    {
        for (int i = body.Start + 1; i + 1 < body.End; i++)
        {
            if (scan.In(BodyRule.Heads, i - 1) && (scan.Facts.Words[i] & (WordKind.GivenName | WordKind.Lower)) == WordKind.GivenName
                && PersonRule.EndOfName(scan, i, careful: true) == body.End && !scan.In(BodyRule.Heads, body.End - 1))
            {
                return i;
            }
        }

        return null;
    }

    private static void Mend(Scan scan, Draft draft, HashSet<ulong> families)
    {
        TokenRange range = draft.Tokens;
        if (draft.Priority <= ModelPriority)
        {
            if (IsNobody(scan, range))
            {
                scan.Remove(name => name == draft);
                return;
            }

            if (range.Count == 2 && scan.In(s_sites, range.Start))
            {
                (draft.Type, draft.Reason) = (EntityType.Place, draft.Reason + "; a port or a mountain");
                return;
            }
        }

        range = Nicknamed(scan, Trimmed(scan, range));
        if (scan.In(s_particles, range.End) && !scan.Has(range.End, TokenShape.Capital) && scan.Has(range.End + 1, TokenShape.Capital)
            && scan.At(range.End + 1) is null or { Tokens.Count: 1, Entry: null })
        {
            range = range with { End = PersonRule.EndOfName(scan, range.End + 1, careful: true) is var end && end > range.End + 1 ? end : range.End };
        }

        bool given = range.Count == 1 && scan.Has(range.Start, TokenShape.SpaceBefore) && scan.At(range.Start - 1) is null && scan.Has(range.Start - 1, TokenShape.Capital)
            && !scan.Has(range.Start - 1, TokenShape.AllCapitals | TokenShape.Clitic) && scan.Tokens[range.Start - 1].Length > 2
            && (scan.Facts.Words[range.Start - 1] & (WordKind.GivenName | WordKind.Lower | WordKind.PlaceName)) == WordKind.GivenName
            && (!scan.In(PositionWords.Strong, range.Start - 1) || (scan.Facts.Words[Math.Max(0, range.Start - 2)] & WordKind.GivenName) != 0 && scan.Has(range.Start - 2, TokenShape.Capital))
            && !scan.In(Titles.Honorifics, range.Start - 1) && !scan.In(PositionWords.Modifiers, range.Start - 1) && !scan.In(Dates.Months, range.Start - 1)
            && scan.Segment.SentenceOf(range.Start).Start < range.Start;
        range = given ? range with { Start = range.Start - 1 } : range;
        if (range != draft.Tokens && range.Count > 0)
        {
            Replace(scan, draft, range, EntityType.Person);
        }

        if (range.Count > 2 && Family(scan, range.End - 1) is not 0 and var family)
        {
            families.Add(family);
        }
    }

    private static ulong Family(Scan scan, int surname) =>
        surname > 0 && scan.In(s_particles, surname - 1) && !scan.Has(surname - 1, TokenShape.Capital)
            ? Folding.Append(scan.Tokens[surname - 1].Fold, scan.Tokens[surname].Fold) : 0;

    /// <summary>"French", "Green Member", "Home Affairs".</summary>
    private static bool IsNobody(Scan scan, TokenRange range)
    {
        bool people = range.Count == 1 && scan.Facts.Matches[range.Start] is { Length: 1 } match && match.Kinds.HasFlag(EntryKind.Demonym)
            && (scan.Facts.Words[range.Start] & WordKind.GivenName) == 0 && !scan.In(Titles.Honorifics, range.Start - 1) && !scan.IsMark(range.Start - 1, '.');
        bool words = range.Count > 1 && range.All(token => (scan.Facts.Words[token] & (WordKind.Lower | WordKind.GivenName)) == WordKind.Lower);
        bool called = range.Count == 1 && (scan.In(s_calledAfter, range.End) && !scan.Has(range.End, TokenShape.Capital) || scan.Is(range.Start, "doctrine"));
        return people || words || called || range.Count > 1 && scan.In(s_ends, range.End - 1);
    }

    /// <summary>"Min. Peter Brandt", "AG Brandt", "Peter Brandt MP".</summary>
    private static TokenRange Trimmed(Scan scan, TokenRange range)
    {
        (int start, int end) = (range.Start, range.End);
        while (end - start > 2 && scan.In(s_shortened, start) && scan.IsMark(start + 1, '.'))
        {
            start += 2;
        }

        if (end - start > 1 && scan.In(s_letters, start) && scan.Has(start, TokenShape.AllCapitals) && !scan.Has(start + 1, TokenShape.AllCapitals))
        {
            start++;
        }

        while (end - start > 1 && scan.In(s_behind, end - 1) && scan.Has(end - 1, TokenShape.AllCapitals) && !scan.Has(start, TokenShape.AllCapitals))
        {
            end--;
        }

        return new TokenRange(start, scan.IsMark(end - 1, ',') ? end - 1 : end);
    }

    /// <summary>"Peter J. (Pete) Brandt".</summary>
    private static TokenRange Nicknamed(Scan scan, TokenRange range)
    {
        int open = scan.IsMark(range.End, '.') ? range.End + 1 : range.End;
        bool nickname = scan.IsMark(open, '(') && scan.IsMark(open + 2, ')') && scan.Facts.Matches[open + 1] is null && (scan.Facts.Words[open + 1] & WordKind.GivenName) != 0
            && scan.Has(open + 1, TokenShape.Capital) && scan.Has(open + 3, TokenShape.Capital) && !scan.Has(open + 3, TokenShape.AllCapitals);
        return nickname && PersonRule.EndOfName(scan, open + 3, careful: true) is var end && end > open + 3 ? range with { End = end } : range;
    }

    private static void Replace(Scan scan, Draft draft, TokenRange range, EntityType type)
    {
        scan.Remove(name => name == draft || name.Tokens.Overlaps(range));
        scan.Add(range, type, draft.Confidence, draft.Reason, draft.Priority).Name = null;
        scan.Add();
    }
}
