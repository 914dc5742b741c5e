using Chancery.Cypher.Expressions;
using Chancery.Cypher.Storage;
using Chancery.Graph;

namespace Chancery.Cypher.Execution.Updates;

/// <summary>A node or relationship to make, or a node that stands at the end of one.</summary>
internal sealed record CreationPart(int Slot, bool IsNode, bool IsBound, bool PointsLeft, WrittenTokens Tokens, Evaluator? Properties);

/// <summary>Makes the nodes and relationships of one path, and the path's value where it has a name.</summary>
internal sealed class PathCreation(CreationPart[] parts, int pathSlot, bool refuseNull)
{
    public void Run(Value[] row, QueryContext context)
    {
        for (int i = 0; i < parts.Length; i++)
        {
            if (!parts[i].IsNode)
            {
                continue;
            }

            if (!parts[i].IsBound)
            {
                CreateNode(i, row, context);
            }

            if (i > 0)
            {
                CreateRelationship(i - 1, row, context);
            }
        }

        if (pathSlot >= 0)
        {
            row[pathSlot] = Value.Path(new GraphPath(
                [.. parts.Where(part => part.IsNode).Select(part => row[part.Slot])],
                [.. parts.Where(part => !part.IsNode).Select(part => row[part.Slot])]));
        }
    }

    private void CreateNode(int place, Value[] row, QueryContext context)
    {
        CreationPart part = parts[place];
        GraphWriter writer = context.Writer;
        int[] labels = part.Tokens.Of(row, context, writer.Tokens.Labels);
        // The properties may not read the node that they belong to.
        MapValue? properties = Properties(part, row, context);
        Value node = Value.Node(writer, writer.CreateNode(labels));
        context.Counters.NodesCreated++;
        context.Counters.LabelsAdded += labels.Length;
        context.Hits++;
        row[part.Slot] = node;
        SetProperties(context, node, properties);
    }

    private void CreateRelationship(int place, Value[] row, QueryContext context)
    {
        CreationPart part = parts[place];
        GraphWriter writer = context.Writer;
        int type = part.Tokens.Of(row, context, writer.Tokens.Types) is [var only]
            ? only
            : throw RuntimeErrors.TypeError("A relationship has exactly one type.", "NoSingleRelationshipType");
        int left = NodeAt(parts[place - 1].Slot, row);
        int right = NodeAt(parts[place + 1].Slot, row);
        MapValue? properties = Properties(part, row, context);
        int id = part.PointsLeft ? writer.CreateRelationship(right, left, type) : writer.CreateRelationship(left, right, type);
        Value relationship = Value.Relationship(writer, id);
        context.Counters.RelationshipsCreated++;
        context.Hits++;
        row[part.Slot] = relationship;
        SetProperties(context, relationship, properties);
    }

    private MapValue? Properties(CreationPart part, Value[] row, QueryContext context)
    {
        Value value = part.Properties?.Evaluate(row, context) ?? default;
        if (value.IsNull)
        {
            return null;
        }

        MapValue map = PropertyUpdate.MapOf(value, context.View);
        if (refuseNull)
        {
            ReadOnlySpan<Value> values = map.ValueSpan;
            for (int i = 0; i < values.Length; i++)
            {
                if (values[i].IsNull)
                {
                    throw NullInMerge(map.KeySpan[i]);
                }
            }
        }

        return map;
    }

    private static void SetProperties(QueryContext context, Value element, MapValue? properties)
    {
        if (properties is null)
        {
            return;
        }

        ReadOnlySpan<string> names = properties.KeySpan;
        ReadOnlySpan<Value> values = properties.ValueSpan;
        for (int i = 0; i < names.Length; i++)
        {
            PropertyUpdate.Set(context, element, context.View.Tokens.Keys.Intern(names[i]), values[i]);
        }
    }

    private static int NodeAt(int slot, Value[] row) => row[slot].Kind == ValueKind.Node
        ? (int)row[slot].ElementNumber
        : throw RuntimeErrors.TypeError(
            $"A relationship needs a node at each of its ends, but one of them is {(row[slot].IsNull ? "null" : row[slot].Kind.ToString())}.",
            "InvalidArgumentType");

    private static GraphException NullInMerge(string key) =>
        new("Neo.ClientError.Statement.SemanticError", $"Cannot merge with a null value for the property '{key}': null equals nothing.")
        {
            Kind = "SemanticError",
            Detail = "MergeReadOwnWrites",
        };
}
