namespace Chancery.Cables.Parsing;

/// <summary>Finds the signer under the body and cuts off what publishers printed below.</summary>
internal static class Signature
{
    private static readonly string[] Trailers =
    [
        "Category:", "Comments feed", "Add your cents", "Track impresi", "ID:", "Este documento", "EPET @", "Show Headers", "<end", "Print this", "GP-", "XGDS", "GDS",
        "DECONTROL", "NNNN", "BT", "#", "MINIMIZE CONSIDERED", "Source:",
    ];

    /// <summary>The body without its signature and trailer.</summary>
    public static TextSpan Cut(LineTable lines, TextSpan body, out Located<string>? signer)
    {
        string text = lines.Text;
        signer = null;
        int first = lines.At(body.Start);
        int last = LastLine(lines, body.End);

        // A saved blog page ends with its category and its comment form.
        for (int i = last; i > first && i > last - 12; i--)
        {
            if (lines.Of(i).StartsWith("Category:", StringComparison.Ordinal))
            {
                last = i - 1;
                break;
            }
        }

        for (; last > first; last--)
        {
            if (!lines.IsBlank(last) && !IsTrailer(lines, last))
            {
                break;
            }
        }

        TextSpan line = last >= 0 && last < lines.Count ? lines[last] : default;
        if (line.Length == 0 || last < first)
        {
            return body;
        }

        int end = Math.Min(line.End, body.End);
        line = TextScan.Trim(text, new TextSpan(Math.Max(line.Start, body.Start), Math.Max(end, Math.Max(line.Start, body.Start))));
        if (line.Length == 0)
        {
            return new TextSpan(body.Start, Math.Max(body.Start, end));
        }

        TextSpan name = Once(text, WithoutDate(text, line));
        if (IsName(text, name) && last > first && StandsAlone(lines, last, name))
        {
            signer = TextScan.Locate(text, name);
            return new TextSpan(body.Start, line.Start);
        }

        TextSpan glued = Glued(text, name);
        if (glued.Length > 0)
        {
            signer = TextScan.Locate(text, glued);
            return new TextSpan(body.Start, glued.Start);
        }

        return new TextSpan(body.Start, end);
    }

    private static int LastLine(LineTable lines, int end)
    {
        int last = Math.Min(lines.At(end), lines.Count - 1);
        while (last > 0 && lines[last].Start >= end)
        {
            last--;
        }

        return last;
    }

    private static bool IsTrailer(LineTable lines, int index)
    {
        ReadOnlySpan<char> line = lines.Of(index);
        if (line.Length < 200)
        {
            foreach (string trailer in Trailers)
            {
                bool whole = char.IsPunctuation(trailer[^1]) || line.Length == trailer.Length || trailer.Length > 6 || (line.Length > trailer.Length && !char.IsLetter(line[trailer.Length]));
                if (whole && line.StartsWith(trailer, StringComparison.Ordinal) && !(trailer == "#" && line.Length > 12))
                {
                    return true;
                }
            }

            // A viewer that cuts off what follows prints three points: "...", "NORTON SAYS TH...".
            if (line.EndsWith("...", StringComparison.Ordinal) && line.Length < 40)
            {
                return true;
            }

            // "EPET @ EL PAÍS" under any name.
            if (line.Contains(" @ ", StringComparison.Ordinal) || line.Contains("EL PAÍS", StringComparison.Ordinal))
            {
                return true;
            }
        }

        return TextScan.IsRule(line) || PageHeaders.IsTransport(lines.Text, lines[index]) || (line.Length < 12 && TextScan.IsDigits(line));
    }

    // "NORTON 2009-12-31"
    private static TextSpan WithoutDate(string text, TextSpan line)
    {
        ReadOnlySpan<char> slice = TextScan.Slice(text, line);
        int space = slice.LastIndexOf(' ');
        return space > 0 && slice.Length - space == 11 && slice[space + 5] == '-' && slice[space + 8] == '-' && char.IsAsciiDigit(slice[space + 1])
            ? TextScan.Trim(text, new TextSpan(line.Start, line.Start + space))
            : line;
    }

    // "NORTON NORTON": signed, and typed again by the system.
    private static TextSpan Once(string text, TextSpan line)
    {
        ReadOnlySpan<char> slice = TextScan.Slice(text, line);
        int half = slice.Length / 2;
        return slice.Length > 6 && slice.Length % 2 == 1 && slice[half] == ' ' && slice[..half].Equals(slice[(half + 1)..], StringComparison.OrdinalIgnoreCase)
            ? new TextSpan(line.Start, line.Start + half) : line;
    }

    private static bool IsName(string text, TextSpan line)
    {
        ReadOnlySpan<char> slice = TextScan.Slice(text, line);
        if (slice.Length is < 3 or > 40 || !char.IsLetter(slice[0]) || !char.IsLetter(slice[^1]))
        {
            return false;
        }

        int words = 0;
        bool lower = false;
        foreach (TextSpan word in TextScan.Words(text, line))
        {
            ReadOnlySpan<char> value = TextScan.Slice(text, word);
            words++;
            lower |= char.IsLower(value[0]) && value is not ("de" or "van" or "von" or "la" or "der" or "del" or "den");
            foreach (char c in value)
            {
                if (!char.IsLetter(c) && c is not ('-' or '\'' or '’' or '.'))
                {
                    return false;
                }
            }

            if (value is "END" or "End" or "COMMENT" or "SUMMARY" or "NOTE" or "SIPDIS" or "TEXT" or "end" or "UNCLASSIFIED" or "CONFIDENTIAL" or "SECRET")
            {
                return false;
            }
        }

        return words <= 3 && (!lower || words == 1);
    }

    // A name stands under a finished text, not at the end of a sentence that wrapped.
    private static bool StandsAlone(LineTable lines, int index, TextSpan name)
    {
        string text = lines.Text;
        int above = index - 1;
        bool blank = false;
        while (above >= 0 && lines.IsBlank(above))
        {
            blank = true;
            above--;
        }

        if (above < 0)
        {
            return false;
        }

        ReadOnlySpan<char> before = lines.Of(above);
        ReadOnlySpan<char> own = TextScan.Slice(text, name);
        bool capitals = !TextScan.HasLowerLetter(own);
        bool capitalsAbove = !TextScan.HasLowerLetter(before);
        return blank || TextScan.EndsSentence(before) || (capitals && !capitalsAbove) || before.Length < 30 || before.EndsWith("Comment", StringComparison.OrdinalIgnoreCase)
            || before.EndsWith("Summary", StringComparison.OrdinalIgnoreCase) || before.EndsWith("Note", StringComparison.OrdinalIgnoreCase);
    }

    // "… will report again. NORTON"
    private static TextSpan Glued(string text, TextSpan line)
    {
        int start = line.End;
        while (start > line.Start && (char.IsUpper(text[start - 1]) || text[start - 1] is '-' or '\''))
        {
            start--;
        }

        TextSpan name = new(start, line.End);
        if (name.Length < 4 || start == line.Start || !char.IsWhiteSpace(text[start - 1]))
        {
            return default;
        }

        ReadOnlySpan<char> before = text.AsSpan(line.Start, start - line.Start).TrimEnd();
        bool sentence = TextScan.EndsSentence(before) && before[^1] is not (':' or ';');
        return sentence && TextScan.HasLowerLetter(before) && TextScan.Slice(text, name) is not ("COMMENT" or "SUMMARY") ? name : default;
    }
}
