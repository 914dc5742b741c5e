using Chancery.Graph;
using Chancery.Ingestion.Library;

namespace Chancery.Ingestion.Settling;

internal sealed partial class GraphSettler
{
    /// <summary>One batch of entities; false where none was stale.</summary>
    private async Task<bool> SettleEntitiesAsync(IGraphTransaction transaction, CancellationToken cancellationToken)
    {
        List<Value[]> stale = await transaction.ReadAsync(s_stale, MapValue.Of(("limit", (long)BatchSize)), cancellationToken);
        if (stale.Count == 0)
        {
            return false;
        }

        string[] ids = [.. stale.Select(row => row[0].AsString())];
        MapValue parameters = MapValue.Of(("ids", Statements.Texts(ids)), ("symmetric", Statements.Texts(RelationTypes.Symmetric)));
        ILookup<string, Naming> namings = (await transaction.ReadAsync(s_names, parameters, cancellationToken))
            .ToLookup(row => row[0].AsString(), Naming.Of, StringComparer.Ordinal);
        StatedClaim[] claims = [.. (await transaction.ReadAsync(s_claims, parameters, cancellationToken)).Select(StatedClaim.Of)];
        ProjectedEdge[] before = [.. (await transaction.ReadAsync(s_edges, parameters, cancellationToken)).Select(Edge)];

        string[] named = [.. ids.Where(namings.Contains)];
        await transaction.WriteRowsAsync(
            s_write,
            [.. named.Select(id => MapValue.Of(
                ("id", id), ("properties", EntityProfile.Compute([.. namings[id]], curation.NameOf(id), curation.Rejects(id)))))],
            cancellationToken);
        await RejectClaimsAsync(transaction, claims, cancellationToken);
        await ProjectAsync(transaction, ids, claims, before, cancellationToken);
        await transaction.WriteIdsAsync(s_remove, [.. ids.Where(id => !namings.Contains(id))], cancellationToken);
        return true;
    }

    private async Task RejectClaimsAsync(IGraphTransaction transaction, StatedClaim[] claims, CancellationToken cancellationToken) =>
        await transaction.WriteRowsAsync(
            s_reject,
            [.. claims.Where(claim => claim.IsRejected != Rejects(claim))
                .Select(claim => MapValue.Of(("id", claim.Id), ("rejected", Rejects(claim) ? Value.True : Value.Null)))],
            cancellationToken);

    /// <summary>
    /// Writes the edges that start at these entities where they differ from those that are there. An edge's other end is stale whenever
    /// one of its claims changed, so that the end at which it starts is always among the settled.
    /// </summary>
    private async Task ProjectAsync(
        IGraphTransaction transaction, string[] ids, StatedClaim[] claims, ProjectedEdge[] before, CancellationToken cancellationToken)
    {
        HashSet<string> settled = [.. ids];
        Dictionary<(string, string, string), ProjectedEdge> after = Projection
            .Compute(claims.Where(claim => settled.Contains(Projection.Ends(claim).Source)), Rejects)
            .ToDictionary(edge => (edge.Source, edge.Type, edge.Target));
        Dictionary<(string, string, string), MapValue> held = before.ToDictionary(edge => (edge.Source, edge.Type, edge.Target), edge => edge.Properties);
        await transaction.WriteVariantsAsync(
            s_removeEdges,
            held.Keys.Where(key => !after.ContainsKey(key)).Select(key => (key.Item2, MapValue.Of(("source", key.Item1), ("target", key.Item3)))),
            cancellationToken);
        await transaction.WriteVariantsAsync(
            s_writeEdges,
            after.Where(edge => !held.TryGetValue(edge.Key, out MapValue? properties) || Value.Map(properties) != Value.Map(edge.Value.Properties))
                .Select(edge => (edge.Value.Type, MapValue.Of(
                    ("source", edge.Value.Source), ("target", edge.Value.Target), ("properties", edge.Value.Properties)))),
            cancellationToken);
    }

    private bool Rejects(StatedClaim claim) => curation.Rejects(claim.Id, claim.Type, claim.Subject, claim.Object, claim.Cable);

    private static ProjectedEdge Edge(Value[] row) => new(row[0].AsString(), row[1].AsString(), row[2].AsString(), row[3].AsMap());

    private static readonly LoadStatement s_stale = CypherLibrary.Load("settle.entities.read");
    private static readonly LoadStatement s_names = CypherLibrary.Load("settle.entities.names");
    private static readonly LoadStatement s_claims = CypherLibrary.Load("settle.entities.claims");
    private static readonly LoadStatement s_edges = CypherLibrary.Load("settle.entities.edges");
    private static readonly LoadStatement s_write = CypherLibrary.Load("settle.entities.write");
    private static readonly LoadStatement s_remove = CypherLibrary.Load("settle.entities.remove");
    private static readonly LoadStatement s_reject = CypherLibrary.Load("settle.claims.reject");
    private static readonly LoadStatement s_writeEdges = CypherLibrary.Load("settle.edges.write");
    private static readonly LoadStatement s_removeEdges = CypherLibrary.Load("settle.edges.remove");
}
