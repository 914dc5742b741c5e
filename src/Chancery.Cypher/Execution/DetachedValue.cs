using Chancery.Cypher.Storage;
using Chancery.Graph;

namespace Chancery.Cypher.Execution;

/// <summary>Values as they leave the engine: elements are read out of the view, which may be gone when somebody looks at them.</summary>
internal static class DetachedValue
{
    public static Value Of(Value value)
    {
        switch (value.Kind)
        {
            case ValueKind.Node when value.Source is GraphView view:
                return Value.Node(NodeOf(value, view));
            case ValueKind.Relationship when value.Source is GraphView view:
                return Value.Relationship(RelationshipOf(value, view));
            case ValueKind.List when HoldsElements(value):
                return Value.List([.. value.AsList().Select(Of)]);
            case ValueKind.Map when HoldsElements(value):
                MapValue map = value.AsMap();
                return Value.Map(new MapValue([.. map.Keys], [.. map.Values.Select(Of)]));
            case ValueKind.Path:
                GraphPath path = value.AsPath();
                return Value.Path(new GraphPath(
                    [.. path.Nodes.Select(Of)], [.. path.Relationships.Select(Of)]));
            default:
                return value;
        }
    }

    private static bool HoldsElements(Value value) => value.Kind switch
    {
        ValueKind.Node or ValueKind.Relationship or ValueKind.Path => true,
        ValueKind.List => Array.Exists(value.AsList(), HoldsElements),
        ValueKind.Map => value.AsMap().Values.Any(HoldsElements),
        _ => false,
    };

    // What the statement itself deleted is still there by name, without its content.
    private static Node NodeOf(Value value, GraphView view)
    {
        long id = value.ElementNumber;
        return view.HasNode(id) ? view.ReadNode(id) : new Node(id, view.NodeElementId(id), [], MapValue.Empty);
    }

    private static Relationship RelationshipOf(Value value, GraphView view)
    {
        long id = value.ElementNumber;
        if (view.HasRelationship(id))
        {
            return view.ReadRelationship(id);
        }

        RelationshipRecord record = view.Relationship((int)id);
        return new Relationship(
            id,
            view.RelationshipElementId(id),
            view.Tokens.Types.Name(record.Type),
            record.Start,
            view.NodeElementId(record.Start),
            record.End,
            view.NodeElementId(record.End),
            MapValue.Empty);
    }
}
