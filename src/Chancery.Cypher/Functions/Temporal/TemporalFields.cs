using Chancery.Cypher.Expressions;
using Chancery.Graph;
using static Chancery.Graph.TemporalUnits;

namespace Chancery.Cypher.Functions.Temporal;

/// <summary>The fields that <c>value.name</c> reads from temporal values and points.</summary>
internal static class TemporalFields
{
    public static Value Read(Value value, string name)
    {
        Value? field = value.Kind switch
        {
            ValueKind.Date => OfDate(value.AsDate(), name),
            ValueKind.LocalTime => OfTime(value.AsLocalTime(), name),
            ValueKind.Time => OfTime(value.AsTime().Local, name) ?? OfOffset(value.AsTime().OffsetSeconds, null, name),
            ValueKind.LocalDateTime => OfDate(value.AsLocalDateTime().Date, name) ?? OfTime(value.AsLocalDateTime().Time, name),
            ValueKind.DateTime => OfDateTime(value.AsDateTime(), name),
            ValueKind.Duration => OfDuration(value.AsDuration(), name),
            ValueKind.Point => OfPoint(value.AsPoint(), name),
            _ => throw ExpressionErrors.NoProperties(name, value),
        };
        return field ?? throw ExpressionErrors.InvalidArgumentValue($"No such field: {name}, in {ExpressionErrors.Describe(value)}.");
    }

    private static Value? OfDate(DateValue date, string name) => name switch
    {
        "year" => date.Year,
        "quarter" => date.Quarter,
        "month" => date.Month,
        "week" => date.Week,
        "weekYear" => date.WeekYear,
        "day" => date.Day,
        "ordinalDay" => date.OrdinalDay,
        "dayOfWeek" or "weekDay" => date.DayOfWeek,
        "dayOfQuarter" or "quarterDay" => date.DayOfQuarter,
        _ => default(Value?),
    };

    private static Value? OfTime(LocalTimeValue time, string name) => name switch
    {
        "hour" => time.Hour,
        "minute" => time.Minute,
        "second" => time.Second,
        "millisecond" => time.Nano / 1_000_000,
        "microsecond" => time.Nano / 1_000,
        "nanosecond" => time.Nano,
        _ => default(Value?),
    };

    private static Value? OfOffset(int seconds, string? zoneId, string name)
    {
        return name switch
        {
            "timezone" => zoneId ?? OffsetText(),
            "offset" => OffsetText(),
            "offsetMinutes" => seconds / 60,
            "offsetSeconds" => seconds,
            _ => default(Value?),
        };

        Value OffsetText() => TemporalText.FormatOffset(seconds);
    }

    private static Value? OfDateTime(ZonedDateTime value, string name) => name switch
    {
        "epochSeconds" => value.EpochSecond,
        "epochMillis" => Whole(((Int128)value.EpochSecond * 1000) + (value.Nano / 1_000_000), name),
        _ => OfDate(value.Local.Date, name) ?? OfTime(value.Local.Time, name) ?? OfOffset(value.OffsetSeconds, value.ZoneId, name),
    };

    private static Value? OfDuration(DurationValue duration, string name) => name switch
    {
        "years" => duration.Months / 12,
        "quarters" => duration.Months / 3,
        "months" => duration.Months,
        "weeks" => duration.Days / 7,
        "days" => duration.Days,
        "hours" => duration.Seconds / 3600,
        "minutes" => duration.Seconds / 60,
        "seconds" => duration.Seconds,
        "milliseconds" => Fine(duration, 1_000),
        "microseconds" => Fine(duration, 1_000_000),
        "nanoseconds" => Fine(duration, NanosPerSecond),
        "quartersOfYear" => duration.Months / 3 % 4,
        "monthsOfQuarter" => duration.Months % 3,
        "monthsOfYear" => duration.Months % 12,
        "daysOfWeek" => duration.Days % 7,
        "minutesOfHour" => duration.Seconds / 60 % 60,
        "secondsOfMinute" => duration.Seconds % 60,
        "millisecondsOfSecond" => duration.Nano / 1_000_000,
        "microsecondsOfSecond" => duration.Nano / 1_000,
        "nanosecondsOfSecond" => duration.Nano,
        _ => default(Value?),
    };

    private static Value? OfPoint(PointValue point, string name) => name switch
    {
        "x" => point.X,
        "y" => point.Y,
        "z" => point.Z is { } z ? z : null,
        "longitude" when point.IsGeographic => point.X,
        "latitude" when point.IsGeographic => point.Y,
        "height" when point.IsGeographic && point.Z is { } height => height,
        "crs" => point.Crs,
        "srid" => point.Srid,
        _ => default(Value?),
    };

    private static Value Fine(DurationValue duration, long perSecond) =>
        Whole(((Int128)duration.Seconds * perSecond) + (duration.Nano / (NanosPerSecond / perSecond)), "a duration in so small a unit");

    private static Value Whole(Int128 number, string what) => number <= long.MaxValue && number >= long.MinValue
        ? (long)number
        : throw ExpressionErrors.Overflow(what);
}
