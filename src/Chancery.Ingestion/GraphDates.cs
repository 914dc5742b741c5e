using Chancery.Graph;

namespace Chancery.Ingestion;

/// <summary>Days and moments between .NET and the graph.</summary>
internal static class GraphDates
{
    public static Value Day(DateOnly? day) =>
        day is { } value ? Value.Date(new DateValue(value.DayNumber - DateOnly.FromDateTime(DateTime.UnixEpoch).DayNumber)) : Value.Null;

    public static DateOnly? Day(Value value) =>
        value.IsNull ? null : DateOnly.FromDateTime(DateTime.UnixEpoch).AddDays((int)value.AsDate().EpochDay);

    /// <summary>A header's moment: UTC without a zone, midnight where only the day is known.</summary>
    public static Value Moment(DateTime? moment) =>
        moment is { } value
            ? Value.LocalDateTime(new LocalDateTimeValue((value.Ticks - DateTime.UnixEpoch.Ticks) / TimeSpan.TicksPerSecond, 0))
            : Value.Null;

    public static DateOnly? DayOfMoment(Value value) =>
        value.IsNull ? null : DateOnly.FromDateTime(DateTime.UnixEpoch.AddSeconds(value.AsLocalDateTime().EpochSecond));
}
