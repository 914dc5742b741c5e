using System.Globalization;

namespace Chancery.Graph;

/// <summary>The ISO 8601 forms in which temporal values print.</summary>
internal static class TemporalFormat
{
    public static string Date(DateValue date)
    {
        (long year, int month, int day) = date.Fields;
        string sign = year < 0 ? "-" : year > 9999 ? "+" : "";
        return string.Create(CultureInfo.InvariantCulture, $"{sign}{Math.Abs(year):0000}-{month:00}-{day:00}");
    }

    /// <summary>Seconds only where they or their fraction count, the fraction in 3, 6 or 9 digits.</summary>
    public static string Time(LocalTimeValue time)
    {
        CultureInfo invariant = CultureInfo.InvariantCulture;
        string text = string.Create(invariant, $"{time.Hour:00}:{time.Minute:00}");
        int nano = time.Nano;
        if (time.Second == 0 && nano == 0)
        {
            return text;
        }

        text += string.Create(invariant, $":{time.Second:00}");
        return nano switch
        {
            0 => text,
            _ when nano % 1_000_000 == 0 => text + string.Create(invariant, $".{nano / 1_000_000:000}"),
            _ when nano % 1_000 == 0 => text + string.Create(invariant, $".{nano / 1_000:000000}"),
            _ => text + string.Create(invariant, $".{nano:000000000}"),
        };
    }

    public static string Offset(int seconds)
    {
        if (seconds == 0)
        {
            return "Z";
        }

        int absolute = Math.Abs(seconds);
        string text = string.Create(
            CultureInfo.InvariantCulture, $"{(seconds < 0 ? '-' : '+')}{absolute / 3600:00}:{absolute / 60 % 60:00}");
        return absolute % 60 == 0 ? text : text + string.Create(CultureInfo.InvariantCulture, $":{absolute % 60:00}");
    }

    public static string Duration(DurationValue duration)
    {
        System.Text.StringBuilder text = new("P");
        Append(duration.Months / 12, 'Y');
        Append(duration.Months % 12, 'M');
        Append(duration.Days, 'D');
        if (duration.Seconds != 0 || duration.Nano != 0)
        {
            // Seconds and their fraction take the same sign before they are shared out.
            bool borrows = duration.Seconds < 0 && duration.Nano > 0;
            long seconds = borrows ? duration.Seconds + 1 : duration.Seconds;
            long nano = borrows ? TemporalUnits.NanosPerSecond - duration.Nano : duration.Nano;
            text.Append('T');
            Append(seconds / 3600, 'H');
            Append(seconds / 60 % 60, 'M');
            seconds %= 60;
            if (nano != 0)
            {
                text.Append(borrows ? "-" : "").Append(Math.Abs(seconds)).Append('.');
                text.Append(nano.ToString("000000000", CultureInfo.InvariantCulture).TrimEnd('0')).Append('S');
            }
            else
            {
                Append(seconds, 'S');
            }
        }

        return text.Length == 1 ? "PT0S" : text.ToString();

        void Append(long amount, char unit)
        {
            if (amount != 0)
            {
                text.Append(amount).Append(unit);
            }
        }
    }
}
