using Chancery.Cypher.Binding;
using Chancery.Cypher.Execution;
using Chancery.Cypher.Storage;
using Chancery.Graph;

namespace Chancery.Cypher.Procedures;

/// <summary><c>db.labels</c> and its kin: which names the graph uses, and on what.</summary>
internal static class SchemaProcedures
{
    public static IEnumerable<Procedure> All =>
    [
        new(
            ProcedureSignature.Parse("db.labels() :: (label :: STRING)", description: "Labels that some node has."),
            (_, context) => UsedLabels(context.View).Select(name => new[] { Value.String(name) })),
        new(
            ProcedureSignature.Parse("db.relationshipTypes() :: (relationshipType :: STRING)", description: "Types that some relationship has."),
            (_, context) => UsedTypes(context.View).Select(name => new[] { Value.String(name) })),
        new(
            ProcedureSignature.Parse("db.propertyKeys() :: (propertyKey :: STRING)", description: "Keys that some node or relationship has."),
            (_, context) => UsedKeys(context.View).Select(name => new[] { Value.String(name) })),
        new(
            ProcedureSignature.Parse(
                "db.indexes() :: (id :: INTEGER, name :: STRING, state :: STRING, populationPercent :: FLOAT, uniqueness :: STRING, type :: STRING, "
                + "entityType :: STRING, labelsOrTypes :: LIST<STRING>, properties :: LIST<STRING>, provider :: STRING)",
                description: "All indexes; SHOW INDEXES tells more."),
            (_, context) => SchemaRows.Indexes(context.View).Select(row => new[]
            {
                row["id"],
                row["name"],
                row["state"],
                row["populationPercent"],
                row["owningConstraint"].IsNull ? "NONUNIQUE" : "UNIQUE",
                row["type"],
                row["entityType"],
                row["labelsOrTypes"],
                row["properties"],
                row["indexProvider"],
            })),
        new(
            ProcedureSignature.Parse(
                "db.constraints() :: (name :: STRING, description :: STRING)", description: "All constraints; SHOW CONSTRAINTS tells more."),
            (_, context) => SchemaRows.Constraints(context.View).Select(row => new[] { row["name"], row["createStatement"] })),
        new(
            ProcedureSignature.Parse(
                "db.awaitIndexes(timeOutSeconds = 300 :: INTEGER) :: VOID", description: "Waits until indexes are ready; they always are."),
            (_, _) => []),
        new(
            ProcedureSignature.Parse(
                "db.awaitIndex(indexName :: STRING, timeOutSeconds = 300 :: INTEGER) :: VOID", description: "Waits until an index is ready."),
            (arguments, context) => RequireIndex(arguments[0].AsString(), context)),
        new(
            ProcedureSignature.Parse(
                "db.resampleIndex(indexName :: STRING) :: VOID", description: "Counts an index anew; counts are always exact."),
            (arguments, context) => RequireIndex(arguments[0].AsString(), context)),
        new(
            ProcedureSignature.Parse("db.resampleOutdatedIndexes() :: VOID", description: "Counts indexes anew; counts are always exact."),
            (_, _) => []),
        new(
            ProcedureSignature.Parse(
                "db.prepareForReplanning(timeOutSeconds = 300 :: INTEGER) :: VOID",
                description: "Counts indexes anew, so that plans follow; they always do."),
            (_, _) => []),
        new(
            ProcedureSignature.Parse(
                "db.schema.visualization() :: (nodes :: LIST<NODE>, relationships :: LIST<RELATIONSHIP>)",
                description: "One node a label, and one relationship for each type between two labels."),
            (_, context) => [SchemaPicture.Draw(context)]),
        new(
            ProcedureSignature.Parse(
                "db.schema.nodeTypeProperties() :: (nodeType :: STRING, nodeLabels :: LIST<STRING>, propertyName :: STRING, "
                + "propertyTypes :: LIST<STRING>, mandatory :: BOOLEAN)",
                description: "For each set of labels, the properties that its nodes have and their types."),
            (_, context) => SchemaSurvey.Nodes(context)),
        new(
            ProcedureSignature.Parse(
                "db.schema.relTypeProperties() :: (relType :: STRING, propertyName :: STRING, propertyTypes :: LIST<STRING>, mandatory :: BOOLEAN)",
                description: "For each relationship type, the properties that its relationships have and their types."),
            (_, context) => SchemaSurvey.Relationships(context)),
    ];

    public static IEnumerable<string> UsedLabels(GraphView view) =>
        Enumerable.Range(0, view.LabelCount).Where(id => view.NodesWithLabel(id).Count > 0).Select(view.Tokens.Labels.Name);

    public static IEnumerable<string> UsedTypes(GraphView view) =>
        Enumerable.Range(0, view.TypeCount).Where(id => view.RelationshipsOfType(id).Count > 0).Select(view.Tokens.Types.Name);

    private static Value[][] RequireIndex(string name, QueryContext context) =>
        context.View.Schema.FindIndex(name) is null ? throw StorageError.NoSuchIndex(name) : [];

    private static IEnumerable<string> UsedKeys(GraphView view) =>
        Enumerable.Range(0, view.KeyCount)
            .Where(id => view.NodeColumn(id) is { Count: > 0 } || view.RelationshipColumn(id) is { Count: > 0 })
            .Select(view.Tokens.Keys.Name);
}
