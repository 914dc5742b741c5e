using Chancery.Cypher.Execution;
using Chancery.Graph;

namespace Chancery.Cypher.Functions.Aggregates;

/// <summary>What an accumulator keeps, as a value: the states of many groups stand side by side in one array. <c>default</c> is the start.</summary>
internal interface IAccumulatorState
{
    void Add(Value value, QueryContext context);

    void AddInteger(long value);

    void AddFloat(double value);

    Value Result();
}

/// <summary>The accumulator of one group that keeps such a state.</summary>
internal sealed class StateAccumulator<TState> : Accumulator
    where TState : struct, IAccumulatorState
{
    private TState _state = new();

    public override void Add(Value value, Value argument, QueryContext context) => _state.Add(value, context);

    public override Value Result() => _state.Result();
}
