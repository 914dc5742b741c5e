using Chancery.Cypher.Execution.Columns;
using Chancery.Cypher.Storage;
using Chancery.Graph;

namespace Chancery.Cypher.Execution.Operators;

/// <summary>Weighs each row by its steps on which the conditions hold; a row without any does not pass.</summary>
internal sealed class CountExpand(
    Operator input, int fromSlot, Legs legs, StepConditions conditions, int weightSlot, int beforeSlot) : InputOperator(input)
{
    private bool _isFirst;

    public override bool MoveNext()
    {
        while (Input.MoveNext())
        {
            Context.Tick();
            int from = RuntimeErrors.NodeOrNull(Row[fromSlot]);
            long count = from >= 0 ? Count(from) : 0;
            if (count > 0)
            {
                Row[weightSlot] = beforeSlot < 0 ? count : checked(count * Row[beforeSlot].AsInteger());
                return true;
            }
        }

        return false;
    }

    protected override void OnOpen()
    {
        _isFirst = true;
        base.OnOpen();
    }

    private long Count(int from)
    {
        GraphView view = Context.View;
        legs.Resolve(view);
        conditions.Begin(Context, Row, _isFirst);
        _isFirst = false;
        long count = 0;
        foreach (Leg leg in legs.All)
        {
            if (view.Lists(leg.Type, leg.Side) is not { } lists)
            {
                continue;
            }

            AdjacencyList steps = lists[from];
            bool leavesLoopsOut = legs.BothSides && leg.Side == Side.In;
            count += conditions.AreNone && !leavesLoopsOut ? steps.Count : Count(steps.Steps, leavesLoopsOut ? from : -1);
        }

        return count;
    }

    private long Count(ReadOnlySpan<Adjacent> steps, int loop)
    {
        Context.Hits += steps.Length;
        long count = 0;
        foreach (Adjacent step in steps)
        {
            if (step.Node != loop && conditions.Hold(step))
            {
                count++;
            }
        }

        return count;
    }
}
