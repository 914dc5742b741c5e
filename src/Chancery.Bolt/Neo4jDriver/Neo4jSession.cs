using Chancery.Graph;
using Official = Neo4j.Driver;

namespace Chancery.Bolt.Neo4jDriver;

/// <summary>A session of the driver for one piece of work, closed when nothing runs on it any more.</summary>
internal sealed class Neo4jSession(Official.IAsyncSession session) : IAsyncDisposable
{
    private Task _last = Task.CompletedTask;
    private bool _closed;

    /// <summary>What the work has to be waited for by, once it was committed; null where nothing was written.</summary>
    public string? Bookmark => session.LastBookmarks?.Values is { Length: > 0 } values ? values[^1] : null;

    /// <summary>The last failure of the work.</summary>
    public GraphException? Failure { get; private set; }

    /// <summary>Lets the driver do something on this session, and waits for it.</summary>
    public async ValueTask<T> CallAsync<T>(Func<Official.IAsyncSession, Task<T>> call, CancellationToken cancellationToken)
    {
        try
        {
            Task<T> running = call(session);
            _last = running;
            return await running.WaitAsync(cancellationToken).ConfigureAwait(false);
        }
        catch (Exception e) when (Neo4jErrors.Of(e) is { } failure)
        {
            Failure = failure;
            throw failure;
        }
    }

    public async ValueTask DisposeAsync()
    {
        if (_closed)
        {
            return;
        }

        _closed = true;
        if (_last.IsCompleted)
        {
            await CloseAsync().ConfigureAwait(false);
        }
        else
        {
            // The wait was cancelled and the driver still works; the session closes behind it, and nobody waits.
            _ = CloseAsync();
        }
    }

    // Closing tells the failures of what was dropped unread, and of a connection that is gone: nobody wants them any more.
    private async Task CloseAsync()
    {
        await _last.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        await session.CloseAsync().ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
    }
}
