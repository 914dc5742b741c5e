using Chancery.Cypher.Execution;
using Chancery.Graph;

namespace Chancery.Cypher.Functions.Aggregates;

/// <summary>One aggregating call over many groups, which are numbered from zero.</summary>
internal abstract class GroupStates
{
    /// <summary>What a group costs, in bytes; what it gathers is accounted for as it comes.</summary>
    public abstract int BytesPerGroup { get; }

    /// <summary>Begins the next group.</summary>
    public abstract void Begin();

    public abstract void Add(int group, Value value, Value argument, QueryContext context);

    /// <summary>The same for a value that comes out of a column as it is.</summary>
    public abstract void AddInteger(int group, long value, QueryContext context);

    /// <inheritdoc cref="AddInteger"/>
    public abstract void AddFloat(int group, double value, QueryContext context);

    /// <summary>Counts one row for each mention of a group.</summary>
    public abstract void AddRows(ReadOnlySpan<int> groups, QueryContext context);

    public abstract Value Result(int group);

    /// <summary>Lets go of all groups; says how many bytes their values had reserved.</summary>
    public abstract long Clear();
}

/// <summary>Groups whose states are values in one array.</summary>
internal sealed class ValueStates<TState> : GroupStates
    where TState : struct, IAccumulatorState
{
    private const int FirstCapacity = 4;

    private TState[] _states = new TState[FirstCapacity];
    private int _count;

    public override int BytesPerGroup => 2 * System.Runtime.CompilerServices.Unsafe.SizeOf<TState>();

    public override void Begin()
    {
        if (_count == _states.Length)
        {
            Array.Resize(ref _states, _count * 2);
        }

        _states[_count++] = default;
    }

    public override void Add(int group, Value value, Value argument, QueryContext context) => _states[group].Add(value, context);

    public override void AddInteger(int group, long value, QueryContext context) => _states[group].AddInteger(value);

    public override void AddFloat(int group, double value, QueryContext context) => _states[group].AddFloat(value);

    public override void AddRows(ReadOnlySpan<int> groups, QueryContext context)
    {
        foreach (int group in groups)
        {
            _states[group].Add(default, context);
        }
    }

    public override Value Result(int group) => _states[group].Result();

    public override long Clear()
    {
        if (_states.Length > FirstCapacity)
        {
            _states = new TState[FirstCapacity];
        }

        _count = 0;
        return 0;
    }
}

/// <summary>Groups that have an accumulator each.</summary>
internal sealed class AccumulatorStates(Func<Accumulator> begin) : GroupStates
{
    private readonly List<Accumulator> _accumulators = [];

    public override int BytesPerGroup => 64;

    public override void Begin() => _accumulators.Add(begin());

    public override void Add(int group, Value value, Value argument, QueryContext context) =>
        _accumulators[group].Add(value, argument, context);

    public override void AddInteger(int group, long value, QueryContext context) => _accumulators[group].Add(value, default, context);

    public override void AddFloat(int group, double value, QueryContext context) => _accumulators[group].Add(value, default, context);

    public override void AddRows(ReadOnlySpan<int> groups, QueryContext context)
    {
        foreach (int group in groups)
        {
            _accumulators[group].Add(default, default, context);
        }
    }

    public override Value Result(int group) => _accumulators[group].Result();

    public override long Clear()
    {
        long reserved = _accumulators.Sum(accumulator => accumulator.Reserved);
        _accumulators.Clear();
        return reserved;
    }
}
