using CsCheck;

namespace Chancery.Graph.Tests.Values;

/// <summary>Values of all kinds that need no graph, with those that trouble comparisons made likely.</summary>
internal static class ValueSamples
{
    private static readonly string[] _zones = ["Europe/Stockholm", "America/New_York", "Australia/Eucla"];

    private static readonly Value[] _troubling =
    [
        double.NaN, 0.0, -0.0, double.PositiveInfinity, double.NegativeInfinity,
        9007199254740993, 9007199254740992.0, long.MaxValue, long.MinValue, (double)long.MaxValue, (double)long.MinValue,
    ];

    public static Gen<DateValue> Dates { get; } =
        from day in Gen.Long[DateValue.Of(-TemporalUnits.MaxYear, 1, 1).EpochDay, DateValue.Of(TemporalUnits.MaxYear, 12, 31).EpochDay]
        select new DateValue(day);

    public static Gen<DateValue> NearDates { get; } = Gen.Long[-800_000, 800_000].Select(day => new DateValue(day));

    public static Gen<LocalTimeValue> Times { get; } = Gen.OneOf(
        Gen.Long[0, TemporalUnits.NanosPerDay - 1],
        Gen.Long[0, TemporalUnits.SecondsPerDay - 1].Select(second => second * TemporalUnits.NanosPerSecond)).Select(nano => new LocalTimeValue(nano));

    public static Gen<LocalDateTimeValue> LocalDateTimes { get; } = Gen.Select(NearDates, Times, LocalDateTimeValue.Of);

    public static Gen<int> Offsets { get; } = Gen.Int[-18 * 3600, 18 * 3600];

    public static Gen<ZonedDateTime> DateTimes { get; } = Gen.OneOf(
        Gen.Select(LocalDateTimes, Offsets, (local, offset) => ZonedDateTime.Of(local, offset)),
        Gen.Select(LocalDateTimes, Gen.Int[0, 2], (local, zone) => ZonedDateTime.Of(local, _zones[zone])));

    public static Gen<DurationValue> Durations { get; } =
        from months in Gen.Long[-10_000, 10_000]
        from days in Gen.Long[-100_000, 100_000]
        from seconds in Gen.Long[-10_000_000, 10_000_000]
        from nano in Gen.Int[0, 999_999_999]
        select new DurationValue(months, days, seconds, nano);

    private static readonly Gen<Value> _numbers = Gen.OneOf(
        Gen.Long.Select(Value.Integer),
        Gen.Long[-3, 3].Select(Value.Integer),
        Gen.Double.Select(Value.Float),
        Gen.Long[-3, 3].Select(number => Value.Float(number)),
        Gen.Int[0, _troubling.Length - 1].Select(i => _troubling[i]));

    private static readonly Gen<Value> _scalars = Gen.OneOf(
        _numbers,
        Gen.Const(Value.Null),
        Gen.Bool.Select(Value.Boolean),
        Gen.String[0, 3].Select(Value.String),
        Dates.Select(Value.Date),
        Times.Select(Value.LocalTime),
        Gen.Select(Times, Offsets, (time, offset) => Value.Time(new ZonedTime(time.NanoOfDay, offset))),
        LocalDateTimes.Select(Value.LocalDateTime),
        DateTimes.Select(Value.DateTime),
        Durations.Select(Value.Duration),
        Gen.Select(Gen.Double[-90, 90], Gen.Double[-90, 90], (x, y) => Value.Point(new PointValue(PointValue.Wgs84, x, y, null))),
        Gen.Byte.Array[0, 3].Select(Value.Bytes));

    public static Gen<Value> Any { get; } = Nested(3);

    private static Gen<Value> Nested(int depth) => depth == 0 ? _scalars : Gen.Frequency(
        (6, _scalars),
        (2, Nested(depth - 1).Array[0, 3].Select(Value.List)),
        (1, Gen.Select(Gen.String[Gen.Char['a', 'c'], 1, 1], Nested(depth - 1)).Array[0, 3].Select(pairs => Value.Map(MapValue.Of(pairs)))));
}
