using Chancery.Extraction.Gazetteers;
using Chancery.Extraction.Text;

namespace Chancery.Extraction.Mentions;

internal static partial class BodyRule
{
    /// <summary>"Argentine Senate", "Sov Govt", "Foreign Ministry", "National Iranian Oil Company".</summary>
    private static void Ending(Scan scan, int head)
    {
        if (scan.Is(head, "soviet") && !scan.Is(head - 1, "supreme"))
        {
            return;
        }

        bool goesOn = scan.In(s_beginsWithOf, head) && scan.Is(head + 1, "of", "for")
            && scan.Has(scan.Is(head + 2, "the") ? head + 3 : head + 2, TokenShape.Capital);
        if (!scan.In(Heads, head) || !scan.Has(head, TokenShape.Capital) || (goesOn && !scan.Capitals))
        {
            return;
        }

        int start = head;
        while (start > 0)
        {
            if (scan.Tokens[start].Is(TokenShape.SpaceBefore) && Modifies(scan, start - 1))
            {
                start--;
            }
            else if (!scan.Capitals && start < head && start > 1 && scan.IsMark(start - 1, '-') && !scan.Has(start, TokenShape.SpaceBefore)
                && !scan.Has(start - 1, TokenShape.SpaceBefore)
                && Modifies(scan, start - 2) && (scan.Facts.Matches[start - 2] is null || IsNation(scan, start - 2) && IsNation(scan, start)))
            {
                start -= 2;
            }
            else
            {
                break;
            }
        }

        start = Joined(scan, start, head);
        if (start == head - 1 && scan.Is(head, "department") && First(scan, start))
        {
            return;
        }

        bool nation = new TokenRange(start, head).Any(token => scan.Facts.Matches[token] is { Length: 1 } match
                && (match.Kinds & (EntryKind.Demonym | EntryKind.Country)) != 0)
            || (start < head && scan.Is(start, "national"));
        if (scan.Is(start, "sov") && scan.In(s_ministryHeads, head))
        {
            nation = true;
        }

        if (scan.Capitals && !nation && InCapitals(scan, head) is { } telegram)
        {
            scan.Add(telegram, EntityType.Organization, 0.75, $"a name in capitals that ends in \"{scan.Text(head)}\"", 57);
            return;
        }

        if (start == head || (scan.Capitals && !nation && !(head - start == 1 && scan.In(Topics, start) && scan.Is(head, "ministry"))))
        {
            return;
        }

        var range = new TokenRange(start, head + 1);
        if (scan.Is(head, "department") && !scan.Capitals && new TokenRange(start, head).All(token => Local(scan, token)))
        {
            scan.Add(range, EntityType.Place, 0.85, "a department of a country", 66);
            return;
        }

        bool seat = Seat(scan, start, range.Count) && !(scan.Is(head + 1, "of", "for") && scan.Has(head + 2, TokenShape.Capital));
        bool longer = scan.Facts.Matches[start] is { } known && known.Length < range.Count && (known.Kinds & EntryKind.Organization) != 0;
        bool regional = !scan.Capitals
            && new TokenRange(start + 1, head).Any(token => scan.Facts.Matches[token] is { Length: 1 } inner
                && (inner.Kinds & EntryKind.Region) != 0);
        bool inside = !scan.Capitals && new TokenRange(start + 1, Math.Max(start + 1, head)).Any(token => scan.Facts.Matches[token] is { } inner
            && inner.Kinds.HasFlag(EntryKind.Country) && token + inner.Length <= head);
        int priority = Exceeds(scan, start, head + 1) ? 72 : seat || inside ? 67 : longer ? 71 : nation || scan.In(s_ministryHeads, head) ? 58 : regional ? 57 : 46;
        Draft draft = scan.Add(range, EntityType.Organization, 0.85, $"a name that ends in \"{scan.Text(head)}\"", priority);
        GazetteerEntry? country = Nation(scan, start);
        if (scan.Is(head, "government", "govt") && country is not null && range.Count == 2)
        {
            draft.Key = GovernmentKey(country);
        }
        else if (scan.Is(head, "ministry"))
        {
            draft.Key = MinistryKey(scan, scan.Is(head - 1, "foreign") ? "MFA" : Folding.Fold(scan.Text(head - 1).ToString()), country);
        }
    }

