using Chancery.Cypher.Execution;
using Chancery.Cypher.Functions.Aggregates;
using Chancery.Cypher.Tests.Expressions;
using Chancery.Graph;
using Xunit;

namespace Chancery.Cypher.Tests.Functions;

public sealed class AccumulatorTests
{
    [Theory]
    [InlineData("count", "[1, null, 'a']", "2")]
    [InlineData("sum", "[]", "0")]
    [InlineData("sum", "[1, 2, null]", "3")]
    [InlineData("sum", "[1, 2.5]", "3.5")]
    [InlineData("sum", "[duration('P1D'), duration('PT1H')]", "duration('P1DT1H')")]
    [InlineData("avg", "[]", "null")]
    [InlineData("avg", "[9223372036854775807, 9223372036854775807]", "9.223372036854775807E18")]
    [InlineData("avg", "[duration('P1D'), duration('P2D')]", "duration('P1DT12H')")]
    [InlineData("min", "[3, 'a', null, 1.5]", "'a'")]
    [InlineData("max", "[3, 'a', null, 1.5]", "3")]
    [InlineData("collect", "[1, null, 2]", "[1, 2]")]
    [InlineData("stDev", "[2, 4, 4, 4, 5, 5, 7, 9]", "2.138089935299395")]
    [InlineData("stDevP", "[2, 4, 4, 4, 5, 5, 7, 9]", "2.0")]
    [InlineData("stDev", "[1]", "0.0")]
    public void A_group_has_its_result(string function, string values, string expected) =>
        Assert.Equal(ExpressionRun.Evaluate(expected).ToString(), Run(function, distinct: false, values).ToString());

    [Theory]
    [InlineData("percentileDisc", 0.5, "[10, 20, 30]", "20")]
    [InlineData("percentileDisc", 0.0, "[10, 20, 30]", "10")]
    [InlineData("percentileDisc", 1.0, "[10, 20, 30]", "30")]
    [InlineData("percentileCont", 0.25, "[10, 20, 30]", "15.0")]
    [InlineData("percentileCont", 0.5, "[]", "null")]
    public void A_group_has_its_percentile(string function, double percentile, string values, string expected) =>
        Assert.Equal(ExpressionRun.Evaluate(expected).ToString(), Run(function, distinct: false, values, percentile).ToString());

    [Fact]
    public void Distinct_takes_each_value_once() => Assert.Equal(3, Run("sum", distinct: true, "[1, 1.0, 2, null, 2]"));

    [Fact]
    public void A_sum_of_integers_overflows_with_an_error() =>
        Assert.Equal("IntegerOverflow", Assert.Throws<GraphException>(() => Run("sum", distinct: false, "[9223372036854775807, 1]")).Detail);

    [Fact]
    public void What_cannot_be_summed_is_refused() =>
        Assert.Equal("InvalidArgumentValue", Assert.Throws<GraphException>(() => Run("sum", distinct: false, "['a']")).Detail);

    [Fact]
    public void A_percentile_outside_its_range_is_refused() =>
        Assert.Equal("NumberOutOfRange", Assert.Throws<GraphException>(() => Run("percentileDisc", distinct: false, "[1]", 1.5)).Detail);

    private static Value Run(string function, bool distinct, string values, Value argument = default)
    {
        QueryContext context = ExpressionRun.NewContext();
        Accumulator accumulator = AggregateFunctions.Find(function)!.NewAccumulator(distinct);
        foreach (Value value in ExpressionRun.Evaluate(values).AsList())
        {
            accumulator.Add(value, argument, context);
        }

        return accumulator.Result();
    }
}
