using Chancery.Graph;

namespace Chancery.Cypher.Execution;

/// <summary>What operators refuse while they run.</summary>
internal static class RuntimeErrors
{
    public static GraphException NotANode(Value value) =>
        TypeError($"Expected a node, but got {value.Kind}.", "InvalidArgumentType");

    public static GraphException NotARelationship(Value value) =>
        TypeError($"Expected a relationship, but got {value.Kind}.", "InvalidArgumentType");

    public static GraphException TypeError(string message, string detail) =>
        new("Neo.ClientError.Statement.TypeError", message) { Kind = "TypeError", Detail = detail, GqlStatus = "22G03" };

    /// <summary>The node's number, or -1 where the value is null.</summary>
    /// <exception cref="GraphException">The value is something else.</exception>
    public static int NodeOrNull(Value value)
    {
        if (value.TryGetUnread(out _, out long id, out bool isNode) && isNode)
        {
            return (int)id;
        }

        return value.Kind switch
        {
            ValueKind.Node => (int)value.ElementNumber,
            ValueKind.Null => -1,
            _ => throw NotANode(value),
        };
    }
}
