using Chancery.Cypher.Execution.Columns;
using Chancery.Cypher.Storage;
using Chancery.Graph;

namespace Chancery.Cypher.Execution.Operators;

/// <summary>Weighs each row by its steps on which the conditions hold; a row without any does not pass.</summary>
internal sealed class CountExpand(
    Operator input, int fromSlot, Legs legs, StepConditions conditions, int weightSlot, int beforeSlot) : InputOperator(input)
{
    private readonly List<(PagedArray<AdjacencyList> Lists, bool LeavesLoopsOut)> _sides = [];
    private bool _isFirst;

    public override bool MoveNext()
    {
        while (Input.MoveNext())
        {
            Context.Tick();
            if (_isFirst)
            {
                Begin(Context.View);
            }

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

    /// <summary>What is counted does not change while it is counted: changes of the same statement wait for the count, or came before it.</summary>
    private void Begin(GraphView view)
    {
        _isFirst = false;
        legs.Resolve(view);
        conditions.Begin(Context, Row);
        _sides.Clear();
        foreach (Leg leg in legs.All)
        {
            if (view.Lists(leg.Type, leg.Side) is { } lists)
            {
                _sides.Add((lists, legs.BothSides && leg.Side == Side.In));
            }
        }
    }

    private long Count(int from)
    {
        long count = 0;
        foreach ((PagedArray<AdjacencyList> lists, bool leavesLoopsOut) in _sides)
        {
            AdjacencyList steps = lists[from];
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
