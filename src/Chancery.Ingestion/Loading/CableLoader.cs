using Chancery.Graph;
using Chancery.Ingestion.Library;
using Chancery.Resolution;

namespace Chancery.Ingestion.Loading;

/// <summary>
/// Puts cables into the graph and takes them out, a batch in one transaction, so that no cable is ever half there. Whatever a batch
/// touches is marked <c>:Stale</c> in the same transaction; <see cref="Settling.GraphSettler"/> makes it right afterwards, also after a crash.
/// </summary>
internal sealed class CableLoader(IGraphDatabase graph, string extractor, Curation curation)
{
    public async Task<IReadOnlyList<HeldCable>> ReadAsync(IReadOnlyCollection<string> ids, CancellationToken cancellationToken)
    {
        await using IGraphTransaction transaction = await graph.BeginAsync(TransactionOptions.ReadOnly, cancellationToken);
        List<Value[]> rows = await transaction.ReadAsync(s_readCables, MapValue.Of(("ids", Statements.Texts(ids))), cancellationToken);
        return [.. rows.Select(HeldCable.Of)];
    }

    /// <summary>Cables whose source begins with <paramref name="prefix"/>.</summary>
    public async Task<IReadOnlyList<(string Id, string Source)>> ReadSourcesAsync(string prefix, CancellationToken cancellationToken)
    {
        await using IGraphTransaction transaction = await graph.BeginAsync(TransactionOptions.ReadOnly, cancellationToken);
        List<Value[]> rows = await transaction.ReadAsync(s_readSources, MapValue.Of(("prefix", prefix)), cancellationToken);
        return [.. rows.Select(row => (row[0].AsString(), row[1].AsString()))];
    }

    /// <summary>Loads cables, replacing what the graph holds under their ids. Each id stands in the batch once.</summary>
    public Task LoadAsync(IReadOnlyList<ResolvedCable> cables, CancellationToken cancellationToken)
    {
        ResolvedCable[] batch = [.. cables.OrderBy(cable => cable.Cable.Id, StringComparer.Ordinal)];
        return graph.TransactAsync(transaction => LoadAsync(transaction, batch, cancellationToken), cancellationToken);
    }

    /// <summary>Takes cables out with all that they say; a bare node stays where other cables refer to them.</summary>
    public Task WithdrawAsync(IReadOnlyCollection<string> ids, CancellationToken cancellationToken) => graph.TransactAsync(
        async transaction =>
        {
            await RetractAsync(transaction, ids, cancellationToken);
            await transaction.WriteIdsAsync(s_retractCables, ids, cancellationToken);
        },
        cancellationToken);

    private async Task LoadAsync(IGraphTransaction transaction, ResolvedCable[] batch, CancellationToken cancellationToken)
    {
        Dictionary<string, string> handles = await ReadHandlesAsync(transaction, batch, cancellationToken);
        CableRows[] rows = [.. batch.Select(cable => new CableRows(cable, extractor, curation, handles))];
        await RetractAsync(transaction, [.. batch.Select(cable => cable.Cable.Id)], cancellationToken);
        await WriteNodesAsync(transaction, rows, cancellationToken);
        await WriteRelationshipsAsync(transaction, rows, cancellationToken);
    }

    private static async Task<Dictionary<string, string>> ReadHandlesAsync(
        IGraphTransaction transaction, ResolvedCable[] batch, CancellationToken cancellationToken)
    {
        IEnumerable<string> used = batch.SelectMany(cable => cable.Entities).Where(entity => entity.IsHandle).Select(entity => entity.Key).Distinct();
        List<Value[]> rows = await transaction.ReadAsync(s_readHandles, MapValue.Of(("ids", Statements.Texts(used))), cancellationToken);
        return rows.ToDictionary(row => row[0].AsString(), row => row[1].AsString(), StringComparer.Ordinal);
    }

    private static async Task RetractAsync(IGraphTransaction transaction, IReadOnlyCollection<string> ids, CancellationToken cancellationToken)
    {
        foreach (LoadStatement statement in s_retract)
        {
            await transaction.WriteIdsAsync(statement, ids, cancellationToken);
        }
    }

