using Chancery.Graph;
using CsCheck;
using Xunit;

namespace Chancery.Cypher.Tests.Expressions;

public sealed class LiteralTests
{
    private static readonly Gen<Value> _scalars = Gen.OneOf(
        Gen.Const(Value.Null),
        Gen.Bool.Select(Value.Boolean),
        Gen.Long.Select(Value.Integer),
        Gen.Double.Where(double.IsFinite).Select(Value.Float),
        Gen.String[Gen.OneOf(Gen.Char[' ', '~'], Gen.Int[0, 6].Select(i => "'\\\n\r\té✓"[i])), 0, 8].Select(Value.String),
        Gen.Long[-400_000, 400_000].Select(day => Value.Date(new DateValue(day))),
        Gen.Long[0, TemporalUnits.NanosPerDay - 1].Select(nano => Value.LocalTime(new LocalTimeValue(nano))),
        Gen.Select(Gen.Long[0, TemporalUnits.NanosPerDay - 1], Gen.Int[-64_800, 64_800], (nano, offset) => Value.Time(new ZonedTime(nano, offset))),
        Gen.Select(Gen.Long[-1_000_000, 1_000_000], Gen.Int[0, 999_999_999], (second, nano) => Value.LocalDateTime(new LocalDateTimeValue(second, nano))),
        Gen.Select(Gen.Long[-100, 100], Gen.Long[-100, 100], Gen.Long[-9999, 9999], (months, days, seconds) => Value.Duration(new DurationValue(months, days, seconds, 0))),
        Gen.Select(Gen.Double[-9, 9], Gen.Double[-9, 9], (x, y) => Value.Point(new PointValue(PointValue.Cartesian, x, y, null))));

    private static readonly Gen<Value> _values = Gen.Frequency(
        (4, _scalars),
        (1, _scalars.Array[0, 4].Select(Value.List)),
        (1, Gen.Select(Gen.String[Gen.Char[' ', 'z'], 1, 4], _scalars).Array[0, 4].Select(pairs => Value.Map(MapValue.Of(pairs)))));

    [Fact]
    public void A_value_is_what_its_literal_says() => _values.Sample(value =>
    {
        Value back = ExpressionRun.Evaluate(value.ToString());
        return back.Equals(value) && back.Kind == value.Kind;
    }, iter: 3_000);

    [Fact]
    public void Constants_are_computed_when_the_plan_is_made()
    {
        Assert.True(ExpressionRun.Compile("[1 + 2, {a: toUpper('x')}, date('2005-11-22')]").Evaluator.IsConstant);
        Assert.False(ExpressionRun.Compile("rand()").Evaluator.IsConstant);
        Assert.False(ExpressionRun.Compile("date()").Evaluator.IsConstant);
        Assert.False(ExpressionRun.Compile("$limit + 1").Evaluator.IsConstant);
        Assert.False(ExpressionRun.Compile("1 / 0").Evaluator.IsConstant);
    }

    [Fact]
    public void Parameters_are_read_by_name() =>
        Assert.Equal(3, ExpressionRun.Evaluate("$a + $b", MapValue.Of(("a", 1), ("b", 2))));
}
