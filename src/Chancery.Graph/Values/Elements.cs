namespace Chancery.Graph;

/// <summary>A node as it leaves the graph. <c>Id</c> is the server's number, <c>ElementId</c> its text form (Neo4j 5).</summary>
public sealed record Node(long Id, string ElementId, IReadOnlyList<string> Labels, MapValue Properties);

/// <summary>A relationship as it leaves the graph, with the ids of both ends.</summary>
public sealed record Relationship(
    long Id,
    string ElementId,
    string Type,
    long StartId,
    string StartElementId,
    long EndId,
    string EndElementId,
    MapValue Properties);

/// <summary>
/// A walk through the graph: <c>Nodes.Count == Relationships.Count + 1</c>, and relationship i joins nodes i and i + 1 in either direction.
/// Both lists hold node and relationship values.
/// </summary>
public sealed record GraphPath(IReadOnlyList<Value> Nodes, IReadOnlyList<Value> Relationships);
