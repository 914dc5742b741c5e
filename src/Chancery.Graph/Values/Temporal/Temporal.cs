namespace Chancery.Graph;

/// <summary>A calendar day, as days since 1970-01-01 (proleptic ISO calendar; years -999,999,999 to 999,999,999).</summary>
public readonly partial record struct DateValue(long EpochDay);

/// <summary>A time of day without zone, in nanoseconds since midnight (0 to 86,399,999,999,999).</summary>
public readonly partial record struct LocalTimeValue(long NanoOfDay);

/// <summary>A time of day with an offset from UTC in seconds; <c>NanoOfDay</c> is local.</summary>
public sealed partial record ZonedTime(long NanoOfDay, int OffsetSeconds);

/// <summary>A date and time without zone: seconds since 1970-01-01T00:00 as if it were UTC, and nanoseconds (0 to 999,999,999).</summary>
public sealed partial record LocalDateTimeValue(long EpochSecond, int Nano);

/// <summary>
/// An instant with its offset and, where one was given, the tz database name of its zone.
/// <c>EpochSecond</c> counts UTC seconds since 1970-01-01T00:00Z; local time is <c>EpochSecond + OffsetSeconds</c>.
/// </summary>
public sealed partial record ZonedDateTime(long EpochSecond, int Nano, int OffsetSeconds, string? ZoneId);

/// <summary>A duration whose months, days and seconds are kept apart, as ISO 8601 and openCypher do; <c>Nano</c> is 0 to 999,999,999.</summary>
public sealed partial record DurationValue(long Months, long Days, long Seconds, int Nano);

/// <summary>A point: Cartesian (SRID 7203, 9157) or WGS-84 (4326, 4979; X longitude, Y latitude in degrees); <c>Z</c> is null in two dimensions.</summary>
public sealed partial record PointValue(int Srid, double X, double Y, double? Z);
