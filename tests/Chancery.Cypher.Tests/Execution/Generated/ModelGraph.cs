using Chancery.Graph;

namespace Chancery.Cypher.Tests.Execution.Generated;

internal sealed record ModelNode(int Id, IReadOnlyList<string> Labels, int? X);

internal sealed record ModelRelationship(int Id, string Type, ModelNode From, ModelNode To, int W);

/// <summary>A small random graph, as lists, and a way to load it into an engine.</summary>
internal sealed record ModelGraph(IReadOnlyList<ModelNode> Nodes, IReadOnlyList<ModelRelationship> Relationships)
{
    private static readonly string[] _labels = ["A", "B", "C"];
    private static readonly string[] _types = ["R", "S"];

    public static ModelGraph Make(Random random)
    {
        ModelNode[] nodes =
        [
            .. Enumerable.Range(0, random.Next(1, 9)).Select(id => new ModelNode(
                id, [.. _labels.Where(_ => random.Next(3) == 0)], random.Next(4) == 0 ? null : random.Next(4))),
        ];
        ModelRelationship[] relationships =
        [
            .. Enumerable.Range(0, random.Next(0, 13)).Select(id => new ModelRelationship(
                id, _types[random.Next(2)], nodes[random.Next(nodes.Length)], nodes[random.Next(nodes.Length)], random.Next(3))),
        ];
        return new ModelGraph(nodes, relationships);
    }

    public async Task LoadAsync(EmbeddedGraph graph, bool indexes)
    {
        if (indexes)
        {
            await RunAsync(graph, "CREATE INDEX FOR (n:A) ON (n.x)", MapValue.Empty);
            await RunAsync(graph, "CREATE CONSTRAINT FOR (n:B) REQUIRE n.i IS UNIQUE", MapValue.Empty);
        }

        foreach (ModelNode node in Nodes)
        {
            string labels = string.Concat(node.Labels.Select(label => ":" + label));
            await RunAsync(graph, $"CREATE ({labels} {{i: $i, x: $x}})", MapValue.Of(("i", node.Id), ("x", node.X is { } x ? x : Value.Null)));
        }

        foreach (ModelRelationship relationship in Relationships)
        {
            await RunAsync(
                graph,
                $"MATCH (a {{i: $a}}), (b {{i: $b}}) CREATE (a)-[:{relationship.Type} {{i: $i, w: $w}}]->(b)",
                MapValue.Of(("a", relationship.From.Id), ("b", relationship.To.Id), ("i", relationship.Id), ("w", relationship.W)));
        }
    }

    public override string ToString() =>
        string.Join(' ', Nodes.Select(node => $"({node.Id}{string.Concat(node.Labels.Select(label => ":" + label))} x={node.X})")) + "  "
        + string.Join(' ', Relationships.Select(one => $"{one.From.Id}-[{one.Id}:{one.Type} w={one.W}]->{one.To.Id}"));

    private static async Task RunAsync(EmbeddedGraph graph, string statement, MapValue parameters)
    {
        await using IGraphResult result = await graph.RunAsync(statement, parameters);
        await result.ConsumeAsync();
    }
}
