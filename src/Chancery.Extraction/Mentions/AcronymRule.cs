using Chancery.Extraction.Text;

namespace Chancery.Extraction.Mentions;

/// <summary>"Organization for Black Sea Economic Cooperation (BSEC)": a name, its acronym in brackets, and both of them wherever they stand.</summary>
internal static partial class AcronymRule
{
    private static readonly WordList s_small = new("of for and the in on to a an de la del y & with from");
    private static readonly WordList s_programme = new(
        "program programme act law treaty convention agreement protocol plan project memorandum understanding system syndrome visa resolution declaration charter pact forum summit exercise operation curriculum index rights investment investments indicator rate ratio price product tax report area zone disease round mechanism mechanisms actions action scheme license licence permit requirement");

    private static readonly WordList s_courts = new(
        """
        MINISTRY DEPARTMENT AGENCY AUTHORITY BUREAU SERVICE OFFICE COURT COMMISSION COMMITTEE COUNCIL ORGANIZATION ORGANISATION ASSOCIATION LEAGUE CENTER CENTRE INSTITUTE FEDERATION CONFEDERATION FOUNDATION
        """);

    /// <summary>Notes the cable's definitions before its names are looked for.</summary>
    public static void Define(Scan scan)
    {
        for (int i = 2; i + 1 < scan.Count; i++)
        {
            if (!scan.IsMark(i - 1, '(') || !IsAcronym(scan, i) || !(scan.IsMark(i + 1, ')') || scan.IsMark(i + 1, ',') || scan.IsMark(i + 1, ';')))
            {
                continue;
            }

            if (Expansion(scan, i) is { } name)
            {
                bool body = Enumerable.Range(name.Start, name.Count - 1).Any(token => scan.In(s_courts, token));
                bool known = scan.Facts.Matches[name.Start] is { } row && row.Length == name.Count && row.Kinds.HasFlag(Gazetteers.EntryKind.Organization);
                bool programme = !known && ((scan.In(s_programme, name.End - 1) && !body) || scan.In(s_programme, name.Start) || IsScheme(scan, name)
                    || scan.In(PositionWords.Strong, name.Start) && !scan.Is(name.End - 1, "office") || IsTitle(scan, name)
                    || !name.Any(token => scan.Has(token, TokenShape.Capital)));
                string acronym = scan.Text(i).ToString();
                string key = "acronym:" + acronym;
                if (IsTitle(scan, name))
                {
                    scan.Context.Titles.TryAdd(acronym, scan.Segment.Surface(name));
                }

                scan.Context.Acronyms.TryAdd(acronym, programme ? "" : scan.Segment.Surface(name));
                if (programme)
                {
                    scan.Add(name, EntityType.Organization, 0, Scan.Blocker, 88);
                    scan.Add(new TokenRange(i, i + 1), EntityType.Organization, 0, Scan.Blocker, 88);
                    continue;
                }

                Add(scan, name, i, acronym, key);
            }
        }
    }

    /// <summary>"Pilot Program to Conserve Harbors", "Reducing Harbor Emissions": the noun before the first small word is a scheme's, or the first word a deed.</summary>
    private static bool IsScheme(Scan scan, TokenRange name)
    {
        int small = Enumerable.Range(name.Start, name.Count).FirstOrDefault(token => scan.In(s_small, token) && !scan.Has(token, TokenShape.Capital), name.End);
        bool deed = scan.Text(name.Start).EndsWith("ing", StringComparison.Ordinal) && NotNames.IsWord(scan, name.Start) && name.Count > 2;
        bool body = scan.In(BodyRule.Heads, name.End - 1);
        return !body && (small < name.End && small > name.Start && scan.In(s_programme, small - 1) || deed && !scan.Is(name.Start, "leading", "working", "standing", "housing", "banking", "shipping"));
    }

    /// <summary>"Regional Harbor Officer (RHO)": an office, not a body.</summary>
    private static bool IsTitle(Scan scan, TokenRange name) => name.Count > 1 && scan.In(PositionWords.Heads, name.End - 1)
        && !scan.Is(name.Start, "office") && scan.Has(name.End - 1, TokenShape.Capital);

