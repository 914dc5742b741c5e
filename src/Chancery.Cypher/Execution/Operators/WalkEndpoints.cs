using Chancery.Cypher.Storage;
using Chancery.Graph;

namespace Chancery.Cypher.Execution.Operators;

/// <summary>Follows a bound list of relationships from a known node, and fills or checks the node at its end.</summary>
internal sealed class WalkEndpoints(Operator input, VarExpandShape shape, Legs legs) : InputOperator(input)
{
    public override bool MoveNext()
    {
        while (Input.MoveNext())
        {
            int from = RuntimeErrors.NodeOrNull(Row[shape.FromSlot]);
            Value list = Row[shape.ListSlot];
            if (from < 0 || list.Kind != ValueKind.List)
            {
                continue;
            }

            Value[] walk = list.AsList();
            if (walk.Length < shape.Minimum || walk.Length > shape.Maximum)
            {
                continue;
            }

            legs.Resolve(Context.View);
            int end = Follow(from, walk);
            if (end < 0 || (shape.Into && RuntimeErrors.NodeOrNull(Row[shape.ToSlot]) != end))
            {
                continue;
            }

            Row[shape.ToSlot] = Value.Node(Context.View, end);
            return true;
        }

        return false;
    }

    private int Follow(int node, Value[] walk)
    {
        for (int i = 0; i < walk.Length; i++)
        {
            Value step = walk[shape.Reversed ? walk.Length - 1 - i : i];
            if (step.Kind != ValueKind.Relationship)
            {
                throw RuntimeErrors.NotARelationship(step);
            }

            RelationshipRecord record = Context.View.Relationship((int)step.ElementNumber);
            int next = record.Other(node);
            if ((record.Start != node && record.End != node) || !legs.Fits(record, node, next))
            {
                return -1;
            }

            node = next;
        }

        return node;
    }
}
