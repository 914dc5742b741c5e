namespace Chancery.Graph;

/// <summary>
/// Reads the ISO 8601 forms of temporal values: calendar, week, ordinal and quarter dates, in their long and compact notations; times with
/// offsets and zones in brackets.
/// </summary>
public static partial class TemporalText
{
    private const int MaxOffsetSeconds = 18 * 3600;

    /// <exception cref="GraphException">The text is no date, or no such day exists.</exception>
    public static DateValue ParseDate(string text)
    {
        TemporalCursor cursor = new(text);
        return ReadDate(ref cursor, out DateValue date) && cursor.AtEnd ? date : throw TemporalErrors.NotParsed("Date", text);
    }

    /// <exception cref="GraphException">The text is no time of day.</exception>
    public static LocalTimeValue ParseLocalTime(string text)
    {
        TemporalCursor cursor = new(text);
        return ReadTime(ref cursor, out LocalTimeValue time) && cursor.AtEnd ? time : throw TemporalErrors.NotParsed("LocalTime", text);
    }

    /// <summary>A time without an offset takes <paramref name="defaultOffset"/>.</summary>
    /// <exception cref="GraphException">The text is no time of day.</exception>
    public static ZonedTime ParseTime(string text, int defaultOffset = 0)
    {
        TemporalCursor cursor = new(text);
        return ReadTime(ref cursor, out LocalTimeValue time) && ReadOffset(ref cursor, out int? offset) && cursor.AtEnd
            ? new ZonedTime(time.NanoOfDay, offset ?? defaultOffset)
            : throw TemporalErrors.NotParsed("Time", text);
    }

    /// <summary>A date alone means its midnight.</summary>
    /// <exception cref="GraphException">The text is no date and time.</exception>
    public static LocalDateTimeValue ParseLocalDateTime(string text)
    {
        TemporalCursor cursor = new(text);
        return ReadLocalDateTime(ref cursor, out LocalDateTimeValue? local) && cursor.AtEnd
            ? local
            : throw TemporalErrors.NotParsed("LocalDateTime", text);
    }

    /// <summary>A date-time without offset and zone takes <paramref name="defaultZone"/>; null is UTC.</summary>
    /// <exception cref="GraphException">The text is no date and time, names no known zone, or its offset does not occur in its zone.</exception>
    public static ZonedDateTime ParseDateTime(string text, string? defaultZone = null)
    {
        TemporalCursor cursor = new(text);
        if (!ReadLocalDateTime(ref cursor, out LocalDateTimeValue? local)
            || !ReadOffset(ref cursor, out int? offset)
            || !ReadZone(ref cursor, out string? zone)
            || !cursor.AtEnd)
        {
            throw TemporalErrors.NotParsed("DateTime", text);
        }

        if (offset is null)
        {
            return InZone(local, zone ?? defaultZone ?? "Z");
        }

        if (zone is null)
        {
            return ZonedDateTime.Of(local, offset.Value);
        }

        return ZoneRules.Of(zone).Allows(local.EpochSecond, offset.Value)
            ? ZonedDateTime.Of(local, zone, offset)
            : throw TemporalErrors.NotParsed("DateTime", text, "timezone and offset do not match");
    }

    /// <summary>Seconds of an offset such as <c>Z</c>, <c>+01</c>, <c>-0130</c>, <c>+02:05:59</c>; null for anything else, a zone's name say.</summary>
    public static int? ParseOffset(string text)
    {
        TemporalCursor cursor = new(text);
        return ReadOffset(ref cursor, out int? offset) && cursor.AtEnd ? offset : null;
    }

    /// <summary><c>Z</c>, <c>+01:00</c>, <c>+02:05:59</c>.</summary>
    public static string FormatOffset(int offsetSeconds) => TemporalFormat.Offset(offsetSeconds);

    /// <summary>The local time in a zone, given by name or as an offset.</summary>
    /// <exception cref="GraphException">There is no such zone.</exception>
    public static ZonedDateTime InZone(LocalDateTimeValue local, string zone) =>
        ParseOffset(zone) is { } offset ? ZonedDateTime.Of(local, offset) : ZonedDateTime.Of(local, zone);

    private static bool ReadLocalDateTime(ref TemporalCursor cursor, out LocalDateTimeValue local)
    {
        local = new LocalDateTimeValue(0, 0);
        if (!ReadDate(ref cursor, out DateValue date))
        {
            return false;
        }

        LocalTimeValue time = default;
        if ((cursor.TakeLetter('T') || cursor.Take(' ')) && !ReadTime(ref cursor, out time))
        {
            return false;
        }

        local = LocalDateTimeValue.Of(date, time);
        return true;
    }

