using Chancery.Graph;

namespace Chancery.Cypher.Expressions;

/// <summary>Reads parts of nodes and relationships, directly from the graph where the element still stands there.</summary>
internal static class ElementReader
{
    public static IReadOnlyList<string> Labels(Value node) => node.AsNode().Labels;

    public static string Type(Value relationship) => relationship.AsRelationship().Type;

    public static MapValue Properties(Value element) =>
        element.Kind == ValueKind.Node ? element.AsNode().Properties : element.AsRelationship().Properties;

    public static Value Property(Value element, string key) => Properties(element).GetOrNull(key);

    public static Value Start(Value relationship) => End(relationship, relationship.AsRelationship().StartId);

    public static Value End(Value relationship) => End(relationship, relationship.AsRelationship().EndId);

    private static Value End(Value relationship, long id) => relationship.Source is { } source
        ? Value.Node(source, id)
        : throw ExpressionErrors.InvalidArgumentValue("The ends of a relationship that was given as a parameter are not known.");
}
