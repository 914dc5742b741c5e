using System.Collections.Concurrent;
using Chancery.Bolt.Messages;
using Chancery.Graph;

namespace Chancery.Bolt.Client;

/// <summary>Knows a cluster's routing tables, fetches them when they are old, and forgets servers that fail.</summary>
internal sealed class Router(BoltUri uri, BoltClientOptions options, ConnectionSource source) : IDisposable
{
    // Longer than this beyond its end, a table that nobody asks for is dropped.
    private static readonly TimeSpan Kept = TimeSpan.FromSeconds(30);

    private readonly ConcurrentDictionary<string, RoutingTable> _tables = new(StringComparer.Ordinal);
    private readonly SemaphoreSlim _fetching = new(1);
    private readonly int[] _turns = new int[Enum.GetValues<AccessMode>().Length];

    /// <summary>The table of a database (null: of the home database), fetched where there is none that serves this mode.</summary>
    public async ValueTask<RoutingTable> GetAsync(
        AccessMode mode,
        SessionSettings settings,
        Func<CancellationToken, ValueTask<IReadOnlyList<string>>> bookmarks,
        CancellationToken cancellationToken)
    {
        if (Fresh(settings.Database, mode) is { } known)
        {
            return known;
        }

        await _fetching.WaitAsync(cancellationToken).ConfigureAwait(false);
        try
        {
            return Fresh(settings.Database, mode) is { } meanwhile
                ? meanwhile
                : await FetchAsync(settings, await bookmarks(cancellationToken).ConfigureAwait(false), cancellationToken).ConfigureAwait(false);
        }
        finally
        {
            _fetching.Release();
        }
    }

    /// <summary>Fetches the table, whatever is known.</summary>
    public async ValueTask<RoutingTable> FetchAsync(SessionSettings settings, IReadOnlyList<string> bookmarks, CancellationToken cancellationToken)
    {
        RoutingTable? old = _tables.GetValueOrDefault(settings.Database ?? "");
        bool initialFirst = old is null or { CameWithoutWriters: true };
        HashSet<ServerAddress> tried = [];
        GraphException? last = null;
        if (!initialFirst && await AskAsync(old!.Routers).ConfigureAwait(false) is { } byRouters)
        {
            return byRouters;
        }

        if (await AskAsync(await source.ResolveAsync(uri.Address, cancellationToken).ConfigureAwait(false)).ConfigureAwait(false) is { } byInitial)
        {
            return byInitial;
        }

        if (initialFirst && old is not null && await AskAsync(old.Routers).ConfigureAwait(false) is { } byOthers)
        {
            return byOthers;
        }

        throw new GraphException(
            ClientErrors.ServiceUnavailable, $"No router could be asked for the table of the database '{settings.Database}': {last?.Message}", last);

        async ValueTask<RoutingTable?> AskAsync(IReadOnlyList<ServerAddress> routers)
        {
            foreach (ServerAddress router in routers)
            {
                if (!tried.Add(router))
                {
                    continue;
                }

                try
                {
                    RoutingTable table = await AskOneAsync(router, settings, bookmarks, cancellationToken).ConfigureAwait(false);
                    if (table.Routers.Count > 0 && table.Readers.Count > 0)
                    {
                        Store(settings.Database, table);
                        return table;
                    }

                    last = new GraphException(ClientErrors.Protocol, $"The table of {router} names no router or no reader.");
                }
                catch (GraphException e) when (!IsFinal(e))
                {
                    last = e;
                    Forget(router);
                    await source.RetireAsync(router).ConfigureAwait(false);
                }
            }

            return null;
        }
    }

    /// <summary>The server of the table for this mode with the fewest connections in use, in turn among equals.</summary>
    public ServerAddress? Pick(RoutingTable table, AccessMode mode)
    {
        IReadOnlyList<ServerAddress> servers = table.Serving(mode);
        if (servers.Count == 0)
        {
            return null;
        }

        int turn = (Interlocked.Increment(ref _turns[(int)mode]) - 1) & int.MaxValue;
        return Enumerable.Range(0, servers.Count).Select(i => servers[(turn + i) % servers.Count]).MinBy(source.InUse);
    }

    public RoutingTable? Known(string? database) => _tables.GetValueOrDefault(database ?? "");

    public void Dispose() => _fetching.Dispose();

    public void Forget(ServerAddress address) => Change(table => table.Without(address));

    /// <summary>The server does not lead this database (null: any) any more.</summary>
    public void ForgetWriter(ServerAddress address, string? database) => Change(
        table => database is null || table.Database == database ? table.WithoutWriter(address) : table);

