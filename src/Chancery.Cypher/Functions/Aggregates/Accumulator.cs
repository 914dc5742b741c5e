using Chancery.Cypher.Execution;
using Chancery.Graph;

namespace Chancery.Cypher.Functions.Aggregates;

/// <summary>Gathers one group's values for one aggregating call.</summary>
internal abstract class Accumulator
{
    /// <summary>Bytes that the accumulator has reserved for what it holds; who lets go of it releases them.</summary>
    public long Reserved { get; protected set; }

    /// <summary>
    /// Takes one row's arguments; <paramref name="argument"/> is the second one (a percentile), null for functions that have none.
    /// Nulls are ignored, as every aggregate but <c>count(*)</c> demands.
    /// </summary>
    public abstract void Add(Value value, Value argument, QueryContext context);

    public abstract Value Result();

    protected void Hold(long bytes, QueryContext context)
    {
        context.Reserve(bytes);
        Reserved += bytes;
    }
}

/// <summary>Passes each distinct value on once.</summary>
internal sealed class DistinctAccumulator(Accumulator inner) : Accumulator
{
    // A value, its hash and its bucket.
    private const int BytesPerEntry = 40;

    private readonly HashSet<Value> _seen = [];

    public override void Add(Value value, Value argument, QueryContext context)
    {
        if (!value.IsNull && _seen.Add(value))
        {
            long before = inner.Reserved;
            inner.Add(value, argument, context);
            Hold(BytesPerEntry + ValueSize.Beyond(value), context);
            Reserved += inner.Reserved - before;
        }
    }

    public override Value Result() => inner.Result();
}
