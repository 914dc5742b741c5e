using Chancery.Cypher.Storage;
using Chancery.Graph;

namespace Chancery.Cypher.Expressions;

/// <summary>Reads parts of nodes and relationships, directly from the graph where the element still stands there.</summary>
internal static class ElementReader
{
    public static IReadOnlyList<string> Labels(Value node)
    {
        if (node.Source is not GraphView view)
        {
            return node.AsNode().Labels;
        }

        ReadOnlySpan<int> labels = view.LabelsOf((int)node.ElementNumber);
        string[] names = new string[labels.Length];
        for (int i = 0; i < names.Length; i++)
        {
            names[i] = view.Tokens.Labels.Name(labels[i]);
        }

        return names;
    }

    public static string Type(Value relationship) => relationship.Source is GraphView view
        ? view.Tokens.Types.Name(view.Relationship((int)relationship.ElementNumber).Type)
        : relationship.AsRelationship().Type;

    public static string ElementId(Value element)
    {
        bool isNode = element.Kind == ValueKind.Node;
        if (element.Source is GraphView view)
        {
            return isNode ? view.NodeElementId(element.ElementNumber) : view.RelationshipElementId(element.ElementNumber);
        }

        return isNode ? element.AsNode().ElementId : element.AsRelationship().ElementId;
    }

    public static MapValue Properties(Value element)
    {
        bool isNode = element.Kind == ValueKind.Node;
        if (element.Source is GraphView view)
        {
            int id = (int)element.ElementNumber;
            return isNode ? view.NodeProperties(id) : view.RelationshipProperties(id);
        }

        return isNode ? element.AsNode().Properties : element.AsRelationship().Properties;
    }

    public static Value Property(Value element, string key)
    {
        if (element.Source is not GraphView view)
        {
            return Properties(element).GetOrNull(key);
        }

        int id = view.Tokens.Keys.Find(key);
        return element.Kind == ValueKind.Node
            ? view.NodeProperty((int)element.ElementNumber, id)
            : view.RelationshipProperty((int)element.ElementNumber, id);
    }

    public static Value Start(Value relationship) => relationship.Source is GraphView view
        ? Value.Node(view, view.Relationship((int)relationship.ElementNumber).Start)
        : throw EndsUnknown();

    public static Value End(Value relationship) => relationship.Source is GraphView view
        ? Value.Node(view, view.Relationship((int)relationship.ElementNumber).End)
        : throw EndsUnknown();

    private static GraphException EndsUnknown() =>
        ExpressionErrors.InvalidArgumentValue("The ends of a relationship that was given as a parameter are not known.");
}
