using Chancery.Cypher.Storage;
using Chancery.Graph;
using Xunit;

namespace Chancery.Cypher.Tests.Storage;

/// <summary>The naive graph that the store is compared with: dictionaries, copied whole.</summary>
internal sealed class GraphModel
{
    public SortedDictionary<int, (SortedSet<string> Labels, Dictionary<string, Value> Properties)> Nodes { get; private init; } = [];

    public SortedDictionary<int, (string Type, int Start, int End, Dictionary<string, Value> Properties)> Relationships { get; private init; } = [];

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

    public void AssertEqual(GraphView view)
    {
        Assert.Equal(Nodes.Keys, Ids(view.Nodes));
        Assert.Equal(Relationships.Count, view.RelationshipCount);
        foreach ((int id, (SortedSet<string> labels, Dictionary<string, Value> properties)) in Nodes)
        {
            Node node = view.ReadNode(id);
            Assert.Equal(labels, node.Labels.Order(StringComparer.Ordinal));
            Assert.Equal(properties.OrderBy(pair => pair.Key), node.Properties.OrderBy(pair => pair.Key));
        }

        foreach ((int id, (string type, int start, int end, Dictionary<string, Value> properties)) in Relationships)
        {
            Relationship relationship = view.ReadRelationship(id);
            Assert.Equal((type, (long)start, (long)end), (relationship.Type, relationship.StartId, relationship.EndId));
            Assert.Equal(properties.OrderBy(pair => pair.Key), relationship.Properties.OrderBy(pair => pair.Key));
        }

        Assert.Empty(GraphCheck.Run(view));
    }

    private static List<int> Ids(Membership members)
    {
        List<int> ids = [];
        foreach (int id in members)
        {
            ids.Add(id);
        }

        return ids;
    }
}
