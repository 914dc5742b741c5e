using Chancery.Cypher.Execution;
using Chancery.Cypher.Expressions;
using Chancery.Graph;

namespace Chancery.Cypher.Functions.Aggregates;

/// <summary>Welford's running variance, which loses no digits to large means.</summary>
internal sealed class DeviationAccumulator(bool population) : Accumulator
{
    private long _count;
    private double _mean;
    private double _squares;

    public override void Add(Value value, Value argument, QueryContext context)
    {
        if (value.IsNull)
        {
            return;
        }

        if (!value.TryGetNumber(out double number))
        {
            throw ExpressionErrors.WrongArgument(population ? "stDevP" : "stDev", "numbers", value);
        }

        _count++;
        double distance = number - _mean;
        _mean += distance / _count;
        _squares += distance * (number - _mean);
    }

    public override Value Result()
    {
        long freedom = population ? _count : _count - 1;
        return freedom <= 0 ? 0.0 : Math.Sqrt(_squares / freedom);
    }
}
