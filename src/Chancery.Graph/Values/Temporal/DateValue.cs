using static Chancery.Graph.TemporalUnits;

namespace Chancery.Graph;

public readonly partial record struct DateValue
{
    private const int DaysPerEra = 146_097;

    // From 0000-03-01, where the computing year begins, to 1970-01-01.
    private const int EpochShift = 719_468;

    private static readonly long _least = Raw(-MaxYear, 1, 1);
    private static readonly long _most = Raw(MaxYear, 12, 31);

    public long Year => Fields.Year;

    public int Month => Fields.Month;

    public int Day => Fields.Day;

    public int Quarter => ((Month - 1) / 3) + 1;

    public int DayOfQuarter => (int)(EpochDay - Raw(Year, ((Quarter - 1) * 3) + 1, 1)) + 1;

    public int OrdinalDay => (int)(EpochDay - Raw(Year, 1, 1)) + 1;

    /// <summary>1 is Monday, 7 Sunday.</summary>
    public int DayOfWeek => (int)FloorRemainder(EpochDay + 3, 7) + 1;

    /// <summary>The ISO week's number, 1 to 53, in <see cref="WeekYear"/>.</summary>
    public int Week => (int)((EpochDay - FirstMonday(WeekYear)) / 7) + 1;

    public long WeekYear
    {
        get
        {
            long year = Year;
            return EpochDay < FirstMonday(year) ? year - 1 : EpochDay >= FirstMonday(year + 1) ? year + 1 : year;
        }
    }

    public (long Year, int Month, int Day) Fields
    {
        get
        {
            // Years of the computing calendar begin in March, so that the leap day is the last.
            long shifted = EpochDay + EpochShift;
            long era = FloorDivide(shifted, DaysPerEra);
            int dayOfEra = (int)(shifted - (era * DaysPerEra));
            int yearOfEra = (dayOfEra - (dayOfEra / 1460) + (dayOfEra / 36_524) - (dayOfEra / 146_096)) / 365;
            int dayOfYear = dayOfEra - ((365 * yearOfEra) + (yearOfEra / 4) - (yearOfEra / 100));
            int monthFromMarch = ((5 * dayOfYear) + 2) / 153;
            int day = dayOfYear - (((153 * monthFromMarch) + 2) / 5) + 1;
            int month = monthFromMarch < 10 ? monthFromMarch + 3 : monthFromMarch - 9;
            return ((era * 400) + yearOfEra + (month <= 2 ? 1 : 0), month, day);
        }
    }

    public static bool IsLeapYear(long year) => year % 4 == 0 && (year % 100 != 0 || year % 400 == 0);

    public static int DaysInMonth(long year, int month) => month switch
    {
        2 => IsLeapYear(year) ? 29 : 28,
        4 or 6 or 9 or 11 => 30,
        _ => 31,
    };

    /// <exception cref="GraphException">A field is out of range, or the month has no such day.</exception>
    public static DateValue Of(long year, long month, long day)
    {
        CheckYear(year);
        Check("month", month, 1, 12);
        Check("day", day, 1, DaysInMonth(year, (int)month));
        return new DateValue(Raw(year, (int)month, (int)day));
    }

    /// <exception cref="GraphException">A field is out of range, or the year has no week 53.</exception>
    public static DateValue OfWeek(long weekYear, long week, long dayOfWeek)
    {
        CheckYear(weekYear);
        Check("week", week, 1, (FirstMonday(weekYear + 1) - FirstMonday(weekYear)) / 7);
        Check("dayOfWeek", dayOfWeek, 1, 7);
        return OfEpochDay(FirstMonday(weekYear) + ((week - 1) * 7) + dayOfWeek - 1);
    }

    public static DateValue OfOrdinal(long year, long ordinalDay)
    {
        CheckYear(year);
        Check("ordinalDay", ordinalDay, 1, IsLeapYear(year) ? 366 : 365);
        return new DateValue(Raw(year, 1, 1) + ordinalDay - 1);
    }

    public static DateValue OfQuarter(long year, long quarter, long dayOfQuarter)
    {
        CheckYear(year);
        Check("quarter", quarter, 1, 4);
        int firstMonth = (((int)quarter - 1) * 3) + 1;
        long first = Raw(year, firstMonth, 1);
        Check("dayOfQuarter", dayOfQuarter, 1, Raw(year, firstMonth + 2, DaysInMonth(year, firstMonth + 2)) - first + 1);
        return new DateValue(first + dayOfQuarter - 1);
    }

    /// <exception cref="GraphException">The day lies outside the years of the calendar.</exception>
    public static DateValue OfEpochDay(long day) =>
        day >= _least && day <= _most ? new DateValue(day) : throw TemporalErrors.Overflow("date");

    /// <summary>The same day of the month, or the month's last where it is shorter.</summary>
    public DateValue AddMonths(long months)
    {
        if (months == 0)
        {
            return this;
        }

        (long year, int month, int day) = Fields;
        Int128 total = ((Int128)year * 12) + month - 1 + months;
        if (Int128.Abs(total) > (MaxYear + 1) * 12)
        {
            throw TemporalErrors.Overflow("date");
        }

        long newYear = FloorDivide((long)total, 12);
        int newMonth = (int)FloorRemainder((long)total, 12) + 1;
        return Of(newYear, newMonth, Math.Min(day, DaysInMonth(newYear, newMonth)));
    }

    public DateValue AddDays(long days)
    {
        Int128 day = (Int128)EpochDay + days;
        return day >= _least && day <= _most ? new DateValue((long)day) : throw TemporalErrors.Overflow("date");
    }

    public override string ToString() => TemporalFormat.Date(this);

    internal static void Check(string field, long value, long least, long most)
    {
        if (value < least || value > most)
        {
            throw TemporalErrors.OutOfRange(field, value, least, most);
        }
    }

    private static void CheckYear(long year) => Check("year", year, -MaxYear, MaxYear);

    /// <summary>The Monday of the week that holds the year's first Thursday.</summary>
    private static long FirstMonday(long year)
    {
        long fourth = Raw(year, 1, 4);
        return fourth - FloorRemainder(fourth + 3, 7);
    }

    private static long Raw(long year, int month, int day)
    {
        long shiftedYear = month <= 2 ? year - 1 : year;
        long era = FloorDivide(shiftedYear, 400);
        long yearOfEra = shiftedYear - (era * 400);
        int monthFromMarch = month > 2 ? month - 3 : month + 9;
        int dayOfYear = (((153 * monthFromMarch) + 2) / 5) + day - 1;
        return (era * DaysPerEra) + (yearOfEra * 365) + (yearOfEra / 4) - (yearOfEra / 100) + dayOfYear - EpochShift;
    }
}
