using Chancery.Cypher.Execution;
using Chancery.Graph;

namespace Chancery.Cypher.Functions.Aggregates;

internal struct CountState : IAccumulatorState
{
    private long _count;

    public void Add(Value value, QueryContext context) => _count += value.IsNull ? 0 : 1;

    public void AddInteger(long value) => _count++;

    public void AddFloat(double value) => _count++;

    public readonly Value Result() => _count;
}

/// <summary><c>count(*)</c>: nulls count as rows.</summary>
internal struct RowCountState : IAccumulatorState
{
    private long _count;

    public void Add(Value value, QueryContext context) => _count++;

    public void AddInteger(long value) => _count++;

    public void AddFloat(double value) => _count++;

    public readonly Value Result() => _count;
}
