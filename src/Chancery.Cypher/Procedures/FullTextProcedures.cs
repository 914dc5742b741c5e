using Chancery.Cypher.Binding;
using Chancery.Cypher.Execution;
using Chancery.Cypher.Storage;
using Chancery.Graph;

namespace Chancery.Cypher.Procedures;

/// <summary>Search by words, best hits first.</summary>
internal static class FullTextProcedures
{
    public static IEnumerable<Procedure> All =>
    [
        new(
            ProcedureSignature.Parse(
                "db.index.fulltext.queryNodes(indexName :: STRING, queryString :: STRING, options = {} :: MAP) :: (node :: NODE, score :: FLOAT)",
                description: "Nodes that match a query of words in Lucene's simple form; options: skip, limit."),
            (arguments, context) => Search(arguments, context, relationships: false)
                .Select(hit => new[] { Value.Node(context.View, hit.Id), hit.Score })),
        new(
            ProcedureSignature.Parse(
                "db.index.fulltext.queryRelationships(indexName :: STRING, queryString :: STRING, options = {} :: MAP) "
                + ":: (relationship :: RELATIONSHIP, score :: FLOAT)",
                description: "Relationships that match a query of words in Lucene's simple form; options: skip, limit."),
            (arguments, context) => Search(arguments, context, relationships: true)
                .Select(hit => new[] { Value.Relationship(context.View, hit.Id), hit.Score })),
        new(
            ProcedureSignature.Parse(
                "db.index.fulltext.awaitEventuallyConsistentIndexRefresh() :: VOID", description: "Nothing to wait for: indexes are always up to date."),
            (_, _) => []),
        new(
            ProcedureSignature.Parse(
                "db.index.fulltext.listAvailableAnalyzers() :: (analyzer :: STRING, description :: STRING)",
                description: "How texts are taken apart into words."),
            (_, _) => [["standard-no-stop-words", "Words as Unicode has them, without regard to case and accents."]]),
    ];

    private static IEnumerable<FullTextHit> Search(Value[] arguments, QueryContext context, bool relationships)
    {
        string name = arguments[0].AsString();
        IndexDefinition? definition = context.View.Schema.FindIndex(name);
        if (definition is not { Kind: IndexKind.FullText } || definition.OnRelationships != relationships)
        {
            throw new GraphException(
                "Neo.ClientError.Procedure.ProcedureCallFailed",
                $"There is no full-text index '{name}' on {(relationships ? "relationships" : "nodes")}.");
        }

        MapValue options = arguments[2].Kind == ValueKind.Map ? arguments[2].AsMap() : MapValue.Empty;
        IEnumerable<FullTextHit> hits = ((FullTextIndex)context.View.Index(definition)).Search(arguments[1].AsString(), context.View);
        hits = hits.Skip(Bound(options, "skip", 0));
        return hits.Take(Bound(options, "limit", int.MaxValue));
    }

    private static int Bound(MapValue options, string name, int otherwise) =>
        options.TryGetValue(name, out Value value) && value.Kind == ValueKind.Integer ? (int)Math.Clamp(value.AsInteger(), 0, int.MaxValue) : otherwise;
}
