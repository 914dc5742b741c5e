namespace Chancery.Cables.Parsing;

/// <summary>The line "UNCLAS SECTION 01 OF 02 BUCHAREST 001256" that stands between the routing and the text.</summary>
internal sealed record ClassificationLine(string Level, TextSpan LevelSpan, TextSpan Post, TextSpan Number, TextSpan Span, IReadOnlyList<TextSpan> Captions)
{
    // The longest spelling of a level comes first.
    private static readonly (string Spelling, string Level)[] Levels =
    [
        ("UNCLASSIFIED//FOR OFFICIAL USE ONLY", "UNCLASSIFIED//FOR OFFICIAL USE ONLY"),
        ("UNCLASSIFIED", "UNCLASSIFIED"),
        ("U N C L A S S I F I E D", "UNCLASSIFIED"),
        ("UNCLAS", "UNCLASSIFIED"),
        ("U N C L A S", "UNCLASSIFIED"),
        ("LIMITED OFFICIAL USE", "LIMITED OFFICIAL USE"),
        ("LIMITED OFF USE", "LIMITED OFFICIAL USE"),
        ("CONFIDENTIAL", "CONFIDENTIAL"),
        ("C O N F I D E N T I A L", "CONFIDENTIAL"),
        ("TOP SECRET", "TOP SECRET"),
        ("T O P S E C R E T", "TOP SECRET"),
        ("SECRET", "SECRET"),
        ("S E C R E T", "SECRET"),
    ];

    private static readonly string[] Between =
        ["SECTION", "FINAL SECTION OF", "FINAL SECTION", "E F T O", "FOR OFFICIAL USE ONLY", "NOFORN", "SIPDIS", "EXDIS", "NODIS", "STADIS", "LIMDIS", "SENSITIVE", "FOUO", "NOT FOR INTERNET DISTRIBUTION"];

    private static readonly string[] NotPosts = ["PAGE", "SECTION", "CITE", "PAR", "PARA"];

    /// <summary>Looks for the line inside <paramref name="line"/>: at its start, or where a flattened record goes over into the message.</summary>
    public static ClassificationLine? Find(string text, TextSpan line)
    {
        for (int at = line.Start; at < line.End; at++)
        {
            if (at > line.Start && !char.IsWhiteSpace(text[at - 1]))
            {
                continue;
            }

            char first = text[at];
            if (first is 'U' or 'L' or 'C' or 'T' or 'S' && ReadAt(text, at, line.End) is { } found)
            {
                return found;
            }
        }

        return null;
    }

    /// <summary>The level that begins at <paramref name="at"/>, in whichever spelling.</summary>
    public static bool TryLevel(string text, int at, int end, out string level, out int stop)
    {
        ReadOnlySpan<char> rest = text.AsSpan(at, end - at);
        foreach ((string spelling, string name) in Levels)
        {
            // Levels are written in capitals; "Secret" in prose is a word.
            if (rest.StartsWith(spelling, StringComparison.Ordinal) && (rest.Length == spelling.Length || !char.IsLetterOrDigit(rest[spelling.Length])))
            {
                level = name;
                stop = at + spelling.Length;
                return true;
            }
        }

        level = "";
        stop = at;
        return false;
    }

    /// <summary>True for a line of a classification and nothing else, as teletype pages repeat it.</summary>
    public static bool IsLevelAlone(string text, TextSpan line) =>
        line.Length is > 0 and < 60 && TryLevel(text, line.Start, line.End, out _, out int stop) && SkipBetween(text, stop, line.End, null) == line.End;

    private static ClassificationLine? ReadAt(string text, int at, int end)
    {
        if (!TryLevel(text, at, end, out string level, out int stop))
        {
            return null;
        }

        TextSpan levelSpan = new(at, stop);
        List<TextSpan> captions = [];
        stop = SkipBetween(text, stop, end, captions);

        TextSpan post = default;
        TextSpan word = TextScan.NextWord(text, stop, end);
        for (int words = 0; words < 5 && word.Length > 0; words++, word = TextScan.NextWord(text, word.End, end))
        {
            ReadOnlySpan<char> value = TextScan.Slice(text, word);
            if (TextScan.IsDigits(value))
            {
                if (post.Length == 0 || value.Length > 8)
                {
                    return null;
                }

                return new ClassificationLine(level, levelSpan, post, word, new TextSpan(at, SkipSeries(text, word.End, end)), captions);
            }

            if (!IsPostWord(value) || (words == 0 && NotPosts.AsSpan().Contains(value.ToString())))
            {
                return null;
            }

            post = words == 0 ? word : new TextSpan(post.Start, word.End);
        }

        return null;
    }

    // "STATE 311722 TOSEC 340058": the number in a traveller's series.
    private static int SkipSeries(string text, int at, int end)
    {
        TextSpan series = TextScan.NextWord(text, at, end);
        TextSpan number = TextScan.NextWord(text, series.End, end);
        return TextScan.Slice(text, series) is "TOSEC" or "SECTO" && TextScan.IsDigits(TextScan.Slice(text, number)) ? number.End : at;
    }

    private static int SkipBetween(string text, int at, int end, List<TextSpan>? captions)
    {
        while (true)
        {
            int start = at;
            while (start < end && (char.IsWhiteSpace(text[start]) || text[start] is '/' or ','))
            {
                start++;
            }

            ReadOnlySpan<char> rest = text.AsSpan(start, end - start);
            string? found = null;
            foreach (string caption in Between)
            {
                if (TextScan.IsWordAt(rest, 0, caption))
                {
                    found = caption;
                    break;
                }
            }

            if (found is null)
            {
                return start == end ? end : at;
            }

            at = start + found.Length;
            if (found.Contains("SECTION", StringComparison.Ordinal))
            {
                // "01 OF 02", or the one number of a final section.
                for (TextSpan word = TextScan.NextWord(text, at, end); word.Length > 0; word = TextScan.NextWord(text, at, end))
                {
                    ReadOnlySpan<char> value = TextScan.Slice(text, word);
                    if (value is not "OF" && (!TextScan.IsDigits(value) || value.Length > 3))
                    {
                        break;
                    }

                    at = word.End;
                }
            }
            else
            {
                captions?.Add(new TextSpan(start, at));
            }
        }
    }

    private static bool IsPostWord(ReadOnlySpan<char> word)
    {
        foreach (char c in word)
        {
            if (!char.IsUpper(c) && c is not ('.' or '\'' or '-'))
            {
                return false;
            }
        }

        return word.Length > 0 && char.IsUpper(word[0]);
    }
}
