using Chancery.Cypher.Storage;
using Chancery.Graph;

namespace Chancery.Crash;

/// <summary>The naive graph that the store is compared with: dictionaries, copied whole.</summary>
internal sealed class GraphModel
{
    public SortedDictionary<int, (SortedSet<string> Labels, Dictionary<string, Value> Properties)> Nodes { get; } = [];

    public SortedDictionary<int, (string Type, int Start, int End, Dictionary<string, Value> Properties)> Relationships { get; } = [];

    public GraphModel Copy()
    {
        GraphModel copy = new();
        foreach ((int id, (SortedSet<string> labels, Dictionary<string, Value> properties)) in Nodes)
        {
            copy.Nodes.Add(id, ([.. labels], new Dictionary<string, Value>(properties)));
        }

        foreach ((int id, (string type, int start, int end, Dictionary<string, Value> properties)) in Relationships)
        {
            copy.Relationships.Add(id, (type, start, end, new Dictionary<string, Value>(properties)));
        }

        return copy;
    }

    /// <summary>Where a view differs from the model, or is not whole in itself; empty where all is well.</summary>
    public IReadOnlyList<string> Differences(GraphView view)
    {
        List<string> found = [.. GraphCheck.Run(view)];
        if (view.NodeCount != Nodes.Count || view.RelationshipCount != Relationships.Count)
        {
            found.Add($"{view.NodeCount} nodes and {view.RelationshipCount} relationships, not {Nodes.Count} and {Relationships.Count}");
        }

        foreach ((int id, (SortedSet<string> labels, Dictionary<string, Value> properties)) in Nodes)
        {
            if (!view.HasNode(id) || !labels.SequenceEqual(view.ReadNode(id).Labels.Order(StringComparer.Ordinal))
                || !Same(properties, view.ReadNode(id).Properties))
            {
                found.Add($"node {id} differs");
            }
        }

        foreach ((int id, (string type, int start, int end, Dictionary<string, Value> properties)) in Relationships)
        {
            if (!view.HasRelationship(id) || view.Relationship(id) is var record && (record.Start, record.End) != (start, end)
                || view.ReadRelationship(id).Type != type || !Same(properties, view.ReadRelationship(id).Properties))
            {
                found.Add($"relationship {id} differs");
            }
        }

        return found;
    }

    private static bool Same(Dictionary<string, Value> properties, MapValue other) =>
        properties.Count == other.Count && properties.All(pair => other.TryGetValue(pair.Key, out Value value) && value == pair.Value);
}
