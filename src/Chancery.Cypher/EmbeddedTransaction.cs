using Chancery.Cypher.Execution;
using Chancery.Cypher.Storage;
using Chancery.Graph;

namespace Chancery.Cypher;

/// <summary>
/// An explicit transaction on one snapshot. It takes its turn to write with its first statement that does; if it has read before and
/// the graph has changed since, it is refused then, so that it never writes by what it read long ago. A statement that fails ends it.
/// </summary>
internal sealed class EmbeddedTransaction(EmbeddedGraph graph, TransactionOptions options, RunningTransaction transaction) : IGraphTransaction
{
    private GraphView? _snapshot;
    private GraphWriter? _writer;
    private bool _ended;
    private GraphException? _failure;

    public async ValueTask<IGraphResult> RunAsync(string cypher, MapValue? parameters = null, CancellationToken cancellationToken = default)
    {
        RequireOpen();
        transaction.Query = cypher;
        try
        {
            return await RunOpenAsync(cypher, parameters, cancellationToken);
        }
        catch (GraphException e)
        {
            Fail(e);
            throw;
        }
        catch (OperationCanceledException)
        {
            // What the statement did before it was stopped must not be committed.
            End();
            throw;
        }
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

    private async ValueTask<IGraphResult> RunOpenAsync(string cypher, MapValue? parameters, CancellationToken cancellationToken)
    {
        GraphView view = _writer ?? _snapshot ?? graph.Store.Current;
        PreparedStatement statement = graph.Prepare(cypher, view, options);
        if (statement.IsRead)
        {
            _snapshot ??= view;
            // Later statements may write while this one's records are still being read.
            GraphView stable = _writer is { HasChanges: true } writer ? writer.Freeze() : view;
            return graph.Read(statement, stable, parameters, transaction, null, Fail, cancellationToken);
        }

        if (statement.RunsTransactions)
        {
            throw EngineErrors.NeedsAutoCommit();
        }

        _writer ??= await BeginWriteAsync(cancellationToken);
        return graph.Write(cypher, parameters, options, _writer, transaction, () => null, cancellationToken);
    }

    private void Fail(GraphException failure)
    {
        _failure ??= failure;
        End();
    }

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
            throw _failure is null ? EngineErrors.Closed() : EngineErrors.Failed(_failure);
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
}