    private void Change(Func<RoutingTable, RoutingTable> change)
    {
        foreach ((string name, RoutingTable table) in _tables)
        {
            _tables.TryUpdate(name, change(table), table);
        }
    }

    // Homes differ by user, where the server names them (from 4.4); a database that is named does not.
    private RoutingTable? Fresh(string? database, AccessMode mode) =>
        _tables.TryGetValue(database ?? "", out RoutingTable? table)
        && (database is not null || table.Database is null)
        && options.Time.GetUtcNow() < table.Expires && table.Routers.Count > 0 && table.Serving(mode).Count > 0
            ? table
            : null;

    private void Store(string? asked, RoutingTable table)
    {
        DateTimeOffset now = options.Time.GetUtcNow();
        foreach ((string name, RoutingTable old) in _tables)
        {
            if (now > old.Expires + Kept)
            {
                _tables.TryRemove(name, out _);
            }
        }

        // The name that was asked for may be an alias of the database's own.
        _tables[asked ?? ""] = _tables[table.Database ?? ""] = table;
    }

    private async ValueTask<RoutingTable> AskOneAsync(
        ServerAddress router, SessionSettings settings, IReadOnlyList<string> bookmarks, CancellationToken cancellationToken)
    {
        BoltConnection connection = await source.AcquireAtAsync(router, settings, forRouting: true, cancellationToken).ConfigureAwait(false);
        try
        {
            settings.CheckImpersonation(connection.Version);
            MapValue table = connection.Version.HasRouteMessage
                ? await RouteAsync(connection, settings, bookmarks, cancellationToken).ConfigureAwait(false)
                : await CallAsync(connection, settings, bookmarks, cancellationToken).ConfigureAwait(false);
            return RoutingTable.Read(table, settings.Database, options.Time.GetUtcNow());
        }
        finally
        {
            await source.ReleaseAsync(connection).ConfigureAwait(false);
        }
    }

    private async ValueTask<MapValue> RouteAsync(
        BoltConnection connection, SessionSettings settings, IReadOnlyList<string> bookmarks, CancellationToken cancellationToken)
    {
        MapValue.Builder extra = new();
        if (settings.Database is { } database)
        {
            extra.Set("db", database);
        }

        if (settings.Impersonate is { } user)
        {
            extra.Set("imp_user", user);
        }

        Reply reply = connection.Send(new RouteRequest(uri.Context, bookmarks, extra.Build()), new Reply());
        MapValue metadata = await connection.CompleteAsync(reply, cancellationToken).ConfigureAwait(false);
        return metadata.GetOrNull("rt") is { Kind: ValueKind.Map } table
            ? table.AsMap()
            : throw new GraphException(ClientErrors.Protocol, "The answer to ROUTE holds no table.");
    }

    // Before 4.3 a procedure of the system database answers.
    private async ValueTask<MapValue> CallAsync(
        BoltConnection connection, SessionSettings settings, IReadOnlyList<string> bookmarks, CancellationToken cancellationToken)
    {
        MapValue parameters = MapValue.Of(
            ("context", uri.Context), ("database", settings.Database is { } name ? Value.String(name) : Value.Null));
        MapValue.Builder extra = new MapValue.Builder().Set("mode", "r").Set("db", "system");
        if (bookmarks.Count > 0)
        {
            extra.Set("bookmarks", Value.List([.. bookmarks.Select(Value.String)]));
        }

        BoltResult result = new(connection, -1, null);
        RunRequest run = new("CALL dbms.routing.getRoutingTable($context, $database)", parameters, extra.Build());
        await result.StartAsync(run, cancellationToken).ConfigureAwait(false);
        if (!await result.ReadAsync(cancellationToken).ConfigureAwait(false))
        {
            throw new GraphException(ClientErrors.Protocol, "The procedure for the routing table returned no record.");
        }

        MapValue table = MapValue.Of([.. result.Columns.Zip(result.Current)]);
        await result.ConsumeAsync(cancellationToken).ConfigureAwait(false);
        return table;
    }

    // What another router would answer alike.
    private static bool IsFinal(GraphException e) => e.Code switch
    {
        "Neo.ClientError.Database.DatabaseNotFound" or "Neo.ClientError.Transaction.InvalidBookmark"
            or "Neo.ClientError.Transaction.InvalidBookmarkMixture" or "Neo.ClientError.Statement.TypeError"
            or "Neo.ClientError.Statement.ArgumentError" or "Neo.ClientError.Request.Invalid"
            or ClientErrors.Unsupported or ClientErrors.Security or ClientErrors.AcquisitionTimeout => true,
        "Neo.ClientError.Security.AuthorizationExpired" => false,
        _ => e.Code.StartsWith("Neo.ClientError.Security.", StringComparison.Ordinal),
    };
}
