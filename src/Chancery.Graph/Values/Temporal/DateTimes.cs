using static Chancery.Graph.TemporalUnits;

namespace Chancery.Graph;

public sealed partial record LocalDateTimeValue
{
    public DateValue Date => new(FloorDivide(EpochSecond, SecondsPerDay));

    public LocalTimeValue Time => new((FloorRemainder(EpochSecond, SecondsPerDay) * NanosPerSecond) + Nano);

    public static LocalDateTimeValue Of(DateValue date, LocalTimeValue time) =>
        new((date.EpochDay * SecondsPerDay) + (time.NanoOfDay / NanosPerSecond), time.Nano);

    /// <summary>Months first, then days, then seconds.</summary>
    /// <exception cref="GraphException">The result leaves the calendar.</exception>
    public LocalDateTimeValue Add(DurationValue duration) =>
        Of(Date.AddMonths(duration.Months).AddDays(duration.Days), Time).AddSeconds(duration.Seconds, duration.Nano);

    internal LocalDateTimeValue AddSeconds(long seconds, long nanos)
    {
        long nano = Nano + nanos;
        Int128 second = (Int128)EpochSecond + seconds + FloorDivide(nano, NanosPerSecond);
        if (second > long.MaxValue || second < long.MinValue)
        {
            throw TemporalErrors.Overflow("date-time");
        }

        DateValue.OfEpochDay(FloorDivide((long)second, SecondsPerDay));
        return new LocalDateTimeValue((long)second, (int)FloorRemainder(nano, NanosPerSecond));
    }

    public override string ToString() => $"{TemporalFormat.Date(Date)}T{TemporalFormat.Time(Time)}";
}

public sealed partial record ZonedDateTime
{
    public LocalDateTimeValue Local => new(EpochSecond + OffsetSeconds, Nano);

    /// <summary>
    /// The local time in a named zone. In a gap the clock moves on by the gap's length; in an overlap the earlier moment is meant,
    /// unless <paramref name="preferredOffset"/> names the later one.
    /// </summary>
    /// <exception cref="GraphException">The tz database has no such zone.</exception>
    public static ZonedDateTime Of(LocalDateTimeValue local, string zoneId, int? preferredOffset = null)
    {
        ZoneRules rules = ZoneRules.Of(zoneId);
        long utc = local.EpochSecond - rules.OffsetAtLocal(local.EpochSecond, preferredOffset);
        return new ZonedDateTime(utc, local.Nano, rules.OffsetAt(utc), rules.Id);
    }

    public static ZonedDateTime Of(LocalDateTimeValue local, int offsetSeconds) =>
        new(local.EpochSecond - offsetSeconds, local.Nano, offsetSeconds, null);

    /// <summary>The same instant in a named zone.</summary>
    /// <exception cref="GraphException">The tz database has no such zone.</exception>
    public ZonedDateTime InZone(string zoneId)
    {
        ZoneRules rules = ZoneRules.Of(zoneId);
        return new ZonedDateTime(EpochSecond, Nano, rules.OffsetAt(EpochSecond), rules.Id);
    }

    public ZonedDateTime AtOffset(int offsetSeconds) => new(EpochSecond, Nano, offsetSeconds, null);

    /// <summary>Months and days move the local clock, seconds the instant.</summary>
    /// <exception cref="GraphException">The result leaves the calendar.</exception>
    public ZonedDateTime Add(DurationValue duration)
    {
        ZonedDateTime moved = this;
        if (duration.Months != 0 || duration.Days != 0)
        {
            moved = WithLocal(LocalDateTimeValue.Of(Local.Date.AddMonths(duration.Months).AddDays(duration.Days), Local.Time));
        }

        LocalDateTimeValue instant = new LocalDateTimeValue(moved.EpochSecond, Nano).AddSeconds(duration.Seconds, duration.Nano);
        int offset = ZoneId is null ? OffsetSeconds : ZoneRules.Of(ZoneId).OffsetAt(instant.EpochSecond);
        return new ZonedDateTime(instant.EpochSecond, instant.Nano, offset, ZoneId);
    }

    /// <summary>Another local time in this one's zone or at its offset.</summary>
    public ZonedDateTime WithLocal(LocalDateTimeValue local) =>
        ZoneId is null ? Of(local, OffsetSeconds) : Of(local, ZoneId, OffsetSeconds);

    public override string ToString() =>
        $"{Local}{TemporalFormat.Offset(OffsetSeconds)}" + (ZoneId is null ? "" : $"[{ZoneId}]");
}
