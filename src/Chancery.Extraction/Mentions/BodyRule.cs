using Chancery.Extraction.Gazetteers;
using Chancery.Extraction.Text;

namespace Chancery.Extraction.Mentions;

/// <summary>Bodies by their form: office codes, ministries, governments, the Department, capitalised names that end in a body's noun.</summary>
internal static class BodyRule
{
    /// <summary>Nouns that end (or, with "of", begin) a body's name.</summary>
    internal static readonly WordList Heads = new(
        """
        MINISTRY DEPARTMENT DEPT COMMITTEE COMMISSION COUNCIL AGENCY PARTY UNION ORGANIZATION ORGANISATION ASSOCIATION BANK UNIVERSITY INSTITUTE CENTER CENTRE
        CORPORATION COMPANY COURT PARLIAMENT SENATE ASSEMBLY BUREAU OFFICE SECRETARIAT FOUNDATION FEDERATION LEAGUE ARMY NAVY FORCES POLICE
        AUTHORITY BOARD GOVERNMENT GOVT ADMINISTRATION SERVICE COMMAND MOVEMENT ALLIANCE ACADEMY DIRECTORATE DIVISION SECTION INITIATIVE SUBCOMMITTEE
        CONFEDERATION FRONT CABINET CONGRESS DIET DUMA KNESSET POLITBURO PRESIDIUM SOVIET CLUB SOCIETY COLLEGE HOSPITAL FUND GROUP MISSION CHAMBER
        FORCE GUARD MILITIA TRIBUNAL DELEGATION BRIGADE DIVISION REGIMENT BATTALION PREFECTURE
        MUSEUM LIBRARY ORCHESTRA CONSORTIUM AIRLINES AIRWAYS COALITION MAFIA CARTEL FLEET
        """);

    private static readonly WordList s_beginsWithOf = new(
        """
        MINISTRY DEPARTMENT BUREAU OFFICE COUNCIL COMMITTEE UNIVERSITY INSTITUTE BANK ORGANIZATION ASSOCIATION CENTER BOARD COURT CHAMBER MINISTRIES
        HOUSE DIRECTORATE COMMISSION ASSEMBLY UNION LEAGUE FEDERATION GOVERNMENT ACADEMY PREFECTURE FOUNDATION CONGRESS CONFEDERATION
        """);

    private static readonly WordList s_joins = new("of for and the & de da do del on - in");
    private static readonly WordList s_stop = new("the a an this that these those his her their our its and of in on for to from by with at is was were said told also senior former acting several however");
    private static readonly WordList s_ministryHeads = new("MINISTRY GOVERNMENT GOVT NAVY ARMY POLICE SENATE PARLIAMENT FORCES FORCE CONGRESS CABINET DELEGATION");
    /// <summary>What ministries are about.</summary>
    internal static WordList Topics { get; } = new(
        "FOREIGN INTERIOR DEFENSE DEFENCE JUSTICE FINANCE TRADE ECONOMY HEALTH EDUCATION AGRICULTURE LABOR ENERGY TRANSPORT INFORMATION CULTURE ENVIRONMENT COMMERCE PLANNING OIL INDUSTRY WAR COLONIAL HOME");

    private static readonly WordList s_alone = new("MFA MOD MOFA FONOFF MINFIN MOFTEC FOROFF FONMINISTRY GOSPLAN POLITBURO MOI MOJ MOH");

    public static void Find(Scan scan)
    {
        for (int i = 0; i < scan.Count; i++)
        {
            if (!scan.Has(i, TokenShape.Word))
            {
                continue;
            }

            int end = OfficeCode(scan, i) ?? GovernmentCode(scan, i) ?? Department(scan, i) ?? i;
            if (end > i)
            {
                i = end - 1;
                continue;
            }

            if (scan.In(s_alone, i) && (scan.Has(i, TokenShape.AllCapitals) || scan.Has(i, TokenShape.MixedCase)))
            {
                Draft draft = scan.Add(new TokenRange(i, i + 1), EntityType.Organization, 0.9, "a ministry's short name", 64);
                draft.Key = MinistryKey(scan, scan.Is(i, "fonoff") || scan.Is(i, "foroff") || scan.Is(i, "mofa") ? "MFA" : Folding.Fold(scan.Text(i).ToString()), null);
            }

            MissionSection(scan, i);
            TownPaper(scan, i);
            Ending(scan, i);
            Beginning(scan, i);
            Apposed(scan, i);
            Designated(scan, i);
        }
    }

