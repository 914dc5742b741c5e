using Chancery.Bolt.Messages;
using Chancery.Bolt.PackStream;
using Chancery.Graph;

namespace Chancery.Bolt.Client;

/// <summary>
/// The records of one statement. They are asked for in parts of the fetch size; what came of a part while somebody else
/// was waiting on the connection is kept here until it is read.
/// </summary>
internal sealed class BoltResult(
    BoltConnection connection, int fetchSize, Func<BoltResult, MapValue?, ValueTask>? ended, bool inTransaction = false) : IGraphResult
{
    private readonly Queue<Value[]> _rows = new();
    private readonly Stack<Value[]> _spare = new();
    private readonly Dictionary<Value[], GraphException> _unusable = [];
    private Value[] _current = [];
    private PullReply? _pull;
    private GraphException? _error;
    private MapValue? _summary;
    private long _statement = -1;
    private bool _hadRecords;
    private bool _told;
    private bool _ended;
    private GraphException? _unreadable;

    public IReadOnlyList<string> Columns { get; private set; } = [];

    public IReadOnlyList<Value> Current => _current;

    public BoltConnection Connection => connection;

    /// <summary>Everything came, or nothing more will.</summary>
    public bool IsEnded => _ended;

    /// <summary>The metadata of the end; empty before it.</summary>
    public MapValue Metadata => _summary ?? MapValue.Empty;

    /// <summary>Milliseconds from RUN to the first record, as the server says.</summary>
    public long? FirstAfter { get; private set; }

    /// <summary>What servers before 5.6 leave the client to say of the statement itself.</summary>
    public GqlStatus Outcome =>
        Columns.Count == 0 ? GqlStatus.Omitted : _hadRecords ? GqlStatus.Success : GqlStatus.NoData;

    /// <summary>The metadata of RUN's answer.</summary>
    public MapValue Opening { get; private set; } = MapValue.Empty;

    /// <summary>Why there is no more to read; null where nothing failed.</summary>
    public GraphException? Error => _error;

    /// <summary>It failed, and nobody has asked yet.</summary>
    public bool HasUntoldError => _error is not null && !_told;

    /// <summary>
    /// Sends RUN and the first PULL together, behind requests whose answers come first, and waits for RUN's answer.
    /// A failure is kept, and told by whatever reads the result.
    /// </summary>
    public async ValueTask StartAsync(RunRequest run, CancellationToken cancellationToken, params IEnumerable<Reply> ahead)
    {
        try
        {
            Reply started = connection.Send(run, new Reply());
            connection.LatestRun = this;
            _pull = connection.Send(new PullRequest(fetchSize), new PullReply(this));
            foreach (Reply reply in ahead)
            {
                await connection.CompleteAsync(reply, cancellationToken).ConfigureAwait(false);
            }

            TakeOpening(await connection.CompleteAsync(started, cancellationToken).ConfigureAwait(false));
        }
        catch (GraphException e)
        {
            _error = e;
            await EndAsync(null).ConfigureAwait(false);
        }
        catch
        {
            _ended = true;
            throw;
        }
    }

    public void ThrowIfFailed()
    {
        if (_error is { } error)
        {
            _told = true;
            throw error;
        }
    }

    public ValueTask<bool> ReadAsync(CancellationToken cancellationToken = default)
    {
        if (_rows.TryDequeue(out Value[]? row))
        {
            Take(row);
            return new ValueTask<bool>(true);
        }

        return _ended && _error is null && _unreadable is null ? new ValueTask<bool>(false) : ReadSlowAsync(cancellationToken);
    }

    /// <summary>True where a record follows, which the next read gives.</summary>
    public async ValueTask<bool> PeekAsync(CancellationToken cancellationToken) => await FillAsync(cancellationToken).ConfigureAwait(false);

    public Value[] Next => _rows.Peek();

    public async ValueTask<QuerySummary> ConsumeAsync(CancellationToken cancellationToken = default)
    {
        _rows.Clear();
        await SettleAsync().ConfigureAwait(false);
        while (!_ended)
        {
            if (!_pull!.IsDone)
            {
                _pull.Dropping = true;
                await ReceiveAsync(cancellationToken).ConfigureAwait(false);
            }
            else
            {
                _pull = connection.Send(new DiscardRequest(-1, Statement), new PullReply(this));
                await connection.FlushAsync(cancellationToken).ConfigureAwait(false);
            }

            await SettleAsync().ConfigureAwait(false);
        }

        ThrowIfFailed();
        _unreadable ??= new GraphException(ClientErrors.ResultConsumed, "The result was consumed; it has no records to read any more.");
        return SummaryReader.Read(Metadata, FirstAfter, Outcome);
    }

    /// <summary>Takes everything that is left into memory, so that the connection is free for others.</summary>
    public async ValueTask BufferAsync(CancellationToken cancellationToken)
    {
        await SettleAsync().ConfigureAwait(false);
        while (!_ended)
        {
            if (!_pull!.IsDone)
            {
                await ReceiveAsync(cancellationToken).ConfigureAwait(false);
            }
            else
            {
                await AskForMoreAsync(cancellationToken).ConfigureAwait(false);
            }

            await SettleAsync().ConfigureAwait(false);
        }
    }

    /// <summary>The transaction ended: what was not read is gone, for this reason.</summary>
    public void Close(GraphException reason)
    {
        _rows.Clear();
        _unreadable ??= reason;
        if (!_ended)
        {
            _ended = true;
            _error = reason;
        }
    }

    public async ValueTask DisposeAsync()
    {
        _rows.Clear();
        if (_ended)
        {
            return;
        }

        if (inTransaction)
        {
            // The transaction discards what is left when it ends.
            _pull!.Dropping = true;
        }
        else
        {
            // The connection is reset when it goes back, which breaks the statement off.
            await EndAsync(null).ConfigureAwait(false);
        }
    }

    // The statement that was run last needs no number.
    private long Statement => connection.LatestRun == this ? -1 : _statement;

    private void TakeOpening(MapValue opening)
    {
        Opening = opening;
        Columns = Opening.GetOrNull("fields") is { Kind: ValueKind.List } fields
            ? Array.ConvertAll(fields.AsList(), field => field.AsString())
            : [];
        _statement = Opening.GetOrNull("qid") is { Kind: ValueKind.Integer } number ? number.AsInteger() : -1;
        FirstAfter = Opening.GetOrNull("t_first") is { Kind: ValueKind.Integer } first ? first.AsInteger() : null;
    }

    private async ValueTask<bool> ReadSlowAsync(CancellationToken cancellationToken)
    {
        if (!await FillAsync(cancellationToken).ConfigureAwait(false))
        {
            return false;
        }

        Take(_rows.Dequeue());
        return true;
    }

    private async ValueTask<bool> FillAsync(CancellationToken cancellationToken)
    {
        while (_rows.Count == 0)
        {
            if (_ended)
            {
                ThrowIfFailed();
                return _unreadable is { } error ? throw error : false;
            }

            if (_pull!.IsDone)
            {
                await SettleAsync().ConfigureAwait(false);
                if (!_ended)
                {
                    await AskForMoreAsync(cancellationToken).ConfigureAwait(false);
                }
            }
            else
            {
                await ReceiveAsync(cancellationToken).ConfigureAwait(false);
                await SettleAsync().ConfigureAwait(false);
            }
        }

        return true;
    }

    // A failure of the connection is the error of all its requests; it is told by the pull's reply.
    private async ValueTask ReceiveAsync(CancellationToken cancellationToken)
    {
        try
        {
            await connection.FlushAsync(cancellationToken).ConfigureAwait(false);
            await connection.ReceiveAsync(cancellationToken).ConfigureAwait(false);
        }
        catch (GraphException e)
        {
            _pull!.Fail(e);
        }
    }

    private async ValueTask AskForMoreAsync(CancellationToken cancellationToken)
    {
        _pull = connection.Send(new PullRequest(fetchSize, Statement), new PullReply(this));
        await connection.FlushAsync(cancellationToken).ConfigureAwait(false);
    }

    private ValueTask SettleAsync()
    {
        if (_ended || !_pull!.IsDone)
        {
            return default;
        }

        if (_pull.Error is { } error)
        {
            _error = error;
            return EndAsync(null);
        }

        return _pull.Metadata.GetOrNull("has_more") == Value.True ? default : EndAsync(_pull.Metadata);
    }

    private async ValueTask EndAsync(MapValue? summary)
    {
        _ended = true;
        _summary = summary;
        if (ended is not null)
        {
            await ended(this, summary).ConfigureAwait(false);
        }
    }

    private void Take(Value[] row)
    {
        if (_current.Length > 0 && _spare.Count < 16)
        {
            _spare.Push(_current);
        }

        _current = row;
        if (_unusable.Count > 0 && _unusable.Remove(row, out GraphException? reason))
        {
            _current = [];
            throw reason;
        }
    }

    private sealed class PullReply(BoltResult result) : Reply
    {
        public bool Dropping { get; set; }

        public override void OnRecord(ref PackStreamReader record)
        {
            result._hadRecords = true;
            if (Dropping)
            {
                return;
            }

            int count = record.ReadListHeader();
            Value[] row = result._spare.TryPop(out Value[]? spare) && spare.Length == count ? spare : new Value[count];
            try
            {
                record.ReadRow(row);
            }
            catch (UnusableValueException e)
            {
                // The record's own fault: the stream and its transaction go on.
                result._unusable[row] = new GraphException(ClientErrors.UnusableValue, e.Message, e);
            }

            result._rows.Enqueue(row);
        }
    }
}
