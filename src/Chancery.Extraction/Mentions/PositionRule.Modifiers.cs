using Chancery.Extraction.Gazetteers;
using Chancery.Extraction.Text;

namespace Chancery.Extraction.Mentions;

internal static partial class PositionRule
{
    internal static bool IsNation(Scan scan, int token) => ShortNation(scan, token) is not null
        || token >= 0 && token < scan.Count && scan.Facts.Matches[token] is { } match && match.Length == 1 && (match.Kinds & (EntryKind.Demonym | EntryKind.Country)) != 0
        && (!match.Kinds.HasFlag(EntryKind.Acronym) || scan.Is(token, "us", "uk"));

    /// <summary>Takes in what modifies the noun: whole names, nations, "Acting", "Deputy", topics.</summary>
    private static int Left(Scan scan, int head, bool codeword)
    {
        int start = head;
        TokenRange sentence = scan.Segment.SentenceOf(head);
        while (start > sentence.Start)
        {
            int before = start - 1;
            if (scan.IsMark(before, ')') && Bracketed(scan, before) is { } open)
            {
                start = open;
                continue;
            }

            if (scan.At(before) is { } draft)
            {
                if (draft.Type is EntityType.Person or EntityType.Position || draft.Tokens.End != start
                    || (codeword && draft.Type == EntityType.Place ? !OfNation(scan, head, draft) || Listed(scan, draft)
                        : ListedPlace(scan, draft)))
                {
                    break;
                }

                start = draft.Tokens.Start;
                continue;
            }

            if (Possessed(scan, start, sentence.Start) is { } chief)
            {
                start = chief;
                continue;
            }

            if (start > sentence.Start + 1 && scan.IsMark(before, '.') && scan.In(s_shortened, before - 1) && scan.Has(before - 1, TokenShape.Capital)
                || Lettered(scan, start, head) && start - 2 >= sentence.Start)
            {
                start -= 2;
                continue;
            }

            bool anti = !scan.Capitals && scan.IsMark(before - 1, '-') && !scan.Has(before, TokenShape.SpaceBefore) && scan.Is(before - 2, "anti")
                && before - 2 >= sentence.Start;
            if (anti)
            {
                start -= 3;
            }
            else if (start - 2 >= sentence.Start && (Hyphened(scan, start, start < head && !codeword) || !codeword && Coordinated(scan, start)))
            {
                start -= 2;
            }
            else if (IsModifier(scan, before, first: start == head) || scan.Capitals && !codeword && scan.At(before) is null
                    && (scan.In(s_chiefFields, before) || scan.In(s_portfolios, before)) || IsNation(scan, before) && scan.Has(before, TokenShape.Capital)
                || !codeword && IsTopic(scan, before) && (before > sentence.Start || Opens(scan, before, head)))
            {
                start--;
            }
            else
            {
                break;
            }
        }

        while (start < head && (scan.At(start) is null || !scan.Has(start, TokenShape.Capital))
            && (scan.In(s_determiners, start) && !(scan.Is(start, "new") && scan.Has(start, TokenShape.Capital) && start > sentence.Start)
                || scan.IsMark(start, '-') || scan.Is(start, "and")))
        {
            start++;
        }

        return start;
    }

    private static readonly WordList s_shortened = new("asst dep assoc");

    /// <summary>"Governor's Deputy Adviser": whose assistant it is, an office itself; where that begins.</summary>
    private static int? Possessed(Scan scan, int start, int first) =>
        start - 2 >= first && scan.Has(start - 1, TokenShape.Clitic) && scan.Has(start - 2, TokenShape.Capital) && scan.At(start - 2) is null
            && (scan.In(s_attended, start - 2) || scan.In(s_governing, start - 2)) ? start - 2 : null;

    private static readonly WordList s_attended = new("ambassador president minister governor premier chancellor mayor king queen secretary");

    /// <summary>"QRS-TUV Attache": letters joined by a hyphen.</summary>
    private static bool Lettered(Scan scan, int start, int head) =>
        start < head && !scan.Capitals && scan.IsMark(start - 1, '-') && !scan.Has(start - 1, TokenShape.SpaceBefore) && !scan.Has(start, TokenShape.SpaceBefore)
            && scan.Has(start, TokenShape.AllCapitals) && scan.Has(start - 2, TokenShape.AllCapitals);

    /// <summary>What may begin a sentence as an office's first word: a body's noun, letters, what a correspondent writes for.</summary>
    private static bool Opens(Scan scan, int token, int head) =>
        scan.In(BodyRule.Heads, token) || scan.Facts.Words[token] == WordKind.None && scan.Facts.Matches[token] is null
            && (scan.Has(token, TokenShape.AllCapitals) && scan.Tokens[token].Length > 2 && !scan.In(s_otherLetters, token)
                || scan.In(s_writers, head));

