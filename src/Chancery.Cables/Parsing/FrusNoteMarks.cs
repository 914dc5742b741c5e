namespace Chancery.Cables.Parsing;

/// <summary>Finds footnote numbers that a plain-text copy glued to words, and page numbers in brackets.</summary>
internal static class FrusNoteMarks
{
    /// <param name="notes">The numbers of the notes printed below, in order; empty where they are not known.</param>
    public static List<TextSpan> Find(string text, TextSpan body, List<int> notes)
    {
        List<TextSpan> cuts = [];
        for (int at = body.Start; at < body.End; at++)
        {
            char c = text[at];
            if (c == '[' && TryPage(text, at, body.End, out int stop))
            {
                cuts.Add(new TextSpan(at, stop));
                at = stop - 1;
            }
            else if (char.IsAsciiDigit(c) && at > body.Start && !char.IsAsciiDigit(text[at - 1]))
            {
                int end = at;
                while (end < body.End && char.IsAsciiDigit(text[end]))
                {
                    end++;
                }

                if (IsMark(text, body, at, end, notes, out int start))
                {
                    cuts.Add(new TextSpan(start, end));
                }

                at = end - 1;
            }
        }

        return cuts;
    }

    private static bool IsMark(string text, TextSpan body, int start, int end, List<int> notes, out int markStart)
    {
        markStart = start;
        bool closed = end == body.End || char.IsWhiteSpace(text[end]) || text[end] is '.' or ',' or ';' or ':' or ')' or '”' or '—' or ']';
        if (!closed)
        {
            return false;
        }

        char before = text[start - 1];
        int length = end - start;
        if (length <= 3 && (char.IsLower(before) || before is ')' or '”' or 'ʼ' or ']' || (before is '.' or ',' or ';' or '?' && start - 2 >= body.Start && !char.IsAsciiDigit(text[start - 2]))))
        {
            return true;
        }

        if (notes.Count == 0)
        {
            return false;
        }

        // "Deptel 1024.1 During": a stop, then a known note, then a new sentence.
        if (before == '.' && length <= 2 && IsNote(text, start, end, notes) && end + 1 < body.End && char.IsWhiteSpace(text[end]) && char.IsUpper(text[end + 1]))
        {
            return true;
        }

        // "January 101": the day, then the note.
        if (before == ' ' && length is 2 or 3 && FollowsMonth(text, start - 1))
        {
            for (int split = start + 1; split < end; split++)
            {
                int day = int.Parse(text.AsSpan(start, split - start), System.Globalization.CultureInfo.InvariantCulture);
                bool wholeIsDay = length == 2 && int.Parse(text.AsSpan(start, 2), System.Globalization.CultureInfo.InvariantCulture) <= 31;
                if (!wholeIsDay && day is >= 1 and <= 31 && IsNote(text, split, end, notes) && (split - start == 2 || length == 2))
                {
                    markStart = split;
                    return true;
                }
            }
        }

        return false;
    }

    private static bool IsNote(string text, int start, int end, List<int> notes) =>
        text[start] != '0' && notes.Contains(int.Parse(text.AsSpan(start, end - start), System.Globalization.CultureInfo.InvariantCulture));

    private static bool FollowsMonth(string text, int space)
    {
        int start = space;
        while (start > 0 && char.IsLetter(text[start - 1]))
        {
            start--;
        }

        return space > start && DateStamps.TryMonth(text.AsSpan(start, space - start), out _);
    }

    // "[Page 595]"
    private static bool TryPage(string text, int at, int end, out int stop)
    {
        ReadOnlySpan<char> rest = text.AsSpan(at, Math.Min(end - at, 14));
        int close = rest.IndexOf(']');
        stop = at + close + 1;
        return close > 6 && rest.StartsWith("[Page ", StringComparison.Ordinal) && TextScan.IsDigits(rest[6..close].TrimEnd('a'));
    }
}
