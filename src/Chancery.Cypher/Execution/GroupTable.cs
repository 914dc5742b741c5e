using Chancery.Cypher.Execution.Operators;
using Chancery.Cypher.Functions.Aggregates;
using Chancery.Graph;

namespace Chancery.Cypher.Execution;

/// <summary>The groups of an aggregation, in the order in which they appear, with the accumulators of each.</summary>
internal sealed class GroupTable(int[] keySlots, AggregateCall[] calls)
{
    private const int BytesPerAccumulator = 48;

    private readonly GroupIndex _index = new(keySlots.Length);
    private readonly List<Accumulator[]> _accumulators = [];
    private QueryContext? _context;
    private long _reserved;

    public int Count => _accumulators.Count;

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

    public Accumulator[] Accumulators(int group) => _accumulators[group];

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

        Accumulator[] accumulators = _accumulators[group];
        for (int i = 0; i < calls.Length; i++)
        {
            row[calls[i].Slot] = accumulators[i].Result();
        }
    }

    public void Forget()
    {
        _context?.Release(_reserved);
        _context = null;
        _reserved = 0;
        _index.Release();
        _accumulators.Clear();
    }

    private void Add()
    {
        _context!.Reserve(BytesPerAccumulator * calls.Length);
        _reserved += BytesPerAccumulator * calls.Length;
        Accumulator[] accumulators = new Accumulator[calls.Length];
        for (int i = 0; i < calls.Length; i++)
        {
            accumulators[i] = calls[i].Function.NewAccumulator(calls[i].Distinct);
        }

        _accumulators.Add(accumulators);
    }
}
