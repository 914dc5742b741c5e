using Chancery.Bolt.Messages;
using Chancery.Graph;

namespace Chancery.Bolt.Client;

/// <summary>An explicit transaction on a connection of its own, which goes back when the transaction ends.</summary>
internal sealed class BoltTransaction(
    BoltConnection connection, int fetchSize, Func<string?, CancellationToken, ValueTask> ended) : IGraphTransaction
{
    private readonly List<BoltResult> _results = [];
    private string? _end;
    private bool _released;

    public bool IsOpen => _end is null;

    public BoltConnection Connection => connection;

    /// <summary>Requests sent ahead of the first statement, whose answers are still to come.</summary>
    public List<Reply> Ahead { get; } = [];

    public async ValueTask<IGraphResult> RunAsync(string cypher, MapValue? parameters = null, CancellationToken cancellationToken = default) =>
        await StartAsync(cypher, parameters, cancellationToken).ConfigureAwait(false);

    public async ValueTask<BoltResult> StartAsync(string cypher, MapValue? parameters, CancellationToken cancellationToken)
    {
        CheckOpen("run a statement in");
        BoltResult result = new(connection, fetchSize, OnResultEndedAsync, inTransaction: true);
        Reply[] ahead = [.. Ahead];
        Ahead.Clear();
        try
        {
            await result.StartBehindAsync(ahead, new RunRequest(cypher, parameters ?? MapValue.Empty, MapValue.Empty), cancellationToken).ConfigureAwait(false);
        }
        catch (GraphException)
        {
            // The server has rolled back already.
            await EndAsync("failed", null, cancellationToken).ConfigureAwait(false);
            throw;
        }

        _results.Add(result);
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
            await EndAsync("failed", null, cancellationToken).ConfigureAwait(false);
            throw new GraphException(
                ClientErrors.CommitInDoubt, $"The connection broke during COMMIT, so that it is not known whether the changes stand. {e.Message}", e);
        }
        catch (Exception)
        {
            await EndAsync("failed", null, cancellationToken).ConfigureAwait(false);
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
    public async ValueTask DisposeAsync()
    {
        if (IsOpen)
        {
            try
            {
                await EndByRollbackAsync(CancellationToken.None).ConfigureAwait(false);
            }
            catch (GraphException)
            {
                // Without its connection the transaction is rolled back by the server.
                await EndAsync("failed", null, CancellationToken.None).ConfigureAwait(false);
            }
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

    private ValueTask OnResultEndedAsync(BoltResult result, MapValue? summary) =>
        // Broken off or failed: the server is in no state to go on with this transaction.
        summary is null && IsOpen && connection.HasFailed ? EndAsync("failed", null, CancellationToken.None) : default;

    private async ValueTask EndAsync(string end, string? bookmark, CancellationToken cancellationToken)
    {
        _end ??= end;
        if (!_released)
        {
            _released = true;
            GraphException reason = end == "failed"
                ? new GraphException(ClientErrors.Terminated, "The transaction failed, and its results with it.")
                : new GraphException(ClientErrors.ResultConsumed, $"The transaction is {end}; its results cannot be read any more.");
            foreach (BoltResult result in _results)
            {
                result.Close(reason);
            }

            await ended(bookmark, cancellationToken).ConfigureAwait(false);
        }
    }

    private void CheckOpen(string what)
    {
        if (_end is { } end)
        {
            throw new GraphException(end == "failed" ? ClientErrors.Terminated : ClientErrors.Closed, $"Cannot {what} a transaction that is {end}.");
        }
    }
}
