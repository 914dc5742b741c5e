namespace Chancery.Cables.Parsing;

/// <summary>
/// Lines that name offices and people at the other end: "STATE FOR EUR/NCE - WILLIAM SILKWORTH", "DEPT PASS USTR",
/// "FROM NEA ACTING ASSISTANT SECRETARY JOHN MARLOWE FOR CHARGE HARDY".
/// </summary>
internal sealed class AttentionLines(string text)
{
    private static readonly HashSet<string> AgencyWords = new(StringComparer.Ordinal)
    {
        "STATE", "DEPT", "DEPARTMENT", "OF", "USDOC", "TREASURY", "USAID", "AID", "JUSTICE", "INTERIOR", "COMMERCE", "LABOR", "DOE", "DEA", "USTR", "NSC", "ALSO",
        "PLEASE", "DOD", "OSD", "JCS", "FBI",
        "DOL", "DHS", "USDA", "HHS", "CDC", "EPA", "SECDEF", "CUSTOMS", "ENERGY", "USGS",
    };

    private static readonly HashSet<string> RoleWords = new(StringComparer.Ordinal)
    {
        "CHARGE", "AMBASSADOR", "AMB", "SECRETARY", "DIRECTOR", "COORDINATOR", "ADMINISTRATOR", "CODEL", "STAFFDEL", "DCM", "COUNSELOR", "COMMANDER", "CHAIRMAN", "ADVISOR", "OFFICER", "CHIEF", "ATTACHE",
    };

    private const int MostAddressees = 500;

    private readonly List<TextSpan> _statements = [];

    /// <summary>Takes a line where it is one of these; false leaves it to the caller.</summary>
    /// <param name="afterSubject">Below the subject only "FROM … FOR …" and what continues it count.</param>
    public bool TryAdd(TextSpan line, bool blankBefore, bool afterSubject)
    {
        ReadOnlySpan<char> slice = TextScan.Slice(text, line);
        if (TextScan.HasLowerLetter(slice) || line.Length < 4 || !char.IsAsciiLetterOrDigit(slice[0]) || TextScan.IsRule(slice))
        {
            return false;
        }

        bool connector = Find(line, "FOR").Length > 0 || Find(line, "PASS").Length > 0;
        if (_statements.Count > 0 && !blankBefore && Continues(_statements[^1], line, connector))
        {
            _statements[^1] = new TextSpan(_statements[^1].Start, line.End);
            return true;
        }

        if (afterSubject ? slice.StartsWith("FROM ", StringComparison.Ordinal) : connector || slice.StartsWith("FROM ", StringComparison.Ordinal) || NamesOffice(line))
        {
            _statements.Add(line);
            return true;
        }

        return false;
    }

    public void Finish(List<Addressee> addressees)
    {
        foreach (TextSpan part in _statements.SelectMany(Split))
        {
            if (addressees.Count >= MostAddressees)
            {
                return;
            }

            Read(part, addressees);
        }
    }

    private bool Continues(TextSpan last, TextSpan line, bool connector)
    {
        ReadOnlySpan<char> before = TextScan.Slice(text, last);
        bool sender = before.StartsWith("FROM ", StringComparison.Ordinal) && Find(last, "FOR").Length == 0;
        bool open = before[^1] is ',' or ';' or '-' or '/' or '&' || TextScan.EndsWithAny(before, " AND", " FOR", " TO");
        return sender || (!connector && (open || TextScan.Slice(text, line).StartsWith("AND ", StringComparison.Ordinal)));
    }

    // "STATE INR/R/MR; IIP/R/MR", "USDOC 1234/ABC/DEFG/NAME"
    private bool NamesOffice(TextSpan line)
    {
        TextSpan first = TextScan.NextWord(text, line.Start, line.End);
        TextSpan second = TextScan.NextWord(text, first.End, line.End);
        return AgencyWords.Contains(TextScan.Slice(text, first).ToString()) && TextScan.Slice(text, second).Contains('/');
    }

    // A line holds several statements where an agency is named anew: "SECDEF FOR USDP/ISA, DIA FOR DC-4A", or where line ends are lost.
    private IEnumerable<TextSpan> Split(TextSpan statement)
    {
        if (TextScan.Slice(text, statement).StartsWith("FROM ", StringComparison.Ordinal))
        {
            yield return statement;
            yield break;
        }

        int start = statement.Start;
        bool connected = false;
        TextSpan before = default;
        int agency = -1;
        foreach (TextSpan word in TextScan.Words(text, statement))
        {
            bool connector = Is(word, "FOR") || Is(word, "PASS");
            if (connector && connected && !(Is(word, "FOR") && Is(before, "PASS")))
            {
                int cut = agency >= 0 ? agency : before.Start;
                if (cut > start)
                {
                    yield return TextScan.Trim(text, new TextSpan(start, cut), ",;");
                    start = cut;
                }
            }

            connected |= connector;
            bool isAgency = AgencyWords.Contains(TextScan.Slice(text, word).ToString());
            agency = isAgency ? (agency < 0 ? word.Start : agency) : Is(word, "PASS") ? agency : -1;
            before = word;
        }

        yield return TextScan.Trim(text, new TextSpan(start, statement.End), ",;");
    }

