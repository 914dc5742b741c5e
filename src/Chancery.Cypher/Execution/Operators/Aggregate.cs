using Chancery.Cypher.Expressions;
using Chancery.Cypher.Functions.Aggregates;
using Chancery.Graph;

namespace Chancery.Cypher.Execution.Operators;

/// <summary>One aggregating call: where its result goes, and what it is given.</summary>
internal sealed record AggregateCall(int Slot, AggregateFunction Function, bool Distinct, Evaluator? Value, Evaluator? Argument);

/// <summary>Groups rows by keys, in the order in which groups appear. Without keys there is one group, even of no rows.</summary>
internal sealed class Aggregate(Operator input, SlotExpression[] keys, AggregateCall[] calls) : InputOperator(input)
{
    private const int BytesPerAccumulator = 48;

    private readonly GroupIndex _groups = new(keys.Length);
    private readonly List<Accumulator[]> _accumulators = [];
    private readonly Value[] _key = new Value[keys.Length];
    private int _next = -1;
    private long _reserved;

    public override bool MoveNext()
    {
        if (_next < 0)
        {
            Fill();
        }

        if (_next >= _accumulators.Count)
        {
            return false;
        }

        if (keys.Length > 0)
        {
            ReadOnlySpan<Value> key = _groups.Key(_next);
            for (int i = 0; i < keys.Length; i++)
            {
                Row[keys[i].Slot] = key[i];
            }
        }

        Accumulator[] accumulators = _accumulators[_next++];
        for (int i = 0; i < calls.Length; i++)
        {
            Row[calls[i].Slot] = accumulators[i].Result();
        }

        return true;
    }

    public override void Close()
    {
        Forget();
        base.Close();
    }

    protected override void OnOpen()
    {
        Forget();
        _groups.Clear(Context);
        base.OnOpen();
    }

    private void Fill()
    {
        if (keys.Length == 0)
        {
            Begin();
        }

        Value[] row = Row;
        while (Input.MoveNext())
        {
            int group = 0;
            if (keys.Length > 0)
            {
                for (int i = 0; i < keys.Length; i++)
                {
                    _key[i] = keys[i].Expression.Evaluate(row, Context);
                }

                if (_groups.FindOrAdd(_key, Context, out group))
                {
                    Begin();
                }
            }

            Accumulator[] accumulators = _accumulators[group];
            for (int i = 0; i < calls.Length; i++)
            {
                AggregateCall call = calls[i];
                accumulators[i].Add(
                    call.Value is null ? default : call.Value.Evaluate(row, Context),
                    call.Argument is null ? default : call.Argument.Evaluate(row, Context),
                    Context);
            }

            Context.Tick();
        }

        _next = 0;
    }

    private void Begin()
    {
        Context.Reserve(BytesPerAccumulator * calls.Length);
        _reserved += BytesPerAccumulator * calls.Length;
        Accumulator[] accumulators = new Accumulator[calls.Length];
        for (int i = 0; i < calls.Length; i++)
        {
            accumulators[i] = calls[i].Function.NewAccumulator(calls[i].Distinct);
        }

        _accumulators.Add(accumulators);
    }

    private void Forget()
    {
        if (_reserved > 0)
        {
            Context.Release(_reserved);
            _reserved = 0;
        }

        _groups.Release();
        _accumulators.Clear();
        _next = -1;
    }
}
