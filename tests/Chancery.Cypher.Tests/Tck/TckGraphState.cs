using Chancery.Graph;

namespace Chancery.Cypher.Tests.Tck;

/// <summary>The whole content of a graph, so that side effects are what changed and not what a counter claims.</summary>
internal sealed record TckGraphState(
    HashSet<Value> Nodes, HashSet<Value> Relationships, HashSet<Value> Labels, HashSet<(Value Entity, Value Key, Value Value)> Properties)
{
    public static async Task<TckGraphState> ReadAsync(EmbeddedGraph graph)
    {
        HashSet<Value> nodes = [];
        HashSet<Value> relationships = [];
        HashSet<Value> labels = [];
        HashSet<(Value, Value, Value)> properties = [];
        foreach (IReadOnlyList<Value> row in await RowsAsync(graph, "MATCH (n) RETURN id(n), labels(n), properties(n)"))
        {
            nodes.Add(row[0]);
            labels.UnionWith(row[1].AsList());
            properties.UnionWith(row[2].AsMap().Select(pair => (Value.List("node", row[0]), (Value)pair.Key, pair.Value)));
        }

        foreach (IReadOnlyList<Value> row in await RowsAsync(graph, "MATCH ()-[r]->() RETURN id(r), properties(r)"))
        {
            relationships.Add(row[0]);
            properties.UnionWith(row[1].AsMap().Select(pair => (Value.List("relationship", row[0]), (Value)pair.Key, pair.Value)));
        }

        return new TckGraphState(nodes, relationships, labels, properties);
    }

    /// <summary>The TCK's side effects, without those that are zero.</summary>
    public static Dictionary<string, int> Difference(TckGraphState before, TckGraphState after)
    {
        Dictionary<string, int> effects = [];
        void Count<T>(string name, HashSet<T> from, HashSet<T> to)
        {
            int added = to.Except(from).Count();
            int removed = from.Except(to).Count();
            if (added > 0)
            {
                effects["+" + name] = added;
            }

            if (removed > 0)
            {
                effects["-" + name] = removed;
            }
        }

        Count("nodes", before.Nodes, after.Nodes);
        Count("relationships", before.Relationships, after.Relationships);
        Count("labels", before.Labels, after.Labels);
        Count("properties", before.Properties, after.Properties);
        return effects;
    }

    private static async Task<IReadOnlyList<IReadOnlyList<Value>>> RowsAsync(EmbeddedGraph graph, string query)
    {
        TckOutcome outcome = await TckOutcome.RunAsync(graph, query, MapValue.Empty);
        return outcome.Error is null ? outcome.Rows : throw outcome.Error;
    }
}
