using static Chancery.Graph.TemporalUnits;

namespace Chancery.Graph;

public readonly partial record struct LocalTimeValue
{
    public int Hour => (int)(NanoOfDay / (3600 * NanosPerSecond));

    public int Minute => (int)(NanoOfDay / (60 * NanosPerSecond) % 60);

    public int Second => (int)(NanoOfDay / NanosPerSecond % 60);

    public int Nano => (int)(NanoOfDay % NanosPerSecond);

    /// <exception cref="GraphException">A field is out of range.</exception>
    public static LocalTimeValue Of(long hour, long minute, long second, long nano)
    {
        DateValue.Check("hour", hour, 0, 23);
        DateValue.Check("minute", minute, 0, 59);
        DateValue.Check("second", second, 0, 59);
        DateValue.Check("nanosecond", nano, 0, NanosPerSecond - 1);
        return new LocalTimeValue((((((hour * 60) + minute) * 60) + second) * NanosPerSecond) + nano);
    }

    /// <summary>Moves around the clock; days and months of the duration do not count.</summary>
    public LocalTimeValue Add(DurationValue duration)
    {
        long shift = ((duration.Seconds % SecondsPerDay) * NanosPerSecond) + duration.Nano;
        return new LocalTimeValue(FloorRemainder(NanoOfDay + shift, NanosPerDay));
    }

    public override string ToString() => TemporalFormat.Time(this);
}

public sealed partial record ZonedTime
{
    public LocalTimeValue Local => new(NanoOfDay);

    public ZonedTime Add(DurationValue duration) => new(Local.Add(duration).NanoOfDay, OffsetSeconds);

    /// <summary>The same moment of the day, told at another offset.</summary>
    public ZonedTime AtOffset(int offsetSeconds) =>
        new(FloorRemainder(NanoOfDay + ((offsetSeconds - OffsetSeconds) * NanosPerSecond), NanosPerDay), offsetSeconds);

    public override string ToString() => TemporalFormat.Time(Local) + TemporalFormat.Offset(OffsetSeconds);
}
