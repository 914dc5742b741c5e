using Chancery.Cypher.Storage;
using Chancery.Graph;

namespace Chancery.Cypher.Procedures;

/// <summary>Indexes and constraints as SHOW lists them.</summary>
internal static class SchemaRows
{
    private const string Provider = "chancery-1";

    public static IEnumerable<MapValue> Indexes(GraphView view)
    {
        int id = 0;
        foreach (IndexDefinition index in view.Schema.Indexes)
        {
            id++;
            string[] names = [.. index.Tokens.Select((index.OnRelationships ? view.Tokens.Types : view.Tokens.Labels).Name)];
            string[] keys = [.. index.Keys.Select(view.Tokens.Keys.Name)];
            yield return MapValue.Of(
                ("id", id),
                ("name", index.Name),
                ("state", "ONLINE"),
                ("populationPercent", 100.0),
                ("type", TypeOf(index.Kind)),
                ("entityType", index.OnRelationships ? "RELATIONSHIP" : "NODE"),
                ("labelsOrTypes", List(names)),
                ("properties", List(keys)),
                ("indexProvider", Provider),
                ("owningConstraint", index.OwningConstraint),
                ("options", index.Options),
                ("failureMessage", ""),
                ("createStatement", Statement(index, names, keys)));
        }
    }

    public static IEnumerable<MapValue> Constraints(GraphView view)
    {
        int id = 0;
        foreach (ConstraintDefinition constraint in view.Schema.Constraints)
        {
            id++;
            string name = (constraint.OnRelationships ? view.Tokens.Types : view.Tokens.Labels).Name(constraint.Token);
            string[] keys = [.. constraint.Keys.Select(view.Tokens.Keys.Name)];
            yield return MapValue.Of(
                ("id", id),
                ("name", constraint.Name),
                ("type", TypeOf(constraint)),
                ("entityType", constraint.OnRelationships ? "RELATIONSHIP" : "NODE"),
                ("labelsOrTypes", List([name])),
                ("properties", List(keys)),
                ("ownedIndex", constraint.HasIndex ? constraint.Name : null),
                ("propertyType", constraint.PropertyType),
                ("options", MapValue.Empty),
                ("createStatement", Statement(constraint, name, keys)));
        }
    }

    private static Value List(IEnumerable<string> texts) => Value.List([.. texts.Select(Value.String)]);

    private static string TypeOf(IndexKind kind) => kind.ToString().ToUpperInvariant();

    private static string TypeOf(ConstraintDefinition constraint) => (constraint.Kind, constraint.OnRelationships) switch
    {
        (ConstraintKind.Uniqueness, false) => "UNIQUENESS",
        (ConstraintKind.Uniqueness, true) => "RELATIONSHIP_UNIQUENESS",
        (ConstraintKind.Existence, false) => "NODE_PROPERTY_EXISTENCE",
        (ConstraintKind.Existence, true) => "RELATIONSHIP_PROPERTY_EXISTENCE",
        (ConstraintKind.Key, false) => "NODE_KEY",
        (ConstraintKind.Key, true) => "RELATIONSHIP_KEY",
        (_, false) => "NODE_PROPERTY_TYPE",
        (_, true) => "RELATIONSHIP_PROPERTY_TYPE",
    };

    private static string Statement(IndexDefinition index, string[] names, string[] keys)
    {
        string what = string.Join('|', names.Select(ValueText.Name));
        string pattern = index.OnRelationships ? $"()-[e:{what}]-()" : $"(e:{what})";
        string list = string.Join(", ", keys.Select(key => "e." + ValueText.Name(key)));
        return index.Kind == IndexKind.FullText
            ? $"CREATE FULLTEXT INDEX {ValueText.Name(index.Name)} FOR {pattern} ON EACH [{list}]"
            : $"CREATE {TypeOf(index.Kind)} INDEX {ValueText.Name(index.Name)} FOR {pattern} ON ({list})";
    }

    private static string Statement(ConstraintDefinition constraint, string name, string[] keys)
    {
        string pattern = constraint.OnRelationships ? $"()-[e:{ValueText.Name(name)}]-()" : $"(e:{ValueText.Name(name)})";
        string list = string.Join(", ", keys.Select(key => "e." + ValueText.Name(key)));
        string rule = constraint.Kind switch
        {
            ConstraintKind.Uniqueness => "UNIQUE",
            ConstraintKind.Existence => "NOT NULL",
            ConstraintKind.Key => constraint.OnRelationships ? "RELATIONSHIP KEY" : "NODE KEY",
            _ => $":: {constraint.PropertyType}",
        };
        return $"CREATE CONSTRAINT {ValueText.Name(constraint.Name)} FOR {pattern} REQUIRE ({list}) IS {rule}";
    }
}
