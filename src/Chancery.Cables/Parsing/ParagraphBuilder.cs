namespace Chancery.Cables.Parsing;

/// <summary>Turns blocks into paragraphs: cleans their text, names their kind, drops what is printed twice.</summary>
internal sealed class ParagraphBuilder
{
    // A text shorter than this may well be said twice on purpose.
    private const int RepeatedLength = 60;
    private const int ReprintLength = 160;

    private static readonly HashSet<string> JoiningPrefixes = new(StringComparer.OrdinalIgnoreCase)
    {
        "anti", "non", "counter", "pro", "ex", "self", "co", "multi", "inter", "semi", "post", "pre", "mid", "vice",
    };

    private static readonly (string Word, ParagraphKind Kind)[] Kinds =
    [
        ("BEGIN SUMMARY", ParagraphKind.Summary), ("SUMMARY", ParagraphKind.Summary),
        ("BEGIN COMMENT", ParagraphKind.Comment), ("COMMENT", ParagraphKind.Comment), ("POST COMMENT", ParagraphKind.Comment), ("EMBASSY COMMENT", ParagraphKind.Comment),
        ("BIO NOTE", ParagraphKind.Note), ("NOTE", ParagraphKind.Note), ("BACKGROUND", ParagraphKind.Background),
        ("PARTICIPANTS", ParagraphKind.Participants), ("OTHERS PRESENT", ParagraphKind.Participants),
    ];

    private readonly string _text;
    private readonly List<string> _warnings;
    private readonly List<Paragraph> _paragraphs = [];
    private readonly HashSet<string> _seen = new(StringComparer.Ordinal);
    private readonly Dictionary<string, string> _openings = new(StringComparer.Ordinal);
    private Dictionary<string, int>? _words;
    private ParagraphKind _kindInForce;
    private Located<string>? _headingInForce;
    private bool _quoting;
    private Located<string>? _closedHeading;
    private readonly List<TextSpan> _cuts;

    private ParagraphBuilder(string text, List<TextSpan> cuts, List<string> warnings)
    {
        _text = text;
        _cuts = cuts;
        _warnings = warnings;
    }

    /// <param name="cuts">Ranges inside lines that are no text: note marks, page numbers; ascending.</param>
    public static IReadOnlyList<Paragraph> Build(string text, List<Block> blocks, List<TextSpan> cuts, List<string> warnings)
    {
        ParagraphBuilder builder = new(text, cuts, warnings);
        foreach (Block block in blocks)
        {
            builder.Add(block);
        }

        return builder._paragraphs;
    }

    private void Add(Block block)
    {
        CleanText clean = Clean(block);
        if (clean.Value.Length == 0)
        {
            return;
        }

        if (clean.Value.Length >= RepeatedLength && IsReprint(Fingerprint(clean.Value)))
        {
            if (!_warnings.Contains("Text printed twice is taken once."))
            {
                _warnings.Add("Text printed twice is taken once.");
            }

            return;
        }

        ParagraphKind kind = Kind(block, clean.Value);
        _paragraphs.Add(new Paragraph
        {
            Ordinal = _paragraphs.Count + 1,
            Number = block.Number,
            Heading = ReferenceEquals(block.Heading, _closedHeading) ? null : block.Heading,
            Kind = kind,
            Marking = block.Marking,
            Span = new TextSpan(block.Start, block.End),
            Text = clean,
        });
        if (block.Heading is not null && Ends(clean.Value, kind))
        {
            _closedHeading = block.Heading;
            _kindInForce = ParagraphKind.Body;
        }
    }

    private static bool Ends(string value, ParagraphKind kind) =>
        (kind == ParagraphKind.Summary && value.Contains("END SUMMARY", StringComparison.OrdinalIgnoreCase))
        || (kind == ParagraphKind.Comment && value.Contains("END COMMENT", StringComparison.OrdinalIgnoreCase));

    // A second printing may run several paragraphs together.
    private bool IsReprint(string fingerprint)
    {
        if (!_seen.Add(fingerprint))
        {
            return true;
        }

        if (fingerprint.Length <= ReprintLength)
        {
            return false;
        }

        string opening = fingerprint[..ReprintLength];
        return !_openings.TryAdd(opening, fingerprint) && fingerprint.StartsWith(_openings[opening], StringComparison.Ordinal);
    }

    private static string Fingerprint(string text)
    {
        System.Text.StringBuilder letters = new(text.Length);
        foreach (char c in text)
        {
            if (char.IsLetterOrDigit(c))
            {
                letters.Append(char.ToLowerInvariant(c));
            }
        }

        return letters.ToString();
    }

    private CleanText Clean(Block block)
    {
        CleanTextBuilder builder = new(_text);
        for (int i = 0; i < block.Lines.Count; i++)
        {
            TextSpan line = block.Lines[i];
            if (i > 0)
            {
                Join(builder, block, block.Lines[i - 1], line);
            }

            AppendUncut(builder, line);
        }

        return builder.Build();
    }

    private void AppendUncut(CleanTextBuilder builder, TextSpan line)
    {
        int at = line.Start;
        int cut = _cuts.BinarySearch(line, Comparer<TextSpan>.Create((a, b) => a.Start.CompareTo(b.Start)));
        for (cut = cut < 0 ? ~cut : cut; cut < _cuts.Count && _cuts[cut].Start < line.End; cut++)
        {
            if (_cuts[cut].Start >= at)
            {
                builder.Append(at, _cuts[cut].Start);
                at = Math.Min(_cuts[cut].End, line.End);
            }
        }

        builder.Append(at, line.End);
    }

