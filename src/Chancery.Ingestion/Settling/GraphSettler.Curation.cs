using Chancery.Graph;
using Chancery.Ingestion.Library;
using Chancery.Resolution;

namespace Chancery.Ingestion.Settling;

internal sealed partial class GraphSettler
{
    /// <summary>Where the decisions changed since the graph was built, places every naming anew and marks all for settling.</summary>
    public Task FollowCurationAsync(CancellationToken cancellationToken) =>
        graph.TransactAsync(transaction => FollowCurationAsync(transaction, cancellationToken), cancellationToken);

    private async Task FollowCurationAsync(IGraphTransaction transaction, CancellationToken cancellationToken)
    {
        List<Value[]> current = await transaction.ReadAsync(s_curation, cancellationToken: cancellationToken);
        string applied = current.Count > 0 ? current[0][0].AsString() : "";
        if (applied == curation.Hash)
        {
            return;
        }

        string after = "";
        while (await transaction.ReadAsync(s_namings, MapValue.Of(("after", after), ("limit", (long)BatchSize)), cancellationToken) is { Count: > 0 } page)
        {
            await MoveAsync(transaction, page.SelectMany(Replace), cancellationToken);
            after = page[^1][0].AsString();
        }

        await transaction.WriteAsync(s_allStale.Text, null, cancellationToken);
        await transaction.WriteAsync(
            curation.Hash.Length > 0 ? s_writeCuration.Text : s_removeCuration.Text, MapValue.Of(("hash", curation.Hash)), cancellationToken);
    }

    /// <summary>Keys that are handles move on when handles are settled.</summary>
    private IEnumerable<Move> Replace(Value[] row)
    {
        string entity = row[0].AsString();
        foreach (MapValue naming in row[3].AsList().Select(naming => naming.AsMap()))
        {
            string cable = naming["cable"].AsString();
            string key = naming["key"].AsString();
            yield return new Move(cable, key, entity, curation.Place(key, cable), row[1].AsString(), TypeLabel(row[2]));
        }
    }

    private static readonly LoadStatement s_curation = CypherLibrary.Load("curation.read");
    private static readonly LoadStatement s_writeCuration = CypherLibrary.Load("curation.write");
    private static readonly LoadStatement s_removeCuration = CypherLibrary.Load("curation.remove");
    private static readonly LoadStatement s_namings = CypherLibrary.Load("curation.names");
    private static readonly LoadStatement s_allStale = CypherLibrary.Load("curation.stale");
}
