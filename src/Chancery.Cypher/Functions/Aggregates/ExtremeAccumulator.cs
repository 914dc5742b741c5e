using Chancery.Cypher.Execution;
using Chancery.Graph;

namespace Chancery.Cypher.Functions.Aggregates;

/// <summary><c>min</c> (sign -1) and <c>max</c> (sign 1).</summary>
internal sealed class ExtremeAccumulator(int sign) : Accumulator
{
    private Value _best;

    public override void Add(Value value, Value argument, QueryContext context)
    {
        if (!value.IsNull && (_best.IsNull || Value.Order(value, _best) * (long)sign > 0))
        {
            _best = value;
        }
    }

    public override Value Result() => _best;
}
