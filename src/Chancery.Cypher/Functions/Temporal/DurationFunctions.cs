using Chancery.Cypher.Expressions;
using Chancery.Graph;
using static Chancery.Graph.TemporalUnits;

namespace Chancery.Cypher.Functions.Temporal;

internal static class DurationFunctions
{
    public static IEnumerable<Function> Rows =>
    [
        new("duration", static (a, _) => Value.Duration(Build(a[0]))),
        new("duration.between", static (a, _) => Between("duration.between", a, Span)),
        new("duration.inMonths", static (a, _) => Between("duration.inMonths", a, static (from, to) => new(Months(from, to), 0, 0, 0))),
        new("duration.inDays", static (a, _) => Between("duration.inDays", a, static (from, to) => new(0, Days(from, to), 0, 0))),
        new("duration.inSeconds", static (a, _) => Between("duration.inSeconds", a, Seconds)),
    ];

    private static DurationValue Build(Value input) => input.Kind switch
    {
        ValueKind.String => TemporalText.ParseDuration(input.AsString()),
        ValueKind.Duration => input.AsDuration(),
        ValueKind.Map => Build(input.AsMap()),
        _ => throw ExpressionErrors.WrongArgument("duration", "a STRING or a MAP", input),
    };

    private static DurationValue Build(MapValue map)
    {
        decimal months = 0;
        decimal days = 0;
        decimal seconds = 0;
        foreach ((string key, Value value) in map)
        {
            decimal amount = Amount(value);
            switch (key)
            {
                case "years": months += amount * 12; break;
                case "quarters": months += amount * 3; break;
                case "months": months += amount; break;
                case "weeks": days += amount * 7; break;
                case "days": days += amount; break;
                case "hours": seconds += amount * 3600; break;
                case "minutes": seconds += amount * 60; break;
                case "seconds": seconds += amount; break;
                case "milliseconds": seconds += amount / 1_000; break;
                case "microseconds": seconds += amount / 1_000_000; break;
                case "nanoseconds": seconds += amount / NanosPerSecond; break;
                default: throw ExpressionErrors.InvalidArgumentValue($"duration() knows no field '{key}'.");
            }
        }

        return DurationValue.Of(months, days, seconds);
    }

    private static decimal Amount(Value value)
    {
        if (value.TryGetInteger(out long integer))
        {
            return integer;
        }

        double number = Arguments.Number("duration", value);
        return Math.Abs(number) < 1e18
            ? (decimal)number
            : throw ExpressionErrors.OutOfRange($"duration() cannot hold {ValueText.Float(number)}.");
    }

    /// <summary>
    /// Brings both to a common form first: a missing date is the other's, or any where neither has one; a missing time is midnight; a missing
    /// zone is the other's; the second is read in the first one's zone.
    /// </summary>
    private static Value Between(string function, ReadOnlySpan<Value> arguments, Func<ZonedDateTime, ZonedDateTime, DurationValue> measure)
    {
        TemporalParts from = TemporalParts.Of(function, arguments[0]);
        TemporalParts to = TemporalParts.Of(function, arguments[1]);
        DateValue fromDate = from.Date ?? to.Date ?? default;
        DateValue toDate = to.Date ?? fromDate;
        Zone fromZone = from.Zone ?? to.Zone ?? Zone.Utc;
        ZonedDateTime start = fromZone.At(LocalDateTimeValue.Of(fromDate, from.Time ?? default));
        ZonedDateTime end = (to.Zone ?? fromZone).At(LocalDateTimeValue.Of(toDate, to.Time ?? default));
        end = start.ZoneId is { } zone ? end.InZone(zone) : end.AtOffset(start.OffsetSeconds);
        return Value.Duration(measure(start, end));
    }

    private static DurationValue Span(ZonedDateTime from, ZonedDateTime to)
    {
        long months = Months(from, to);
        ZonedDateTime at = from.Add(new DurationValue(months, 0, 0, 0));
        long days = Days(at, to);
        at = at.Add(new DurationValue(0, days, 0, 0));
        return Seconds(at, to) with { Months = months, Days = days };
    }

    private static DurationValue Seconds(ZonedDateTime from, ZonedDateTime to) =>
        DurationValue.Of(0, 0, to.EpochSecond - from.EpochSecond, to.Nano - from.Nano);

    private static long Months(ZonedDateTime from, ZonedDateTime to)
    {
        (long year, int month, int day) = from.Local.Date.Fields;
        (long endYear, int endMonth, int endDay) = WholeDays(from.Local, to.Local).Fields;
        // Days weigh less than a month, so that the quotient drops a month that is not complete.
        return ((((endYear - year) * 12) + endMonth - month) * 32 + endDay - day) / 32;
    }

    private static long Days(ZonedDateTime from, ZonedDateTime to) =>
        WholeDays(from.Local, to.Local).EpochDay - from.Local.Date.EpochDay;

    /// <summary>The end's date, moved towards the start where the last day is not complete.</summary>
    private static DateValue WholeDays(LocalDateTimeValue from, LocalDateTimeValue to)
    {
        long start = from.Date.EpochDay;
        long end = to.Date.EpochDay;
        long startNano = from.Time.NanoOfDay;
        long endNano = to.Time.NanoOfDay;
        return new DateValue(
            end > start && endNano < startNano ? end - 1
            : end < start && endNano > startNano ? end + 1
            : end);
    }
}
