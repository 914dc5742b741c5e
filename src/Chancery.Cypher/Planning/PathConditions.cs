using Chancery.Cypher.Binding;
using Chancery.Cypher.Syntax;

namespace Chancery.Cypher.Planning;

/// <summary>Turns conditions on a whole path into conditions on each of its steps, which a breadth-first search can follow.</summary>
internal static class PathConditions
{
    /// <summary>
    /// <c>all(r IN relationships(p) WHERE …)</c> and <c>none(…)</c>, over the path or its list of relationships, as the same question
    /// about the one relationship of a step; null for any other condition.
    /// </summary>
    public static BoundExpression? OnEachStep(BoundExpression condition, Shortest shortest)
    {
        if (condition is not BoundQuantifier { Kind: QuantifierKind.All or QuantifierKind.None, Where: { } where } quantifier
            || !IsRelationshipsOf(quantifier.List, shortest) || Reads(where, shortest))
        {
            return null;
        }

        BoundReference step = PatternGraph.Reference(shortest.Step);
        return quantifier with { List = new BoundList([step]) { Type = StaticType.ListOf(step.Type) } };
    }

    private static bool IsRelationshipsOf(BoundExpression list, Shortest shortest) => list switch
    {
        BoundReference reference => reference.Variable == shortest.Hop.Relationship,
        BoundFunctionCall { Function.Name: "relationships" or "rels", Arguments: [BoundReference path] } => path.Variable == shortest.Path,
        _ => false,
    };

    private static bool Reads(BoundExpression expression, Shortest shortest) =>
        VariableUse.Of(expression).Any(variable => variable == shortest.Path || variable == shortest.Hop.Relationship);
}
