using System.Diagnostics;
using Chancery.Bolt.Messages;
using Chancery.Bolt.PackStream;
using Chancery.Graph;

namespace Chancery.Bolt.Server;

internal sealed partial class ServerSession
{
    private readonly Dictionary<long, OpenResult> _results = [];
    private IGraphTransaction? _transaction;
    private NotificationFilter _workFilter = NotificationFilter.None;
    private long _lastStatement = -1;

    private async ValueTask BeginAsync(BeginRequest begin)
    {
        TransactionOptions options = Options(begin.Extra);
        _transaction = await _server.Database.BeginAsync(options, _work.Token).ConfigureAwait(false);
        _watched = options.Timeout is { } timeout ? new TransactionWatch(_transaction, _server.Time.GetUtcNow() + timeout) : null;
        _state = SessionState.TxReady;
        WriteSuccess(HomeDatabase(begin.Extra));
    }

    private async ValueTask RunAsync(RunRequest run)
    {
        RefuseElements(run.Parameters);
        long started = Stopwatch.GetTimestamp();
        IGraphResult result = await _server.Database.RunAsync(run.Query, run.Parameters, Options(run.Extra), _work.Token).ConfigureAwait(false);
        Opened(result, started, HomeDatabase(run.Extra));
        _state = SessionState.Streaming;
    }

    private async ValueTask RunInTransactionAsync(RunRequest run)
    {
        RefuseElements(run.Parameters);
        long started = Stopwatch.GetTimestamp();
        IGraphResult result = await _transaction!.RunAsync(run.Query, run.Parameters, _work.Token).ConfigureAwait(false);
        long number = Opened(result, started, MapValue.Empty);
        _state = SessionState.TxStreaming;
        _lastStatement = number;
    }

    private long Opened(IGraphResult result, long started, MapValue more)
    {
        // The numbers count within a transaction; an auto-commit statement has none.
        long number = _lastStatement + 1;
        _lastStatement = number;
        _results.Add(number, new OpenResult(result));
        MapValue.Builder metadata = new MapValue.Builder()
            .Set("fields", Value.List([.. result.Columns.Select(Value.String)]))
            .Set("t_first", (long)Stopwatch.GetElapsedTime(started).TotalMilliseconds);
        if (_transaction is not null)
        {
            metadata.Set("qid", number);
        }

        foreach ((string key, Value value) in more)
        {
            metadata.Set(key, value);
        }

        WriteSuccess(metadata.Build());
        return number;
    }

    private async ValueTask PullAsync(PullRequest pull)
    {
        (long number, OpenResult open) = Find(pull.Statement);
        CancellationToken cancelled = _work.Token;
        long left = pull.Count;
        while (left != 0 && await open.MoveAsync(cancelled).ConfigureAwait(false))
        {
            WriteRecord(open.Take());
            left--;
            if (_writer.Unflushed > FlushThreshold)
            {
                await FlushAsync().ConfigureAwait(false);
                cancelled.ThrowIfCancellationRequested();
            }
        }

        await EndDemandAsync(number, open, stopped: left == 0).ConfigureAwait(false);
    }

    private async ValueTask DiscardAsync(DiscardRequest discard)
    {
        (long number, OpenResult open) = Find(discard.Statement);
        long left = discard.Count;
        // All of it is left to the statement itself, which may know a shorter way to its end.
        while (left > 0 && await open.MoveAsync(_work.Token).ConfigureAwait(false))
        {
            open.Take();
            left--;
        }

        await EndDemandAsync(number, open, stopped: left == 0).ConfigureAwait(false);
    }

    private async ValueTask EndDemandAsync(long number, OpenResult open, bool stopped)
    {
        if (stopped && await open.MoveAsync(_work.Token).ConfigureAwait(false))
        {
            WriteSuccess(MapValue.Of(("has_more", true)));
            return;
        }

        QuerySummary summary = await open.Result.ConsumeAsync(_work.Token).ConfigureAwait(false);
        MapValue metadata = SummaryMetadata.Write(summary, open, _workFilter, _version, _server.Options.Database);
        await open.Result.DisposeAsync().ConfigureAwait(false);
        _results.Remove(number);
        if (_transaction is null)
        {
            EndWork();
        }
        else if (_results.Count == 0)
        {
            _state = SessionState.TxReady;
        }

        WriteSuccess(metadata);
    }

