using Chancery.Cypher.Execution;
using Chancery.Graph;

namespace Chancery.Cypher.Functions.Aggregates;

internal sealed class CountAccumulator : Accumulator
{
    private long _count;

    public override void Add(Value value, Value argument, QueryContext context)
    {
        if (!value.IsNull)
        {
            _count++;
        }
    }

    public override void AddInteger(long value, QueryContext context) => _count++;

    public override void AddFloat(double value, QueryContext context) => _count++;

    public override Value Result() => _count;
}

internal sealed class CountRowsAccumulator : Accumulator
{
    private long _count;

    public override void Add(Value value, Value argument, QueryContext context) => _count++;

    public override Value Result() => _count;
}