    private static async Task WriteNodesAsync(IGraphTransaction transaction, CableRows[] rows, CancellationToken cancellationToken)
    {
        await transaction.WriteRowsAsync(s_cables, [.. rows.Select(row => row.Cable())], cancellationToken);
        await transaction.WriteRowsAsync(s_paragraphs, [.. rows.SelectMany(row => row.Paragraphs())], cancellationToken);
        await transaction.WriteRowsAsync(s_topics, [.. rows.SelectMany(row => row.Topics()).DistinctBy(row => row["tag"].AsString())], cancellationToken);
        await transaction.WriteVariantsAsync(
            s_entities, rows.SelectMany(row => row.Entities()).DistinctBy(row => (row.Type, row.Row["id"].AsString())), cancellationToken);
        await transaction.WriteIdsAsync(s_handles, [.. rows.SelectMany(row => row.Handles()).Distinct()], cancellationToken);
        await transaction.WriteRowsAsync(s_claims, [.. rows.SelectMany(row => row.Claims())], cancellationToken);
    }

    private static async Task WriteRelationshipsAsync(IGraphTransaction transaction, CableRows[] rows, CancellationToken cancellationToken)
    {
        await transaction.WriteRowsAsync(s_names, [.. rows.SelectMany(row => row.Names())], cancellationToken);
        await transaction.WriteRowsAsync(s_mentions, [.. rows.SelectMany(row => row.Mentions())], cancellationToken);
        await transaction.WriteVariantsAsync(s_header, rows.SelectMany(row => row.HeaderEdges()), cancellationToken);
        await transaction.WriteRowsAsync(s_tagged, [.. rows.SelectMany(row => row.Topics())], cancellationToken);
        await transaction.WriteRowsAsync(s_references, [.. rows.SelectMany(row => row.References())], cancellationToken);
        await transaction.WriteRowsAsync(s_uses, [.. rows.SelectMany(row => row.Uses())], cancellationToken);
        await transaction.WriteRowsAsync(s_explains, [.. rows.SelectMany(row => row.Explains())], cancellationToken);
    }

    private static readonly LoadStatement s_readCables = CypherLibrary.Load("read.cables");
    private static readonly LoadStatement s_readHandles = CypherLibrary.Load("read.handles");
    private static readonly LoadStatement s_readSources = CypherLibrary.Load("read.sources");
    private static readonly LoadStatement s_retractCables = CypherLibrary.Load("retract.cables");
    private static readonly LoadStatement[] s_retract =
    [
        CypherLibrary.Load("retract.neighbours"), CypherLibrary.Load("retract.claims"),
        CypherLibrary.Load("retract.paragraphs"), CypherLibrary.Load("retract.relationships"),
    ];

    private static readonly LoadStatement s_cables = CypherLibrary.Load("node.cables");
    private static readonly LoadStatement s_paragraphs = CypherLibrary.Load("node.paragraphs");
    private static readonly LoadStatement s_topics = CypherLibrary.Load("node.topics");
    private static readonly LoadStatement s_entities = CypherLibrary.Load("node.entities");
    private static readonly LoadStatement s_handles = CypherLibrary.Load("node.handles");
    private static readonly LoadStatement s_claims = CypherLibrary.Load("node.claims");
    private static readonly LoadStatement s_names = CypherLibrary.Load("edge.names");
    private static readonly LoadStatement s_mentions = CypherLibrary.Load("edge.mentions");
    private static readonly LoadStatement s_header = CypherLibrary.Load("edge.header");
    private static readonly LoadStatement s_tagged = CypherLibrary.Load("edge.topics");
    private static readonly LoadStatement s_references = CypherLibrary.Load("edge.references");
    private static readonly LoadStatement s_uses = CypherLibrary.Load("edge.uses");
    private static readonly LoadStatement s_explains = CypherLibrary.Load("edge.explains");
}
