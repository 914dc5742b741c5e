using Chancery.Cypher.Expressions;
using Chancery.Graph;

namespace Chancery.Cypher.Functions;

/// <summary>Functions over nodes, relationships and paths.</summary>
internal static class GraphFunctions
{
    public static IEnumerable<Function> Rows =>
    [
        new("elementId", static (a, _) => IsElement(a[0]) ? ElementReader.ElementId(a[0]) : throw Wrong("elementId", a[0])),
        new("id", static (a, _) => IsElement(a[0]) ? a[0].ElementNumber : throw Wrong("id", a[0])),
        new("startNode", static (a, _) => ElementReader.Start(Relationship("startNode", a[0]))),
        new("endNode", static (a, _) => ElementReader.End(Relationship("endNode", a[0]))),
        new("keys", static (a, _) => Keys(a[0])),
        new("labels", static (a, _) => Labels(a[0])),
        new("length", static (a, _) => Arguments.Path("length", a[0]).Relationships.Count),
        new("nodes", static (a, _) => Arguments.Path("nodes", a[0]).Nodes.ToArray()),
        new("properties", static (a, _) => PropertiesOf("properties", a[0])),
        new("relationships", static (a, _) => Arguments.Path("relationships", a[0]).Relationships.ToArray()),
        new("rels", static (a, _) => Arguments.Path("rels", a[0]).Relationships.ToArray()),
        new("type", static (a, _) => ElementReader.Type(Relationship("type", a[0]))),
    ];

    public static MapValue PropertiesOf(string function, Value value) => value.Kind switch
    {
        ValueKind.Map => value.AsMap(),
        ValueKind.Node or ValueKind.Relationship => ElementReader.Properties(value),
        _ => throw ExpressionErrors.WrongArgument(function, "a NODE, a RELATIONSHIP or a MAP", value),
    };

    private static Value Keys(Value value) =>
        PropertiesOf("keys", value).Keys.Select(Value.String).ToArray();

    private static Value Labels(Value value) => value.Kind == ValueKind.Node
        ? ElementReader.Labels(value).Select(Value.String).ToArray()
        : throw ExpressionErrors.WrongArgument("labels", "a NODE", value);

    private static bool IsElement(Value value) => value.Kind is ValueKind.Node or ValueKind.Relationship;

    private static Value Relationship(string function, Value value) => value.Kind == ValueKind.Relationship
        ? value
        : throw ExpressionErrors.WrongArgument(function, "a RELATIONSHIP", value);

    private static GraphException Wrong(string function, Value value) =>
        ExpressionErrors.WrongArgument(function, "a NODE or a RELATIONSHIP", value);
}
