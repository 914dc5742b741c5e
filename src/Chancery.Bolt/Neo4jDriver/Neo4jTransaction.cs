using Chancery.Bolt.Client;
using Chancery.Graph;
using Official = Neo4j.Driver;

namespace Chancery.Bolt.Neo4jDriver;

/// <summary>An explicit transaction of the official driver, on a session of its own.</summary>
internal sealed class Neo4jTransaction(Neo4jSession session, Official.IAsyncTransaction transaction) : IGraphTransaction
{
    private string? _end;

    public async ValueTask<IGraphResult> RunAsync(string cypher, MapValue? parameters = null, CancellationToken cancellationToken = default)
    {
        CheckOpen("run a statement in");
        Official.Query query = new(cypher, ToDriver.Map(parameters ?? MapValue.Empty));
        Official.IResultCursor cursor = await session.CallAsync(_ => transaction.RunAsync(query), cancellationToken).ConfigureAwait(false);
        return await Neo4jResult.OpenAsync(session, cursor, ownsSession: false, cancellationToken).ConfigureAwait(false);
    }

    public async ValueTask<string?> CommitAsync(CancellationToken cancellationToken = default)
    {
        CheckOpen("commit");
        _end = "committed";
        try
        {
            await session.CallAsync(_ => Done(transaction.CommitAsync()), cancellationToken).ConfigureAwait(false);
        }
        catch (GraphException e) when (ClientErrors.IsConnectionLoss(e))
        {
            throw new GraphException(
                ClientErrors.CommitInDoubt, $"The connection broke during COMMIT, so that it is not known whether the changes stand. {e.Message}", e);
        }

        return session.Bookmark;
    }

    public async ValueTask RollbackAsync(CancellationToken cancellationToken = default)
    {
        if (session.Failure is null)
        {
            CheckOpen("roll back");
            _end = "rolled back";
            await session.CallAsync(_ => Done(transaction.RollbackAsync()), cancellationToken).ConfigureAwait(false);
        }
    }

    /// <summary>Rolls back what was not ended: the driver does that when its session closes.</summary>
    public ValueTask DisposeAsync()
    {
        _end ??= "rolled back";
        return session.DisposeAsync();
    }

    private void CheckOpen(string what)
    {
        if (session.Failure is { } failure)
        {
            throw new GraphException(ClientErrors.Terminated, $"Cannot {what} a transaction that failed: {failure.Message}", failure);
        }

        if (_end is { } end)
        {
            throw new GraphException(ClientErrors.Closed, $"Cannot {what} a transaction that is {end}.");
        }
    }

    private static async Task<bool> Done(Task task)
    {
        await task.ConfigureAwait(false);
        return true;
    }
}
