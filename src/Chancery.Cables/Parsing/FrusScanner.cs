using System.Globalization;

namespace Chancery.Cables.Parsing;

/// <summary>
/// Reads a document of the Foreign Relations series: its heading, dateline, telegram number, source note and footnotes. The series prints no
/// routing and no labels, and plain-text copies glue footnote marks to words ("Bern68", "Department of StateSource").
/// </summary>
internal sealed class FrusScanner
{
    private static readonly string[] Series = ["Todis", "Topol", "Secto", "Tosec", "Polto", "Dulte", "Tedul", "Busec", "Cedto", "Ecto", "Toeca", "Delga", "Gadel", "Usfoto", "Usito", "Toito", "Tocah", "Hakto", "Tohak", "Telto", "Telac", "Actel", "Martel", "Kosec", "Cirtel", "Circular"];

    private static readonly string[] Telegrams = ["Deptel", "Embtel", "Contel", "Legtel", "Urtel", "Mytel", "Ourtel", "Reurtel", "Remytel", "Redeptel", "Reembtel", "Congentel", "Circtel"];

    private static readonly (string Word, string Level)[] Levels =
        [("Top Secret", "TOP SECRET"), ("Secret", "SECRET"), ("Confidential", "CONFIDENTIAL"), ("Limited Official Use", "LIMITED OFFICIAL USE"), ("Official Use Only", "OFFICIAL USE ONLY"), ("Restricted", "RESTRICTED"), ("Unclassified", "UNCLASSIFIED")];

    private readonly LineTable _lines;
    private readonly string _text;
    private readonly HeaderDraft _draft = new();
    private int _line;
    private Located<string>? _place;

    private FrusScanner(LineTable lines)
    {
        _lines = lines;
        _text = lines.Text;
    }

    /// <summary>True where the first lines are a FRUS heading or file number.</summary>
    public static bool Recognises(LineTable lines)
    {
        int first = FirstText(lines, 0);
        ReadOnlySpan<char> line = lines.Of(first);
        return line.Length < 400 && (IsHeading(line) || IsFileNumber(line));
    }

    /// <param name="cuts">Note marks and page numbers within the body.</param>
    public static HeaderDraft Read(LineTable lines, RawCable raw, out TextSpan body, out List<TextSpan> cuts)
    {
        FrusScanner scanner = new(lines);
        scanner.ReadFields(raw);
        scanner.ReadTop();
        int bodyStart = scanner.ReadNumber();
        int bodyEnd = scanner.ReadNotes(bodyStart, out List<int> notes);
        body = new TextSpan(bodyStart, Math.Max(bodyStart, bodyEnd));
        scanner.ReadReferences(body);
        cuts = FrusNoteMarks.Find(scanner._text, body, notes);
        return scanner._draft;
    }

    private static int FirstText(LineTable lines, int from)
    {
        from = Math.Min(from, lines.Count - 1);
        while (from < lines.Count - 1 && lines.IsBlank(from))
        {
            from++;
        }

        return from;
    }

    // "378. Telegram From the Embassy …", "No. 39 The Secretary of State to …", "The Minister in Romania (Schoenfeld) to the Secretary of State"
    private static bool IsHeading(ReadOnlySpan<char> line)
    {
        int at = line.StartsWith("No. ", StringComparison.Ordinal) ? 4 : 0;
        int digits = at;
        while (at < line.Length && char.IsAsciiDigit(line[at]))
        {
            at++;
        }

        bool numbered = at > digits && at < line.Length && line[at] is '.' or ' ';
        ReadOnlySpan<char> rest = line[at..].TrimStart(". ");
        return numbered && (rest.Contains("elegram", StringComparison.Ordinal) || rest.Contains("irgram", StringComparison.Ordinal) || rest.Contains("espatch", StringComparison.Ordinal)
            || rest.StartsWith("Memorandum", StringComparison.Ordinal) || rest.StartsWith("Instruction From", StringComparison.Ordinal)
            || (rest.StartsWith("The ", StringComparison.Ordinal) && rest.Contains(" to the ", StringComparison.Ordinal)));
    }

