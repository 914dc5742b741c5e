using Chancery.Graph;
using CsCheck;

namespace Chancery.Bolt.Tests.PackStream;

/// <summary>Random values of every kind, nested a few levels deep.</summary>
internal static class ValueGen
{
    private static readonly string[] Zones = ["Europe/Bucharest", "America/New_York", "UTC", "Asia/Kathmandu"];

    private static readonly Gen<string> Text = Gen.OneOf(
        Gen.String[Gen.Char.AlphaNumeric, 0, 40], OneConst("", "naïve", "București", "外交", "🏛 chancery", new string('x', 300), new string('é', 3_000)));

    private static readonly Gen<string> Key = Gen.String[Gen.Char.AlphaNumeric, 1, 8];

    private static readonly Gen<long> Integer = Gen.OneOf(
        Gen.Long, Gen.Long[-200, 200], OneConst(long.MinValue, int.MinValue - 1L, int.MinValue, short.MinValue, -129, -128, -17, -16, 127, 128, 32767, 32768, int.MaxValue, int.MaxValue + 1L, long.MaxValue));

    private static readonly Gen<Value> Scalar = Gen.OneOf(
        Gen.Const(Value.Null),
        Gen.Bool.Select(Value.Boolean),
        Integer.Select(Value.Integer),
        Gen.Double.Select(Value.Float),
        Text.Select(text => Value.String(text)),
        Gen.Byte.Array[0, 300].Select(Value.Bytes),
        Gen.Long[-1_000_000, 1_000_000].Select(day => Value.Date(new DateValue(day))),
        Gen.Long[0, 86_399_999_999_999].Select(nano => Value.LocalTime(new LocalTimeValue(nano))),
        Gen.Select(Gen.Long[0, 86_399_999_999_999], Gen.Int[-64_800, 64_800]).Select((nano, offset) => Value.Time(new ZonedTime(nano, offset))),
        Gen.Select(Gen.Long[-99_999_999_999, 99_999_999_999], Gen.Int[0, 999_999_999]).Select((s, n) => Value.LocalDateTime(new LocalDateTimeValue(s, n))),
        Gen.Select(Gen.Long[-99_999_999_999, 99_999_999_999], Gen.Int[0, 999_999_999], Gen.Int[-64_800, 64_800])
            .Select((s, n, o) => Value.DateTime(new ZonedDateTime(s, n, o, null))),
        Gen.Select(Gen.Long[-2_000_000_000, 4_000_000_000], Gen.Int[0, 999_999_999], OneConst(Zones)).Select(InZone),
        Gen.Select(Integer, Integer, Integer, Gen.Int[0, 999_999_999]).Select((m, d, s, n) => Value.Duration(new DurationValue(m, d, s, n))),
        Gen.Select(OneConst(7203, 4326), Gen.Double, Gen.Double).Select((srid, x, y) => Value.Point(new PointValue(srid, x, y, null))),
        Gen.Select(OneConst(9157, 4979), Gen.Double, Gen.Double, Gen.Double).Select((srid, x, y, z) => Value.Point(new PointValue(srid, x, y, z))));

    /// <summary>Values that may be sent as parameters.</summary>
    public static Gen<Value> Parameter { get; } = Nested(3);

    /// <summary>Values that a result may hold: nodes, relationships and paths too.</summary>
    public static Gen<Value> Any { get; } = Gen.OneOf(Parameter, Node().Select(Value.Node), Path());

    private static Gen<T> OneConst<T>(params T[] values) => Gen.Int[0, values.Length - 1].Select(i => values[i]);

    private static Gen<Value> Nested(int depth) => depth == 0
        ? Scalar
        : Gen.OneOf(
            Scalar,
            Nested(depth - 1).Array[0, 20].Select(Value.List),
            Properties(depth - 1).Select(Value.Map));

    private static Gen<MapValue> Properties(int depth) => Gen.Select(Key, Nested(depth)).Array[0, 12].Select(pairs => MapValue.Of(pairs));

    private static Gen<Node> Node() => Gen.Select(Gen.Long[0, 5], Key.Array[0, 3], Properties(1))
        .Select((id, labels, properties) => new Node(id, $"4:x:{id}", labels, properties));

    private static Gen<Value> Path() => Gen.Select(Gen.Long[0, 4].Array[1, 6], Gen.Bool.Array[6]).Select((walk, forward) =>
    {
        // One relationship joins a pair of nodes, so that walking it twice is one relationship twice.
        Value[] nodes = [.. walk.Select(id => Value.Node(new Node(id, $"n{id}", ["N"], MapValue.Empty)))];
        Value[] edges = new Value[walk.Length - 1];
        for (int i = 0; i < edges.Length; i++)
        {
            (long from, long to) = forward[i] ? (walk[i], walk[i + 1]) : (walk[i + 1], walk[i]);
            long id = (from * 10) + to;
            edges[i] = Value.Relationship(new Relationship(id, $"r{id}", "R", from, $"n{from}", to, $"n{to}", MapValue.Of(("id", id))));
        }

        return Value.Path(new GraphPath(nodes, edges));
    });

    private static Value InZone(long second, int nano, string zone)
    {
        int offset = NodaTime.DateTimeZoneProviders.Tzdb[zone].GetUtcOffset(NodaTime.Instant.FromUnixTimeSeconds(second)).Seconds;
        return Value.DateTime(new ZonedDateTime(second, nano, offset, zone));
    }
}
