using Chancery.Cypher.Execution;
using Chancery.Cypher.Functions.Temporal;
using Chancery.Cypher.Storage;
using Chancery.Graph;

namespace Chancery.Cypher.Expressions;

/// <summary>
/// A property's name in a plan, with its id in the store once the store knows the name. Ids never change, so that runs may share what one
/// of them found.
/// </summary>
internal sealed class PropertyKey(string name, GraphTokens? tokens = null)
{
    private int _id = tokens?.Keys.Find(name) ?? -1;

    public string Name => name;

    /// <summary>The property of an element or a map, or the field of a temporal value; null of null.</summary>
    /// <exception cref="GraphException">The value has no properties.</exception>
    public Value Read(Value target, QueryContext context)
    {
        if (target.TryGetUnread(out ElementSource? source, out long element, out bool isNode) && source is GraphView view)
        {
            context.Hits++;
            int id = Id(view);
            return isNode ? view.NodeProperty((int)element, id) : view.RelationshipProperty((int)element, id);
        }

        return target.Kind switch
        {
            ValueKind.Null => Value.Null,
            ValueKind.Map => target.AsMap().GetOrNull(name),
            ValueKind.Node or ValueKind.Relationship => ElementReader.Property(target, name),
            >= ValueKind.Date => TemporalFields.Read(target, name),
            _ => throw ExpressionErrors.NoProperties(name, target),
        };
    }

    /// <summary>The key's id in the view's store; -1 while nobody has used the name.</summary>
    public int Id(GraphView view)
    {
        int id = _id;
        if (id < 0)
        {
            // The statement itself may have created the name since it was planned.
            _id = id = view.Tokens.Keys.Find(name);
        }

        return id;
    }
}
