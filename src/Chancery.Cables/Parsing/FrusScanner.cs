using System.Globalization;

namespace Chancery.Cables.Parsing;

/// <summary>
/// Reads a document of the Foreign Relations series: its heading, dateline, telegram number, source note and footnotes. The series prints no
/// routing and no labels, and plain-text copies glue footnote marks to words ("Bern68", "Department of StateSource").
/// </summary>
internal sealed partial class FrusScanner
{
    private static readonly string[] Series =
    [
        "Todis", "Topol", "Secto", "Tosec", "Polto", "Dulte", "Tedul", "Busec", "Cedto", "Ecto", "Toeca", "Delga", "Gadel", "Usfoto", "Usito", "Toito", "Tocah",
        "Hakto", "Tohak", "Telto", "Telac", "Actel", "Martel", "Kosec", "Cirtel", "Circular",
    ];

    private static readonly string[] Telegrams =
        ["Deptel", "Embtel", "Contel", "Legtel", "Urtel", "Mytel", "Ourtel", "Reurtel", "Remytel", "Redeptel", "Reembtel", "Congentel", "Circtel"];

    private static readonly (string Word, string Level)[] Levels =
    [
        ("Top Secret", "TOP SECRET"), ("Secret", "SECRET"), ("Confidential", "CONFIDENTIAL"), ("Limited Official Use", "LIMITED OFFICIAL USE"),
        ("Official Use Only", "OFFICIAL USE ONLY"), ("Restricted", "RESTRICTED"), ("Unclassified", "UNCLASSIFIED"),
    ];

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
        return line.Length < 400 && (IsHeading(line) || IsFileNumber(line) || IsBareHeading(lines, first) || IsNumberedTitle(lines, first));
    }

    // "231. Record of Meeting With President Johnson" with its dateline below.
    private static bool IsNumberedTitle(LineTable lines, int first)
    {
        ReadOnlySpan<char> line = lines.Of(first);
        int digits = 0;
        while (digits < line.Length && char.IsAsciiDigit(line[digits]))
        {
            digits++;
        }

        return digits is > 0 and < 5 && line[digits..].StartsWith(". ", StringComparison.Ordinal) && line[^1] is not ('.' or ':')
            && TryDateline(lines.Of(FirstText(lines, first + 1)), out _, out _);
    }

    // "The Secretary of State to the Embassy in Korea" without a number, its dateline below.
    private static bool IsBareHeading(LineTable lines, int first)
    {
        ReadOnlySpan<char> line = lines.Of(first);
        return line.StartsWith("The ", StringComparison.Ordinal) && line.Contains(" to ", StringComparison.Ordinal) && line[^1] is not ('.' or ':')
            && TryDateline(lines.Of(FirstText(lines, first + 1)), out _, out _);
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
        string? from = raw.Fields.GetValueOrDefault("from");
        string? to = raw.Fields.GetValueOrDefault("to");
        if (raw.Fields.TryGetValue("heading", out string? heading) && SplitHeading(heading, out TextSpan sender, out TextSpan receiver))
        {
            (from, to) = (sender.Of(heading), receiver.Of(heading));
        }

        if (!string.IsNullOrEmpty(from))
        {
            _draft.From = new Located<string>(from, null);
        }

        if (!string.IsNullOrEmpty(to))
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

        if (AirgramLength(TextScan.Slice(_text, word)) is > 0 and int length)
        {
            TextSpan airgram = new(word.Start, word.Start + length);
            _draft.RecordReference = new Located<string>($"{Sender()} {TextScan.Slice(_text, airgram)}".Trim(), airgram);
            return TextScan.Trim(_text, new TextSpan(word.End, line.End)).Start;
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

    // "CA–6306", "A-123.", "G–736."
    private static int AirgramLength(ReadOnlySpan<char> word)
    {
        int at = 0;
        while (at < word.Length && char.IsAsciiLetterUpper(word[at]))
        {
            at++;
        }

        if (at is 0 or > 2 || at == word.Length || word[at] is not ('-' or '–'))
        {
            return 0;
        }

        int digits = ++at;
        while (at < word.Length && char.IsAsciiDigit(word[at]))
        {
            at++;
        }

        return at > digits && (at == word.Length || (word[at] == '.' && at + 1 == word.Length)) ? at : 0;
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
}
