namespace Chancery.Cables.Parsing;

/// <summary>Cuts a body into headings and blocks of lines, and leaves out what transport and publishers put between them.</summary>
internal sealed class BodyScanner
{
    private const int HeadingLength = 90;
    private const int HeadingLines = 3;

    private readonly LineTable _lines;
    private readonly string _text;
    private readonly HeaderDraft _header;
    private readonly List<Block> _blocks = [];
    private readonly List<string> _warnings;
    private readonly bool _capitals;
    private Located<string>? _heading;
    private Block? _open;
    private bool _blank = true;
    private bool _ruled;
    private bool _listing;
    private static readonly string[] s_participants =
        ["PARTICIPANTS", "OTHER PARTICIPANTS", "OTHERS PRESENT", "ALSO PRESENT", "PRESENT", "PRESENT WERE", "OTHERS PRESENT WERE"];

    private bool _repeating;
    private int _lastNumber;

    private BodyScanner(LineTable lines, HeaderDraft header, List<string> warnings, TextSpan body)
    {
        _lines = lines;
        _text = lines.Text;
        _header = header;
        _warnings = warnings;
        _capitals = IsCapitals(TextScan.Slice(_text, body));
    }

    public static List<Block> Read(LineTable lines, HeaderDraft header, TextSpan body, List<string> warnings)
    {
        BodyScanner scanner = new(lines, header, warnings, body);
        int first = lines.At(body.Start);
        for (int i = first; i < lines.Count && lines[i].Start < body.End; i++)
        {
            TextSpan line = lines[i];
            scanner.Take(i, TextScan.Trim(scanner._text, new TextSpan(Math.Max(line.Start, Math.Min(body.Start, line.End)), Math.Min(line.End, body.End))));
        }

        scanner.Close();
        return scanner._blocks;
    }

    private static bool IsCapitals(ReadOnlySpan<char> text)
    {
        int lower = 0, upper = 0;
        foreach (char c in text[..Math.Min(text.Length, 4000)])
        {
            lower += char.IsLower(c) ? 1 : 0;
            upper += char.IsUpper(c) ? 1 : 0;
        }

        return upper > 4 * lower;
    }

    private void Take(int index, TextSpan line)
    {
        if (line.Length == 0)
        {
            _blank = true;
            return;
        }

        ReadOnlySpan<char> slice = TextScan.Slice(_text, line);
        if (TextScan.IsRule(slice))
        {
            TakeRule(line);
            return;
        }

        if (PageHeaders.IsTransport(_text, line) || RepeatsHeader(line))
        {
            if (_open is not null)
            {
                _open.Interrupted = true;
            }

            _blank &= !_repeating;
            return;
        }

        if (TrySplitInlineRule(index, line))
        {
            return;
        }

        if (Numbering.TryRead(_text, line, out Numbering numbering) && IsNextNumber(numbering))
        {
            Close();
            if (_listing)
            {
                // The list of a memorandum's participants ends where its text begins.
                _heading = null;
                _listing = false;
            }

            _lastNumber = numbering.Number;
            _open = new Block { Number = numbering.Number, Marking = numbering.Marking, Start = line.Start };
            Add(new TextSpan(numbering.TextStart, line.End));
            return;
        }

        if (_listing && _blank && IsProse(slice))
        {
            Close();
            _heading = null;
            _listing = false;
        }

        if (IsParticipants(slice))
        {
            Close();
            _heading = TextScan.Locate(_text, line);
            _listing = true;
            _blank = true;
            return;
        }

        if (_blank && !_ruled && (_open is null || !ContinuesAfterBlank(line)) && IsBareHeading(index, line))
        {
            Close();
            _heading = TextScan.Locate(_text, line);
            _blank = true;
            return;
        }

        if (_open is not null && (!_blank || ContinuesAfterBlank(line)))
        {
            Add(line);
            return;
        }

        Close();
        _open = new Block { Start = line.Start, Ruled = _ruled };
        int text = line.Start;
        if (Numbering.TryMark(_text, line.Start, line.End, out string? marking, out int stop))
        {
            _open.Marking = marking;
            text = stop;
        }

        Add(TextScan.Trim(_text, new TextSpan(text, line.End)));
    }