    // "711.71114A/9–944: Telegram"
    private static bool IsFileNumber(ReadOnlySpan<char> line) =>
        line.Length < 80 && line.Length > 8 && char.IsAsciiDigit(line[0]) && line.Contains('/')
        && (line.EndsWith("Telegram", StringComparison.Ordinal) || line.EndsWith("Airgram", StringComparison.Ordinal) || line.EndsWith("Despatch", StringComparison.Ordinal));

    private void ReadFields(RawCable raw)
    {
        if (raw.Fields.TryGetValue("from", out string? from) && from.Length > 0)
        {
            _draft.From = new Located<string>(WithoutNumber(from), null);
        }

        if (raw.Fields.TryGetValue("to", out string? to) && to.Length > 0)
        {
            _draft.Addressees.Add(new Addressee("TO", default) { Post = new Located<string>(to, null) });
        }

        if (raw.Fields.TryGetValue("place", out string? place) && place.Length > 0)
        {
            _place = new Located<string>(place, null);
        }

        if (raw.Fields.TryGetValue("date", out string? date) && DateStamps.TryRecord(date, out CableDate moment))
        {
            _draft.RecordDate = new Located<CableDate>(moment, null);
        }

        if (raw.Fields.TryGetValue("signed", out string? signed) && signed.Length > 0)
        {
            _draft.Signer = new Located<string>(signed, null);
        }
    }

    private static string WithoutNumber(string from)
    {
        if (!from.StartsWith("No. ", StringComparison.Ordinal))
        {
            return from;
        }

        string rest = from[4..].TrimStart("0123456789".ToCharArray()).TrimStart();
        return rest.StartsWith("The ", StringComparison.Ordinal) ? rest[4..] : rest;
    }

    private void ReadTop()
    {
        _line = FirstText(_lines, 0);

        // File number, heading, dateline, classification and precedence stand alone, each in a short line, in an order that changed over the decades.
        bool headed = _draft.From is not null;
        for (int lines = 0; lines < 8; lines++)
        {
            TextSpan line = _lines[_line];
            ReadOnlySpan<char> slice = _lines.Of(_line);
            if (line.Length is 0 or > 400)
            {
                break;
            }

            if (IsFileNumber(slice))
            {
                ReadFileNumber(line);
            }
            else if (!headed && (IsHeading(slice) || slice.StartsWith("The ", StringComparison.Ordinal)) && ReadHeading(line))
            {
                headed = true;
            }
            else if (line.Length > 90 || !(TryDateline(line) || TryLevel(line) || IsPrecedence(line)))
            {
                break;
            }

            _line = FirstText(_lines, _line + 1);
        }
    }

    // The month, day and year that end a file number: "/9–944" is 9 September 1944.
    private void ReadFileNumber(TextSpan line)
    {
        ReadOnlySpan<char> slice = TextScan.Slice(_text, line);
        int slash = slice.LastIndexOf('/');
        int colon = slice.LastIndexOf(':');
        if (slash < 0 || colon < slash)
        {
            return;
        }

        ReadOnlySpan<char> stamp = slice[(slash + 1)..colon];
        int dash = stamp.IndexOfAny('-', '–');
        if (dash is < 1 or > 2 || stamp.Length - dash - 1 is < 3 or > 4 || !TextScan.IsDigits(stamp[..dash]) || !TextScan.IsDigits(stamp[(dash + 1)..]))
        {
            return;
        }

        ReadOnlySpan<char> dayYear = stamp[(dash + 1)..];
        string text = $"{stamp[..dash]}/{dayYear[..^2]}/19{dayYear[^2..]}";
        if (DateStamps.TryRecord(text, out CableDate date))
        {
            _draft.RecordDate ??= new Located<CableDate>(date, new TextSpan(line.Start + slash + 1, line.Start + colon));
        }
    }

