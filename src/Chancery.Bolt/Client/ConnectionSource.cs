using System.Collections.Concurrent;
using Chancery.Graph;

namespace Chancery.Bolt.Client;

/// <summary>Gives connections: to the one server of <c>bolt://</c>, or to the right member of a cluster.</summary>
internal sealed class ConnectionSource : IAsyncDisposable
{
    private readonly BoltUri _uri;
    private readonly BoltClientOptions _options;
    private readonly AuthSource _auth;
    private readonly ConcurrentDictionary<ServerAddress, ConnectionPool> _pools = new();
    private bool _closed;

    public ConnectionSource(BoltUri uri, BoltClientOptions options)
    {
        _uri = uri;
        _options = options;
        _auth = options.Auth ?? AuthSource.Fixed(uri.Auth ?? BoltAuth.None);
        Router = uri.Routed ? new Router(uri, options, this) : null;
    }

    /// <summary>Null where there is one server only.</summary>
    public Router? Router { get; }

    public BoltClientOptions Options => _options;

    public BoltUri Uri => _uri;

    public int InUse(ServerAddress address) => _pools.TryGetValue(address, out ConnectionPool? pool) ? pool.InUse : 0;

    public ConnectionPool? Pool(ServerAddress address) => _pools.GetValueOrDefault(address);

    /// <summary>A connection for this mode, and the database that it is for (null: the server's to say).</summary>
    public async ValueTask<(BoltConnection Connection, string? Database)> AcquireAsync(
        AccessMode mode,
        SessionSettings settings,
        Func<CancellationToken, ValueTask<IReadOnlyList<string>>> bookmarks,
        CancellationToken cancellationToken) => Router is null
            ? (await AcquireDirectAsync(settings, cancellationToken).ConfigureAwait(false), settings.Database)
            : await AcquireRoutedAsync(Router, mode, settings, bookmarks, cancellationToken).ConfigureAwait(false);

    /// <summary>A connection to this very server, within the acquisition timeout.</summary>
    public async ValueTask<BoltConnection> AcquireAtAsync(
        ServerAddress address, SessionSettings settings, bool forRouting, CancellationToken cancellationToken)
    {
        if (_closed)
        {
            throw new GraphException(ClientErrors.Closed, "The client is closed.");
        }

        ConnectionPool pool = _pools.GetOrAdd(address, key => new ConnectionPool(key, _uri, _options));
        using CancellationTokenSource time = new(_options.AcquisitionTimeout, _options.Time);
        using CancellationTokenSource both = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken, time.Token);
        try
        {
            return await pool.AcquireAsync(
                settings.Auth is { } own ? _ => new ValueTask<BoltAuth>(own) : _auth.GetAsync,
                settings.Auth is not null,
                settings.MustLogOn && !forRouting,
                (connection, failure) => ObserveAsync(connection, failure, settings, forRouting),
                both.Token).ConfigureAwait(false);
        }
        catch (OperationCanceledException e) when (!cancellationToken.IsCancellationRequested)
        {
            throw new GraphException(
                ClientErrors.AcquisitionTimeout,
                $"No connection to {address} could be had within {_options.AcquisitionTimeout.TotalSeconds:0.###} s.",
                e);
        }
    }

    public async ValueTask ReleaseAsync(BoltConnection connection)
    {
        if (_pools.TryGetValue(connection.Address, out ConnectionPool? pool))
        {
            await pool.ReleaseAsync(connection).ConfigureAwait(false);
        }
        else
        {
            await connection.DisposeAsync().ConfigureAwait(false);
        }
    }

    public async ValueTask RetireAsync(ServerAddress address)
    {
        if (_pools.TryGetValue(address, out ConnectionPool? pool))
        {
            await pool.RetireAsync().ConfigureAwait(false);
        }
    }

    public async ValueTask<IReadOnlyList<ServerAddress>> ResolveAsync(ServerAddress address, CancellationToken cancellationToken) =>
        _options.Resolve is { } resolve ? await resolve(address, cancellationToken).ConfigureAwait(false) : [address];

    public async ValueTask DisposeAsync()
    {
        _closed = true;
        foreach (ConnectionPool pool in _pools.Values)
        {
            await pool.DisposeAsync().ConfigureAwait(false);
        }

        Router?.Dispose();
    }

    private async ValueTask<BoltConnection> AcquireDirectAsync(SessionSettings settings, CancellationToken cancellationToken)
    {
        GraphException? last = null;
        foreach (ServerAddress address in await ResolveAsync(_uri.Address, cancellationToken).ConfigureAwait(false))
        {
            try
            {
                return await AcquireAtAsync(address, settings, forRouting: false, cancellationToken).ConfigureAwait(false);
            }
            catch (GraphException e) when (e.Code == ClientErrors.ServiceUnavailable)
            {
                last = e;
            }
        }

        throw last ?? ClientErrors.Unavailable(_uri.Address, "it was resolved to no address.");
    }

    private async ValueTask<(BoltConnection Connection, string? Database)> AcquireRoutedAsync(
        Router router,
        AccessMode mode,
        SessionSettings settings,
        Func<CancellationToken, ValueTask<IReadOnlyList<string>>> bookmarks,
        CancellationToken cancellationToken)
    {
        RoutingTable table = await router.GetAsync(mode, settings, bookmarks, cancellationToken).ConfigureAwait(false);
        while (router.Pick(table, mode) is { } address)
        {
            try
            {
                return (await AcquireAtAsync(address, settings, forRouting: false, cancellationToken).ConfigureAwait(false), table.Database);
            }
            catch (GraphException e) when (ClientErrors.IsConnectionLoss(e))
            {
                router.Forget(address);
                table = table.Without(address);
            }
        }

        throw new GraphException(
            ClientErrors.SessionExpired, $"No server of the database '{table.Database}' {(mode == AccessMode.Read ? "reads" : "writes")} for us.");
    }

    // Learns from failures: who is gone, who lost the leadership, whose credentials are refused.
    private async ValueTask<GraphException> ObserveAsync(BoltConnection connection, GraphException failure, SessionSettings settings, bool forRouting)
    {
        switch (failure.Code)
        {
            case ClientErrors.ServiceUnavailable:
                Router?.Forget(connection.Address);
                await RetireAsync(connection.Address).ConfigureAwait(false);
                return Router is null || forRouting ? failure : new GraphException(ClientErrors.SessionExpired, failure.Message, failure);
            case "Neo.ClientError.Cluster.NotALeader" or "Neo.ClientError.General.ForbiddenOnReadOnlyDatabase":
                Router?.ForgetWriter(connection.Address, settings.Database);
                return failure;
            case "Neo.TransientError.General.DatabaseUnavailable":
                Router?.Forget(connection.Address);
                return failure;
            case { } code when code.StartsWith("Neo.ClientError.Security.", StringComparison.Ordinal):
                connection.IsStale |= code.EndsWith(".TokenExpired", StringComparison.Ordinal);
                if (code.EndsWith(".AuthorizationExpired", StringComparison.Ordinal))
                {
                    if (_pools.TryGetValue(connection.Address, out ConnectionPool? pool))
                    {
                        await pool.ExpireAsync().ConfigureAwait(false);
                    }

                    connection.IsStale = true;
                }

                if (settings.Auth is null && await _auth.RefusedAsync(connection.Auth, code, CancellationToken.None).ConfigureAwait(false))
                {
                    RetryRule.MarkRetryable(failure);
                }

                return failure;
            default:
                return failure;
        }
    }
}