    /// <summary>EUR/NCE, S/CT, INR/R/MR: capitals with slashes whose first part is a bureau.</summary>
    private static int? OfficeCode(Scan scan, int i)
    {
        if (!scan.Has(i, TokenShape.Capital) || scan.Tokens[i].Length > 4 || !scan.IsMark(i + 1, '/') || scan.Has(i + 1, TokenShape.SpaceBefore)
            || scan.Context.Gazetteer.Office(scan.Text(i).ToString()) is not { } bureau && !(scan.Is(i, "S") || scan.Is(i, "G") || scan.Is(i, "D")))
        {
            return null;
        }

        int end = i + 1;
        while (scan.IsMark(end, '/') && scan.Has(end + 1, TokenShape.Word | TokenShape.Number) && scan.Has(end + 1, TokenShape.AllCapitals | TokenShape.Initial)
            && !scan.Has(end + 1, TokenShape.SpaceBefore) && scan.Tokens[end + 1].Length <= 6)
        {
            end += 2;
        }

        if (end == i + 1)
        {
            return null;
        }

        string code = scan.Segment.Surface(new TokenRange(i, end));
        if (PositionWords.IsCode(code))
        {
            return null;
        }

        Draft draft = scan.Add(new TokenRange(i, end), EntityType.Organization, 0.93, $"an office code of the Department: {code}", 82);
        draft.Key = "office:" + code;
        draft.Properties["kind"] = "office";
        return end;
    }

    /// <summary>GOB, GOI, GOC/PRC: "Government of" with the letters of a country; the host's where they fit.</summary>
    private static int? GovernmentCode(Scan scan, int i)
    {
        ReadOnlySpan<char> word = scan.Text(i);
        if (word.Length is < 3 or > 5 || word[0] != 'G' || word[1] != 'O' || !scan.Has(i, TokenShape.AllCapitals | TokenShape.MixedCase) || scan.Is(i, "GOP") && scan.Context.Host is null
            || word.ToString() is "GOAL" or "GOALS" or "GOES" or "GOING" or "GONE" or "GOOD" or "GOLD" or "GOODS" or "GOLF" or "GOT")
        {
            return null;
        }

        GazetteerEntry? host = scan.Context.Host;
        bool fits = host is not null && (word[2] == Folding.Fold(host.Name[0]) || Folding.Fold(host.Name).StartsWith(Folding.Fold(word[2..].ToString()), StringComparison.Ordinal)
            || host.Iso is { } iso && word[2..].Equals(iso, StringComparison.Ordinal));
        if (!fits && (scan.Facts.Words[i] & WordKind.Lower) != 0)
        {
            return null;
        }

        Draft draft = scan.Add(new TokenRange(i, i + 1), EntityType.Organization, 0.93, "a code for a government", 84);
        draft.Key = fits ? GovernmentKey(host!) : "gov:" + word.ToString();
        draft.Name = fits ? "Government of " + host!.Name : null;
        return i + 1;
    }

    public static string GovernmentKey(GazetteerEntry country) => country.Name == "United States" ? "row:org:US-Government" : "gov:" + country.Id;

    /// <summary>"the Department", "DoS": the Department of State.</summary>
    private static int? Department(Scan scan, int i)
    {
        bool code = scan.Is(i, "dos") && scan.Has(i, TokenShape.MixedCase | TokenShape.AllCapitals) || scan.Is(i, "secstate") || scan.Is(i, "statedept");
        bool bare = (scan.Is(i, "department") || scan.Is(i, "dept") && !scan.Capitals) && scan.Has(i, TokenShape.Capital) && !scan.Is(i + 1, "of") && !scan.Is(i + 1, "for")
            && (scan.Is(i - 1, "the") || !scan.Has(i - 1, TokenShape.Capital) || scan.Has(i - 1, TokenShape.Punctuation) || First(scan, i - 1))
            && (!scan.Capitals || (!scan.Has(i - 1, TokenShape.Word) || scan.In(s_stop, i - 1)) && !scan.Is(i + 1, "store"));
        bool joint = scan.Is(i, "state") && scan.Is(i - 1, "joint") && scan.Has(i, TokenShape.Capital) && (scan.IsMark(i + 1, '-') || scan.IsMark(i + 1, '/')) && !scan.Has(i + 1, TokenShape.SpaceBefore) && scan.Has(i + 2, TokenShape.Capital);
        if (!code && !bare && !joint)
        {
            return null;
        }

        Draft draft = scan.Add(new TokenRange(i, i + 1), EntityType.Organization, bare ? 0.88 : 0.97, "the Department of State's short name", 78);
        draft.Entry = scan.Context.Gazetteer.Find("Department of State");
        return i + 1;
    }

