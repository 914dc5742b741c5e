using Chancery.Bolt.Messages;
using Chancery.Graph;

namespace Chancery.Bolt.Client;

/// <summary>The way a piece of work is run, as servers count it.</summary>
internal enum BoltApi : byte
{
    ManagedTransaction,
    ExplicitTransaction,
    AutoCommit,
    ExecuteQuery,
}

/// <summary>What servers are told of one piece of work, once, however often it is tried.</summary>
internal sealed class ApiNotice(BoltApi api)
{
    public BoltApi Api => api;

    public Reply? Reply { get; set; }

    public bool IsTaken => Reply is { IsDone: true, Error: null };
}

/// <summary>
/// A chain of transactions, each of which sees what those before it wrote (by bookmarks). One piece of work after the other; not for several threads.
/// </summary>
internal sealed class BoltSession : IAsyncDisposable
{
    private readonly ConnectionSource _source;
    private readonly SessionSettings _settings;
    private string? _database;
    private IReadOnlyList<string> _bookmarks;
    private BoltResult? _result;
    private BoltTransaction? _transaction;
    private bool _closed;

    public BoltSession(ConnectionSource source, SessionSettings settings)
    {
        _source = source;
        _settings = settings;
        _database = settings.Database;
        _bookmarks = [.. settings.Bookmarks.Distinct(StringComparer.Ordinal)];
    }

    /// <summary>What a later session has to wait for to see this one's work.</summary>
    public IReadOnlyList<string> LastBookmarks => _bookmarks;

    /// <summary>Runs one statement in a transaction of its own; the result tells where that fails.</summary>
    public async ValueTask<BoltResult> RunAsync(
        string cypher, MapValue? parameters, TransactionSettings transaction, CancellationToken cancellationToken)
    {
        await MakeReadyAsync(cancellationToken).ConfigureAwait(false);
        (BoltConnection connection, IReadOnlyList<string> sent) = await AcquireAsync(transaction, cancellationToken).ConfigureAwait(false);
        BoltResult result = new(connection, _settings.FetchSize ?? _source.Options.FetchSize, async (_, summary) =>
        {
            await _source.ReleaseAsync(connection).ConfigureAwait(false);
            if (summary?.GetOrNull("bookmark") is { Kind: ValueKind.String } bookmark)
            {
                await UpdateBookmarksAsync(sent, bookmark.AsString(), CancellationToken.None).ConfigureAwait(false);
            }
        });
        try
        {
            List<Reply> ahead = SendTelemetry(connection, new ApiNotice(BoltApi.AutoCommit));
            MapValue extra = Settings().Extra(transaction, sent, connection.Version);
            await result.StartAsync(new RunRequest(cypher, parameters ?? MapValue.Empty, extra), cancellationToken, ahead).ConfigureAwait(false);
        }
        catch
        {
            await _source.ReleaseAsync(connection).ConfigureAwait(false);
            throw;
        }

        Pin(result.Opening);
        return _result = result;
    }

    public ValueTask<BoltTransaction> BeginAsync(TransactionSettings transaction, CancellationToken cancellationToken) =>
        BeginAsync(transaction, new ApiNotice(BoltApi.ExplicitTransaction), pipelined: false, cancellationToken);

    /// <param name="pipelined">BEGIN travels with the first statement, and its failure is the statement's.</param>
    public async ValueTask<BoltTransaction> BeginAsync(
        TransactionSettings transaction, ApiNotice notice, bool pipelined, CancellationToken cancellationToken)
    {
        await MakeReadyAsync(cancellationToken).ConfigureAwait(false);
        (BoltConnection connection, IReadOnlyList<string> sent) = await AcquireAsync(transaction, cancellationToken).ConfigureAwait(false);
        try
        {
            List<Reply> ahead = SendTelemetry(connection, notice);
            MapValue extra = Settings().Extra(transaction, sent, connection.Version);
            Reply begun = connection.Send(new BeginRequest(extra), new Reply());
            BoltTransaction opened = new(
                connection,
                _settings.FetchSize ?? _source.Options.FetchSize,
                async (bookmark, cancel) =>
                {
                    await _source.ReleaseAsync(connection).ConfigureAwait(false);
                    if (bookmark is not null)
                    {
                        await UpdateBookmarksAsync(sent, bookmark, cancel).ConfigureAwait(false);
                    }
                });
            opened.Ahead.AddRange([.. ahead, begun]);
            if (!pipelined)
            {
                foreach (Reply reply in opened.Ahead)
                {
                    await connection.CompleteAsync(reply, cancellationToken).ConfigureAwait(false);
                }

                opened.Ahead.Clear();
                Pin(begun.Metadata);
            }

            return _transaction = opened;
        }
        catch
        {
            await _source.ReleaseAsync(connection).ConfigureAwait(false);
            throw;
        }
    }

