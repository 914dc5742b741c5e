using Chancery.Cypher.Expressions;
using Chancery.Graph;

namespace Chancery.Cypher.Functions.Temporal;

/// <summary>A zone as a value carries it: an offset, and a name where there is one.</summary>
internal readonly record struct Zone(int OffsetSeconds, string? Id)
{
    public static Zone Utc => new(0, null);

    public ZonedDateTime At(LocalDateTimeValue local) =>
        Id is null ? ZonedDateTime.Of(local, OffsetSeconds) : ZonedDateTime.Of(local, Id, OffsetSeconds);
}

/// <summary>The date, the time of day and the zone that an instant has; null where its type has none.</summary>
internal readonly record struct TemporalParts(DateValue? Date, LocalTimeValue? Time, Zone? Zone)
{
    /// <exception cref="GraphException">The value is no instant.</exception>
    public static TemporalParts Of(string function, Value value) => value.Kind switch
    {
        ValueKind.Date => new(value.AsDate(), null, null),
        ValueKind.LocalTime => new(null, value.AsLocalTime(), null),
        ValueKind.Time => new(null, value.AsTime().Local, new Zone(value.AsTime().OffsetSeconds, null)),
        ValueKind.LocalDateTime => new(value.AsLocalDateTime().Date, value.AsLocalDateTime().Time, null),
        ValueKind.DateTime => Of(value.AsDateTime()),
        _ => throw ExpressionErrors.WrongArgument(function, "a temporal instant", value),
    };

    public static TemporalParts Of(ZonedDateTime value) =>
        new(value.Local.Date, value.Local.Time, new Zone(value.OffsetSeconds, value.ZoneId));

    public DateValue DateFor(string function) =>
        Date ?? throw ExpressionErrors.InvalidArgumentValue($"{function}() expects a value that has a date.");

    public LocalTimeValue TimeFor(string function) =>
        Time ?? throw ExpressionErrors.InvalidArgumentValue($"{function}() expects a value that has a time of day.");
}