    /// <summary>"Argentine Senate", "Sov Govt", "Foreign Ministry", "National Iranian Oil Company".</summary>
    private static void Ending(Scan scan, int head)
    {
        if (scan.Is(head, "soviet") && !scan.Is(head - 1, "supreme"))
        {
            return;
        }

        bool goesOn = scan.In(s_beginsWithOf, head) && (scan.Is(head + 1, "of") || scan.Is(head + 1, "for")) && scan.Has(scan.Is(head + 2, "the") ? head + 3 : head + 2, TokenShape.Capital);
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
            else if (!scan.Capitals && start < head && start > 1 && scan.IsMark(start - 1, '-') && !scan.Has(start, TokenShape.SpaceBefore) && !scan.Has(start - 1, TokenShape.SpaceBefore)
                && Modifies(scan, start - 2) && scan.Facts.Matches[start - 2] is null)
            {
                start -= 2;
            }
            else
            {
                break;
            }
        }

        if (start == head - 1 && scan.Is(head, "department") && First(scan, start))
        {
            return;
        }

        bool nation = Enumerable.Range(start, head - start).Any(token => scan.Facts.Matches[token] is { Length: 1 } match && (match.Kinds & (EntryKind.Demonym | EntryKind.Country)) != 0)
            || (start < head && scan.Is(start, "national"));
        if (scan.Is(start, "sov") && scan.In(s_ministryHeads, head))
        {
            nation = true;
        }

        if (start == head || (scan.Capitals && !nation && !(head - start == 1 && scan.In(Topics, start) && scan.Is(head, "ministry"))))
        {
            return;
        }

        var range = new TokenRange(start, head + 1);
        if (scan.Is(head, "department") && !scan.Capitals && Enumerable.Range(start, head - start).All(token => Local(scan, token)))
        {
            scan.Add(range, EntityType.Place, 0.85, "a department of a country", 66);
            return;
        }