    /// <summary>Runs the work in a transaction and commits it; again from the start, after a pause, where it failed with what may pass.</summary>
    public ValueTask<T> ExecuteAsync<T>(
        TransactionSettings transaction, Func<BoltTransaction, CancellationToken, ValueTask<T>> work, CancellationToken cancellationToken,
        BoltApi api = BoltApi.ManagedTransaction, bool pipelined = false)
    {
        ApiNotice notice = new(api);
        RetryPolicy policy = new() { MaxTime = _source.Options.MaxRetryTime, Time = _source.Options.Time, ShouldRetry = RetryRule.IsRetryable };
        return policy.RunAsync(Attempt, cancellationToken);

        async ValueTask<T> Attempt(CancellationToken cancel)
        {
            await using BoltTransaction opened = await BeginAsync(transaction, notice, pipelined, cancel).ConfigureAwait(false);
            T result = await work(opened, cancel).ConfigureAwait(false);
            if (opened.Failure is { } failure)
            {
                throw failure;
            }

            if (opened.IsOpen)
            {
                await opened.CommitAsync(cancel).ConfigureAwait(false);
            }

            return result;
        }
    }

    public async ValueTask DisposeAsync()
    {
        if (_closed)
        {
            return;
        }

        _closed = true;
        if (_transaction is not null)
        {
            await _transaction.CloseAsync(CancellationToken.None).ConfigureAwait(false);
        }

        if (_result is { IsEnded: false } or { HasUntoldError: true })
        {
            // What was run is to be done, as with the official drivers; only its records are dropped.
            await _result.ConsumeAsync(CancellationToken.None).ConfigureAwait(false);
        }
    }

    private async ValueTask MakeReadyAsync(CancellationToken cancellationToken)
    {
        if (_closed)
        {
            throw new GraphException(ClientErrors.Closed, "The session is closed.");
        }

        if (_transaction is { IsOpen: true })
        {
            throw new GraphException(ClientErrors.Closed, "The session's transaction has to end before other work begins.");
        }

        if (_result is { IsEnded: false } earlier)
        {
            await earlier.BufferAsync(cancellationToken).ConfigureAwait(false);
        }
    }

    private async ValueTask<(BoltConnection Connection, IReadOnlyList<string> Bookmarks)> AcquireAsync(
        TransactionSettings transaction, CancellationToken cancellationToken)
    {
        (BoltConnection connection, string? database) = await _source.AcquireAsync(
            transaction.Mode ?? _settings.Mode, Settings(), GetBookmarksAsync, cancellationToken).ConfigureAwait(false);
        _database ??= database;
        try
        {
            return (connection, await GetBookmarksAsync(cancellationToken).ConfigureAwait(false));
        }
        catch
        {
            await _source.ReleaseAsync(connection).ConfigureAwait(false);
            throw;
        }
    }

    // Asked for by the router, where it has to fetch a table, and for the transaction itself: there may be news between them.
    private async ValueTask<IReadOnlyList<string>> GetBookmarksAsync(CancellationToken cancellationToken) => _settings.Store is { } store
        ? [.. _bookmarks.Union(await store.GetAsync(cancellationToken).ConfigureAwait(false), StringComparer.Ordinal)]
        : _bookmarks;

    private SessionSettings Settings() => _settings with { Database = _database };

    // From 5.8 the answer names the home database; the session stays with it.
    private void Pin(MapValue opening)
    {
        if (_database is null && opening.GetOrNull("db") is { Kind: ValueKind.String } home)
        {
            _database = home.AsString();
        }
    }

    private List<Reply> SendTelemetry(BoltConnection connection, ApiNotice notice) =>
        connection.WantsTelemetry && _source.Options.Telemetry && !notice.IsTaken
            ? [notice.Reply = connection.Send(new TelemetryRequest((long)notice.Api), new Reply())]
            : [];

    private async ValueTask UpdateBookmarksAsync(IReadOnlyList<string> sent, string bookmark, CancellationToken cancellationToken)
    {
        _bookmarks = [bookmark];
        if (_settings.Store is { } store)
        {
            await store.UpdateAsync(sent, bookmark, cancellationToken).ConfigureAwait(false);
        }
    }
}
