using Chancery.Cypher.Storage;
using Chancery.Graph;

namespace Chancery.Cypher.Execution.Operators;

/// <summary>The relationships between two known nodes, looked for at the end that has fewer.</summary>
internal sealed class ExpandInto(Operator input, int fromSlot, int relationshipSlot, int toSlot, Legs legs, int[] others) : InputOperator(input)
{
    private readonly List<int> _found = [];
    private int _at;

    public override bool MoveNext()
    {
        while (true)
        {
            while (_at < _found.Count)
            {
                int relationship = _found[_at++];
                if (others.Length == 0 || Uniqueness.IsNew(relationship, others, Row))
                {
                    Row[relationshipSlot] = Value.Relationship(Context.View, relationship);
                    return true;
                }
            }

            if (!Input.MoveNext())
            {
                return false;
            }

            Context.Tick();
            _found.Clear();
            _at = 0;
            int from = RuntimeErrors.NodeOrNull(Row[fromSlot]);
            int to = RuntimeErrors.NodeOrNull(Row[toSlot]);
            if (from >= 0 && to >= 0)
            {
                Find(from, to);
            }
        }
    }

    protected override void OnOpen()
    {
        _found.Clear();
        _at = 0;
        base.OnOpen();
    }

    private void Find(int from, int to)
    {
        GraphView view = Context.View;
        legs.Resolve(view);
        foreach (int type in legs.Types)
        {
            if (legs.Outgoing)
            {
                Collect(view.StepsBetween(from, to, type, out int other), other);
            }

            if (legs.Incoming && (from != to || !legs.Outgoing))
            {
                Collect(view.StepsBetween(to, from, type, out int other), other);
            }
        }
    }

    private void Collect(ReadOnlySpan<Adjacent> steps, int other)
    {
        Context.Hits += steps.Length;
        foreach (Adjacent step in steps)
        {
            if (step.Node == other)
            {
                _found.Add(step.Relationship);
            }
        }
    }
}
