using Chancery.Graph;
using Chancery.Ingestion.Library;
using Chancery.Resolution;

namespace Chancery.Ingestion.Settling;

internal sealed partial class GraphSettler
{
    /// <summary>
    /// Finds out anew whom all handles mean, and moves what cables name by those that are stale or mean another entity than before.
    /// A handle leans on others, so that one explanation may move many; whoever moved last time is told by <c>target</c>.
    /// </summary>
    private async Task SettleHandlesAsync(CancellationToken cancellationToken)
    {
        string? after = "";
        while (after is not null)
        {
            string last = after;
            after = await graph.TransactAsync(transaction => ExplainHandlesAsync(transaction, last, cancellationToken), cancellationToken);
        }

        (Handles handles, List<(string Handle, string Target)> changed) = await ReadHandlesAsync(cancellationToken);
        foreach ((string Handle, string Target)[] batch in changed.Chunk(BatchSize))
        {
            await graph.TransactAsync(transaction => MoveHandlesAsync(transaction, handles, batch, cancellationToken), cancellationToken);
        }
    }

    private async Task MoveHandlesAsync(
        IGraphTransaction transaction, Handles handles, (string Handle, string Target)[] batch, CancellationToken cancellationToken)
    {
        List<Value[]> uses = await transaction.ReadAsync(
            s_uses, MapValue.Of(("ids", Statements.Texts(batch.Select(entry => entry.Handle)))), cancellationToken);
        await MoveAsync(
            transaction,
            uses.Select(row => new Move(
                Cable: row[1].AsString(),
                Key: row[0].AsString(),
                From: row[2].AsString(),
                To: curation.Place(handles.Target(row[0].AsString()), row[1].AsString()),
                Name: row[3].AsString(),
                Label: TypeLabel(row[4]))),
            cancellationToken);
        await transaction.WriteRowsAsync(
            s_clearHandles, [.. batch.Select(entry => MapValue.Of(("id", entry.Handle), ("target", entry.Target)))], cancellationToken);
    }

    /// <summary>Writes down what cables say of a batch of stale handles, and drops those of which nothing is left. Null after the last batch.</summary>
    private static async Task<string?> ExplainHandlesAsync(IGraphTransaction transaction, string after, CancellationToken cancellationToken)
    {
        List<Value[]> stale = await transaction.ReadAsync(s_handles, MapValue.Of(("after", after), ("limit", (long)BatchSize)), cancellationToken);
        if (stale.Count == 0)
        {
            return null;
        }

        await transaction.WriteRowsAsync(
            s_writeHandles,
            [.. stale.Select(row => MapValue.Of(
                ("id", row[0]), ("entities", Statements.Texts(row[1].AsList().Select(entity => entity.AsString()).Order(StringComparer.Ordinal)))))],
            cancellationToken);
        await transaction.WriteIdsAsync(s_removeHandles, [.. stale.Select(row => row[0].AsString())], cancellationToken);
        return stale[^1][0].AsString();
    }

    private async Task<(Handles Handles, List<(string Handle, string Target)> Changed)> ReadHandlesAsync(CancellationToken cancellationToken)
    {
        await using IGraphTransaction transaction = await graph.BeginAsync(TransactionOptions.ReadOnly, cancellationToken);
        List<Value[]> all = await transaction.ReadAsync(s_allHandles, cancellationToken: cancellationToken);
        Handles handles = new(all.Select(row =>
            (row[0].AsString(), (IReadOnlyList<string>)(row[1].IsNull ? [] : [.. row[1].AsList().Select(entity => entity.AsString())]))));
        List<(string, string)> changed = [];
        foreach (Value[] row in all)
        {
            string handle = row[0].AsString();
            string target = handles.Target(handle);
            if (row[3].AsBoolean() || row[2].IsNull || row[2].AsString() != target)
            {
                changed.Add((handle, target));
            }
        }

        changed.Sort((one, other) => string.CompareOrdinal(one.Item1, other.Item1));
        return (handles, changed);
    }

    private static readonly LoadStatement s_handles = CypherLibrary.Load("settle.handles.read");
    private static readonly LoadStatement s_writeHandles = CypherLibrary.Load("settle.handles.write");
    private static readonly LoadStatement s_removeHandles = CypherLibrary.Load("settle.handles.remove");
    private static readonly LoadStatement s_allHandles = CypherLibrary.Load("settle.handles.all");
    private static readonly LoadStatement s_uses = CypherLibrary.Load("settle.handles.uses");
    private static readonly LoadStatement s_clearHandles = CypherLibrary.Load("settle.handles.clear");
}
