using Chancery.Cypher.Expressions;
using Chancery.Cypher.Functions.Aggregates;
using Chancery.Graph;

namespace Chancery.Cypher.Execution.Operators;

/// <summary>One aggregating call: where its result goes, and what it is given.</summary>
internal sealed record AggregateCall(int Slot, AggregateFunction Function, bool Distinct, Evaluator? Value, Evaluator? Argument);

/// <summary>Groups rows by keys, in the order in which groups appear. Without keys there is one group, even of no rows.</summary>
internal sealed class Aggregate(Operator input, SlotExpression[] keys, AggregateCall[] calls) : InputOperator(input)
{
    private readonly GroupTable _groups = new([.. keys.Select(key => key.Slot)], calls);
    private readonly Value[] _key = new Value[keys.Length];
    private int _next = -1;

    public override bool MoveNext()
    {
        if (_next < 0)
        {
            Fill();
            _next = 0;
        }

        if (_next >= _groups.Count)
        {
            return false;
        }

        _groups.Write(_next++, Row);
        return true;
    }

    public override void Close()
    {
        _groups.Forget();
        _next = -1;
        base.Close();
    }

    protected override void OnOpen()
    {
        _groups.Begin(Context);
        _next = -1;
        base.OnOpen();
    }

    private void Fill()
    {
        Value[] row = Row;
        while (Input.MoveNext())
        {
            for (int i = 0; i < keys.Length; i++)
            {
                _key[i] = keys[i].Expression.Evaluate(row, Context);
            }

            int group = _groups.Find(_key);
            for (int i = 0; i < calls.Length; i++)
            {
                AggregateCall call = calls[i];
                _groups.States[i].Add(
                    group,
                    call.Value is null ? default : call.Value.Evaluate(row, Context),
                    call.Argument is null ? default : call.Argument.Evaluate(row, Context),
                    Context);
            }

            Context.Tick();
        }
    }
}