    private bool ReadHeading(TextSpan line)
    {
        ReadOnlySpan<char> slice = TextScan.Slice(_text, line);
        int fromAt = slice.IndexOf(" From ", StringComparison.Ordinal);
        int start = fromAt >= 0 ? fromAt + 6 : slice.IndexOf("The ", StringComparison.Ordinal);
        int end = slice.EndsWith("Source", StringComparison.Ordinal) ? slice.Length - 6 : slice.Length;
        while (end > 0 && (char.IsAsciiDigit(slice[end - 1]) || slice[end - 1] is '*'))
        {
            end--;
        }

        int to = start < 0 ? -1 : slice[start..end].LastIndexOf(" to ", StringComparison.Ordinal);
        if (to < 0)
        {
            return IsHeading(slice);
        }

        TextSpan from = WithoutArticle(new TextSpan(line.Start + start, line.Start + start + to));
        TextSpan receiver = WithoutArticle(new TextSpan(line.Start + start + to + 4, line.Start + end));
        _draft.From = TextScan.Locate(_text, from);
        Located<string> post = TextScan.Locate(_text, receiver);
        _draft.Addressees.Add(new Addressee("TO", post.Span!.Value) { Post = post });
        return true;
    }

    private TextSpan WithoutArticle(TextSpan span)
    {
        span = TextScan.Trim(_text, span);
        ReadOnlySpan<char> slice = TextScan.Slice(_text, span);
        int cut = slice.StartsWith("the ", StringComparison.OrdinalIgnoreCase) ? 4 : slice.StartsWith("the", StringComparison.Ordinal) && slice.Length > 3 && char.IsUpper(slice[3]) ? 3 : 0;
        return new TextSpan(span.Start + cut, span.End);
    }

    // "Moscow, November 23, 1963, 2 p.m."
    private bool TryDateline(TextSpan line)
    {
        ReadOnlySpan<char> slice = TextScan.Slice(_text, line);
        int comma = slice.IndexOf(',');
        if (comma is < 2 or > 40 || !DateStamps.TryRecord(slice[(comma + 1)..], out CableDate date))
        {
            return false;
        }

        _place ??= TextScan.Locate(_text, new TextSpan(line.Start, line.Start + comma));
        _draft.MessageDate ??= new Located<CableDate>(date, TextScan.Trim(_text, new TextSpan(line.Start + comma + 1, line.End)));
        return true;
    }

    private bool TryLevel(TextSpan line)
    {
        ReadOnlySpan<char> slice = TextScan.Slice(_text, line).TrimStart('[').TrimEnd(']');
        foreach ((string word, string level) in Levels)
        {
            if (slice.Equals(word, StringComparison.OrdinalIgnoreCase))
            {
                _draft.RecordClassification ??= new Located<string>(level, line);
                return true;
            }
        }

        return false;
    }

    private bool IsPrecedence(TextSpan line)
    {
        ReadOnlySpan<char> slice = TextScan.Slice(_text, line);
        return slice.Length < 40 && (slice.Equals("Priority", StringComparison.OrdinalIgnoreCase) || slice.Equals("Niact", StringComparison.OrdinalIgnoreCase) || slice.Equals("Plain", StringComparison.OrdinalIgnoreCase)
            || slice.Equals("Niact Priority", StringComparison.OrdinalIgnoreCase) || slice.Equals("Immediate", StringComparison.OrdinalIgnoreCase) || slice.Equals("us urgent", StringComparison.OrdinalIgnoreCase)
            || slice.Equals("urgent", StringComparison.OrdinalIgnoreCase) || slice.Equals("most immediate", StringComparison.OrdinalIgnoreCase) || slice.Equals("Operational Immediate", StringComparison.OrdinalIgnoreCase));
    }

