using System.Globalization;

namespace Chancery.Cables.Parsing;

/// <summary>The ways in which cables and their publishers write a moment.</summary>
internal static class DateStamps
{
    private const string MonthNames = "JANFEBMARAPRMAYJUNJULAUGSEPOCTNOVDEC";

    /// <summary>Reads a date-time group "101721Z DEC 09" at <paramref name="at"/>.</summary>
    public static bool TryDateTimeGroup(string text, int at, int end, out CableDate date, out int stop)
    {
        date = default;
        stop = at;
        if (at + 7 > end || !TextScan.IsDigits(text.AsSpan(at, 6)) || text[at + 6] is not ('Z' or 'z'))
        {
            return false;
        }

        TextSpan month = TextScan.NextWord(text, at + 7, end);
        TextSpan year = TextScan.NextWord(text, month.End, end);
        ReadOnlySpan<char> yearText = TextScan.Slice(text, year);
        if (!TryMonth(TextScan.Slice(text, month), out int monthNumber) || yearText.Length is not (2 or 4) || !TextScan.IsDigits(yearText))
        {
            return false;
        }

        int y = ReferenceNumbers.FullYear(Number(yearText));
        stop = year.End;
        return TryMake(y, monthNumber, Number(text.AsSpan(at, 2)), Number(text.AsSpan(at + 2, 2)), Number(text.AsSpan(at + 4, 2)), out date);
    }

    /// <summary>Reads what records hold: 5/13/2005 14:16, 2005-05-13 14:16:00, 2005-05-13T14:16Z, 2009 June 19, 16:00, January 23, 1961, 5:57 p.m.</summary>
    public static bool TryRecord(ReadOnlySpan<char> text, out CableDate date)
    {
        date = default;
        Span<int> numbers = stackalloc int[8];
        Span<int> ends = stackalloc int[8];
        int count = 0, month = 0, monthBefore = -1;
        int at = 0;
        while (at < text.Length && count < numbers.Length)
        {
            if (char.IsAsciiDigit(text[at]))
            {
                int stop = at;
                while (stop < text.Length && char.IsAsciiDigit(text[stop]))
                {
                    stop++;
                }

                if (stop - at > 4)
                {
                    return false;
                }

                numbers[count] = Number(text[at..stop]);
                ends[count++] = stop;
                at = stop;
            }
            else if (char.IsAsciiLetter(text[at]))
            {
                int stop = at;
                while (stop < text.Length && char.IsAsciiLetter(text[stop]))
                {
                    stop++;
                }

                ReadOnlySpan<char> word = text[at..stop];
                if (month == 0 && TryMonth(word, out month))
                {
                    monthBefore = count;
                }
                else if (count == 2 && word.Equals("noon", StringComparison.OrdinalIgnoreCase))
                {
                    numbers[count] = 12;
                    ends[count++] = stop;
                }

                at = stop;
            }
            else
            {
                at++;
            }
        }

        if (month > 0 && count >= 2)
        {
            // "June 19, 2009", "19 June 2009" or "2009 June 19".
            (int year, int day) = numbers[0] > 99 ? (numbers[0], numbers[1]) : (numbers[1], numbers[0]);
            if (year <= 99 || monthBefore > 1)
            {
                return false;
            }

            // The hour follows as the third number.
            return count > 2 && numbers[2] < 24
                ? TryMake(year, month, day, Hour(text, numbers[2], ends[2]), count > 3 ? numbers[3] : 0, out date)
                : TryMake(year, month, day, null, 0, out date);
        }

        if (count < 3)
        {
            return false;
        }

        (int y, int m, int d) = numbers[0] > 99 ? (numbers[0], numbers[1], numbers[2]) : (numbers[2], numbers[0], numbers[1]);
        return count > 4 ? TryMake(y, m, d, numbers[3], numbers[4], out date) : TryMake(y, m, d, null, 0, out date);
    }

    public static bool TryMonth(ReadOnlySpan<char> word, out int month)
    {
        word = word.TrimEnd(".,");
        month = 0;
        if (word.Length is < 3 or > 9)
        {
            return false;
        }

        int at = MonthNames.AsSpan().IndexOf(word[..3].ToString().ToUpperInvariant(), StringComparison.Ordinal);
        if (at < 0 || at % 3 != 0)
        {
            return false;
        }

        month = at / 3 + 1;
        string full = CultureInfo.InvariantCulture.DateTimeFormat.GetMonthName(month);
        return full.AsSpan().StartsWith(word, StringComparison.OrdinalIgnoreCase) || word.Equals("Sept", StringComparison.OrdinalIgnoreCase);
    }

    // "5:57 p.m." and "6 p.m." are told by the letters after the time.
    private static int Hour(ReadOnlySpan<char> text, int hour, int after)
    {
        ReadOnlySpan<char> rest = text[after..].TrimStart("0123456789: ");
        bool afternoon = rest.StartsWith("p.m", StringComparison.OrdinalIgnoreCase) || rest.StartsWith("pm", StringComparison.OrdinalIgnoreCase);
        bool morning = rest.StartsWith("a.m", StringComparison.OrdinalIgnoreCase) || rest.StartsWith("am", StringComparison.OrdinalIgnoreCase);
        return afternoon ? hour % 12 + 12 : morning ? hour % 12 : hour;
    }

    private static int Number(ReadOnlySpan<char> digits) => int.Parse(digits, CultureInfo.InvariantCulture);

    private static bool TryMake(int year, int month, int day, int? hour, int minute, out CableDate date)
    {
        date = default;
        if (year is < 1700 or > 2200 || month is < 1 or > 12 || day < 1 || day > DateTime.DaysInMonth(year, month) || hour > 23 || minute > 59)
        {
            return false;
        }

        date = new CableDate(new DateTime(year, month, day, hour ?? 0, minute, 0, DateTimeKind.Utc), hour is not null);
        return true;
    }
}