    private static bool IsModifier(Scan scan, int token, bool first) =>
        scan.In(PositionWords.Modifiers, token)
        && (scan.Has(token, TokenShape.Capital) || scan.Is(token, "deputy", "vice", "acting") || scan.Is(token, "chief") && !first);

    /// <summary>"Vice-President", and behind the first modifier any capitalised word: "Asia-Pacific Affairs Director".</summary>
    private static bool Hyphened(Scan scan, int token, bool anyWord)
    {
        if (!scan.IsMark(token - 1, '-'))
        {
            return false;
        }

        bool tight = !scan.Has(token - 1, TokenShape.SpaceBefore) && !scan.Has(token, TokenShape.SpaceBefore);
        bool free = scan.At(token) is null && scan.At(token - 2) is null;
        return scan.In(PositionWords.Modifiers, token - 2)
            || anyWord && !scan.Capitals && free && tight && scan.Has(token - 2, TokenShape.Capital);
    }

    /// <summary>"Political and Economic Counselor".</summary>
    private static bool Coordinated(Scan scan, int token) =>
        scan.Is(token - 1, "and") && scan.In(PositionWords.Modifiers, token)
            && (scan.In(PositionWords.Modifiers, token - 2) || IsFirstTopic(scan, token - 2))
        && scan.Has(token - 2, TokenShape.Capital) && !scan.In(PositionWords.Heads, token - 2) && !scan.Is(token - 2, "general");

    private static readonly WordList s_officers = new(
        """
        ambassadors ministers presidents secretaries directors generals governors chairmen officials leaders consuls attachés attaches
        """);

    /// <summary>"Norwegian Fuel and Energy Minister": right behind whose minister it is.</summary>
    private static bool IsFirstTopic(Scan scan, int token) =>
        scan.At(token) is null && IsTopic(scan, token) && !scan.In(s_officers, token)
            && (IsNation(scan, token - 1) || scan.Has(token - 1, TokenShape.Clitic));

    /// <summary>A capitalised word that nothing keeps from being what an office is about.</summary>
    private static bool IsTopic(Scan scan, int token) =>
        !scan.Capitals && scan.Segment.Kind != SegmentKind.Heading && scan.Has(token, TokenShape.Word) && scan.Has(token, TokenShape.Capital)
        && ((scan.Facts.Words[token] & WordKind.GivenName) == 0 || scan.Has(token, TokenShape.AllCapitals)) && !scan.In(PositionWords.Heads, token) && !scan.In(s_ranks, token)
        && !scan.In(s_determiners, token) && !scan.In(s_links, token) && !scan.In(s_stop, token) && !scan.In(Dates.Months, token)
        && !scan.In(Dates.Weekdays, token);

    private static readonly WordList s_governing = new("fonmin defmin finmin intmin primin depfonmin fonsec vfm dfm mindef pm fm");

    /// <summary>"Norway FonMin": a country's name before the short word for its minister.</summary>
    private static bool OfNation(Scan scan, int head, Draft place) =>
        scan.In(s_governing, head) && (place.Entry is { } entry ? entry.Kind.HasFlag(EntryKind.Country) : IsNation(scan, place.Tokens.Start));

    private static readonly WordList s_towards = new("in from at to via into near");
    private static readonly WordList s_local = new("mayor governor premier prefect prosecutor correspondent police");

    /// <summary>"Laos and Cuba President has made clear": the last of a list of countries does not modify what follows, nor does the place of "in Paris Secretary Brandt had noticed".</summary>
    private static bool ListedPlace(Scan scan, Draft place) =>
        place.Type == EntityType.Place && (scan.In(s_towards, place.Tokens.Start - 1) && !scan.In(s_local, place.Tokens.End)
            || Listed(scan, place));

    private static bool Listed(Scan scan, Draft place) =>
        (scan.Is(place.Tokens.Start - 1, "and") || scan.IsMark(place.Tokens.Start - 1, ','))
        && scan.EndingAt(place.Tokens.Start - 1) is { Type: EntityType.Place } other && !Opens(scan, other, place);

    /// <summary>"In Lima, U.S. Secretary Brandt said": where something happens, then whose office it is.</summary>
    private static bool Opens(Scan scan, Draft other, Draft place) =>
        scan.IsMark(other.Tokens.End, ',') && place.Tokens.Count == 1 && scan.Has(place.Tokens.Start, TokenShape.AllCapitals)
        && scan.In(s_towards, other.Tokens.Start - 1);

    /// <summary>"Joint Cooperation Committee (JCC) Chairperson": where the bracket closes over an acronym of the name before it.</summary>
    private static int? Bracketed(Scan scan, int close)
    {
        if (!scan.IsMark(close - 2, '(') || scan.At(close - 1) is not { Type: EntityType.Organization })
        {
            return null;
        }

        return scan.EndingAt(close - 2) is { Type: EntityType.Organization } name ? name.Tokens.Start : null;
    }
}
