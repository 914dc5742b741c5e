using Chancery.Cypher.Storage;
using Chancery.Graph;

namespace Chancery.Cypher.Execution.Updates;

/// <summary>Writes properties and labels, and counts what it changed.</summary>
internal static class PropertyUpdate
{
    /// <summary>Sets one property of a node or relationship, or removes it where the value is null. Nothing happens to a null element.</summary>
    /// <exception cref="GraphException">The target is no element, or the value cannot be stored.</exception>
    public static void Set(QueryContext context, Value element, int key, Value value)
    {
        GraphWriter writer = context.Writer;
        switch (element.Kind)
        {
            case ValueKind.Null:
                return;
            case ValueKind.Node:
                int node = (int)element.ElementNumber;
                if (value.IsNull && writer.NodeProperty(node, key).IsNull)
                {
                    return;
                }

                writer.SetNodeProperty(node, key, value);
                break;
            case ValueKind.Relationship:
                int relationship = (int)element.ElementNumber;
                if (value.IsNull && writer.RelationshipProperty(relationship, key).IsNull)
                {
                    return;
                }

                writer.SetRelationshipProperty(relationship, key, value);
                break;
            default:
                throw RuntimeErrors.TypeError($"Properties can be set on nodes and relationships, not on {element.Kind}.", "InvalidArgumentType");
        }

        context.Hits++;
        context.Counters.PropertiesSet++;
    }

    /// <summary>Sets all properties of a map; without <paramref name="keepOthers"/> those that it does not name are removed.</summary>
    public static void SetAll(QueryContext context, Value element, Value properties, bool keepOthers)
    {
        if (element.IsNull)
        {
            return;
        }

        GraphWriter writer = context.Writer;
        MapValue map = MapOf(properties, writer);
        if (!keepOthers)
        {
            List<int> keys = element.Kind switch
            {
                ValueKind.Node => writer.NodeKeys((int)element.ElementNumber),
                ValueKind.Relationship => writer.RelationshipKeys((int)element.ElementNumber),
                _ => throw RuntimeErrors.TypeError($"Properties can be set on nodes and relationships, not on {element.Kind}.", "InvalidArgumentType"),
            };
            foreach (int key in keys)
            {
                if (!map.ContainsKey(writer.Tokens.Keys.Name(key)))
                {
                    Set(context, element, key, Value.Null);
                }
            }
        }

        ReadOnlySpan<string> names = map.KeySpan;
        ReadOnlySpan<Value> values = map.ValueSpan;
        for (int i = 0; i < names.Length; i++)
        {
            Set(context, element, writer.Tokens.Keys.Intern(names[i]), values[i]);
        }
    }

    public static void AddLabels(QueryContext context, Value node, int[] labels)
    {
        if (node.IsNull)
        {
            return;
        }

        int id = NodeOf(node);
        foreach (int label in labels)
        {
            context.Counters.LabelsAdded += context.Writer.AddLabel(id, label) ? 1 : 0;
        }
    }

    public static void RemoveLabels(QueryContext context, Value node, int[] labels)
    {
        if (node.IsNull)
        {
            return;
        }

        int id = NodeOf(node);
        foreach (int label in labels)
        {
            context.Counters.LabelsRemoved += context.Writer.RemoveLabel(id, label) ? 1 : 0;
        }
    }

    /// <summary>The map itself, or the properties of a node or relationship.</summary>
    public static MapValue MapOf(Value value, GraphView view) => value.Kind switch
    {
        ValueKind.Map => value.AsMap(),
        ValueKind.Node => view.NodeProperties((int)value.ElementNumber),
        ValueKind.Relationship => view.RelationshipProperties((int)value.ElementNumber),
        _ => throw RuntimeErrors.TypeError($"Expected a map, a node or a relationship, but got {value.Kind}.", "InvalidArgumentType"),
    };

    private static int NodeOf(Value value) => value.Kind == ValueKind.Node ? (int)value.ElementNumber : throw RuntimeErrors.NotANode(value);
}
