using Chancery.Extraction.Gazetteers;
using Chancery.Extraction.Text;

namespace Chancery.Extraction.Mentions;

/// <summary>Bodies by their form: office codes, ministries, governments, the Department, capitalised names that end in a body's noun.</summary>
internal static partial class BodyRule
{
    /// <summary>Nouns that end (or, with "of", begin) a body's name.</summary>
    internal static readonly WordList Heads = new(
        """
        MINISTRY DEPARTMENT DEPT COMMITTEE COMMISSION COUNCIL AGENCY PARTY UNION ORGANIZATION ORGANISATION ASSOCIATION BANK UNIVERSITY INSTITUTE CENTER CENTRE
        CORPORATION COMPANY COURT PARLIAMENT SENATE ASSEMBLY BUREAU OFFICE SECRETARIAT FOUNDATION FEDERATION LEAGUE ARMY NAVY FORCES POLICE
        AUTHORITY BOARD GOVERNMENT GOVT ADMINISTRATION SERVICE COMMAND MOVEMENT ALLIANCE ACADEMY DIRECTORATE DIVISION SECTION INITIATIVE SUBCOMMITTEE
        CONFEDERATION FRONT CABINET CONGRESS DIET DUMA KNESSET POLITBURO PRESIDIUM SOVIET CLUB SOCIETY COLLEGE HOSPITAL FUND GROUP MISSION CHAMBER
        FORCE GUARD MILITIA TRIBUNAL DELEGATION BRIGADE DIVISION REGIMENT BATTALION PREFECTURE
        SCHOOL UNIT TRUST MUSEUM LIBRARY ORCHESTRA CONSORTIUM AIRLINES AIRWAYS COALITION MAFIA CARTEL FLEET
        NETWORK ENTERPRISE ENTERPRISES HOLDINGS LEGISLATURE INSPECTORATE SYNDICATE COOPERATIVE BROTHERHOOD
        """);

    private static readonly WordList s_beginsWithOf = new(
        """
        MINISTRY DEPARTMENT DEPT BUREAU OFFICE COUNCIL COMMITTEE UNIVERSITY INSTITUTE BANK ORGANIZATION ASSOCIATION CENTER BOARD COURT CHAMBER MINISTRIES
        HOUSE DIRECTORATE COMMISSION ASSEMBLY UNION LEAGUE FEDERATION GOVERNMENT ACADEMY PREFECTURE FOUNDATION CONGRESS CONFEDERATION
        """);

    private static readonly WordList s_joins = new("of for and the & de da do del on - in");
    private static readonly WordList s_stop = new(
        """
        the a an this that these those his her their our its and of in on for to from by with at is was were said told also senior former
        acting several however
        """);
    private static readonly WordList s_ministryHeads = new(
        """
        MINISTRY GOVERNMENT GOVT NAVY ARMY POLICE SENATE PARLIAMENT FORCES FORCE CONGRESS CABINET DELEGATION
        """);
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
                draft.Key = MinistryKey(scan, scan.Is(i, "fonoff")
                        || scan.Is(i, "foroff", "mofa") ? "MFA" : Folding.Fold(scan.Text(i).ToString()), null);
            }

            Insurgents(scan, i);
            MissionSection(scan, i);
            TownPaper(scan, i);
            Ending(scan, i);
            Beginning(scan, i);
            Apposed(scan, i);
            Owner(scan, i);
        }
    }

    private const int FirstYearOfWar = 1957;
    private const int LastYearOfWar = 1976;

    /// <summary>"VC", "NVA": the letters of the other side in telegrams of the war in Viet-Nam.</summary>
    private static void Insurgents(Scan scan, int i)
    {
        if (scan.Is(i, "VC", "NVA") && scan.Has(i, TokenShape.AllCapitals) && scan.Context.Document.Year is >= FirstYearOfWar and <= LastYearOfWar)
        {
            Draft draft = scan.Add(new TokenRange(i, i + 1), EntityType.Organization, 0.85, "letters of the war in Viet-Nam", 64);
            draft.Name = scan.Is(i, "VC") ? "Viet Cong" : "North Vietnamese Army";
            draft.Key = "war:" + scan.Text(i).ToString();
        }
    }

    private static readonly WordList s_businessRoles = new("chairman manager director rep economist principal ceo board shareholders subsidiary subsidiaries");

    /// <summary>"VARDAN'S GENERAL MANAGER", "Vardan Norsk's chairman": whose such a role is, is a body.</summary>
    private static void Owner(Scan scan, int role)
    {
        if (!scan.In(s_businessRoles, role))
        {
            return;
        }

        int clitic = scan.In(PositionWords.Modifiers, role - 1) ? role - 2 : role - 1;
        int name = clitic - 1;
        if (!scan.Has(clitic, TokenShape.Clitic) || !scan.Named(name) || scan.Facts.Matches[name] is not null || scan.In(Heads, name)
            || scan.In(PositionWords.Heads, name) || (scan.Facts.Words[name] & (WordKind.GivenName | WordKind.Lower)) != 0)
        {
            return;
        }

        if (scan.In(Titles.Offices, name - 1) || scan.In(Titles.Honorifics, name - 1))
        {
            return;
        }

        bool second = scan.Named(name - 1) && (scan.Capitals || !NotNames.IsWord(scan, name - 1)) && !scan.In(Titles.Honorifics, name - 1) && scan.Has(name, TokenShape.SpaceBefore)
            && (scan.Capitals ? scan.Facts.Words[name - 1] == WordKind.None : scan.Segment.SentenceOf(name).Start < name - 1);
        if (second && (scan.Facts.Words[name - 1] & WordKind.GivenName) != 0)
        {
            return;
        }

        scan.Add(new TokenRange(second ? name - 1 : name, clitic), EntityType.Organization, 0.75, $"whose \"{scan.Text(role)}\" it is", 52);
    }

    private static readonly WordList s_papers = new("times post herald tribune journal gazette globe telegraph observer chronicle");

    /// <summary>"the Lima Herald": a city and a paper's noun.</summary>
    private static void TownPaper(Scan scan, int noun)
    {
        for (int start = Math.Max(0, noun - 3); start < noun && scan.In(s_papers, noun) && scan.Has(noun, TokenShape.Capital)
                && !scan.Capitals; start++)
        {
            if (scan.Facts.Matches[start] is { } city && start + city.Length == noun && (city.Kinds & EntryKind.City) != 0)
            {
                scan.Add(new TokenRange(start, noun + 1), EntityType.Organization, 0.85, $"a city with \"{scan.Text(noun)}\"", 67);
                return;
            }
        }
    }

    private static readonly WordList s_missions = new("embassy consulate legation mission");
    private static readonly WordList s_sections = new(
        """
        affairs political economic consular commercial management econ agricultural cultural press security
        """);

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
        bool office = scan.Is(i, "office", "directorate", "bureau");
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
}
