using CsCheck;
using Xunit;

namespace Chancery.Graph.Tests.Values;

public sealed class ValueOrderTests
{
    [Fact]
    public void The_order_is_total_and_agrees_with_equivalence() =>
        Gen.Select(ValueSamples.Any, ValueSamples.Any, ValueSamples.Any).Sample((a, b, c) =>
        {
            int ab = Math.Sign(Value.Order(a, b));
            bool antisymmetric = ab == -Math.Sign(Value.Order(b, a));
            bool transitive = !(ab <= 0 && Value.Order(b, c) <= 0) || Value.Order(a, c) <= 0;
            bool agrees = (ab == 0) == a.Equals(b);
            bool hashes = !a.Equals(b) || a.GetHashCode() == b.GetHashCode();
            return antisymmetric && transitive && agrees && hashes;
        }, iter: 20_000);

    [Fact]
    public void Equality_that_is_known_agrees_with_equivalence() =>
        Gen.Select(ValueSamples.Any, ValueSamples.Any).Sample((a, b) => Value.AreEqual(a, b) switch
        {
            true => a.Equals(b),
            false => !a.Equals(b) || HoldsNaN(a),
            null => HoldsNull(a) || HoldsNull(b),
        }, iter: 5_000);

    [Fact]
    public void Comparison_where_it_is_known_agrees_with_the_order() =>
        Gen.Select(ValueSamples.Any, ValueSamples.Any).Sample((a, b) => Value.Compare(a, b) switch
        {
            Comparison.Less => Value.Order(a, b) < 0,
            Comparison.Greater => Value.Order(a, b) > 0,
            Comparison.Equal => Value.Order(a, b) == 0,
            _ => true,
        }, iter: 5_000);

    [Fact]
    public void Values_of_all_kinds_sort_as_openCypher_says()
    {
        Value[] ascending =
        [
            MapValue.Empty,
            Value.Node(new Node(1, "1", [], MapValue.Empty)),
            Value.Relationship(new Relationship(1, "1", "T", 1, "1", 1, "1", MapValue.Empty)),
            new Value[] { 1 },
            Value.Path(new GraphPath([Value.Node(new Node(1, "1", [], MapValue.Empty))], [])),
            Value.DateTime(new ZonedDateTime(0, 0, 0, null)),
            Value.LocalDateTime(new LocalDateTimeValue(0, 0)),
            Value.Date(new DateValue(0)),
            Value.Time(new ZonedTime(0, 0)),
            Value.LocalTime(new LocalTimeValue(0)),
            Value.Duration(DurationValue.Zero),
            "a", false, true, double.NegativeInfinity, 1, 1.5, long.MaxValue, double.PositiveInfinity, double.NaN, Value.Null,
        ];
        Value[] shuffled = [.. ascending];
        new Random(7).Shuffle(shuffled);
        Array.Sort(shuffled, ValueOrder.Ascending);
        Assert.Equal(ascending.Select(value => value.ToString()), shuffled.Select(value => value.ToString()));
    }

    private static bool HoldsNull(Value value) => Holds(value, inner => inner.IsNull);

    private static bool HoldsNaN(Value value) => Holds(value, inner => inner.TryGetFloat(out double number) && double.IsNaN(number));

    private static bool Holds(Value value, Func<Value, bool> test) => value.Kind switch
    {
        ValueKind.List => value.AsList().Any(item => Holds(item, test)),
        ValueKind.Map => value.AsMap().Values.Any(item => Holds(item, test)),
        _ => test(value),
    };
}