    private async ValueTask CommitAsync()
    {
        string? bookmark = await _transaction!.CommitAsync(_work.Token).ConfigureAwait(false);
        await _transaction.DisposeAsync().ConfigureAwait(false);
        EndWork();
        WriteSuccess(bookmark is null ? MapValue.Empty : MapValue.Of(("bookmark", bookmark)));
    }

    private async ValueTask RollbackAsync()
    {
        await CloseWorkAsync().ConfigureAwait(false);
        _state = SessionState.Ready;
        WriteSuccess(MapValue.Empty);
    }

    private async ValueTask ExpireAsync(ExpireRequest expire)
    {
        if (ReferenceEquals(expire.Transaction, _transaction))
        {
            await CloseWorkAsync().ConfigureAwait(false);
            _state = SessionState.Expired;
        }
    }

    private void EndWork()
    {
        _transaction = null;
        _watched = null;
        _lastStatement = -1;
        _state = SessionState.Ready;
    }

    // Rolls back what is open; a database that cannot even do that has said so in its own exception.
    private async ValueTask CloseWorkAsync()
    {
        OpenResult[] results = [.. _results.Values];
        IGraphTransaction? transaction = _transaction;
        _results.Clear();
        _transaction = null;
        _watched = null;
        _lastStatement = -1;
        try
        {
            foreach (OpenResult open in results)
            {
                await open.Result.DisposeAsync().ConfigureAwait(false);
            }

            if (transaction is not null)
            {
                await transaction.DisposeAsync().ConfigureAwait(false);
            }
        }
        catch (GraphException e)
        {
            _server.Log.StatementFailed(e, _name, _peer);
        }
    }

    private (long Number, OpenResult Open) Find(long statement)
    {
        long number = statement < 0 ? _lastStatement : statement;
        return _results.TryGetValue(number, out OpenResult? open)
            ? (number, open)
            : throw new GraphException(ErrorCodes.InvalidRequest, $"No result is open under the qid {number}.");
    }

    private TransactionOptions Options(MapValue extra)
    {
        CheckDatabase(Text(extra, "db"));
        RefuseImpersonation(extra);
        _workFilter = NotificationFilter.Read(extra, _sessionFilter);
        TransactionOptions limits = _server.Options.Limits;
        Value timeout = extra.GetOrNull("tx_timeout");
        TimeSpan? asked = timeout is { Kind: ValueKind.Integer } && timeout.AsInteger() is > 0 and < int.MaxValue and var ms
            ? TimeSpan.FromMilliseconds(ms)
            : null;
        return limits with
        {
            Mode = _role == BoltRole.Reader || Text(extra, "mode") == "r" ? AccessMode.Read : AccessMode.Write,
            MayAdminister = _role == BoltRole.Admin,
            Timeout = asked is null || limits.Timeout < asked ? limits.Timeout : asked,
            Bookmarks = RequestCodec.Texts(extra.GetOrNull("bookmarks")),
            Database = Text(extra, "db"),
            Metadata = extra.GetOrNull("tx_metadata") is { Kind: ValueKind.Map } metadata ? metadata.AsMap() : null,
            User = _user,
        };
    }

    private void CheckDatabase(string? name)
    {
        if (name is not (null or "" or "system") && !name.Equals(_server.Options.Database, StringComparison.OrdinalIgnoreCase))
        {
            throw new GraphException(ErrorCodes.DatabaseNotFound, $"Database does not exist. Database name: '{name}'.");
        }
    }

    private static void RefuseImpersonation(MapValue extra)
    {
        if (Text(extra, "imp_user") is { } user)
        {
            throw new GraphException(ErrorCodes.Forbidden, $"Impersonating the user '{user}' is not supported by this server.");
        }
    }

    private static void RefuseElements(MapValue parameters)
    {
        foreach ((string key, Value value) in parameters)
        {
            if (value.Kind is ValueKind.Node or ValueKind.Relationship or ValueKind.Path)
            {
                throw new UnusableValueException($"The parameter '{key}' is a {value.Kind}, which cannot be sent to a server.");
            }
        }
    }

    private MapValue HomeDatabase(MapValue extra) => _version.HasHomeDatabase && string.IsNullOrEmpty(Text(extra, "db"))
        ? MapValue.Of(("db", _server.Options.Database))
        : MapValue.Empty;

    private GraphException Explain(GraphException exception) => exception.Code == ErrorCodes.AccessMode && _role == BoltRole.Reader
        ? new GraphException(ErrorCodes.Forbidden, $"The user '{_user}' has the role reader, which may not write. {exception.Message}", exception)
        : exception;
}
