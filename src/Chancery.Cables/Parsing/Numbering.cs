namespace Chancery.Cables.Parsing;

/// <summary>What opens a numbered paragraph: "¶1. (SBU) ", "2.", "7.(U)".</summary>
internal readonly record struct Numbering(int Number, string? Marking, bool HasPilcrow, int TextStart)
{
    public static bool TryRead(string text, TextSpan line, out Numbering numbering)
    {
        numbering = default;
        int at = line.Start;
        bool pilcrow = false;
        while (at < line.End && (TextScan.IsPilcrow(text[at]) || (pilcrow && char.IsWhiteSpace(text[at]))))
        {
            pilcrow = true;
            at++;
        }

        int digits = at;
        int number = 0;
        while (at < line.End && at - digits < 4 && char.IsAsciiDigit(text[at]))
        {
            number = number * 10 + (text[at++] - '0');
        }

        // Four digits are a year at the start of a wrapped line, mark or not.
        if (at == digits || at - digits > 3 || at >= line.End || text[at] is not ('.' or ')'))
        {
            // Publishers' "1 (U)" has lost its stop.
            if (at == digits || at - digits > 2 || !TryMark(text, TextScan.Trim(text, new TextSpan(at, line.End)).Start, line.End, out string? bare, out int bareEnd))
            {
                return false;
            }

            numbering = new Numbering(number, bare, pilcrow, SkipSpaces(text, bareEnd, line.End));
            return true;
        }

        at++;
        // "1.5 million", "12.30"
        if (at < line.End && char.IsAsciiDigit(text[at]))
        {
            return false;
        }

        at = SkipSpaces(text, at, line.End);
        string? marking = null;
        if (TryMark(text, at, line.End, out marking, out int markEnd))
        {
            at = SkipSpaces(text, markEnd, line.End);
        }

        // "¶10. 9. Bolivian press": the publisher's number, then the text's own.
        if (pilcrow && TryOwnNumber(text, at, line.End, out int again))
        {
            at = again;
            if (marking is null && TryMark(text, at, line.End, out marking, out markEnd))
            {
                at = SkipSpaces(text, markEnd, line.End);
            }
        }

        numbering = new Numbering(number, marking, pilcrow, at);
        return true;
    }

    /// <summary>A portion mark in brackets: (U), (SBU), (C/NF), (C-entire text).</summary>
    public static bool TryMark(string text, int at, int end, out string? marking, out int stop)
    {
        marking = null;
        stop = at;
        if (at >= end || text[at] != '(')
        {
            return false;
        }

        int close = text.AsSpan(at, Math.Min(end - at, 24)).IndexOf(')');
        if (close < 2)
        {
            return false;
        }

        ReadOnlySpan<char> inner = text.AsSpan(at + 1, close - 1).Trim();
        int stem = inner.IndexOfAny('/', '-', ' ');
        ReadOnlySpan<char> level = stem < 0 ? inner : inner[..stem];
        if (level is not ("U" or "SBU" or "C" or "S" or "TS" or "LOU" or "FOUO" or "u" or "c" or "s" or "sbu"))
        {
            return false;
        }

        marking = inner.ToString().ToUpperInvariant() is var whole && whole.Contains(' ', StringComparison.Ordinal) ? level.ToString().ToUpperInvariant() : whole;
        stop = at + close + 1;
        return true;
    }

    private static bool TryOwnNumber(string text, int at, int end, out int stop)
    {
        int digits = at;
        while (at < end && char.IsAsciiDigit(text[at]))
        {
            at++;
        }

        stop = at + 1;
        if (at == digits || at - digits > 2 || at + 1 >= end || text[at] != '.' || !char.IsWhiteSpace(text[at + 1]))
        {
            return false;
        }

        stop = SkipSpaces(text, stop, end);
        return true;
    }

    private static int SkipSpaces(string text, int at, int end)
    {
        while (at < end && char.IsWhiteSpace(text[at]))
        {
            at++;
        }

        return at;
    }
}