    private void Join(CleanTextBuilder builder, Block block, TextSpan above, TextSpan below)
    {
        if (block is { Number: null, Heading: { } heading } && KindOf(heading.Value) == ParagraphKind.Participants)
        {
            builder.AppendSpace('\n', above.End);
            return;
        }

        if (_text[above.End - 1] == '-' && above.Length > 1 && char.IsLetter(_text[above.End - 2]) && char.IsLetter(_text[below.Start]))
        {
            if (!KeepsHyphen(above, below))
            {
                builder.RemoveLast();
            }

            return;
        }

        builder.AppendSpace(IsListItem(below) ? '\n' : ' ', above.End);
    }

    // Teletype machines cut words at the line end ("JURIS-/DICTION"); later ones break at real hyphens only.
    private bool KeepsHyphen(TextSpan above, TextSpan below)
    {
        int start = above.End - 1;
        while (start > above.Start && char.IsLetter(_text[start - 1]))
        {
            start--;
        }

        int end = below.Start;
        while (end < below.End && char.IsLetter(_text[end]))
        {
            end++;
        }

        ReadOnlySpan<char> left = _text.AsSpan(start, above.End - 1 - start);
        ReadOnlySpan<char> right = _text.AsSpan(below.Start, end - below.Start);
        if (Count(string.Concat(left, right)) > 0)
        {
            return false;
        }

        if (TextScan.HasLowerLetter(left) || TextScan.HasLowerLetter(right) || JoiningPrefixes.Contains(left.ToString()))
        {
            return true;
        }

        // Each half counts itself once.
        return Count(left) > 1 && Count(right) > 1;
    }

    private int Count(ReadOnlySpan<char> word)
    {
        _words ??= CountWords();
        return _words.GetAlternateLookup<ReadOnlySpan<char>>().TryGetValue(word, out int count) ? count : 0;
    }

    private Dictionary<string, int> CountWords()
    {
        Dictionary<string, int> words = new(StringComparer.OrdinalIgnoreCase);
        Dictionary<string, int>.AlternateLookup<ReadOnlySpan<char>> lookup = words.GetAlternateLookup<ReadOnlySpan<char>>();
        int at = 0;
        while (at < _text.Length)
        {
            if (!char.IsLetter(_text[at]))
            {
                at++;
                continue;
            }

            int start = at;
            while (at < _text.Length && char.IsLetter(_text[at]))
            {
                at++;
            }

            ReadOnlySpan<char> word = _text.AsSpan(start, at - start);
            lookup[word] = lookup.TryGetValue(word, out int count) ? count + 1 : 1;
        }

        return words;
    }

    private bool IsListItem(TextSpan line)
    {
        ReadOnlySpan<char> slice = TextScan.Slice(_text, line);
        return slice.StartsWith("--", StringComparison.Ordinal)
            || slice.StartsWith("- ", StringComparison.Ordinal)
            || slice.StartsWith("* ", StringComparison.Ordinal)
            || slice.StartsWith("• ", StringComparison.Ordinal)
            || (slice.Length > 4 && slice[0] == '(' && slice[2] == ')' && char.IsAsciiLetterOrDigit(slice[1]) && char.IsWhiteSpace(slice[3]));
    }

    private ParagraphKind Kind(Block block, string value)
    {
        if (block.Heading != _headingInForce)
        {
            _headingInForce = block.Heading;
            _kindInForce = block.Heading is { } heading ? KindOf(heading.Value) : ParagraphKind.Body;
        }

        if (StartsWith(value, "BEGIN TEXT") || StartsWith(value, "BEGIN UNOFFICIAL") || StartsWith(value, "BEGIN INFORMAL"))
        {
            _quoting = true;
        }

        ParagraphKind opening = KindOf(value.AsSpan(0, Math.Min(value.Length, 60)).TrimStart("(").ToString(), opensText: true);
        ParagraphKind kind = opening != ParagraphKind.Body ? opening : _quoting ? ParagraphKind.Quotation : _kindInForce;
        if (_quoting && TextScan.ContainsAny(value, "END TEXT", "END INFORMAL", "END UNOFFICIAL"))
        {
            _quoting = false;
        }

        return kind;
    }

    private static bool StartsWith(string value, string word) => value.StartsWith(word, StringComparison.OrdinalIgnoreCase);

    // A heading names the kind by its first word; running text only with the stop or colon that follows the word.
    private static ParagraphKind KindOf(string words, bool opensText = false)
    {
        if (!opensText && BodyScanner.IsParticipants(words))
        {
            return ParagraphKind.Participants;
        }

        foreach ((string word, ParagraphKind kind) in Kinds)
        {
            if (!StartsWith(words, word) || (words.Length > word.Length && char.IsLetter(words[word.Length])))
            {
                continue;
            }

            // "Summary:", "Summary and comment:", "Summary (continued):"
            ReadOnlySpan<char> rest = words.AsSpan(word.Length).TrimStart();
            bool opens = rest is [':' or '.', ..] || rest.StartsWith("and ", StringComparison.OrdinalIgnoreCase) || rest.StartsWith("(CONT", StringComparison.OrdinalIgnoreCase);
            if (!opensText || opens || word.StartsWith("BEGIN", StringComparison.Ordinal))
            {
                return kind;
            }
        }

        return ParagraphKind.Body;
    }
}