    private static void Add(Scan scan, TokenRange name, int acronymToken, string acronym, string key)
    {
        int after = acronymToken + 2;
        if (scan.IsMark(acronymToken + 1, ')') && scan.In(BodyRule.Heads, after) && scan.Has(after, TokenShape.Capital)
            && scan.Has(after, TokenShape.SpaceBefore))
        {
            Draft whole = scan.Add(new TokenRange(name.Start, after + 1), EntityType.Organization, 0.95, $"a name around its acronym ({acronym})", 90);
            whole.Key = key;
            whole.Name = $"{acronym} {scan.Text(after)}";
            return;
        }

        Draft longName = scan.Add(name, EntityType.Organization, 0.97, $"defines the acronym {acronym}", 88);
        longName.Key = key;
        longName.Properties["acronym"] = acronym;
        Draft shortName = scan.Add(new TokenRange(acronymToken, acronymToken + 1), EntityType.Organization, 0.98, $"the acronym of \"{longName.Surface}\"", 88);
        shortName.Key = key;
        shortName.Properties["acronym"] = acronym;
    }

    /// <summary>Every further use of a defined acronym, and a slip of one: two neighbouring letters exchanged.</summary>
    public static void Uses(Scan scan)
    {
        Dictionary<string, string> defined = scan.Context.Acronyms;
        if (defined.Count == 0)
        {
            return;
        }

        for (int i = 0; i < scan.Count; i++)
        {
            if (!scan.Has(i, TokenShape.Capital) || scan.Tokens[i].Length is < 2 or > 10)
            {
                continue;
            }

            string word = scan.Text(i).ToString();
            if (!scan.Has(i, TokenShape.AllCapitals) && !defined.ContainsKey(word))
            {
                continue;
            }

            if (defined.TryGetValue(word, out string? name))
            {
                Use(scan, i, word, name, $"the acronym of \"{name}\"", 0.97);
            }
            else if (word.Length >= 4 && (scan.Facts.Words[i] & Gazetteers.WordKind.Lower) == 0 && scan.Facts.Matches[i] is null
                && defined.Keys.FirstOrDefault(acronym => Exchanged(acronym, word)) is { } meant && defined[meant].Length > 0)
            {
                Use(scan, i, meant, defined[meant], $"a slip for {meant}: two letters exchanged", 0.85);
            }
        }
    }

    private static readonly WordList s_acts = new(
        """
        has had is was will would could can may must said says announced ordered reported stated claims claimed decided agreed plans
        planned approved arrested
        """);
    private static readonly WordList s_speaks = new(
        """
        told said says announced hosted joined insists insisted denied denies argued wants wanted claims claimed agreed confirmed declined
        refused opposes opposed approved complained
        """);
    private static readonly WordList s_notBodies = new(
        """
        SSM SSMS IRBM IRBMS MRBM SAM SAMS SLBM POW POWS EU US UK UN MP MPS DG SG AG GOE ETA AOR EEZ FTA EPZ EPA GSP SME FDI NSC MNLF BG LT GEN COL DAS PRC ROK DRC UAE NGO NGOS
        MOU MOA GDP GNP TIP IPR VIP UAV HIV AIDS PDF CEO CFO PM FM AM USD EUR TV FM POC ICBM WMD CFE START SALT MLAT SOFA DVD CD ID OK SMS
        BW
        """);

