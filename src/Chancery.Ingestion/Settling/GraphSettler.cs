using Chancery.Graph;
using Chancery.Ingestion.Library;
using Chancery.Resolution;

namespace Chancery.Ingestion.Settling;

/// <summary>
/// Makes everything marked <c>:Stale</c> what it is by the cables now present: whom handles mean, entities' names, counts and dates, and
/// projected edges. Works from the graph alone, a batch a transaction, each removing its own marks: after a crash it goes on where it stopped.
/// </summary>
internal sealed partial class GraphSettler(IGraphDatabase graph, Curation curation)
{
    private const int BatchSize = 400;

    public async Task SettleAsync(CancellationToken cancellationToken)
    {
        await SettleHandlesAsync(cancellationToken);
        while (await graph.TransactAsync(transaction => SettleEntitiesAsync(transaction, cancellationToken), cancellationToken))
        {
        }

        await graph.TransactAsync(
            async transaction =>
            {
                foreach (LoadStatement statement in s_rest)
                {
                    await transaction.WriteAsync(statement.Text, null, cancellationToken);
                }
            },
            cancellationToken);
    }

    /// <summary>Gives what cables name by a key to another entity.</summary>
    private static async Task MoveAsync(IGraphTransaction transaction, IEnumerable<Move> candidates, CancellationToken cancellationToken)
    {
        Move[] moves = [.. candidates.Where(move => move.From != move.To)];
        if (moves.Length == 0)
        {
            return;
        }

        MapValue[] rows = [.. moves.Select(move => MapValue.Of(("cable", move.Cable), ("key", move.Key), ("from", move.From), ("to", move.To)))];
        await transaction.WriteVariantsAsync(
            s_entities, moves.DistinctBy(move => move.To).Select(move => (move.Label, MapValue.Of(("id", move.To), ("name", move.Name)))), cancellationToken);
        foreach (string end in s_moveClaims.Variants.Keys)
        {
            await transaction.WriteVariantsAsync(s_moveClaims, rows.Select(row => (end, row)), cancellationToken);
        }

        await transaction.WriteRowsAsync(s_moveMentions, rows, cancellationToken);
        foreach (string type in s_moveHeader.Variants.Keys)
        {
            await transaction.WriteVariantsAsync(s_moveHeader, rows.Select(row => (type, row)), cancellationToken);
        }

        await transaction.WriteRowsAsync(s_moveNames, rows, cancellationToken);
    }

    private static string TypeLabel(Value labels) => labels.AsList().Select(label => label.AsString()).First(s_entities.Variants.ContainsKey);

    private sealed record Move(string Cable, string Key, string From, string To, string Name, string Label);

    private static readonly LoadStatement s_entities = CypherLibrary.Load("node.entities");
    private static readonly LoadStatement s_moveNames = CypherLibrary.Load("move.names");
    private static readonly LoadStatement s_moveMentions = CypherLibrary.Load("move.mentions");
    private static readonly LoadStatement s_moveHeader = CypherLibrary.Load("move.header");
    private static readonly LoadStatement s_moveClaims = CypherLibrary.Load("move.claims");
    private static readonly LoadStatement[] s_rest =
        [CypherLibrary.Load("settle.topics.remove"), CypherLibrary.Load("settle.cables.remove"), CypherLibrary.Load("settle.rest")];
}
