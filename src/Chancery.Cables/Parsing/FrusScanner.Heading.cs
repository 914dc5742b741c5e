namespace Chancery.Cables.Parsing;

internal sealed partial class FrusScanner
{
    private static readonly HashSet<string> Precedences = new(StringComparer.OrdinalIgnoreCase)
    {
        "Priority", "Niact", "Niact Priority", "Plain", "Immediate", "Operational Immediate", "Most Immediate", "Urgent", "US Urgent",
    };

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
            else if (TrySubject())
            {
                headed = true;
            }
            else if (!headed && lines == 0 && IsNumberedTitle(_lines, _line))
            {
                // A title that names no sender is a heading all the same.
                ReadHeading(line);
                headed = true;
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
        if (!SplitHeading(TextScan.Slice(_text, line), out TextSpan from, out TextSpan to))
        {
            return IsHeading(TextScan.Slice(_text, line));
        }

        _draft.From = TextScan.Locate(_text, new TextSpan(line.Start + from.Start, line.Start + from.End));
        Located<string> post = TextScan.Locate(_text, new TextSpan(line.Start + to.Start, line.Start + to.End));
        _draft.Addressees.Add(new Addressee("TO", post.Span!.Value) { Post = post });
        return true;
    }

    /// <summary>Sender and receiver of a heading, articles left out.</summary>
    private static bool SplitHeading(ReadOnlySpan<char> heading, out TextSpan from, out TextSpan to)
    {
        from = to = default;
        int fromAt = heading.IndexOf(" From ", StringComparison.Ordinal);
        int start = fromAt >= 0 ? fromAt + 6 : heading.IndexOf("The ", StringComparison.Ordinal);
        int end = heading.EndsWith("Source", StringComparison.Ordinal) ? heading.Length - 6 : heading.Length;
        while (end > 0 && (char.IsAsciiDigit(heading[end - 1]) || heading[end - 1] is '*'))
        {
            end--;
        }

        int middle = start < 0 || start >= end ? -1 : SenderEnd(heading[start..end]);
        if (middle <= 0 || start + middle + 4 >= end)
        {
            return false;
        }

        from = WithoutArticle(heading, new TextSpan(start, start + middle));
        to = WithoutArticle(heading, new TextSpan(start + middle + 3, end));
        return from.Length > 0 && to.Length > 0;
    }

    // The first " to " that does not belong to the sender's own name: "the Mission to the United Nations to the Department of State".
    private static int SenderEnd(ReadOnlySpan<char> heading)
    {
        int at = heading.IndexOf(" to ", StringComparison.Ordinal);
        if (at < 0)
        {
            // "Department of State toAll Diplomatic Posts"
            int glued = heading.IndexOf(" to", StringComparison.Ordinal);
            return glued > 0 && glued + 3 < heading.Length && char.IsUpper(heading[glued + 3]) ? glued : -1;
        }

        while (at >= 0 && TextScan.EndsWithAny(heading[..at], "Mission", "Delegation", "Representative", "Observer", "Assistant"))
        {
            int next = heading[(at + 4)..].IndexOf(" to ", StringComparison.Ordinal);
            if (next < 0)
            {
                return at;
            }

            at += 4 + next;
        }

        return at;
    }

    private static TextSpan WithoutArticle(ReadOnlySpan<char> heading, TextSpan span)
    {
        ReadOnlySpan<char> slice = heading[span.Start..span.End];
        int lead = slice.Length - slice.TrimStart().Length;
        int trail = slice.Length - slice.TrimEnd().Length;
        slice = slice.Trim();

        // Copies glue the article to what follows: "theDepartment of State".
        int article = slice.StartsWith("the ", StringComparison.OrdinalIgnoreCase) ? 4 : slice.Length > 3 && slice.StartsWith("the", StringComparison.Ordinal) && char.IsUpper(slice[3]) ? 3 : 0;
        return new TextSpan(span.Start + lead + article, Math.Max(span.Start + lead + article, span.End - trail));
    }

    private bool TryDateline(TextSpan line)
    {
        if (!TryDateline(TextScan.Slice(_text, line), out int comma, out CableDate date))
        {
            return false;
        }

        _place ??= TextScan.Locate(_text, new TextSpan(line.Start, line.Start + comma));
        _draft.MessageDate ??= new Located<CableDate>(date, TextScan.Trim(_text, new TextSpan(line.Start + comma + 1, line.End)));
        return true;
    }

    /// <summary>"Moscow, November 23, 1963, 2 p.m.", "Austin, Texas, December 17, 1966.": the comma that ends the place, and the date behind it.</summary>
    private static bool TryDateline(ReadOnlySpan<char> line, out int comma, out CableDate date)
    {
        date = default;
        comma = line.IndexOf(',');
        while (comma is > 1 and < 40 && line.Length <= 90)
        {
            if (DateStamps.TryRecord(line[(comma + 1)..], out date))
            {
                return true;
            }

            int next = line[(comma + 1)..].IndexOf(',');
            comma = next < 0 ? -1 : comma + 1 + next;
        }

        return false;
    }

    /// <summary>"SUBJECT" alone above its lines, "Subject: text" in one: moves behind it.</summary>
    private bool TrySubject()
    {
        TextSpan line = _lines[_line];
        ReadOnlySpan<char> slice = _lines.Of(_line);
        if (!slice.StartsWith("Subject", StringComparison.OrdinalIgnoreCase))
        {
            return false;
        }

        bool colon = slice.Length > 7 && slice[7] == ':';
        int first = line.Start + (colon ? 8 : 7);
        if (!colon && slice.Length > 7)
        {
            return false;
        }

        int last = TextScan.Trim(_text, new TextSpan(first, line.End)).Length > 0 ? _line : _line + 1;
        int stop = last;
        while (stop + 1 < _lines.Count && stop < last + 2 && !_lines.IsBlank(stop + 1) && !BodyScanner.IsParticipants(_lines.Of(stop + 1)) && _lines.Of(stop + 1).Length < 200)
        {
            stop++;
        }

        TextSpan subject = last >= _lines.Count ? default : TextScan.Trim(_text, new TextSpan(last == _line ? first : _lines[last].Start, _lines[stop].End));
        if (subject.Length is 0 or > 400)
        {
            return false;
        }

        _draft.Subject ??= TextScan.Locate(_text, subject);
        _line = stop;
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

    private bool IsPrecedence(TextSpan line) => line.Length < 40 && Precedences.Contains(_text[line.Start..line.End]);
}