        bool seat = Seat(scan, start, range.Count) && !((scan.Is(head + 1, "of") || scan.Is(head + 1, "for")) && scan.Has(head + 2, TokenShape.Capital));
        Draft draft = scan.Add(range, EntityType.Organization, 0.85, $"a name that ends in \"{scan.Text(head)}\"", seat ? 67 : scan.Facts.Matches[start] is { } known && known.Length < range.Count && (known.Kinds & EntryKind.Organization) != 0 ? 71 : nation || scan.In(s_ministryHeads, head) ? 58 : !scan.Capitals && Enumerable.Range(start + 1, head - start - 1).Any(token => scan.Facts.Matches[token] is { Length: 1 } inner && (inner.Kinds & EntryKind.Region) != 0) ? 57 : 46);
        GazetteerEntry? country = Nation(scan, start);
        if ((scan.Is(head, "government") || scan.Is(head, "govt")) && country is not null && range.Count == 2)
        {
            draft.Key = GovernmentKey(country);
        }
        else if (scan.Is(head, "ministry"))
        {
            draft.Key = MinistryKey(scan, scan.Is(head - 1, "foreign") ? "MFA" : Folding.Fold(scan.Text(head - 1).ToString()), country);
        }
    }

    /// <summary>A word of the language that stands large because a sentence begins with it: "Suggest Department inform".</summary>
    private static bool First(Scan scan, int token) => token >= 0 && scan.Segment.SentenceOf(token).Start == token && NotNames.IsWord(scan, token);

    /// <summary>A place of some size begins the name: "Hungary Chamber of Commerce".</summary>
    private static bool Seat(Scan scan, int start, int length) =>
        !scan.Capitals && scan.Facts.Matches[start] is { } place && place.Length < length && (place.Kinds & (EntryKind.Region | EntryKind.City | EntryKind.Country)) != 0
        && !place.Kinds.HasFlag(EntryKind.Small) && (place.Length > 1 || (scan.Facts.Words[start] & (WordKind.CommonSurname | WordKind.GivenName)) == 0);

    /// <summary>A word that names places and nothing else.</summary>
    private static bool Local(Scan scan, int token) =>
        (scan.Facts.Words[token] & (WordKind.PlaceName | WordKind.Lower)) == WordKind.PlaceName && !scan.In(Topics, token) && !scan.Has(token, TokenShape.AllCapitals)
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
        : scan.Facts.Matches[token] is { } match && (match.Kinds & (EntryKind.Demonym | EntryKind.Country)) != 0 ? scan.Context.Gazetteer.Country(match.Entry.Name) : null;

    private static bool Modifies(Scan scan, int token)
    {
        if (!scan.Has(token, TokenShape.Word) || scan.In(s_stop, token) || scan.In(PositionWords.Heads, token) || scan.In(PositionWords.Codes, token))
        {
            return false;
        }

        if (!scan.Capitals)
        {
            return scan.Has(token, TokenShape.Capital);
        }

        bool nation = scan.Facts.Matches[token] is { } match && match.Length == 1 && (match.Kinds & (EntryKind.Demonym | EntryKind.Country)) != 0;
        return nation || scan.In(Topics, token) || scan.Is(token, "sov") || scan.Is(token, "national") || scan.Is(token, "armed") || scan.Is(token, "air");
    }

    /// <summary>"Ministry of Justice", "Organization of American States", "government of the United States of America".</summary>
    private static void Beginning(Scan scan, int head)
    {
        if (!scan.In(s_beginsWithOf, head) || !(scan.Is(head + 1, "of") || scan.Is(head + 1, "for")))
        {
            return;
        }

        int next = scan.Is(head + 2, "the") ? head + 3 : head + 2;
        if (scan.Is(head, "government") && next < scan.Count && scan.Facts.Matches[next] is { } country && country.Kinds.HasFlag(EntryKind.Country))
        {
            Draft government = scan.Add(new TokenRange(head, next + country.Length), EntityType.Organization, 0.92, "\"government of\" with a country", 76);
            government.Key = GovernmentKey(country.Entry);
            return;
        }

        if (!scan.Has(head, TokenShape.Capital) || scan.Capitals && !scan.Is(head, "ministry"))
        {
            return;
        }

        int end = next;
        while (end < scan.Count && end - head < 10)
        {
            // "Ministry of Justice State Secretary Brandt": the office of who follows.
            if (end > next && scan.Is(head, "ministry") && (scan.In(PositionWords.Heads, end) || scan.In(PositionWords.Modifiers, end) && scan.In(PositionWords.Heads, end + 1)))
            {
                break;
            }

            if (scan.Has(end, TokenShape.Word) && scan.Has(end, TokenShape.Capital) && (!scan.Capitals || scan.In(Topics, end) || scan.Is(end, "affairs") || scan.Is(end, "relations") || scan.Is(end, "external")))
            {
                end++;
            }
            else if (end > next && scan.Is(head, "ministry") && scan.IsMark(end, ',') && scan.In(Topics, end + 1) && scan.Has(end + 1, TokenShape.Capital) && scan.Is(end + 2, "and") && scan.Has(end + 3, TokenShape.Capital) && !scan.Capitals)
            {
                end += 3;
            }
            else if (end > next && scan.In(s_joins, end) && !scan.Is(end, "in") && !scan.Is(end, "on") && Continues(scan, end))
            {
                end++;
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

        bool district = scan.Is(head, "department") && (scan.Facts.Matches[next] is { } place && (place.Kinds & (EntryKind.City | EntryKind.Region)) != 0 || end == next + 1 && Local(scan, next));
        Draft draft = scan.Add(new TokenRange(start, end), district ? EntityType.Place : EntityType.Organization, 0.9, $"\"{scan.Text(head)} of\" with a name", scan.Is(head, "ministry") ? 60 : Seat(scan, start, end - start) ? 67 : Outgrows(scan, start, head, end) ? 53 : 48);
        if (scan.Is(head, "ministry"))
        {
            string topic = Folding.Fold(scan.Segment.Surface(new TokenRange(next, end)));
            draft.Key = MinistryKey(scan, topic is "FOREIGN AFFAIRS" or "EXTERNAL RELATIONS" or "EXTERNAL AFFAIRS" or "FOREIGN RELATIONS" ? "MFA" : topic, start < head ? Nation(scan, start) : null);
        }
    }

    /// <summary>The model stopped at the body's noun where the name goes on.</summary>
    private static bool Outgrows(Scan scan, int start, int head, int end) =>
        scan.Tagged.Exists(tagged => tagged.Tokens.Start >= start && tagged.Tokens.End == head + 1 && tagged.Tokens.End < end);

    private static readonly WordList s_papers = new("times post herald tribune journal gazette globe telegraph observer chronicle");

    /// <summary>"the Lima Herald": a city and a paper's noun.</summary>
    private static void TownPaper(Scan scan, int noun)
    {
        for (int start = Math.Max(0, noun - 3); start < noun && scan.In(s_papers, noun) && scan.Has(noun, TokenShape.Capital) && !scan.Capitals; start++)
        {
            if (scan.Facts.Matches[start] is { } city && start + city.Length == noun && (city.Kinds & EntryKind.City) != 0)
            {
                scan.Add(new TokenRange(start, noun + 1), EntityType.Organization, 0.85, $"a city with \"{scan.Text(noun)}\"", 67);
                return;
            }
        }
    }

    private static readonly WordList s_missions = new("embassy consulate legation mission");
    private static readonly WordList s_sections = new("affairs political economic consular commercial management econ agricultural cultural press security");

    /// <summary>"the Embassy's Public Affairs section".</summary>
    private static void MissionSection(Scan scan, int head)
    {
        if (!scan.Is(head, "section") || scan.Capitals || !scan.In(s_sections, head - 1) || !scan.Has(head - 1, TokenShape.Capital))
        {
            return;
        }

        int start = scan.Is(head - 2, "public") && scan.Has(head - 2, TokenShape.Capital) ? head - 2 : head - 1;
        start = scan.In(s_missions, start - 1) && scan.Has(start - 1, TokenShape.Capital) ? start - 1 : start;
        scan.Add(new TokenRange(start, head + 1), EntityType.Organization, 0.85, "a section of the mission", scan.In(s_missions, start) ? 93 : 59);
    }

    /// <summary>"The Ministry of Foreign Affairs, office of multilateral political issues,": an office in small letters between commas.</summary>
    private static void Apposed(Scan scan, int i)
    {
        bool office = scan.Is(i, "office") || scan.Is(i, "directorate") || scan.Is(i, "bureau");
        if (!office || scan.Has(i, TokenShape.Capital) || !scan.IsMark(i - 1, ',') || !scan.Is(i + 1, "of"))
        {
            return;
        }

        int end = i + 2;
        while (end < scan.Count && end - i < 8 && scan.Has(end, TokenShape.Word))
        {
            end++;
        }

        if (end > i + 2 && scan.IsMark(end, ','))
        {
            scan.Add(new TokenRange(i, end), EntityType.Organization, 0.7, "an office in apposition", 59);
        }
    }

    /// <summary>"the NGO Harbor Watch", "the daily, A Manha": a capitalised name after the word for what it is.</summary>
    private static void Designated(Scan scan, int i)
    {
        if (!scan.In(s_designators, i) || scan.Capitals || (scan.Has(i, TokenShape.Capital) && !scan.Has(i, TokenShape.AllCapitals)))
        {
            return;
        }

        int start = scan.IsMark(i + 1, ',') ? i + 2 : i + 1;
        int end = start;
        while (end < scan.Count && end - start < 4 && scan.Has(end, TokenShape.Word) && scan.Has(end, TokenShape.Capital) && !scan.In(PositionWords.Heads, end) && !scan.In(Dates.Months, end))
        {
            end++;
        }

        if (end > start && (start == i + 1 || scan.IsMark(end, ',')) && !(end - start == 1 && (scan.Facts.Words[start] & WordKind.Lower) != 0))
        {
            scan.Add(new TokenRange(start, end), EntityType.Organization, 0.75, $"a name after \"{scan.Text(i)}\"", 57);
        }
    }

    private static readonly WordList s_designators = new("ngo newspaper daily weekly magazine airline firm company");

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