    /// <summary>The line above a list of who was there: "PARTICIPANTS", "Others present:".</summary>
    public static bool IsParticipants(ReadOnlySpan<char> line)
    {
        bool marked = line.EndsWith(":", StringComparison.Ordinal);
        ReadOnlySpan<char> words = marked ? line[..^1] : line;
        foreach (string heading in s_participants)
        {
            if (words.Equals(heading, StringComparison.Ordinal) || (marked && words.Equals(heading, StringComparison.OrdinalIgnoreCase)))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>A sentence and no item of a list.</summary>
    private static bool IsProse(ReadOnlySpan<char> line) => (line.Length > 60 && line[^1] is '.' or '?' or '!' or ':' or '"' or '”' or ']') || line[0] == '[' || line.Length > 250;

    private void Add(TextSpan line)
    {
        // A publisher's mark before a wrapped line: "in June of / ¶2007."
        while (line.Length > 0 && TextScan.IsPilcrow(_text[line.Start]))
        {
            line = new TextSpan(line.Start + 1, line.End);
        }

        if (line.Length > 0)
        {
            _open!.Lines.Add(line);
        }

        _open!.Interrupted = false;
        _blank = false;
        _ruled = false;
    }

    private void Close()
    {
        if (_open is { Lines.Count: > 0 } block)
        {
            block.Heading = _heading;
            _blocks.Add(block);
        }

        _open = null;
    }

    // A rule under one to three short lines makes them a heading; any other closes what is open.
    private void TakeRule(TextSpan rule)
    {
        if (_open is { Number: null, Lines.Count: > 0 and <= HeadingLines } block && !_blank && block.Lines.TrueForAll(line => line.Length <= HeadingLength))
        {
            _heading = TextScan.Locate(_text, new TextSpan(block.Start, block.End));
            _open = null;
            _blank = true;
            _ruled = false;
            return;
        }

        if (_open is { Lines.Count: > 1 } && !_blank && _open.Lines[^1] is var heading && IsUnderlinedBy(heading, rule))
        {
            // The heading follows its predecessor's text without a blank line.
            _open.Lines.RemoveAt(_open.Lines.Count - 1);
            Close();
            _heading = TextScan.Locate(_text, heading);
            _blank = true;
            return;
        }

        _blank = true;
        _ruled = true;
    }

    private bool IsUnderlinedBy(TextSpan heading, TextSpan rule) =>
        heading.Length <= HeadingLength && rule.Length >= heading.Length - 2 && !TextScan.EndsSentence(TextScan.Slice(_text, heading));

    // "Summary ------- 1. On April 26": heading, rule and text in one line.
    private bool TrySplitInlineRule(int index, TextSpan line)
    {
        ReadOnlySpan<char> slice = TextScan.Slice(_text, line);
        int rule = slice[..Math.Min(slice.Length, HeadingLength + 4)].IndexOf("---");
        if (rule < 3 || !_blank || !char.IsWhiteSpace(slice[rule - 1]) || Numbering.TryRead(_text, line, out _))
        {
            return false;
        }

        int after = line.Start + rule;
        while (after < line.End && (_text[after] == '-' || char.IsWhiteSpace(_text[after])))
        {
            after++;
        }

        Close();
        _heading = TextScan.Locate(_text, new TextSpan(line.Start, line.Start + rule));
        if (after < line.End)
        {
            Take(index, new TextSpan(after, line.End));
        }

        return true;
    }

    // A number opens a paragraph where it carries a mark, follows the last one, or stands after a gap; "10. The group" in a wrapped date does not.
    private bool IsNextNumber(Numbering numbering) =>
        numbering.HasPilcrow
        || numbering.Marking is not null
        || (numbering.Number == _lastNumber + 1 && (_blank || _open is null || LastEndsSentence()))
        || (_blank && (_open is null || LastEndsSentence() || numbering.Number <= _lastNumber + 3));

    private bool LastEndsSentence()
    {
        if (_open is not { Lines.Count: > 0 })
        {
            return false;
        }

        ReadOnlySpan<char> last = TextScan.Slice(_text, _open.Lines[^1]).TrimEnd(")]");
        return TextScan.EndsSentence(last)
            || last.EndsWith("END SUMMARY", StringComparison.OrdinalIgnoreCase)
            || last.EndsWith("END COMMENT", StringComparison.OrdinalIgnoreCase)
            || last.EndsWith("END NOTE", StringComparison.OrdinalIgnoreCase)
            || last.EndsWith("END TEXT", StringComparison.OrdinalIgnoreCase);
    }

    // Across a blank line a sentence goes on where a page header was taken out, or where it plainly has not ended.
    private bool ContinuesAfterBlank(TextSpan line)
    {
        if (_open is not { Lines.Count: > 0 } || _ruled || LastEndsSentence())
        {
            return false;
        }

        char first = _text[line.Start];
        if (char.IsLower(first))
        {
            return true;
        }

        TextSpan last = _open.Lines[^1];
        return (_open.Interrupted && last.Length > 20 && !IsBareHeadingText(line))
            || (last.Length > 50 && char.IsLetterOrDigit(_text[last.End - 1]) && char.IsLetterOrDigit(first) && line.Length > 30 && !IsBareHeadingText(line) && !IsBareHeadingText(last));
    }

    private bool IsBareHeading(int index, TextSpan line)
    {
        if (!IsBareHeadingText(line))
        {
            return false;
        }

        // Text has to follow: at once where it is numbered, or after a gap.
        for (int next = index + 1; next < _lines.Count; next++)
        {
            if (_lines.IsBlank(next))
            {
                continue;
            }

            TextSpan below = _lines[next];
            bool adjacent = next == index + 1;
            if (TextScan.IsRule(TextScan.Slice(_text, below)))
            {
                // Underlined: TakeRule makes it the heading.
                return !adjacent;
            }

            return Numbering.TryRead(_text, below, out _) || (!adjacent && (below.Length > line.Length || below.Length > 40)) || (adjacent && below.Length > 60 && line.Length < 45 && !_capitals);
        }

        return false;
    }

    private bool IsBareHeadingText(TextSpan line)
    {
        ReadOnlySpan<char> slice = TextScan.Slice(_text, line);
        if (slice.Length is < 4 or > HeadingLength || slice[^1] is '.' or ',' or ';' or '-' or ':' || !(char.IsUpper(slice[0]) || slice[0] is '"' or '“' or '\''))
        {
            return false;
        }

        int words = 0, capitalised = 0;
        foreach (TextSpan word in TextScan.Words(_text, line))
        {
            char first = _text[word.Start];
            if (word.Length > 3 || char.IsUpper(first))
            {
                words++;
                capitalised += char.IsLower(first) ? 0 : 1;
            }
        }

        return words is > 0 and < 14 && capitalised * 10 >= words * 7 && !EndsInLowerWord(slice);
    }

    // "… Sueddeutsche Zeitung (12/28) had" is a line of text; the last word of a title is a capital's.
    private static bool EndsInLowerWord(ReadOnlySpan<char> line) => char.IsLower(line[line.LastIndexOf(' ') + 1]);

    // The header block printed again inside the body.
    private bool RepeatsHeader(TextSpan line)
    {
        if (line.Start <= (_header.Line?.Span.End ?? 0) || line.Length > 160)
        {
            return false;
        }

        ReadOnlySpan<char> slice = TextScan.Slice(_text, line);
        bool repeats = slice.StartsWith("E.O. 12958", StringComparison.Ordinal)
            || (slice.StartsWith("TAGS:", StringComparison.Ordinal) && _header.Tags.Count > 0)
            || (slice.StartsWith("SUBJECT:", StringComparison.Ordinal) && _header.Subject is not null)
            || _header.Addressees.Exists(addressee => addressee.Via != "TO" && addressee.Via != "INFO" && IsSameLine(line, addressee.Span))
            || (_header.Subject is { Span: { } subject } && (_repeating ? !_blank : line.Length > 12) && TextScan.Slice(_text, subject).Contains(slice, StringComparison.Ordinal) && _open is null);
        _repeating = repeats;
        if (repeats)
        {
            Warn("The header is repeated inside the body.");
        }

        return repeats;
    }

    private bool IsSameLine(TextSpan line, TextSpan inner)
    {
        TextSpan original = _lines[_lines.At(inner.Start)];
        return original.Start != line.Start && TextScan.Slice(_text, original).SequenceEqual(TextScan.Slice(_text, line));
    }

    private void Warn(string warning)
    {
        if (!_warnings.Contains(warning))
        {
            _warnings.Add(warning);
        }
    }
}
