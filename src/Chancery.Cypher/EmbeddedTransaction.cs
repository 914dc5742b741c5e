using Chancery.Cypher.Execution;
using Chancery.Cypher.Storage;
using Chancery.Graph;

namespace Chancery.Cypher;

/// <summary>
/// An explicit transaction on one snapshot. It takes its turn to write with its first statement that does; if it has read before and
/// the graph has changed since, it is refused then, so that it never writes by what it read long ago.
/// </summary>
internal sealed class EmbeddedTransaction(EmbeddedGraph graph, TransactionOptions options, RunningTransaction transaction) : IGraphTransaction
{
    private GraphView? _snapshot;
    private GraphWriter? _writer;
    private bool _ended;

    public async ValueTask<IGraphResult> RunAsync(string cypher, MapValue? parameters = null, CancellationToken cancellationToken = default)
    {
        RequireOpen();
        transaction.Query = cypher;
        GraphView view = _writer ?? _snapshot ?? graph.Store.Current;
        PreparedStatement statement = graph.Prepare(cypher, view, options);
        if (statement.IsRead)
        {
            _snapshot ??= view;
            // Later statements may write while this one's records are still being read.
            GraphView stable = _writer is { HasChanges: true } writer ? writer.Save().View : view;
            return graph.Read(statement, stable, parameters, transaction, endsTransaction: false, cancellationToken);
        }

        if (statement.RunsTransactions)
        {
            throw EngineErrors.NeedsAutoCommit();
        }

        _writer ??= await BeginWriteAsync(cancellationToken);
        return Write(_writer, cypher, parameters, cancellationToken);
    }

    public ValueTask<string?> CommitAsync(CancellationToken cancellationToken = default)
    {
        RequireOpen();
        try
        {
            string? bookmark = _writer is { } writer ? EngineErrors.Guard(() => graph.BookmarkOf(writer.Commit())) : null;
            return ValueTask.FromResult(bookmark);
        }
        finally
        {
            End();
        }
    }

    public ValueTask RollbackAsync(CancellationToken cancellationToken = default)
    {
        End();
        return ValueTask.CompletedTask;
    }

    public ValueTask DisposeAsync() => RollbackAsync();

    private void End()
    {
        _ended = true;
        _writer?.Rollback();
        transaction.End();
    }

    private void RequireOpen()
    {
        if (_ended)
        {
            throw EngineErrors.Closed();
        }
    }

    private async ValueTask<GraphWriter> BeginWriteAsync(CancellationToken cancellationToken)
    {
        GraphWriter writer = await graph.Store.BeginWriteAsync(cancellationToken: cancellationToken);
        if (_snapshot is not null && _snapshot.CommitNumber != writer.CommitNumber)
        {
            writer.Dispose();
            throw EngineErrors.Outdated();
        }

        return writer;
    }

    /// <summary>A statement that fails leaves the transaction as it found it.</summary>
    private EmbeddedResult Write(GraphWriter writer, string cypher, MapValue? parameters, CancellationToken cancellationToken)
    {
        GraphSavepoint before = writer.Save();
        try
        {
            return graph.Write(cypher, parameters, options, writer, transaction, () => null, cancellationToken);
        }
        catch (GraphException)
        {
            writer.RollbackTo(before);
            throw;
        }
    }
}
