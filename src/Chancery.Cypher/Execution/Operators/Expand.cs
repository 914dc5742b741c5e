using Chancery.Graph;

namespace Chancery.Cypher.Execution.Operators;

/// <summary>From a node along each of its relationships to the node at the other end.</summary>
internal sealed class Expand(Operator input, int fromSlot, int relationshipSlot, int toSlot, Legs legs, int[] others) : InputOperator(input)
{
    private StepCursor _steps;

    public override bool MoveNext()
    {
        while (true)
        {
            while (_steps.MoveNext())
            {
                Context.Tick();
                Context.Hits++;
                int relationship = _steps.Current.Relationship;
                if (others.Length == 0 || Uniqueness.IsNew(relationship, others, Row))
                {
                    Row[relationshipSlot] = Value.Relationship(Context.View, relationship);
                    Row[toSlot] = Value.Node(Context.View, _steps.Current.Node);
                    return true;
                }
            }

            if (!Input.MoveNext())
            {
                return false;
            }

            int from = RuntimeErrors.NodeOrNull(Row[fromSlot]);
            if (from >= 0)
            {
                legs.Resolve(Context.View);
                _steps.Set(Context.View, legs, from);
            }
        }
    }

    protected override void OnOpen()
    {
        _steps.Stop();
        base.OnOpen();
    }
}