    /// <summary>Reads "1759." or "Topol 1108." before the text and returns where the text begins.</summary>
    private int ReadNumber()
    {
        TextSpan line = _lines[_line];
        TextSpan word = TextScan.NextWord(_text, line.Start, line.End);
        TextSpan number = word;
        string? series = null;
        if (Series.AsSpan().Contains(TextScan.Slice(_text, word).ToString()))
        {
            series = TextScan.Slice(_text, word).ToString();
            number = TextScan.NextWord(_text, word.End, line.End);
        }

        ReadOnlySpan<char> digits = TextScan.Slice(_text, number);
        int count = 0;
        while (count < digits.Length && char.IsAsciiDigit(digits[count]))
        {
            count++;
        }

        bool stopped = count > 0 && count < digits.Length && digits[count] == '.' && (count + 1 == digits.Length || char.IsAsciiDigit(digits[count + 1]));
        // "1. Henry Kissinger and I had lunch" numbers a paragraph.
        bool isSmall = series is null && count == 1 && _draft.RecordReference is null && NextIsNumbered(line, number);
        if (!stopped || count > 7 || isSmall)
        {
            return line.Start;
        }

        TextSpan digitSpan = new(number.Start, number.Start + count);
        string origin = series ?? Sender();
        string reference = $"{origin} {TextScan.Slice(_text, digitSpan)}".Trim();
        _draft.RecordReference = new Located<string>(reference, new TextSpan(series is null ? number.Start : word.Start, digitSpan.End));
        return TextScan.Trim(_text, new TextSpan(number.Start + count + 1, line.End)).Start;
    }

    // A following "2." at the start of a later line shows a list.
    private bool NextIsNumbered(TextSpan line, TextSpan number)
    {
        if (TextScan.Slice(_text, number) is not "1.")
        {
            return false;
        }

        for (int i = _lines.At(line.Start) + 1; i < _lines.Count; i++)
        {
            if (_lines.Of(i).StartsWith("2.", StringComparison.Ordinal))
            {
                return true;
            }
        }

        return false;
    }

    private string Sender()
    {
        string from = _draft.From?.Value ?? "";
        bool department = from.Contains("Department of State", StringComparison.OrdinalIgnoreCase) || from.Contains("Secretary of State", StringComparison.OrdinalIgnoreCase);
        return department && _place?.Value is null or "Washington" ? "State" : _place?.Value ?? (department ? "State" : "");
    }

    /// <summary>The end of the text: before "* * *" and the notes, or before a list of indented notes.</summary>
    private int ReadNotes(int bodyStart, out List<int> notes)
    {
        notes = [];
        int end = _text.Length;
        for (int i = _lines.At(bodyStart); i < _lines.Count; i++)
        {
            ReadOnlySpan<char> line = _lines.Of(i);
            if (line.StartsWith("* Source:", StringComparison.Ordinal) || line is "* * *" || line.StartsWith("Source:", StringComparison.Ordinal))
            {
                end = Math.Min(end, _lines[i].Start);
                if (!(line is "* * *"))
                {
                    ReadSource(_lines[i]);
                }
            }
            else if (end < _text.Length && NoteNumber(line) is > 0 and int note)
            {
                notes.Add(note);
            }
        }

        if (end == _text.Length)
        {
            int last = _lines.Count - 1;
            while (last > _lines.At(bodyStart) && (_lines.IsBlank(last) || (IsIndented(_lines[last]) && _lines.Of(last) is [>= '0' and <= '9', ..])))
            {
                if (!_lines.IsBlank(last))
                {
                    end = _lines[last].Start;
                }

                last--;
            }
        }

        NameOrigin();
        return end;
    }

    private bool IsIndented(TextSpan line) => line.Start >= 2 && _text[line.Start - 1] == ' ' && _text[line.Start - 2] == ' ';

    private static int NoteNumber(ReadOnlySpan<char> line)
    {
        int digits = 0;
        while (digits < line.Length && char.IsAsciiDigit(line[digits]))
        {
            digits++;
        }

        return digits is > 0 and < 4 && digits < line.Length && line[digits] == ' ' ? int.Parse(line[..digits], CultureInfo.InvariantCulture) : 0;
    }

    // "* Source: Department of State, Central Files, POL 15-1. Limited Official Use; Immediate."
    private void ReadSource(TextSpan line)
    {
        ReadOnlySpan<char> slice = TextScan.Slice(_text, line);
        int best = -1;
        string name = "";
        int length = 0;
        foreach ((string word, string level) in Levels)
        {
            int at = slice.IndexOf($". {word}", StringComparison.OrdinalIgnoreCase);
            if (at >= 0 && (best < 0 || at < best))
            {
                (best, name, length) = (at, level, word.Length);
            }
        }

        if (best >= 0)
        {
            _draft.RecordClassification ??= new Located<string>(name, new TextSpan(line.Start + best + 2, line.Start + best + 2 + length));
        }
    }

