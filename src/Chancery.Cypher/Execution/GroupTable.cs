using Chancery.Cypher.Execution.Operators;
using Chancery.Cypher.Functions.Aggregates;
using Chancery.Graph;

namespace Chancery.Cypher.Execution;

/// <summary>The groups of an aggregation, in the order in which they appear, with what each call has gathered for them.</summary>
internal sealed class GroupTable(int[] keySlots, AggregateCall[] calls)
{
    private readonly GroupIndex _index = new(keySlots.Length);
    private readonly GroupStates[] _states = [.. calls.Select(call => call.Function.NewGroups(call.Distinct))];
    private QueryContext? _context;
    private long _reserved;

    public int Count { get; private set; }

    /// <summary>Forgets an earlier run. Without keys there is one group from the start, even of no rows.</summary>
    public void Begin(QueryContext context)
    {
        Forget();
        _context = context;
        _index.Clear(context);
        if (keySlots.Length == 0)
        {
            Add();
        }
    }

    public int Find(ReadOnlySpan<Value> key)
    {
        if (keySlots.Length == 0)
        {
            return 0;
        }

        if (_index.FindOrAdd(key, _context!, out int group))
        {
            Add();
        }

        return group;
    }

    /// <summary>The states of the calls, in their order.</summary>
    public ReadOnlySpan<GroupStates> States => _states;

    /// <summary>Puts a group's key and results into the row.</summary>
    public void Write(int group, Value[] row)
    {
        if (keySlots.Length > 0)
        {
            ReadOnlySpan<Value> key = _index.Key(group);
            for (int i = 0; i < keySlots.Length; i++)
            {
                row[keySlots[i]] = key[i];
            }
        }

        for (int i = 0; i < calls.Length; i++)
        {
            row[calls[i].Slot] = _states[i].Result(group);
        }
    }

    public void Forget()
    {
        foreach (GroupStates states in _states)
        {
            _reserved += states.Clear();
        }

        _context?.Release(_reserved);
        _context = null;
        _reserved = 0;
        _index.Release();
        Count = 0;
    }

    private void Add()
    {
        long bytes = 0;
        foreach (GroupStates states in _states)
        {
            states.Begin();
            bytes += states.BytesPerGroup;
        }

        Count++;
        _reserved += bytes;
        _context!.Reserve(bytes);
    }
}