    private void Read(TextSpan statement, List<Addressee> addressees)
    {
        string via = Find(statement, "PASS").Length > 0 ? "PASS" : "ATTN";
        TextSpan connector = Find(statement, "FOR");
        TextSpan pass = Find(statement, "PASS");
        TextSpan head = default;
        TextSpan tail;
        if (TextScan.Slice(text, statement).StartsWith("FROM ", StringComparison.Ordinal))
        {
            int end = connector.Length > 0 ? connector.Start : statement.End;
            AddItem("ATTN", default, TextScan.Trim(text, new TextSpan(statement.Start + 5, end)), addressees, sender: true);
            if (connector.Length == 0)
            {
                return;
            }

            tail = new TextSpan(connector.End, statement.End);
        }
        else if (connector.Length > 0 || pass.Length > 0)
        {
            // "PASS" or "FOR", whichever comes first; "PASS FOR" is one connector.
            bool passes = pass.Length > 0 && (connector.Length == 0 || pass.Start < connector.Start);
            bool passesFor = passes && connector.Length > 0 && connector.Start == TextScan.NextWord(text, pass.End, statement.End).Start;
            head = TrimCourtesy(new TextSpan(statement.Start, passes ? pass.Start : connector.Start));
            tail = new TextSpan(passes && !passesFor ? pass.End : connector.End, statement.End);
            TextSpan to = TextScan.NextWord(text, tail.Start, tail.End);
            if (via == "PASS" && TextScan.Slice(text, to) is "TO" or "ALSO")
            {
                tail = new TextSpan(to.End, tail.End);
            }
        }
        else
        {
            head = TextScan.NextWord(text, statement.Start, statement.End);
            tail = new TextSpan(head.End, statement.End);
        }

        TextSpan from = Find(tail, "FROM");
        TextSpan receivers = from.Length > 0 ? new TextSpan(tail.Start, from.Start) : tail;
        foreach (TextSpan item in Items(TextScan.Trim(text, receivers)).Take(MostAddressees))
        {
            AddItem(via, head, TrimOnly(item), addressees, sender: false);
        }

        if (from.Length > 0)
        {
            AddItem("ATTN", default, TextScan.Trim(text, new TextSpan(from.End, tail.End)), addressees, sender: true);
        }
    }

    // "FOR THE SECRETARY ONLY"
    private TextSpan TrimOnly(TextSpan item) =>
        TextScan.Slice(text, item).EndsWith(" ONLY", StringComparison.Ordinal) ? TextScan.Trim(text, new TextSpan(item.Start, item.End - 5)) : item;

    private TextSpan TrimCourtesy(TextSpan head)
    {
        while (true)
        {
            head = TextScan.Trim(text, head, ",-:");
            ReadOnlySpan<char> slice = TextScan.Slice(text, head);
            int cut = slice.EndsWith("ALSO", StringComparison.Ordinal) ? 4 : slice.EndsWith("PLEASE", StringComparison.Ordinal) ? 6 : slice.EndsWith("PLS", StringComparison.Ordinal) ? 3 : 0;
            if (cut == 0)
            {
                return head;
            }

            head = new TextSpan(head.Start, head.End - cut);
        }
    }

    /// <summary>The list cut at commas, semicolons and AND, brackets kept whole.</summary>
    private IEnumerable<TextSpan> Items(TextSpan tail)
    {
        int depth = 0;
        int start = tail.Start;
        for (int at = tail.Start; at < tail.End; at++)
        {
            char c = text[at];
            depth += c == '(' ? 1 : c == ')' ? -1 : 0;
            bool and = depth <= 0 && c is 'A' && at > tail.Start && char.IsWhiteSpace(text[at - 1]) && TextScan.IsWordAt(text.AsSpan(0, tail.End), at, "AND");
            if (depth <= 0 && (c is ',' or ';' or '&' || and))
            {
                if (TextScan.Trim(text, new TextSpan(start, at)) is { Length: > 0 } item)
                {
                    yield return item;
                }

                start = at + (and ? 3 : 1);
            }
        }

        if (start < tail.End && TextScan.Trim(text, new TextSpan(start, tail.End), ".") is { Length: > 0 } last)
        {
            yield return last;
        }
    }

