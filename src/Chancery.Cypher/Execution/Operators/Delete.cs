using Chancery.Cypher.Expressions;
using Chancery.Graph;

namespace Chancery.Cypher.Execution.Operators;

internal sealed class Delete(Operator input, Evaluator[] targets, bool detach) : InputOperator(input)
{
    public override bool MoveNext()
    {
        if (!Input.MoveNext())
        {
            return false;
        }

        Context.Tick();
        foreach (Evaluator target in targets)
        {
            Remove(target.Evaluate(Row, Context));
        }

        return true;
    }

    private void Remove(Value target)
    {
        switch (target.Kind)
        {
            case ValueKind.Null:
                break;
            case ValueKind.Node:
                RemoveNode((int)target.ElementNumber);
                break;
            case ValueKind.Relationship:
                Context.Counters.RelationshipsDeleted += Context.Writer.DeleteRelationship((int)target.ElementNumber) ? 1 : 0;
                break;
            case ValueKind.Path:
                foreach (Value relationship in target.AsPath().Relationships)
                {
                    Remove(relationship);
                }

                foreach (Value node in target.AsPath().Nodes)
                {
                    Remove(node);
                }

                break;
            default:
                throw RuntimeErrors.TypeError($"Nodes, relationships and paths can be deleted, not {target.Kind}.", "InvalidArgumentType");
        }
    }

    private void RemoveNode(int node)
    {
        Context.Hits++;
        if (detach)
        {
            int relationships = Context.Writer.DetachDeleteNode(node);
            if (relationships >= 0)
            {
                Context.Counters.NodesDeleted++;
                Context.Counters.RelationshipsDeleted += relationships;
            }
        }
        else
        {
            Context.Counters.NodesDeleted += Context.Writer.DeleteNode(node) ? 1 : 0;
        }
    }
}
