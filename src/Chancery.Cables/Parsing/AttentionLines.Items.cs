using System.Buffers;

namespace Chancery.Cables.Parsing;

/// <summary>One item of an attention line: an office, a person, a role, or an office with its people.</summary>
internal sealed partial class AttentionLines
{
    private static readonly HashSet<string> RoleWords = new(StringComparer.Ordinal)
    {
        "CHARGE", "AMBASSADOR", "AMB", "SECRETARY", "DIRECTOR", "COORDINATOR", "ADMINISTRATOR", "CODEL", "STAFFDEL", "DCM", "COUNSELOR", "COMMANDER", "CHAIRMAN", "ADVISOR", "OFFICER", "CHIEF", "ATTACHE",
        "WATCHER", "WATCHERS", "POLAD", "LEGATT", "DATT", "RSO", "REO", "RLA", "ADVISER", "PRESIDENT", "UNDERSECRETARY",
    };

    /// <summary>Ranks of command, which stand before the body: "CG ABC-D", "CDR EFGH".</summary>
    private static readonly HashSet<string> CommandWords = new(StringComparer.Ordinal) { "CG", "CDR", "CINC", "COMDR" };

    /// <summary>The fewest letters of a mailbox name, an initial and a surname.</summary>
    private const int MailboxLength = 5;

    private static readonly SearchValues<char> NameLetters = SearchValues.Create("ABCDEFGHIJKLMNOPQRSTUVWXYZ.-' ");

    /// <summary>The list cut at commas, semicolons and AND, brackets kept whole.</summary>
    private IEnumerable<TextSpan> Items(TextSpan tail)
    {
        int depth = 0;
        int start = tail.Start;
        for (int at = tail.Start; at < tail.End; at++)
        {
            char c = text[at];
            depth += c == '(' ? 1 : c == ')' ? -1 : 0;
            bool and = depth <= 0 && c is 'A' or 'a' && at > tail.Start && char.IsWhiteSpace(text[at - 1]) && TextScan.IsWordAt(text.AsSpan(0, tail.End), at, "AND");
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

        // "COMMERCE FOR JMARLOWE/KHARDY": two mailboxes, for no office has parts of five letters and more on both sides.
        int stroke = slice.IndexOf('/');
        if (stroke >= MailboxLength && slice.Length - stroke > MailboxLength && AllLetters(slice[..stroke]) && AllLetters(slice[(stroke + 1)..]))
        {
            Add(default, new TextSpan(item.Start, item.Start + stroke), default);
            Add(default, new TextSpan(item.Start + stroke + 1, item.End), default);
            return;
        }

        TextSpan rest = TextScan.Trim(text, new TextSpan(first.End, item.End));
        TextSpan role = CommandWords.Contains(TextScan.Slice(text, first).ToString()) ? item : RoleEnd(item);
        if (role.Length > 0)
        {
            Add(default, TextScan.Trim(text, new TextSpan(role.End, item.End)), role);
        }
        else if (rest.Length == 0)
        {
            // "FOR THE SECRETARY FROM LEIGH"
            bool isPerson = !slice.Contains('/') && (sender || IsInitialed(slice)
                || ((FollowsPerson(addressees, item) || (slice.Length >= MailboxLength && ContinuesNames(addressees, item))) && addressees[^1].Via == via));
            Add(isPerson ? default : item, isPerson ? item : default, default);
        }
        else if (TextScan.Slice(text, first).Contains('/'))
        {
            Add(first, rest, default);
        }
        else if (first.Length == 1 || (first.Length == 2 && text[first.End - 1] == '.') || FollowsPerson(addressees, item) || (ContinuesNames(addressees, item) && addressees[^1].Via == via))
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
    private bool FollowsPerson(List<Addressee> addressees, TextSpan item)
    {
        ReadOnlySpan<char> before = text.AsSpan(0, item.Start).TrimEnd();
        return addressees.Count > 0 && addressees[^1].Person is not null && before.EndsWith(" AND", StringComparison.OrdinalIgnoreCase) && before[..^4].TrimEnd() is not [.., ')'];
    }

    // "AF/XYZ JOHN MARLOWE, JANE HARDY": a list of names goes on with names.
    private bool ContinuesNames(List<Addressee> addressees, TextSpan item)
    {
        if (addressees.Count == 0 || addressees[^1] is not { Person.Span: { } before } || !text.AsSpan(0, item.Start).TrimEnd().EndsWith(",", StringComparison.Ordinal)
            || !text.AsSpan(before.End, item.Start - before.End).Trim(" ,\r\n").IsEmpty)
        {
            return false;
        }

        foreach (TextSpan word in TextScan.Words(text, item))
        {
            ReadOnlySpan<char> letters = TextScan.Slice(text, word);
            if (letters.ContainsAnyExcept(NameLetters) || (letters.Length < 3 && letters[^1] != '.'))
            {
                return false;
            }
        }

        return true;
    }

    // "J.MARLOWE", "C.HARDY-MARLOWE"
    private static bool IsInitialed(ReadOnlySpan<char> word) =>
        word.Length > 4 && word[1] == '.' && char.IsAsciiLetterUpper(word[0]) && word.LastIndexOf('.') < word.Length - 2 && !word.ContainsAnyExcept(NameLetters);

    private static bool AllLetters(ReadOnlySpan<char> word) => !word.ContainsAnyExceptInRange('A', 'Z');

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

        // "1234/JOHN MARLOWE": a room, and who sits there.
        int stroke = slice.IndexOf('/');
        if (stroke > 0 && TextScan.IsDigits(slice[..stroke]) && slice[(stroke + 1)..] is { IsEmpty: false } who && who.Contains(' ') && !who.ContainsAnyExcept(NameLetters))
        {
            return item.Start + stroke;
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
}
