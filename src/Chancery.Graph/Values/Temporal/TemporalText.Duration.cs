using System.Globalization;

namespace Chancery.Graph;

public static partial class TemporalText
{
    /// <summary><c>P1Y2M3W4DT5H6M7.8S</c> with signs and fractions anywhere, or <c>P2012-02-02T14:37:21.545</c>.</summary>
    /// <exception cref="GraphException">The text is no duration, or a part of it is too large.</exception>
    public static DurationValue ParseDuration(string text)
    {
        TemporalCursor cursor = new(text);
        int sign = cursor.TakeSign();
        if (cursor.TakeLetter('P'))
        {
            TemporalCursor again = cursor;
            if (ReadUnits(ref cursor, out DurationValue? duration) || ReadDateForm(ref again, out duration))
            {
                return sign < 0 ? duration.Negate() : duration;
            }
        }

        throw TemporalErrors.NotParsed("Duration", text);
    }

    private static bool ReadUnits(ref TemporalCursor cursor, out DurationValue duration)
    {
        duration = DurationValue.Zero;
        decimal[] dates = new decimal[4];
        decimal[] times = new decimal[3];
        if (!ReadAmounts(ref cursor, "YMWD", dates, out bool anyDate))
        {
            return false;
        }

        bool anyTime = false;
        if (cursor.TakeLetter('T') && !(ReadAmounts(ref cursor, "HMS", times, out anyTime) && anyTime))
        {
            return false;
        }

        if (!cursor.AtEnd || !(anyDate || anyTime))
        {
            return false;
        }

        duration = DurationValue.Of(
            (dates[0] * 12) + dates[1],
            (dates[2] * 7) + dates[3],
            (times[0] * 3600) + (times[1] * 60) + times[2]);
        return true;
    }

    /// <summary>Numbers with their unit letters, each at most once and in the order of <paramref name="units"/>.</summary>
    private static bool ReadAmounts(ref TemporalCursor cursor, string units, decimal[] amounts, out bool any)
    {
        any = false;
        int place = 0;
        while (char.IsAsciiDigit(cursor.Current) || cursor.Current is '+' or '-' or '.' or ',')
        {
            if (!ReadDecimal(ref cursor, out decimal amount) || place == units.Length)
            {
                return false;
            }

            int unit = units.IndexOf(char.ToUpperInvariant(cursor.Current), place);
            if (unit < 0)
            {
                return false;
            }

            cursor.TakeLetter(units[unit]);
            amounts[unit] = amount;
            place = unit + 1;
            any = true;
        }

        return true;
    }

    private static bool ReadDateForm(ref TemporalCursor cursor, out DurationValue duration)
    {
        duration = DurationValue.Zero;
        if (!cursor.TakeDigits(4, out long years)
            || !cursor.Take('-') || !cursor.TakeDigits(2, out long months)
            || !cursor.Take('-') || !cursor.TakeDigits(2, out long days))
        {
            return false;
        }

        LocalTimeValue time = default;
        if (cursor.TakeLetter('T') && !ReadTime(ref cursor, out time))
        {
            return false;
        }

        duration = DurationValue.Of((years * 12) + months, days, 0, time.NanoOfDay);
        return cursor.AtEnd;
    }

    private static bool ReadDecimal(ref TemporalCursor cursor, out decimal number)
    {
        ReadOnlySpan<char> rest = cursor.Rest;
        int end = 0;
        while (end < rest.Length && (char.IsAsciiDigit(rest[end]) || rest[end] is '.' or ',' or '-' or '+'))
        {
            end++;
        }

        string digits = rest[..end].ToString().Replace(',', '.');
        cursor = new TemporalCursor(rest[end..]);
        return decimal.TryParse(
            digits, NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out number);
    }
}