    /// <summary>"the XYZ, the country's watchdog, ordered": unknown letters behind an article that act or own name a body; "a French acronym for" says that they do not.</summary>
    public static void Unknown(Scan scan)
    {
        if (scan.Capitals)
        {
            InCapitals(scan);
            return;
        }

        for (int i = 0; i < scan.Count; i++)
        {
            if (!scan.Has(i, TokenShape.AllCapitals) || scan.Has(i, TokenShape.HasDigit | TokenShape.Dotted) || scan.Tokens[i].Length is < 2 or > 7)
            {
                continue;
            }

            if (scan.IsMark(i + 1, ',') && (scan.Is(i + 3, "acronym") || scan.Is(i + 4, "acronym")))
            {
                scan.Add(new TokenRange(i, i + 1), EntityType.Organization, 0, Scan.Blocker, 72);
                continue;
            }

            if (Party(scan, i))
            {
                continue;
            }

            bool article = scan.Is(i - 1, "the") && !scan.IsMark(i + 1, '-') && !scan.IsMark(i + 1, '/');
            bool acts = scan.Has(i + 1, TokenShape.Clitic) || scan.In(s_acts, i + 1)
                || scan.IsMark(i + 1, ',') && (scan.Is(i + 2, "the") || scan.Has(i + 2, TokenShape.Capital));
            bool part = scan.IsMark(i - 1, '/') && !scan.Has(i, TokenShape.SpaceBefore);
            bool owns = scan.Has(i + 1, TokenShape.Clitic) || scan.IsMark(i + 1, ',') && scan.Is(i + 2, "whose");
            bool speaks = scan.In(s_speaks, i + 1) && !scan.Has(i + 1, TokenShape.Capital);
            bool staffed = scan.Has(i + 1, TokenShape.SpaceBefore) && (scan.In(PositionWords.Heads, i + 1)
                || scan.In(PositionWords.Modifiers, i + 1) && (scan.In(PositionWords.Heads, i + 2) || scan.In(PositionWords.Modifiers, i + 2)
                    && scan.In(PositionWords.Heads, i + 3)));
            if (!part && (article && acts || owns || speaks || staffed)
                && (scan.Facts.Words[i] & (Gazetteers.WordKind.Lower | Gazetteers.WordKind.Surname)) == 0
                && scan.Facts.Matches[i] is null && !scan.In(s_notBodies, i) && !scan.In(PositionWords.Codes, i)
                && !NotNames.Shouts(scan, new TokenRange(i, i + 1)) && scan.Tokens[i].Length > 2)
            {
                scan.Add(new TokenRange(i, i + 1), EntityType.Organization, 0.8, "unknown letters that act like a body", scan.Tokens[i].Length < 6 ? 51 : 49);
            }
        }
    }

    /// <summary>"HWP/R": a body's letters and one more behind a slash, no office of the Department's.</summary>
    private static bool Party(Scan scan, int letters)
    {
        bool more = scan.Tokens[letters].Length >= 3 && scan.IsMark(letters + 1, '/') && !scan.Has(letters + 1, TokenShape.SpaceBefore) && !scan.Has(letters + 2, TokenShape.SpaceBefore)
            && !scan.IsMark(letters - 1, '/') && scan.Has(letters + 2, TokenShape.Capital) && (scan.Tokens[letters + 2].Length == 1
                || scan.Has(letters + 2, TokenShape.AllCapitals) && scan.Tokens[letters + 2].Length == 2
                    && scan.Facts.Matches[letters] is { } agency && agency.Kinds.HasFlag(Gazetteers.EntryKind.Organization) && scan.Tokens[letters].Length > 3)
            && scan.Facts.Matches[letters + 2] is null && !scan.IsMark(letters + 3, '/') && !scan.IsMark(letters + 3, '-')
            && !(scan.Facts.Matches[letters] is { } row && row.Kinds.HasFlag(Gazetteers.EntryKind.Country));
        if (!more || (scan.Facts.Words[letters] & Gazetteers.WordKind.Lower) != 0 || scan.Segment.Kind != SegmentKind.Body || scan.In(s_notBodies, letters) || NotNames.Shouts(scan, new TokenRange(letters, letters + 1)))
        {
            return false;
        }

        scan.Add(new TokenRange(letters, letters + 3), EntityType.Organization, 0.85, "a body's letters with a slash", 81);
        return true;
    }

    private static readonly WordList s_run = new("PRESIDENT DIRECTOR CHAIRMAN SPOKESMAN SECGEN REP");