    private void AddItem(string via, TextSpan head, TextSpan item, List<Addressee> addressees, bool sender)
    {
        if (item.Length == 0)
        {
            return;
        }

        Located<string>? agency = head.Length > 0 ? TextScan.Locate(text, head) : null;
        TextSpan first = TextScan.NextWord(text, item.Start, item.End);
        ReadOnlySpan<char> slice = TextScan.Slice(text, item);
        int open = slice.IndexOf('(');
        if (open > 0)
        {
            // EUR/OHI (ASMITH;BJONES)
            int close = slice.IndexOf(')');
            TextSpan inner = new(item.Start + open + 1, close > open ? item.Start + close : item.End);
            TextSpan office = TextScan.Trim(text, new TextSpan(item.Start, item.Start + open));
            bool any = false;
            foreach (TextSpan person in Items(TextScan.Trim(text, inner)))
            {
                Add(any ? default : office, person, default);
                any = true;
            }

            if (!any)
            {
                Add(office, default, default);
            }

            return;
        }

        int separator = Separator(item);
        if (separator > 0)
        {
            TextSpan office = TextScan.Trim(text, new TextSpan(item.Start, separator));
            TextSpan person = TextScan.Trim(text, new TextSpan(separator, item.End), "-:/");
            Add(office, person, default);
            return;
        }

        TextSpan rest = TextScan.Trim(text, new TextSpan(first.End, item.End));
        TextSpan role = RoleEnd(item);
        if (role.Length > 0)
        {
            Add(default, TextScan.Trim(text, new TextSpan(role.End, item.End)), role);
        }
        else if (rest.Length == 0)
        {
            // "FOR THE SECRETARY FROM LEIGH"
            bool isPerson = !slice.Contains('/') && (sender || (FollowsPerson(addressees, item) && addressees[^1].Via == via));
            Add(isPerson ? default : item, isPerson ? item : default, default);
        }
        else if (TextScan.Slice(text, first).Contains('/'))
        {
            Add(first, rest, default);
        }
        else if (first.Length == 1 || (first.Length == 2 && text[first.End - 1] == '.') || FollowsPerson(addressees, item))
        {
            Add(default, item, default);
        }
        else
        {
            Add(item, default, default);
        }

        void Add(TextSpan office, TextSpan person, TextSpan position)
        {
            Addressee addressee = new(via, item)
            {
                Agency = agency,
                Office = office.Length > 0 ? TextScan.Locate(text, office) : null,
                Person = person.Length > 0 ? TextScan.Locate(text, person) : null,
                Position = position.Length > 0 ? TextScan.Locate(text, position) : null,
                IsSender = sender,
            };

            // A header printed twice names each once.
            if (!addressees.Exists(known => known.Via == via && known.Office?.Value == addressee.Office?.Value && known.Person?.Value == addressee.Person?.Value
                && known.Position?.Value == addressee.Position?.Value && known.Post is null))
            {
                addressees.Add(addressee);
            }
        }
    }

    // "RHONDA SHAW AND ED SALTER"
    private bool FollowsPerson(List<Addressee> addressees, TextSpan item) =>
        addressees.Count > 0 && addressees[^1].Person is not null && text.AsSpan(0, item.Start).TrimEnd().EndsWith(" AND", StringComparison.Ordinal);

    // Where office and person part: " - ", ":", "-" before a mailbox name, "/" before a name of five letters and more.
    private int Separator(TextSpan item)
    {
        ReadOnlySpan<char> slice = TextScan.Slice(text, item);
        int dash = slice.IndexOf(" - ");
        if (dash > 0)
        {
            return item.Start + dash;
        }

        int colon = slice.IndexOf(':');
        if (colon > 0)
        {
            return item.Start + colon;
        }

        int last = slice.LastIndexOfAny('-', '/');
        if (last <= 0 || slice.Contains(' '))
        {
            return -1;
        }

        ReadOnlySpan<char> name = slice[(last + 1)..];
        bool mailbox = name.Contains('.') || name.Length >= 5;
        return mailbox && name.Length > 3 && !name.ContainsAnyInRange('0', '9') && slice[..last].Contains('/') ? item.Start + last : -1;
    }

    // "NEA ACTING ASSISTANT SECRETARY" JOHN MARLOWE
    private TextSpan RoleEnd(TextSpan item)
    {
        int end = -1;
        foreach (TextSpan word in TextScan.Words(text, item))
        {
            if (RoleWords.Contains(TextScan.Slice(text, word).ToString()))
            {
                end = word.End;
            }
        }

        return end < 0 ? default : new TextSpan(item.Start, end);
    }

    private bool Is(TextSpan span, string word) => TextScan.Slice(text, span).SequenceEqual(word);

    private TextSpan Find(TextSpan span, string word)
    {
        foreach (TextSpan candidate in TextScan.Words(text, span))
        {
            if (TextScan.Slice(text, candidate).SequenceEqual(word))
            {
                return candidate;
            }
        }

        return default;
    }
}
