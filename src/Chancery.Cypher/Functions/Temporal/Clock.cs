using Chancery.Graph;
using NodaTime;
using static Chancery.Graph.TemporalUnits;

namespace Chancery.Cypher.Functions.Temporal;

/// <summary>Instants as date-times.</summary>
internal static class Clock
{
    public static Graph.ZonedDateTime OfEpoch(long seconds, long nanos)
    {
        LocalDateTimeValue utc = new LocalDateTimeValue(0, 0).Add(DurationValue.Of(0, 0, seconds, nanos));
        return Graph.ZonedDateTime.Of(utc, 0);
    }

    public static Graph.ZonedDateTime OfEpochMillis(long millis, long nanos = 0) =>
        OfEpoch(FloorDivide(millis, 1000), (FloorRemainder(millis, 1000) * 1_000_000) + nanos);

    public static Graph.ZonedDateTime Of(Instant instant)
    {
        long seconds = instant.ToUnixTimeSeconds();
        long nanos = (long)(instant - Instant.FromUnixTimeSeconds(seconds)).TotalNanoseconds;
        return OfEpoch(seconds, nanos);
    }

    public static Graph.ZonedDateTime In(Instant instant, string zone) =>
        TemporalText.ParseOffset(zone) is { } offset ? Of(instant).AtOffset(offset) : Of(instant).InZone(zone);
}
