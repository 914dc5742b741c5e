using Chancery.Cypher.Expressions;
using Chancery.Graph;

namespace Chancery.Cypher.Execution.Operators;

/// <summary><c>UNWIND range(…)</c> without making the list.</summary>
internal sealed class UnwindRange(Operator input, Evaluator[] bounds, Evaluator list, int slot) : InputOperator(input)
{
    private long _next;
    private long _left;
    private long _step;

    public override bool MoveNext()
    {
        while (_left <= 0)
        {
            if (!Input.MoveNext())
            {
                return false;
            }

            Begin();
        }

        Context.Tick();
        Row[slot] = _next;
        _next = unchecked(_next + _step);
        _left--;
        return true;
    }

    protected override void OnOpen()
    {
        _left = 0;
        base.OnOpen();
    }

    private void Begin()
    {
        Value start = bounds[0].Evaluate(Row, Context);
        Value end = bounds[1].Evaluate(Row, Context);
        Value step = bounds.Length > 2 ? bounds[2].Evaluate(Row, Context) : 1;
        if (start.Kind != ValueKind.Integer || end.Kind != ValueKind.Integer || step.Kind != ValueKind.Integer || step.AsInteger() == 0)
        {
            // Null, or an error that the function itself knows best how to put.
            Value none = list.Evaluate(Row, Context);
            _left = none.IsNull ? 0 : throw new InvalidOperationException("range() gave a list for bounds that are no integers.");
            return;
        }

        Int128 count = (((Int128)end.AsInteger() - start.AsInteger()) / step.AsInteger()) + 1;
        bool empty = step.AsInteger() > 0 ? start.AsInteger() > end.AsInteger() : start.AsInteger() < end.AsInteger();
        _next = start.AsInteger();
        _step = step.AsInteger();
        _left = empty ? 0 : (long)Int128.Min(count, long.MaxValue);
    }
}