    private static bool ReadDate(ref TemporalCursor cursor, out DateValue date)
    {
        date = default;
        int sign = cursor.TakeSign();
        int digits = sign == 0 ? 4 : cursor.DigitRun;
        if (digits > 9 || !cursor.TakeDigits(digits, out long year))
        {
            return false;
        }

        year = sign < 0 ? -year : year;
        bool separated = cursor.Current == '-' && (char.IsAsciiDigit(cursor.Next) || IsDateLetter(cursor.Next));
        if (separated)
        {
            cursor.Take('-');
        }

        if (IsDateLetter(cursor.Current))
        {
            return ReadWeekOrQuarter(ref cursor, year, separated, out date);
        }

        return separated ? ReadLongMonth(ref cursor, year, out date) : ReadCompactMonth(ref cursor, year, out date);
    }

    private static bool IsDateLetter(char c) => c is 'W' or 'w' or 'Q' or 'q';

    private static bool ReadWeekOrQuarter(ref TemporalCursor cursor, long year, bool separated, out DateValue date)
    {
        date = default;
        bool isWeek = cursor.TakeLetter('W');
        if ((!isWeek && !cursor.TakeLetter('Q')) || !cursor.TakeDigits(isWeek ? 2 : 1, out long part))
        {
            return false;
        }

        long day = 1;
        bool hasDay = separated ? cursor.Current == '-' && cursor.Take('-') : char.IsAsciiDigit(cursor.Current);
        if (hasDay && !cursor.TakeDigits(isWeek ? 1 : 2, out day))
        {
            return false;
        }

        date = isWeek ? DateValue.OfWeek(year, part, day) : DateValue.OfQuarter(year, part, day);
        return true;
    }

    private static bool ReadLongMonth(ref TemporalCursor cursor, long year, out DateValue date)
    {
        date = default;
        int digits = cursor.DigitRun;
        if (digits > 3 || !cursor.TakeDigits(digits, out long number))
        {
            return false;
        }

        if (digits == 3)
        {
            date = DateValue.OfOrdinal(year, number);
            return true;
        }

        long day = 1;
        if (cursor.Take('-') && (cursor.DigitRun > 2 || !cursor.TakeDigits(cursor.DigitRun, out day)))
        {
            return false;
        }

        date = DateValue.Of(year, number, day);
        return true;
    }

    private static bool ReadCompactMonth(ref TemporalCursor cursor, long year, out DateValue date)
    {
        date = default;
        int digits = cursor.DigitRun;
        if (digits is 1 or > 4)
        {
            return false;
        }

        cursor.TakeDigits(digits, out long number);
        date = digits switch
        {
            0 => DateValue.Of(year, 1, 1),
            2 => DateValue.Of(year, number, 1),
            3 => DateValue.OfOrdinal(year, number),
            _ => DateValue.Of(year, number / 100, number % 100),
        };
        return true;
    }

    private static bool ReadTime(ref TemporalCursor cursor, out LocalTimeValue time)
    {
        time = default;
        if (!cursor.TakeDigits(2, out long hour))
        {
            return false;
        }

        long minute = 0;
        long second = 0;
        long nano = 0;
        bool separated = cursor.Take(':');
        if ((separated || char.IsAsciiDigit(cursor.Current)) && !cursor.TakeDigits(2, out minute))
        {
            return false;
        }

        bool hasSecond = separated ? cursor.Take(':') : char.IsAsciiDigit(cursor.Current);
        if (hasSecond && (!cursor.TakeDigits(2, out second) || !cursor.TakeFraction(out nano)))
        {
            return false;
        }

        time = LocalTimeValue.Of(hour, minute, second, nano);
        return true;
    }

    private static bool ReadOffset(ref TemporalCursor cursor, out int? offset)
    {
        offset = null;
        if (cursor.TakeLetter('Z'))
        {
            offset = 0;
            return true;
        }

        if (cursor.Current is not ('+' or '-'))
        {
            return true;
        }

        int sign = cursor.TakeSign();
        long minute = 0;
        long second = 0;
        if (!cursor.TakeDigits(2, out long hour))
        {
            return false;
        }

        bool separated = cursor.Take(':');
        if ((separated || char.IsAsciiDigit(cursor.Current)) && !cursor.TakeDigits(2, out minute))
        {
            return false;
        }

        bool hasSecond = separated ? cursor.Take(':') : char.IsAsciiDigit(cursor.Current);
        if (hasSecond && !cursor.TakeDigits(2, out second))
        {
            return false;
        }

        DateValue.Check("offset minutes", minute, 0, 59);
        DateValue.Check("offset seconds", second, 0, 59);
        long total = (((hour * 60) + minute) * 60) + second;
        DateValue.Check("offset", total, 0, MaxOffsetSeconds);
        offset = sign * (int)total;
        return true;
    }

    private static bool ReadZone(ref TemporalCursor cursor, out string? zone)
    {
        zone = null;
        if (!cursor.Take('['))
        {
            return true;
        }

        ReadOnlySpan<char> rest = cursor.Rest;
        int end = rest.IndexOf(']');
        if (end <= 0)
        {
            return false;
        }

        zone = rest[..end].ToString();
        cursor = new TemporalCursor(rest[(end + 1)..]);
        return true;
    }
}