    /// <summary>"QRTAM PRESIDENT BRANDT": in capitals an unknown word before who runs it.</summary>
    private static void InCapitals(Scan scan)
    {
        for (int i = 0; i + 1 < scan.Count; i++)
        {
            if (scan.In(s_run, i + 1) && scan.Has(i, TokenShape.AllCapitals) && scan.Tokens[i].Length is >= 3 and <= 8
                && scan.Facts.Words[i] == Gazetteers.WordKind.None && scan.Facts.Matches[i] is null && !scan.In(s_notBodies, i)
                && !scan.In(PositionWords.Codes, i) && !scan.In(PositionWords.Modifiers, i) && !scan.Named(i - 1) && !scan.Has(i, TokenShape.HasDigit | TokenShape.Clitic))
            {
                scan.Add(new TokenRange(i, i + 1), EntityType.Organization, 0.7, "an unknown word before who runs it", 49);
            }
        }
    }

    private static void Use(Scan scan, int token, string acronym, string name, string reason, double confidence)
    {
        if (name.Length == 0)
        {
            scan.Add(new TokenRange(token, token + 1), EntityType.Organization, 0, Scan.Blocker, 86);
            return;
        }

        Draft draft = scan.Add(new TokenRange(token, token + 1), EntityType.Organization, confidence, reason, 86);
        draft.Key = "acronym:" + acronym;
    }

    /// <summary>"BSEC Secretariat", "SECI CENTER": an acronym with a noun of bodies right after it is one name.</summary>
    public static void Units(Scan scan)
    {
        foreach (Draft draft in scan.Candidates.ToArray())
        {
            int next = draft.Tokens.End;
            if (draft.Type != EntityType.Organization || draft.Tokens.Count != 1 || draft.Reason == Scan.Blocker
                || !scan.Has(draft.Tokens.Start, TokenShape.AllCapitals | TokenShape.Dotted)
                || !scan.In(s_units, next) || !scan.Has(next, TokenShape.Capital) || !scan.Has(next, TokenShape.SpaceBefore))
            {
                Abroad(scan, draft, next);
                continue;
            }

            int end = next + 1;
            if (scan.Is(next, "security", "general"))
            {
                if (!scan.In(s_units, end))
                {
                    continue;
                }

                end++;
            }

            scan.Add(new TokenRange(draft.Tokens.Start, end), EntityType.Organization, 0.93, $"an acronym with \"{scan.Text(end - 1)}\"", 87);
        }
    }

    /// <summary>"HFO field office", "HFO delegation": a body's people somewhere, no government's.</summary>
    private static void Abroad(Scan scan, Draft body, int next)
    {
        int last = scan.Is(next, "field", "country", "regional") && scan.Is(next + 1, "office") ? next + 1 : next;
        if (!scan.Capitals && scan.Has(next, TokenShape.SpaceBefore) && !scan.Has(next, TokenShape.Capital) && (last > next || scan.In(s_abroad, next) || scan.Is(next, "mission") && scan.Is(body.Tokens.Start, "USAID", "AID", "UNDP"))
            && body.Key?.StartsWith("gov:", StringComparison.Ordinal) != true && !scan.Is(body.Tokens.Start, "USG")
            && scan.Tokens[body.Tokens.Start].Length > 1 && !scan.Has(body.Tokens.Start, TokenShape.Dotted)
            && scan.Facts.Matches[body.Tokens.Start] is { } match && match.Kinds.HasFlag(Gazetteers.EntryKind.Organization) && !match.Kinds.HasFlag(Gazetteers.EntryKind.Country))
        {
            scan.Add(new TokenRange(body.Tokens.Start, last + 1), EntityType.Organization, 0.85, $"an acronym with \"{scan.Text(last)}\"", 87);
        }
    }

    private static readonly WordList s_abroad = new("delegation secretariat");

    private static readonly WordList s_units = new(
        """
        CENTER CENTRE SECRETARIAT COUNCIL COMMISSION COMMITTEE ASSEMBLY SECURITY GENERAL BOARD BUREAU AGENCY MISSION DELEGATION
        SUBCOMMITTEE DIRECTORATE
        """);
}
