namespace Chancery.Cables.Parsing;

internal sealed partial class HeaderScanner
{
    // More than any collective: a text that only looks like routing must not grow without bound.
    private const int MostAddressees = 500;

    private static readonly string[] Precedences = ["PRIORITY", "IMMEDIATE", "FLASH", "ROUTINE", "NIACT"];

    // Words that begin the next addressee where line ends are lost.
    private static readonly string[] PostKinds = ["AMEMBASSY", "AMCONSUL", "USMISSION", "SECSTATE", "AMLEGATION", "USDEL", "AMCONGEN"];

    /// <summary>Reads the date-time group, FM, TO and INFO between the record and the classification line.</summary>
    private void ReadRouting(int start, int end)
    {
        int from = -1;
        for (TextSpan word = TextScan.NextWord(_text, start, end); word.Length > 0; word = TextScan.NextWord(_text, word.End, end))
        {
            if (_draft.MessageDate is null && word.Length == 7 && DateStamps.TryDateTimeGroup(_text, word.Start, end, out CableDate date, out int stop))
            {
                _draft.MessageDate = new Located<CableDate>(date, new TextSpan(word.Start, stop));
            }
            else if (TextScan.Slice(_text, word) is "FM" && (_draft.MessageDate is not null || IsLineStart(word.Start)))
            {
                from = word.End;
                break;
            }
        }

        if (from < 0)
        {
            return;
        }

        bool flat = IsFlat(from, end);
        TextSpan current = default;
        string via = "FM";
        for (TextSpan word = TextScan.NextWord(_text, from, end); word.Length > 0; word = TextScan.NextWord(_text, word.End, end))
        {
            ReadOnlySpan<char> value = TextScan.Slice(_text, word);
            bool lineStart = IsLineStart(word.Start);
            if (value is "TO" or "INFO" && (lineStart || flat))
            {
                AddRoute(via, current);
                via = value is "TO" ? "TO" : "INFO";
                current = default;
                continue;
            }

            if (lineStart && TextScan.HasLowerLetter(_lines.Of(_lines.At(word.Start))))
            {
                // A publisher's date line: "Tuesday, 15 September 2009, 16:39".
                AddRoute(via, current);
                current = default;
                word = new TextSpan(word.Start, _lines[_lines.At(word.Start)].End);
                continue;
            }

            bool begins = current.Length > 0 && (IsRoutingIndicator(value) || (flat ? PostKinds.AsSpan().Contains(value.ToString()) : lineStart));
            if (begins)
            {
                AddRoute(via, current);
                current = word;
            }
            else
            {
                current = current.Length == 0 ? word : new TextSpan(current.Start, word.End);
            }
        }

        AddRoute(via, current);
    }

    // The record is flattened where the sender and the first addressee share a line.
    private bool IsFlat(int from, int end)
    {
        TextSpan line = _lines[_lines.At(from)];
        return TextScan.Slice(_text, new TextSpan(from, Math.Max(from, Math.Min(end, line.End)))).Contains(" TO ", StringComparison.Ordinal);
    }

    private bool IsLineStart(int at) => _lines[_lines.At(at)].Start == at;

    // RUEHC/, RHMFIUU/, ZEN/
    private static bool IsRoutingIndicator(ReadOnlySpan<char> word)
    {
        int slash = word.IndexOf('/');
        return slash is >= 3 and <= 8 && word[..slash] is ['R', 'U' or 'H', ..] or "ZEN" && !TextScan.HasLowerLetter(word[..slash]);
    }

    private void AddRoute(string via, TextSpan span)
    {
        if (span.Length == 0 || _draft.Addressees.Count >= MostAddressees)
        {
            return;
        }

        TextSpan name = span;
        TextSpan first = TextScan.NextWord(_text, span.Start, span.End);
        if (IsRoutingIndicator(TextScan.Slice(_text, first)))
        {
            name = new TextSpan(first.Start + TextScan.Slice(_text, first).IndexOf('/') + 1, span.End);
        }

        name = TextScan.Trim(_text, TrimSerial(name), ",");
        if (name.Length < 2 || !TextScan.HasLetter(TextScan.Slice(_text, name)) || IsDistributionBlock(span))
        {
            return;
        }

        if (via == "FM")
        {
            _draft.From ??= TextScan.Locate(_text, name);
            return;
        }

        Addressee addressee = new(via, name) { Post = TextScan.Locate(_text, name) };
        if (!_draft.Addressees.Exists(known => known.Via == via && known.Post?.Value == addressee.Post.Value))
        {
            _draft.Addressees.Add(addressee);
        }
    }

    // "PRIORITY 1232", "IMMEDIATE", "0121"
    private TextSpan TrimSerial(TextSpan name)
    {
        while (name.Length > 0)
        {
            int at = name.End;
            while (at > name.Start && !char.IsWhiteSpace(_text[at - 1]))
            {
                at--;
            }

            ReadOnlySpan<char> last = _text.AsSpan(at, name.End - at);
            if (at == name.Start || !(TextScan.IsDigits(last) || Precedences.AsSpan().Contains(last.ToString())))
            {
                return name;
            }

            name = TextScan.Trim(_text, new TextSpan(name.Start, at));
        }

        return name;
    }

    // "INFO LOG-00 AF-00 AMAD-00 … /000W": offices of the department with copies counted, not addressees.
    private bool IsDistributionBlock(TextSpan span)
    {
        int counted = 0, words = 0;
        foreach (TextSpan word in TextScan.Words(_text, span))
        {
            ReadOnlySpan<char> value = TextScan.Slice(_text, word);
            words++;
            if (value.Length >= 4 && value[^3] == '-' && TextScan.IsDigits(value[^2..]) || value.EndsWith("000W", StringComparison.Ordinal))
            {
                counted++;
            }
        }

        return counted > 0 && counted * 2 >= words;
    }
}