    private static bool IsNation(Scan scan, int token) => scan.Facts.Matches[token] is { Length: 1 } match
        && (match.Kinds & (EntryKind.Demonym | EntryKind.Country)) != 0;

    /// <summary>"Norway Cod and Herring Fishers Association": a nation's name begins what "and" joins.</summary>
    private static int Joined(Scan scan, int start, int head)
    {
        int and = start - 1;
        if (scan.Capitals || start == head || !scan.Is(and, "and", "&"))
        {
            return start;
        }

        int first = and;
        while (first > 0 && and - first < 4 && scan.Has(first, TokenShape.SpaceBefore) && Modifies(scan, first - 1) && !scan.In(Heads, first - 1))
        {
            first--;
        }

        return and - first > 1 && IsNation(scan, first) && scan.Facts.Matches[first + 1] is null && !scan.In(Heads, first - 1) ? first : start;
    }

    /// <summary>Another nation or place before a name of the tables: not the American body of that name.</summary>
    private static bool Exceeds(Scan scan, int start, int end)
    {
        if (!scan.Capitals && scan.Facts.Matches[start] is null && (scan.Facts.Words[start] & (WordKind.PlaceName | WordKind.Lower)) == WordKind.PlaceName)
        {
            return Tail(scan, start + 1, end);
        }

        if (scan.Capitals || scan.Facts.Matches[start] is not { } owner || (owner.Kinds & (EntryKind.Demonym | EntryKind.Country | EntryKind.Region | EntryKind.City)) == 0
            || owner.Entry.Name == "United States" || owner.Kinds.HasFlag(EntryKind.Organization))
        {
            return false;
        }

        return Tail(scan, start + owner.Length, end);
    }

    private static bool Tail(Scan scan, int next, int end) =>
        next < end && scan.Facts.Matches[next] is { } row && next + row.Length == end && row.Length > 1
            && (row.Kinds & (EntryKind.Organization | EntryKind.Office)) != 0;

    private static readonly WordList s_telegramHeads = new(
        "CENTER CENTRE INSTITUTE COLLEGE SCHOOL UNIVERSITY BANK COMPANY CORPORATION FOUNDATION ASSOCIATION FEDERATION COMMISSION COUNCIL HOSPITAL AUTHORITY TRUST ACADEMY AGENCY UNIT");

    private static readonly WordList s_fields = new(
        "TRAINING RESEARCH AGRICULTURAL ECONOMIC INDUSTRIAL COMMERCIAL TECHNICAL VOCATIONAL MEDICAL NATIONAL CENTRAL PUBLIC DEVELOPMENT TRADE INVESTMENT OIL GAS STEEL COTTON FERTILIZER ENERGY HEALTH EDUCATION CULTURAL MUNICIPAL RELIEF BENEVOLENT STUDIES");

    /// <summary>"HARBOR TRAINING CENTER": in capitals a word that no dictionary writes small, the words of a field, and a body's noun.</summary>
    private static TokenRange? InCapitals(Scan scan, int head)
    {
        if (!scan.In(s_telegramHeads, head))
        {
            return null;
        }

        int start = head;
        int named = head;
        while (start > 0 && head - start < 5 && scan.Has(start, TokenShape.SpaceBefore) && scan.Has(start - 1, TokenShape.Word)
            && !scan.Has(start - 1, TokenShape.Clitic) && !scan.In(s_stop, start - 1) && !scan.In(PositionWords.Heads, start - 1)
                && !scan.In(PositionWords.Codes, start - 1)
            && (scan.In(s_fields, start - 1) || scan.Named(start - 1) && !scan.In(Titles.Honorifics, start - 1)
                && ((scan.Facts.Words[start - 1] & WordKind.GivenName) == 0
                    || scan.Facts.Matches[start - 1] is { Length: 1, Kinds: var kinds } && kinds.HasFlag(EntryKind.Organization))))
        {
            start--;
            named = scan.In(s_fields, start) ? named : start;
        }

        return named < head ? new TokenRange(named, head + 1) : null;
    }

