using Chancery.Cypher.Execution;
using Chancery.Cypher.Storage;
using Chancery.Cypher.Syntax;
using Chancery.Graph;

namespace Chancery.Cypher;

/// <summary>
/// An explicit transaction on one snapshot. It takes its turn to write with its first statement that does; if it has read before and
/// the graph has changed since, it is refused then, so that it never writes by what it read long ago.
/// </summary>
internal sealed class EmbeddedTransaction(EmbeddedGraph graph, TransactionOptions options, TransactionClock clock) : IGraphTransaction
{
    private GraphView? _snapshot;
    private GraphWriter? _writer;
    private bool _ended;

    public async ValueTask<IGraphResult> RunAsync(string cypher, MapValue? parameters = null, CancellationToken cancellationToken = default)
    {
        if (_ended)
        {
            throw EngineErrors.Closed();
        }

        GraphView view = _writer ?? _snapshot ?? graph.Store.Current;
        PreparedStatement statement = graph.Prepare(cypher, view, options);
        if (!statement.Writes || statement.Statement.Mode == ExecutionMode.Explain)
        {
            _snapshot ??= view;
            // Later statements may write while this one's records are still being read.
            QueryContext context = clock.NewContext(_writer is { HasChanges: true } writer ? writer.Save().View : view, parameters, cancellationToken);
            return EmbeddedResult.Streaming(
                EngineErrors.Guard(() => graph.Start(statement, context)), run => graph.Summarize(run, clock, null));
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
        if (_ended)
        {
            throw EngineErrors.Closed();
        }

        _ended = true;
        string? bookmark = _writer is { } writer ? EngineErrors.Guard(() => graph.BookmarkOf(writer.Commit())) : null;
        return ValueTask.FromResult(bookmark);
    }

    public ValueTask RollbackAsync(CancellationToken cancellationToken = default)
    {
        _ended = true;
        _writer?.Rollback();
        return ValueTask.CompletedTask;
    }

    public ValueTask DisposeAsync() => RollbackAsync();

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
            return EngineErrors.Guard(() => graph.Write(cypher, parameters, options, writer, clock, () => null, cancellationToken));
        }
        catch
        {
            writer.RollbackTo(before);
            throw;
        }
    }
}
