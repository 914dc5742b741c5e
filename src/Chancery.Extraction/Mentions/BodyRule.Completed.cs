using Chancery.Extraction.Gazetteers;
using Chancery.Extraction.Text;

namespace Chancery.Extraction.Mentions;

internal static partial class BodyRule
{
    /// <summary>Nouns that begin a name only with a word before them ("Tax Agency of Norway") or with what the body is for ("Coalition for Harbor Safety").</summary>
    private static readonly WordList s_completed = new(
        """
        COALITION SECTION AUTHORITY NETWORK CORPORATION COMPANY AGENCY SOCIETY ALLIANCE FRONT MOVEMENT PARTY SERVICE ADMINISTRATION
        CONSORTIUM DIVISION UNIT GROUP TRIBUNAL CLUB FUND COLLEGE SCHOOL MUSEUM INDUSTRY FORCE SUBCOMMITTEE CENTRE TRUST
        COMMITTEE COMMISSION COUNCIL DIRECTORATE PARTIES
        """);

    private static readonly WordList s_causes = new("for against on");
    private static readonly WordList s_after = new(
        """
        of in on at to from for with by and or but as is was are were has had have will would can could may which who that than after before
        during since under over into also said told met announced agreed reported
        """);

    /// <summary>"Tax Agency of Norway", "Task Force on Harbor Safety", "Coalition for the Protection of Old Harbors".</summary>
    private static void Completed(Scan scan, int head)
    {
        if (scan.Capitals || !scan.In(s_completed, head) || !scan.Has(head, TokenShape.Capital))
        {
            return;
        }

        bool cause = scan.In(s_causes, head + 1);
        int next = scan.Is(head + 2, "the") ? head + 3 : head + 2;
        bool task = scan.Is(head, "force") && scan.Is(head - 1, "task") && cause;
        bool named = scan.Has(next, TokenShape.Word) && scan.Has(next, TokenShape.Capital);
        bool barred = !cause && !scan.Is(head + 1, "of") || scan.In(Dates.Months, next) || scan.In(Dates.Weekdays, next) || scan.In(PositionWords.Heads, next) || scan.In(s_beginsWithOf, next)
            || (scan.Facts.Words[Math.Min(next, scan.Count - 1)] & WordKind.GivenName) != 0 && scan.Facts.Matches[next] is null
            || scan.Is(head, "front", "party", "force", "section") && scan.Is(head + 1, "on");
        if (!named || barred && !task)
        {
            return;
        }

        int start = head;
        while (start > 0 && scan.Tokens[start].Is(TokenShape.SpaceBefore) && Modifies(scan, start - 1)
            && !(scan.Segment.SentenceOf(head).Start == start - 1 && NotNames.IsWord(scan, start - 1)))
        {
            start--;
        }

        int end = RunEnd(scan, next);
        bool small = end == next + 1 && scan.Has(end, TokenShape.Word) && !scan.Has(end, TokenShape.Capital) && !scan.In(s_after, end)
            && !scan.Has(end, TokenShape.Clitic);
        if (start == head && (!cause || scan.Is(head + 1, "on") && (end - next < 2 || scan.Is(head + 2, "the"))) || cause && small || end == next
            || scan.Is(head + 1, "of") && (start == head || scan.In(Heads, start)
                || !(scan.Facts.Matches[next] is { } place && place.Length == end - next && (place.Kinds & (EntryKind.Country | EntryKind.Region)) != 0)))
        {
            return;
        }

        // "heard by the Foreign Relations Committee on Norway": a place alone is what is spoken of.
        bool topic = scan.Is(head + 1, "on") && scan.Facts.Matches[next] is { } matter && matter.Length == end - next;
        if (!topic)
        {
            scan.Add(new TokenRange(start, end), EntityType.Organization, 0.85, $"\"{scan.Text(head)} {scan.Text(head + 1)}\" with what it is for", scan.Facts.Matches[start] is null && cause ? 68 : 60);
        }
    }

    /// <summary>Capitalised words, with "and" and further phrases of "of" between them.</summary>
    private static int RunEnd(Scan scan, int next)
    {
        int end = next;
        while (end < scan.Count && end - next < 14)
        {
            if (scan.Has(end, TokenShape.Word) && scan.Has(end, TokenShape.Capital) && !scan.Has(end, TokenShape.Clitic) && !scan.In(PositionWords.Heads, end))
            {
                end++;
            }
            else if (end > next && scan.IsMark(end, '-') && !scan.Has(end, TokenShape.SpaceBefore) && scan.Has(end + 1, TokenShape.Capital))
            {
                end += 2;
            }
            else if (end > next && (OfPhrase(scan, end) ?? (scan.Is(end, "and") && Continues(scan, end) ? end + 1 : null)) is { } more)
            {
                end = more;
            }
            else
            {
                break;
            }
        }

        return end;
    }

    /// <summary>"Ministry of Labor[, Human Services and Social Security]": further topics up to the last behind "and".</summary>
    private static int? Listed(Scan scan, int comma)
    {
        int at = comma;
        while (!scan.Capitals && scan.IsMark(at, ',') && at - comma < 8)
        {
            int topic = at + 1;
            int end = topic;
            while (end - topic < 3 && scan.Has(end, TokenShape.Word) && scan.Has(end, TokenShape.Capital) && scan.Facts.Matches[end] is null
                && !scan.In(PositionWords.Heads, end) && !scan.In(Heads, end) && (scan.Facts.Words[end] & WordKind.GivenName) == 0
                && (NotNames.IsKnown(scan, end) || scan.Facts.Groups[end] != 0) && !scan.Has(end, TokenShape.AllCapitals))
            {
                end++;
            }

            if (end == topic)
            {
                return null;
            }

            if (scan.Is(end, "and") && Continues(scan, end) && scan.Facts.Matches[end + 1] is null && !scan.In(Heads, end + 1))
            {
                return end + 1;
            }

            at = scan.IsMark(end, ',') && scan.Is(end + 1, "and") && scan.Has(end + 2, TokenShape.Capital) && scan.Facts.Matches[end + 2] is null && at > comma ? -1 : end;
            if (at < 0)
            {
                return end + 2;
            }
        }

        return null;
    }

    /// <summary>"of (the) Capital", "and the Capital of", "on the Capital" inside what a body is for.</summary>
    private static int? OfPhrase(Scan scan, int join)
    {
        if (!scan.Is(join, "of", "and", "on", "in"))
        {
            return null;
        }

        bool article = scan.Is(join + 1, "the");
        int next = article ? join + 2 : join + 1;
        bool named = scan.Has(next, TokenShape.Word) && scan.Has(next, TokenShape.Capital) && !scan.In(s_beginsWithOf, next) && !scan.In(PositionWords.Heads, next) && !scan.In(Dates.Months, next)
            && (scan.Facts.Words[next] & WordKind.GivenName) == 0;
        bool goesOn = scan.Is(join, "of") || scan.Is(join, "in") && !article && NotNames.IsKnown(scan, next) && scan.Facts.Matches[next] is null
            || article && (scan.Is(join, "on") && scan.Facts.Matches[next] is null && scan.Facts.Groups[next] != 0 && !scan.In(Heads, next)
                || NotNames.IsKnown(scan, next) && scan.Is(next + 1, "of"));
        return named && goesOn ? next : null;
    }
}
