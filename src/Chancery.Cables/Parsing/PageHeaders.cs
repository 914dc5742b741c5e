namespace Chancery.Cables.Parsing;

/// <summary>Lines that transport put into the text: page headers, section headers, marks of the end.</summary>
internal static class PageHeaders
{
    public static bool IsTransport(string text, TextSpan line)
    {
        if (line.Length is 0 or > 120)
        {
            return false;
        }

        ReadOnlySpan<char> slice = TextScan.Slice(text, line);
        return slice is "SIPDIS" or "NNNN" or "BT" or "SIPDIS SIPDIS"
            || IsSchedule(slice)
            || slice.StartsWith("Declassified/Released", StringComparison.OrdinalIgnoreCase)
            || slice.StartsWith("Margaret P. Grafeld", StringComparison.OrdinalIgnoreCase)
            || IsPageOf(text, line)
            || IsPageNumber(text, line)
            || ClassificationLine.IsLevelAlone(text, line)
            || (ClassificationLine.Find(text, line) is { } again && again.Span.Start == line.Start && line.End - again.Span.End < 24);
    }

    /// <summary>"MADRID 00001952 001.2 OF 002".</summary>
    public static bool IsPageOf(string text, TextSpan line)
    {
        if (!char.IsAsciiDigit(text[line.End - 1]) || !char.IsLetter(text[line.Start]))
        {
            return false;
        }

        bool serial = false, of = false;
        int last = 0;
        foreach (TextSpan word in TextScan.Words(text, line))
        {
            ReadOnlySpan<char> value = TextScan.Slice(text, word);
            if (value is "OF" or "of" && last == 2)
            {
                of = true;
            }

            last = !char.IsAsciiDigit(value[0]) ? 0 : value.Length >= 6 && TextScan.IsDigits(value) ? 1 : 2;
            serial |= last == 1;
        }

        return serial && of && last == 2;
    }

    // "GP-3", "XGDS-1", "GDS": how the text was to be declassified.
    private static bool IsSchedule(ReadOnlySpan<char> line) =>
        line.Length <= 9 && (line.StartsWith("GP-", StringComparison.Ordinal) || line.StartsWith("XGDS", StringComparison.Ordinal) || line is "GDS");

    /// <summary>"PAGE 02 STATE 311722 TOSEC 340058".</summary>
    private static bool IsPageNumber(string text, TextSpan line)
    {
        ReadOnlySpan<char> slice = TextScan.Slice(text, line);
        return slice.StartsWith("PAGE ", StringComparison.Ordinal)
            && slice.Length > 8
            && char.IsAsciiDigit(slice[5])
            && char.IsAsciiDigit(slice[6])
            && !TextScan.HasLowerLetter(slice);
    }
}