    /// <summary>A word of the language that stands large because a sentence begins with it: "Suggest Department inform".</summary>
    private static bool First(Scan scan, int token) => token >= 0 && scan.Segment.SentenceOf(token).Start == token && NotNames.IsWord(scan, token);

    /// <summary>A place of some size begins the name: "Hungary Chamber of Commerce".</summary>
    private static bool Seat(Scan scan, int start, int length) =>
        !scan.Capitals && scan.Facts.Matches[start] is { } place && place.Length < length
            && (place.Kinds & (EntryKind.Region | EntryKind.City | EntryKind.Country)) != 0
            && !place.Kinds.HasFlag(EntryKind.Small)
            && (place.Length > 1 || (scan.Facts.Words[start] & (WordKind.CommonSurname | WordKind.GivenName)) == 0);

    /// <summary>A word that names places and nothing else.</summary>
    private static bool Local(Scan scan, int token) =>
        (scan.Facts.Words[token] & (WordKind.PlaceName | WordKind.Lower)) == WordKind.PlaceName && !scan.In(Topics, token)
            && !scan.Has(token, TokenShape.AllCapitals)
        && scan.Context.Host is { Name: not "United States" } && Stays(scan, scan.Tokens[token].Fold);

    private static readonly WordList s_at = new("in to from near");

    /// <summary>Somewhere in the cable something is "in" it.</summary>
    private static bool Stays(Scan scan, ulong fold)
    {
        foreach (Segment segment in scan.Context.Document.Segments)
        {
            for (int i = 1; i < segment.Tokens.Length; i++)
            {
                if (segment.Tokens[i].Fold == fold && s_at.Contains(segment.Tokens[i - 1]))
                {
                    return true;
                }
            }
        }

        return false;
    }

    private static GazetteerEntry? Nation(Scan scan, int token) =>
        scan.Is(token, "sov") ? scan.Context.Gazetteer.Country("Soviet Union")
        : scan.Facts.Matches[token] is { } match
            && (match.Kinds & (EntryKind.Demonym | EntryKind.Country)) != 0 ? scan.Context.Gazetteer.Country(match.Entry.Name) : null;

    private static bool Modifies(Scan scan, int token)
    {
        if (!scan.Has(token, TokenShape.Word) || scan.In(s_stop, token) || scan.In(PositionWords.Heads, token)
            || scan.In(PositionWords.Codes, token))
        {
            return false;
        }

        if (!scan.Capitals)
        {
            return scan.Has(token, TokenShape.Capital);
        }

        bool nation = scan.Facts.Matches[token] is { } match && match.Length == 1 && (match.Kinds & (EntryKind.Demonym | EntryKind.Country)) != 0;
        return nation || scan.In(Topics, token) || scan.Is(token, "sov", "national", "armed", "air");
    }

