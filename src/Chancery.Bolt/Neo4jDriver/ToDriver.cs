using Chancery.Graph;
using Official = Neo4j.Driver;

namespace Chancery.Bolt.Neo4jDriver;

/// <summary>Values as the driver takes them for parameters.</summary>
internal static class ToDriver
{
    public static Dictionary<string, object?> Map(MapValue map) =>
        map.ToDictionary(pair => pair.Key, pair => Object(pair.Value), StringComparer.Ordinal);

    private static object? Object(Value value) => value.Kind switch
    {
        ValueKind.Null => null,
        ValueKind.Boolean => value.AsBoolean(),
        ValueKind.Integer => value.AsInteger(),
        ValueKind.Float => value.AsFloat(),
        ValueKind.String => value.AsString(),
        ValueKind.Bytes => value.AsBytes(),
        ValueKind.List => Array.ConvertAll(value.AsList(), Object),
        ValueKind.Map => Map(value.AsMap()),
        ValueKind.Date => Date(value.AsDate()),
        ValueKind.LocalTime => Time(value.AsLocalTime()),
        ValueKind.Time => Time(value.AsTime()),
        ValueKind.LocalDateTime => DateTime(value.AsLocalDateTime()),
        ValueKind.DateTime => DateTime(value.AsDateTime()),
        ValueKind.Duration when value.AsDuration() is var d => new Official.Duration(d.Months, d.Days, d.Seconds, d.Nano),
        ValueKind.Point => Point(value.AsPoint()),
        _ => throw new GraphException("Neo.ClientError.Request.Invalid", $"A {value.Kind} cannot be sent to a server."),
    };

    private static Official.LocalDate Date(DateValue date) => new((int)date.Year, date.Month, date.Day);

    private static Official.LocalTime Time(LocalTimeValue time) => new(time.Hour, time.Minute, time.Second, time.Nano);

    private static Official.OffsetTime Time(ZonedTime time) =>
        new(time.Local.Hour, time.Local.Minute, time.Local.Second, time.Local.Nano, time.OffsetSeconds);

    private static Official.LocalDateTime DateTime(LocalDateTimeValue value) => new(
        (int)value.Date.Year, value.Date.Month, value.Date.Day, value.Time.Hour, value.Time.Minute, value.Time.Second, value.Nano);

    private static Official.ZonedDateTime DateTime(ZonedDateTime value) => new(
        value.EpochSecond, value.Nano, value.ZoneId is { } zone ? Official.Zone.Of(zone) : Official.Zone.Of(value.OffsetSeconds));

    private static Official.Point Point(PointValue point) =>
        point.Z is { } z ? new Official.Point(point.Srid, point.X, point.Y, z) : new Official.Point(point.Srid, point.X, point.Y);
}
