using Chancery.Graph;

namespace Chancery.Cypher.Storage;

/// <summary>The constraints that one element alone can break: existence and type of properties.</summary>
internal static class ConstraintRules
{
    /// <summary>What is wrong with the element, or null.</summary>
    public static string? Broken(ConstraintDefinition constraint, GraphView view, int id)
    {
        foreach (int key in constraint.Keys)
        {
            Value value = constraint.OnRelationships ? view.RelationshipProperty(id, key) : view.NodeProperty(id, key);
            if (value.IsNull && constraint.Kind is (ConstraintKind.Existence or ConstraintKind.Key))
            {
                return $"{Element(constraint, view, id)} must have the property `{view.Tokens.Keys.Name(key)}`";
            }

            if (!value.IsNull && constraint.PropertyType is { } type && !PropertyTypes.Matches(value, type))
            {
                return $"{Element(constraint, view, id)} must have the property `{view.Tokens.Keys.Name(key)}` with type {type}";
            }
        }

        return null;
    }

    private static string Element(ConstraintDefinition constraint, GraphView view, int id) => constraint.OnRelationships
        ? $"Relationship({id}) with type `{view.Tokens.Types.Name(constraint.Token)}`"
        : $"Node({id}) with label `{view.Tokens.Labels.Name(constraint.Token)}`";
}