    /// <summary>"Ministry of Justice", "Organization of American States", "government of the Republic of Chile".</summary>
    private static void Beginning(Scan scan, int head)
    {
        if (!scan.In(s_beginsWithOf, head) || !scan.Is(head + 1, "of", "for"))
        {
            Completed(scan, head);
            return;
        }

        int next = scan.Is(head + 2, "the") ? head + 3 : head + 2;
        if (scan.Is(head, "government") && next < scan.Count && scan.Facts.Matches[next] is { } country && country.Kinds.HasFlag(EntryKind.Country))
        {
            Draft government = scan.Add(new TokenRange(head, next + country.Length), EntityType.Organization, 0.92, "\"government of\" with a country", 76);
            government.Key = GovernmentKey(country.Entry);
            return;
        }

        if (!scan.Has(head, TokenShape.Capital) || scan.Capitals && !scan.Is(head, "ministry", "department", "dept", "bureau"))
        {
            return;
        }

        int end = next;
        while (end < scan.Count && end - head < 16)
        {
            // "Ministry of Justice State Secretary Brandt": the office of who follows.
            if (end > next && scan.Is(head, "ministry")
                && (scan.In(PositionWords.Heads, end) || scan.In(PositionWords.Modifiers, end) && scan.In(PositionWords.Heads, end + 1)))
            {
                break;
            }

            if (scan.Has(end, TokenShape.Word) && scan.Has(end, TokenShape.Capital)
                && (!scan.Capitals || scan.In(Topics, end) || scan.Is(end, "affairs", "relations", "external")))
            {
                end++;
            }
            else if (end > next && scan.Is(head, "ministry", "department") && Listed(scan, end) is { } listed)
            {
                end = listed;
            }
            else if (end > next && scan.In(s_joins, end) && !scan.Is(end, "in") && !scan.Is(end, "on") && Continues(scan, end))
            {
                end++;
            }
            else if (end > next && scan.Is(head + 1, "for") && !scan.Capitals && OfPhrase(scan, end) is { } more)
            {
                end = more;
            }
            else
            {
                break;
            }
        }

        if (end == next)
        {
            return;
        }

        int start = head;
        while (start > 0 && scan.Tokens[start].Is(TokenShape.SpaceBefore) && Modifies(scan, start - 1))
        {
            start--;
        }

        bool district = scan.Is(head, "department")
            && (scan.Facts.Matches[next] is { } place && (place.Kinds & (EntryKind.City | EntryKind.Region)) != 0
                || end == next + 1 && Local(scan, next));
        Draft draft = scan.Add(new TokenRange(start, end), district ? EntityType.Place : EntityType.Organization, 0.9, $"\"{scan.Text(head)} of\" with a name", Exceeds(scan, start, end) || OfCountry(scan, head, next, end) ? 72 : scan.Capitals || scan.Is(head, "ministry") ? 60 : Seat(scan, start, end - start) ? 67 : Outgrows(scan, start, head, end) ? 53 : 48);
        if (scan.Is(head, "ministry"))
        {
            string topic = Folding.Fold(scan.Segment.Surface(new TokenRange(next, end)));
            draft.Key = MinistryKey(scan, topic is "FOREIGN AFFAIRS" or "EXTERNAL RELATIONS" or "EXTERNAL AFFAIRS" or "FOREIGN RELATIONS" ? "MFA" : topic, start < head ? Nation(scan, start) : null);
        }
    }

    /// <summary>"Harbor Institute of Peru": the country is part of the name.</summary>
    private static bool OfCountry(Scan scan, int head, int next, int end) =>
        !scan.Capitals && scan.Is(head + 1, "of") && !scan.Is(head, "office", "department", "dept", "center", "house", "union") && scan.Facts.Matches[next] is { } match
        && match.Kinds.HasFlag(EntryKind.Country) && next + match.Length == end
        && (scan.Facts.Matches[Math.Max(0, head - 1)] is not { } known || !known.Kinds.HasFlag(EntryKind.Organization));

    /// <summary>The model stopped at the body's noun where the name goes on.</summary>
    private static bool Outgrows(Scan scan, int start, int head, int end) =>
        scan.Tagged.Exists(tagged => tagged.Tokens.Start >= start && tagged.Tokens.End == head + 1 && tagged.Tokens.End < end);

    /// <summary>A joining word goes on with the name only where a capitalised word follows that begins no other body.</summary>
    private static bool Continues(Scan scan, int join)
    {
        int next = scan.Is(join + 1, "the") ? join + 2 : join + 1;
        if (scan.Is(join, "of") || scan.Is(join + 1, "the"))
        {
            return false;
        }

        return scan.Has(next, TokenShape.Capital) && scan.Has(next, TokenShape.Word) && !scan.In(s_beginsWithOf, next);
    }

    /// <summary>A ministry is the host's unless its own nation stands beside it.</summary>
    private static string MinistryKey(Scan scan, string topic, GazetteerEntry? country) =>
        $"ministry:{topic}/{country?.Name ?? scan.Context.Host?.Name ?? ""}";
}
