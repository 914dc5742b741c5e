using Chancery.Extraction.Text;

namespace Chancery.Extraction.Mentions;

/// <summary>"Organization for Black Sea Economic Cooperation (BSEC)": a name, its acronym in brackets, and both of them wherever they stand.</summary>
internal static class AcronymRule
{
    private static readonly WordList s_small = new("of for and the in on to a an de la del y & with from");
    private static readonly WordList s_programme = new(
        "program programme act law treaty convention agreement protocol plan project memorandum understanding system syndrome visa resolution declaration charter pact forum summit exercise operation curriculum index rights investment investments indicator rate ratio price product tax report area zone disease");

    private static readonly WordList s_courts = new("COURT COMMISSION COMMITTEE COUNCIL ORGANIZATION ASSOCIATION LEAGUE CENTER CENTRE INSTITUTE FEDERATION CONFEDERATION FOUNDATION");

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
                bool programme = (scan.In(s_programme, name.End - 1) && !body) || scan.In(s_programme, name.Start) || scan.In(PositionWords.Strong, name.Start)
                    || !Enumerable.Range(name.Start, name.Count).Any(token => scan.Has(token, TokenShape.Capital));
                string acronym = scan.Text(i).ToString();
                string key = "acronym:" + acronym;
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

    private static void Add(Scan scan, TokenRange name, int acronymToken, string acronym, string key)
    {
        int after = acronymToken + 2;
        if (scan.IsMark(acronymToken + 1, ')') && scan.In(BodyRule.Heads, after) && scan.Has(after, TokenShape.Capital) && scan.Has(after, TokenShape.SpaceBefore))
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

    private static readonly WordList s_acts = new("has had is was will would could can may must said says announced ordered reported stated claims claimed decided agreed plans planned approved arrested");
    private static readonly WordList s_notBodies = new("NGO NGOS MOU MOA GDP GNP TIP IPR VIP UAV HIV AIDS PDF CEO CFO PM FM AM USD EUR TV FM POC ICBM WMD CFE START SALT MLAT SOFA DVD CD ID OK SMS BW");

    /// <summary>"the XYZ, the country's watchdog, ordered": unknown letters behind an article that act or own name a body; "a French acronym for" says that they do not.</summary>
    public static void Unknown(Scan scan)
    {
        if (scan.Capitals)
        {
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

            bool article = scan.Is(i - 1, "the") && !scan.IsMark(i + 1, '-') && !scan.IsMark(i + 1, '/');
            bool acts = scan.Has(i + 1, TokenShape.Clitic) || scan.In(s_acts, i + 1) || scan.IsMark(i + 1, ',') && (scan.Is(i + 2, "the") || scan.Has(i + 2, TokenShape.Capital));
            if (article && acts && (scan.Facts.Words[i] & (Gazetteers.WordKind.Lower | Gazetteers.WordKind.Surname)) == 0 && scan.Facts.Matches[i] is null && !scan.In(s_notBodies, i) && !scan.In(PositionWords.Codes, i)
                && !NotNames.Shouts(scan, new TokenRange(i, i + 1)) && scan.Tokens[i].Length > 2)
            {
                scan.Add(new TokenRange(i, i + 1), EntityType.Organization, 0.8, "unknown letters that act like a body", 49);
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
            if (draft.Type != EntityType.Organization || draft.Tokens.Count != 1 || draft.Reason == Scan.Blocker || !scan.Has(draft.Tokens.Start, TokenShape.AllCapitals | TokenShape.Dotted)
                || !scan.In(s_units, next) || !scan.Has(next, TokenShape.Capital) || !scan.Has(next, TokenShape.SpaceBefore))
            {
                continue;
            }

            int end = next + 1;
            if (scan.Is(next, "security") || scan.Is(next, "general"))
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

    private static readonly WordList s_units = new("CENTER CENTRE SECRETARIAT COUNCIL COMMISSION COMMITTEE ASSEMBLY SECURITY GENERAL BOARD BUREAU AGENCY MISSION DELEGATION SUBCOMMITTEE DIRECTORATE");

    internal static bool Exchanged(string acronym, string word)
    {
        if (acronym.Length != word.Length)
        {
            return false;
        }

        int first = 0;
        while (first < word.Length && acronym[first] == word[first])
        {
            first++;
        }

        return first + 1 < word.Length && acronym[first] == word[first + 1] && acronym[first + 1] == word[first]
            && acronym.AsSpan(first + 2).SequenceEqual(word.AsSpan(first + 2));
    }

    private static bool IsAcronym(Scan scan, int token)
    {
        if (!scan.Has(token, TokenShape.Word) || scan.Tokens[token].Length is < 2 or > 10)
        {
            return false;
        }

        ReadOnlySpan<char> word = scan.Text(token);
        int upper = 0;
        foreach (char c in word)
        {
            upper += char.IsUpper(c) ? 1 : 0;
        }

        return (upper >= 2 && upper * 2 > word.Length) || (upper == 1 && char.IsUpper(word[0]) && word.Length >= 4 && scan.IsMark(token + 1, ')'));
    }

    /// <summary>"Congress of Harbor Trade Unions (Cohatu)": an acronym written like a word takes a letter or more of each capitalised word in turn.</summary>
    private static TokenRange? Syllables(Scan scan, int acronymToken, int end)
    {
        string acronym = Folding.Fold(scan.Text(acronymToken).ToString());
        int start = end;
        int words = 0;
        while (start > 0 && (Capitalised(scan, start - 1) || (scan.In(s_small, start - 1) && !scan.Has(start - 1, TokenShape.Punctuation) && Capitalised(scan, start - 2))))
        {
            start--;
            words += Capitalised(scan, start) ? 1 : 0;
        }

        while (start < end && (!Capitalised(scan, start) || scan.Is(start, "the")))
        {
            words -= Capitalised(scan, start) ? 1 : 0;
            start++;
        }

        return words >= 3 && !scan.Capitals && Takes(scan, start, end, acronym) ? new TokenRange(start, end) : null;
    }

    private static bool Takes(Scan scan, int token, int end, ReadOnlySpan<char> rest)
    {
        while (token < end && !Capitalised(scan, token))
        {
            token++;
        }

        if (rest.IsEmpty || token >= end)
        {
            return rest.IsEmpty && token >= end;
        }

        ReadOnlySpan<char> word = scan.Text(token);
        for (int length = 0; length < Math.Min(word.Length, rest.Length) && Folding.Fold(word[length]) == rest[length]; length++)
        {
            if (Takes(scan, token + 1, end, rest[(length + 1)..]))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>The words before the bracket whose first letters make the acronym, the last word at the latest three words back.</summary>
    private static TokenRange? Expansion(Scan scan, int acronymToken)
    {
        string letters = new([.. scan.Text(acronymToken).ToString().Where(char.IsUpper)]);
        int end = acronymToken - 1;
        if (scan.Has(end - 1, TokenShape.Clitic))
        {
            end--;
        }

        if (letters.Length == 1)
        {
            return Syllables(scan, acronymToken, end);
        }

        int letter = letters.Length - 1;
        int token = end - 1;
        int start = -1;
        int skipped = 0;
        while (token >= 0 && letter >= 0 && end - token <= letters.Length * 2 + 6)
        {
            if (scan.IsMark(token, '-') || scan.IsMark(token, ',') || scan.IsMark(token, '&') || scan.IsMark(token, '\'') || scan.Has(token, TokenShape.Clitic))
            {
                token--;
                continue;
            }

            if (!scan.Has(token, TokenShape.Word))
            {
                break;
            }

            char initial = Initial(scan, token);
            if (initial == letters[letter] && !(scan.In(s_small, token) && !scan.Has(token, TokenShape.Capital)))
            {
                start = token;
                letter--;
                skipped = 0;
            }
            else if (!scan.In(s_small, token) && ++skipped > 2)
            {
                break;
            }

            token--;
        }

        int missed = letter + 1;
        if (start < 0 || missed > (letters.Length >= 4 ? 1 : 0))
        {
            return InitialMatch(scan, acronymToken, letters, end);
        }

        return Extend(scan, start, end);
    }

    /// <summary>Acronyms of another order or language ("Organization for Black Sea Economic Cooperation (BSEC)"): a capitalised run that holds most of the letters.</summary>
    private static TokenRange? InitialMatch(Scan scan, int acronymToken, string letters, int end)
    {
        int start = end;
        while (start > 0 && (Capitalised(scan, start - 1) || Inner(scan, start - 1, end) || (scan.In(s_small, start - 1) && start - 2 >= 0 && Capitalised(scan, start - 2))))
        {
            start--;
        }

        while (start < end && scan.In(s_small, start))
        {
            start++;
        }

        if (end - start < 2 || scan.Capitals || Enumerable.Range(start, end - start).Any(token => scan.In(PositionWords.Heads, token)))
        {
            return null;
        }

        string initials = new([.. Enumerable.Range(start, end - start).Where(t => scan.Has(t, TokenShape.Word)).Select(t => Initial(scan, t))]);
        int shared = letters.Count(letter => initials.Contains(letter, StringComparison.Ordinal));
        bool body = Enumerable.Range(start, end - start).Any(token => scan.In(BodyRule.Heads, token));
        return shared * 2 >= letters.Length + 1 || body ? new TokenRange(start, end) : null;
    }

    /// <summary>A hyphen or apostrophe inside a name.</summary>
    private static bool Inner(Scan scan, int token, int end) => token > 0 && token + 1 < end && Capitalised(scan, token - 1) && Capitalised(scan, token + 1) && !scan.Has(token, TokenShape.SpaceBefore)
        && (scan.Has(token, TokenShape.Clitic) || scan.IsMark(token, '\'') || scan.IsMark(token, '-') && !scan.Has(token + 1, TokenShape.SpaceBefore));

    private static bool Capitalised(Scan scan, int token) => scan.Has(token, TokenShape.Word) && (scan.Has(token, TokenShape.Capital) || PlaceForms.IsElided(scan, token));

    /// <summary>The letter that a word gives to an acronym: of "d'Etat" the E.</summary>
    private static char Initial(Scan scan, int token) => char.ToUpperInvariant(scan.Text(token)[PlaceForms.IsElided(scan, token) ? 2 : 0]);

    /// <summary>"ORGANIZATION FOR [Black Sea …]": the body's noun before the lettered words belongs to the name.</summary>
    private static TokenRange Extend(Scan scan, int start, int end)
    {
        int before = start - 1;
        while (before > 0 && scan.In(s_small, before) && !scan.Is(before, "and") && !scan.Is(before, "to") && !scan.Is(before, "in"))
        {
            before--;
        }

        if (before >= 0 && before < start - 1 && scan.In(BodyRule.Heads, before) && scan.Has(before, TokenShape.Capital) && !scan.Is(before + 1, "the"))
        {
            start = before;
        }

        return new TokenRange(start, end);
    }
}
