using Chancery.Graph;

namespace Chancery.Bolt.Client;

/// <summary>The connections to one server: idle ones are used again, the latest first, and no more are opened than allowed.</summary>
internal sealed class ConnectionPool(ServerAddress address, BoltUri uri, BoltClientOptions options) : IAsyncDisposable
{
    private readonly SemaphoreSlim _places = new(options.MaxPoolSize);
    private readonly List<BoltConnection> _idle = [];
    private readonly HashSet<BoltConnection> _inUse = [];
    private bool _closed;

    public int InUse
    {
        get
        {
            lock (_idle)
            {
                return _inUse.Count;
            }
        }
    }

    public int Idle
    {
        get
        {
            lock (_idle)
            {
                return _idle.Count;
            }
        }
    }

    /// <param name="credentials">The credentials to work under; asked again for a connection that has to be replaced for their sake.</param>
    /// <param name="ofSession">They are the session's own, so that a server that cannot change users is an error.</param>
    /// <param name="mustLogOn">Log on even where the connection has these credentials.</param>
    public async ValueTask<BoltConnection> AcquireAsync(
        Func<CancellationToken, ValueTask<BoltAuth>> credentials,
        bool ofSession,
        bool mustLogOn,
        Func<BoltConnection, GraphException, ValueTask<GraphException>> observer,
        CancellationToken cancellationToken)
    {
        await _places.WaitAsync(cancellationToken).ConfigureAwait(false);
        try
        {
            BoltAuth auth = await credentials(cancellationToken).ConfigureAwait(false);
            while (TakeIdle() is { } known)
            {
                if (await IsUsableAsync(known, cancellationToken).ConfigureAwait(false))
                {
                    if (Speaks(known, auth, ofSession, mustLogOn))
                    {
                        return InUseNow(known, observer);
                    }

                    auth = await credentials(cancellationToken).ConfigureAwait(false);
                }

                await known.DisposeAsync().ConfigureAwait(false);
            }

            BoltConnection opened = await BoltConnection.OpenAsync(address, uri, options, auth, observer, cancellationToken).ConfigureAwait(false);
            if (ofSession && !opened.Version.HasLogon)
            {
                await opened.DisposeAsync().ConfigureAwait(false);
                throw SessionAuthUnsupported(opened);
            }

            return InUseNow(opened, observer);
        }
        catch
        {
            _places.Release();
            throw;
        }
    }

    /// <summary>Takes a connection back; cleans it where its last work was broken off.</summary>
    public async ValueTask ReleaseAsync(BoltConnection connection)
    {
        bool keep = await connection.CleanAsync().ConfigureAwait(false);
        connection.Observer = null;
        connection.IdleSince = options.Time.GetUtcNow();
        lock (_idle)
        {
            _inUse.Remove(connection);
            keep &= !_closed;
            if (keep)
            {
                _idle.Add(connection);
            }
        }

        if (!keep)
        {
            await connection.DisposeAsync().ConfigureAwait(false);
        }

        _places.Release();
    }

    /// <summary>Closes what is idle, and lets what is in use end with its present work.</summary>
    public async ValueTask RetireAsync()
    {
        BoltConnection[] idle;
        lock (_idle)
        {
            idle = [.. _idle];
            _idle.Clear();
            foreach (BoltConnection connection in _inUse)
            {
                connection.IsStale = true;
            }
        }

        foreach (BoltConnection connection in idle)
        {
            await connection.DisposeAsync().ConfigureAwait(false);
        }
    }

    /// <summary>The server has forgotten all log-ons: those who can log on anew do before their next work, the others are retired.</summary>
    public async ValueTask ExpireAsync()
    {
        List<BoltConnection> retired = [];
        lock (_idle)
        {
            foreach (BoltConnection connection in _idle.Concat(_inUse))
            {
                connection.MustLogOn = connection.Version.HasLogon;
                connection.IsStale |= !connection.Version.HasLogon;
            }

            retired.AddRange(_idle.Where(connection => connection.IsStale));
            _idle.RemoveAll(connection => connection.IsStale);
        }

        foreach (BoltConnection connection in retired)
        {
            await connection.DisposeAsync().ConfigureAwait(false);
        }
    }

    public async ValueTask DisposeAsync()
    {
        lock (_idle)
        {
            _closed = true;
        }

        await RetireAsync().ConfigureAwait(false);
    }

    private BoltConnection? TakeIdle()
    {
        lock (_idle)
        {
            ObjectDisposedException.ThrowIf(_closed, this);
            if (_idle.Count == 0)
            {
                return null;
            }

            BoltConnection last = _idle[^1];
            _idle.RemoveAt(_idle.Count - 1);
            return last;
        }
    }

    private BoltConnection InUseNow(BoltConnection connection, Func<BoltConnection, GraphException, ValueTask<GraphException>> observer)
    {
        connection.Observer = observer;
        lock (_idle)
        {
            _inUse.Add(connection);
        }

        return connection;
    }

    private async ValueTask<bool> IsUsableAsync(BoltConnection connection, CancellationToken cancellationToken)
    {
        DateTimeOffset now = options.Time.GetUtcNow();
        if (connection.IsBroken || connection.IsStale || connection.IsClosedByServer || now - connection.Created > options.MaxConnectionLifetime)
        {
            return false;
        }

        if (options.LivenessCheckAfter is not { } limit || now - connection.IdleSince < limit)
        {
            return true;
        }

        try
        {
            await connection.ResetAsync(cancellationToken).ConfigureAwait(false);
            return true;
        }
        catch (GraphException)
        {
            // A dead connection is what the check looks for: the next one is tried.
            return false;
        }
    }

    private static bool Speaks(BoltConnection connection, BoltAuth auth, bool ofSession, bool mustLogOn)
    {
        if (connection.Auth == auth && !mustLogOn && !connection.MustLogOn)
        {
            return true;
        }

        if (connection.Version.HasLogon)
        {
            connection.ChangeUser(auth);
            return true;
        }

        return ofSession ? throw SessionAuthUnsupported(connection) : false;
    }

    private static GraphException SessionAuthUnsupported(BoltConnection connection) => new(
        ClientErrors.Unsupported, $"Credentials of a session's own need Bolt 5.1 or later; the server speaks {connection.Version}.");
}
