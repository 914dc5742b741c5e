namespace Chancery.Cables.Parsing;

/// <summary>
/// Lines that name offices and people at the other end: "STATE FOR EUR/NCE - WILLIAM SILKWORTH", "DEPT PASS USTR",
/// "FROM NEA ACTING ASSISTANT SECRETARY JOHN MARLOWE FOR CHARGE HARDY".
/// </summary>
internal sealed partial class AttentionLines(string text)
{
    private static readonly HashSet<string> AgencyWords = new(StringComparer.Ordinal)
    {
        "STATE", "DEPT", "DEPARTMENT", "OF", "USDOC", "TREASURY", "USAID", "AID", "JUSTICE", "INTERIOR", "COMMERCE", "LABOR", "DOE", "DEA", "USTR", "NSC", "ALSO",
        "PLEASE", "DOD", "OSD", "JCS", "FBI",
        "DOL", "DHS", "USDA", "HHS", "CDC", "EPA", "SECDEF", "CUSTOMS", "ENERGY", "USGS",
    };

    /// <summary>What a line in small letters may hold in capitals and small letters alike: "State pass to EEB", "For EUR/XYZ (Marlowe)".</summary>
    private static readonly HashSet<string> Openings = new(AgencyWords.Append("FOR").Append("PASS"), StringComparer.OrdinalIgnoreCase);

    private const int LongestMixedLine = 120;

    private const int MostAddressees = 500;

    private readonly List<TextSpan> _statements = [];

    /// <summary>Takes a line where it is one of these; false leaves it to the caller.</summary>
    /// <param name="afterSubject">Below the subject only "FROM … FOR …" and what continues it count.</param>
    public bool TryAdd(TextSpan line, bool blankBefore, bool afterSubject)
    {
        ReadOnlySpan<char> slice = TextScan.Slice(text, line);
        if ((TextScan.HasLowerLetter(slice) && !IsMixed(line)) || line.Length < 4 || !char.IsAsciiLetterOrDigit(slice[0]) || TextScan.IsRule(slice))
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

    // "State pass to EEB", "Dept for EUR/XYZ and INL": small letters, but an agency first and an office in capitals after it.
    private bool IsMixed(TextSpan line)
    {
        ReadOnlySpan<char> slice = TextScan.Slice(text, line);
        TextSpan first = TextScan.NextWord(text, line.Start, line.End);
        if (line.Length > LongestMixedLine || TextScan.EndsSentence(slice) || !Openings.Contains(TextScan.Slice(text, first).ToString()))
        {
            return false;
        }

        TextSpan connector = Find(line, "FOR") is { Length: > 0 } found ? found : Find(line, "PASS");
        TextSpan office = connector.Length == 0 ? default : TextScan.NextWord(text, connector.End, line.End);
        office = office.Length > 0 && Is(office, "TO") ? TextScan.NextWord(text, office.End, line.End) : office;
        return office.Length > 1 && !TextScan.HasLowerLetter(TextScan.Slice(text, office)) && char.IsAsciiLetterUpper(text[office.Start]);
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
        bool passing = false;
        TextSpan before = default;
        int agency = -1;
        foreach (TextSpan word in TextScan.Words(text, statement))
        {
            bool connector = Is(word, "FOR") || Is(word, "PASS");
            if (connector && connected && !(Is(word, "FOR") && (Is(before, "PASS") || passing)))
            {
                // "STATE FOR XYZ, PASS TO USTR": behind a comma the line goes on to somebody else.
                int cut = agency >= 0 ? agency : text[before.End - 1] is ',' or ';' ? word.Start : before.Start;
                if (cut > start)
                {
                    yield return TextScan.Trim(text, new TextSpan(start, cut), ",;");
                    start = cut;
                }
            }

            // "PASS U.S. PATENT BUREAU FOR J.MARLOWE" is one statement; a list ends before the next.
            passing = connector ? Is(word, "PASS") : passing && text[word.End - 1] is not (',' or ';');
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
            if (via == "PASS" && (Is(to, "TO") || Is(to, "ALSO")))
            {
                tail = new TextSpan(to.End, tail.End);
            }

            TextSpan onward = via != "PASS" ? default : Find(tail, "FOR") is { Length: > 0 } wanted ? wanted : Find(tail, "TO");
            if (onward.Length > 0 && TextScan.Trim(text, new TextSpan(tail.Start, onward.Start), ",-:") is { Length: > 0 } passed)
            {
                // "STATE PASS USTR FOR J.MARLOWE", "DEPT PASS AID TO XYZ": to an agency, and there to a man or an office of its own.
                AddItem(via, head, passed, addressees, sender: false);
                (head, tail) = (passed, new TextSpan(onward.End, tail.End));
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

    private bool Is(TextSpan span, string word) => TextScan.Slice(text, span).Equals(word, StringComparison.OrdinalIgnoreCase);

    private TextSpan Find(TextSpan span, string word)
    {
        foreach (TextSpan candidate in TextScan.Words(text, span))
        {
            if (Is(candidate, word))
            {
                return candidate;
            }
        }

        return default;
    }
}
