using Chancery.Bolt.Messages;
using Chancery.Graph;

namespace Chancery.Bolt.Client;

/// <summary>An explicit transaction on a connection of its own, which goes back when the transaction ends.</summary>
internal sealed class BoltTransaction(
    BoltConnection connection, int fetchSize, Func<string?, CancellationToken, ValueTask> ended) : IGraphTransaction
{
    private readonly List<BoltResult> _results = [];
    private string? _end;
    private BoltResult? _failed;
    private bool _released;

    /// <summary>What ended it; null where it is open, or ended as it was asked to.</summary>
    public GraphException? Failure { get; private set; }

    public bool IsOpen => _end is null;

    public BoltConnection Connection => connection;

    /// <summary>Requests sent ahead of the first statement, whose answers are still to come.</summary>
    public List<Reply> Ahead { get; } = [];

    public async ValueTask<IGraphResult> RunAsync(string cypher, MapValue? parameters = null, CancellationToken cancellationToken = default)
    {
        BoltResult result = await StartAsync(cypher, parameters, cancellationToken).ConfigureAwait(false);
        result.ThrowIfFailed();
        return result;
    }

    /// <summary>The same; a failure is told by the result.</summary>
    public async ValueTask<BoltResult> StartAsync(string cypher, MapValue? parameters, CancellationToken cancellationToken)
    {
        CheckOpen("run a statement in");
        BoltResult result = new(connection, fetchSize, OnResultEndedAsync, inTransaction: true);
        _results.Add(result);
        Reply[] ahead = [.. Ahead];
        Ahead.Clear();
        try
        {
            await result.StartAsync(new RunRequest(cypher, parameters ?? MapValue.Empty, MapValue.Empty), cancellationToken, ahead).ConfigureAwait(false);
        }
        catch (OperationCanceledException)
        {
            // What the statement did before it was stopped must not be committed.
            await FailAsync(null).ConfigureAwait(false);
            throw;
        }

        return result;
    }

    public async ValueTask<string?> CommitAsync(CancellationToken cancellationToken = default)
    {
        CheckOpen("commit");
        string? bookmark = null;
        bool sent = false;
        try
        {
            await SettleAsync(cancellationToken).ConfigureAwait(false);
            Reply reply = connection.Send(new CommitRequest(), new Reply());
            sent = true;
            MapValue metadata = await connection.CompleteAsync(reply, cancellationToken).ConfigureAwait(false);
            bookmark = metadata.GetOrNull("bookmark") is { Kind: ValueKind.String } text ? text.AsString() : null;
        }
        catch (GraphException e) when (sent && ClientErrors.IsConnectionLoss(e))
        {
            await FailAsync(e).ConfigureAwait(false);
            throw new GraphException(
                ClientErrors.CommitInDoubt, $"The connection broke during COMMIT, so that it is not known whether the changes stand. {e.Message}", e);
        }
        catch (Exception e)
        {
            await FailAsync(e as GraphException).ConfigureAwait(false);
            throw;
        }

        await EndAsync("committed", bookmark, cancellationToken).ConfigureAwait(false);
        return bookmark;
    }

    public async ValueTask RollbackAsync(CancellationToken cancellationToken = default)
    {
        if (_end == "failed")
        {
            // The server rolled it back when it failed.
            return;
        }

        CheckOpen("roll back");
        await EndByRollbackAsync(cancellationToken).ConfigureAwait(false);
    }

    /// <summary>Rolls back what was not ended.</summary>
    /// <exception cref="GraphException">The server did not say that it is rolled back.</exception>
    public ValueTask CloseAsync(CancellationToken cancellationToken) => IsOpen ? EndByRollbackAsync(cancellationToken) : default;

    /// <summary>
    /// Rolls back what was not ended. A failure of that is not told, so that it hides no other: without its connection the
    /// transaction is rolled back by the server.
    /// </summary>
    public async ValueTask DisposeAsync()
    {
        try
        {
            await CloseAsync(CancellationToken.None).ConfigureAwait(false);
        }
        catch (GraphException e)
        {
            await FailAsync(e).ConfigureAwait(false);
        }
    }

    private async ValueTask EndByRollbackAsync(CancellationToken cancellationToken)
    {
        try
        {
            if (!connection.IsBroken && !connection.HasFailed)
            {
                await SettleAsync(cancellationToken).ConfigureAwait(false);
                Reply reply = connection.Send(new RollbackRequest(), new Reply());
                await connection.CompleteAsync(reply, cancellationToken).ConfigureAwait(false);
            }
        }
        finally
        {
            await EndAsync("rolled back", null, cancellationToken).ConfigureAwait(false);
        }
    }

    // The server ends no transaction while results stream.
    private async ValueTask SettleAsync(CancellationToken cancellationToken)
    {
        foreach (Reply reply in Ahead)
        {
            await connection.CompleteAsync(reply, cancellationToken).ConfigureAwait(false);
        }

        Ahead.Clear();
        foreach (BoltResult result in _results)
        {
            await result.ConsumeAsync(cancellationToken).ConfigureAwait(false);
        }
    }

    private ValueTask OnResultEndedAsync(BoltResult result, MapValue? summary)
    {
        if (summary is null && IsOpen && connection.HasFailed)
        {
            // Broken off or failed: the server is in no state to go on with this transaction.
            _failed = result;
            return FailAsync(result.Error);
        }

        return default;
    }

    // The server has rolled back already, or will when it misses the connection.
    private ValueTask FailAsync(GraphException? why)
    {
        Failure ??= _end is null ? why : null;
        return EndAsync("failed", null, CancellationToken.None);
    }

    private async ValueTask EndAsync(string end, string? bookmark, CancellationToken cancellationToken)
    {
        _end ??= end;
        if (!_released)
        {
            _released = true;
            GraphException reason = Failure ?? new GraphException(ClientErrors.ResultConsumed, $"The transaction is {end}; its results cannot be read any more.");
            foreach (BoltResult result in _results)
            {
                result.Close(reason);
            }

            await ended(bookmark, cancellationToken).ConfigureAwait(false);
        }
    }

    private void CheckOpen(string what)
    {
        if (_failed is { HasUntoldError: true } failed)
        {
            failed.ThrowIfFailed();
        }

        if (_end is { } end)
        {
            throw end == "failed"
                ? new GraphException(ClientErrors.Terminated, $"Cannot {what} a transaction that failed: {Failure?.Message}", Failure)
                : new GraphException(ClientErrors.Closed, $"Cannot {what} a transaction that is {end}.");
        }
    }
}