    // "Embassy in the Soviet Union" at Moscow is Embassy Moscow.
    private void NameOrigin()
    {
        if (_draft.From is not { } sender || _place is not { } place)
        {
            return;
        }

        foreach (string kind in (string[])["Embassy in ", "Legation in ", "Consulate General in ", "Consulate in "])
        {
            if (sender.Value.StartsWith(kind, StringComparison.Ordinal))
            {
                _draft.From = sender with { Value = $"{kind[..^4]} {place.Value}" };
            }
        }
    }

    // Telegrams that the first sentences name: "1142. Deptel 1024.", "Reference: Deptel 1265.", "Ref: A. Tripoli 546".
    private void ReadReferences(TextSpan body)
    {
        int at = body.Start;
        int limit = Math.Min(body.End, body.Start + 200);
        bool opening = true;
        while (at < limit && opening)
        {
            TextSpan word = TextScan.NextWord(_text, at, limit);
            ReadOnlySpan<char> value = TextScan.Slice(_text, word);
            if (value.Length == 0)
            {
                return;
            }

            if (value is "Ref:" or "Refs:" or "Reference:" or "Re" or "Refs" or "REF:" or "Re:")
            {
                at = word.End;
                continue;
            }

            if (value is "Subject:" or "Subj:" or "SUBJECT:")
            {
                at = ReadSubject(word.End, body.End);
                continue;
            }

            if (IsTelegramWord(value))
            {
                at = ReadTelegrams(word, limit);
                continue;
            }

            int sentence = _text.AsSpan(word.Start, limit - word.Start).IndexOf(". ");
            opening = sentence is >= 0 and < 60;
            at = word.Start + sentence + 2;
        }
    }

    private static bool IsTelegramWord(ReadOnlySpan<char> word)
    {
        foreach (string name in Telegrams)
        {
            if (word.StartsWith(name, StringComparison.OrdinalIgnoreCase) && (word.Length == name.Length || (word.Length == name.Length + 1 && word[^1] == 's')))
            {
                return true;
            }
        }

        return false;
    }

    private int ReadTelegrams(TextSpan name, int limit)
    {
        int at = name.End;
        string kind = TextScan.Slice(_text, name).TrimEnd('s').ToString();
        while (true)
        {
            TextSpan word = TextScan.NextWord(_text, at, limit);
            ReadOnlySpan<char> value = TextScan.Slice(_text, word);
            int digits = 0;
            while (digits < value.Length && char.IsAsciiDigit(value[digits]))
            {
                digits++;
            }

            if (digits > 0 && digits < 7)
            {
                _draft.Telegrams.Add(new CableReference($"{kind} {value[..digits]}", $"{kind} {value[..digits]}", new TextSpan(word.Start - (_draft.Telegrams.Count == 0 ? word.Start - name.Start : 0), word.Start + digits)));
            }
            else if (value is not ("and" or "to"))
            {
                return at;
            }

            at = word.End;
            if (value.Length > digits && value[digits] == '.')
            {
                return at;
            }

            // A date may follow each number: "2148, September 7".
            TextSpan month = TextScan.NextWord(_text, at, limit);
            if (DateStamps.TryMonth(TextScan.Slice(_text, month), out _))
            {
                at = TextScan.NextWord(_text, month.End, limit).End;
                if (at > 0 && _text[at - 1] == '.')
                {
                    return at;
                }
            }
        }
    }

    private int ReadSubject(int at, int end)
    {
        int stop = _text.AsSpan(at, end - at).IndexOfAny('.', '\n');
        int subjectEnd = stop < 0 ? end : at + stop;
        TextSpan subject = TextScan.Trim(_text, new TextSpan(at, subjectEnd));
        if (subject.Length is > 0 and < 200)
        {
            _draft.Subject ??= TextScan.Locate(_text, subject);
        }

        return Math.Min(end, subjectEnd + 1);
    }
}
