using Chancery.Cypher.Storage;
using Chancery.Graph;
using NodaTime;

namespace Chancery.Cypher.Execution;

/// <summary>
/// What a running statement stands in: its parameters, clock, limits and counters. One instance an execution; not shared between threads.
/// </summary>
internal sealed class QueryContext
{
    private const int TicksBetweenChecks = 2048;

    private readonly TimeProvider _clock;
    private readonly QueryLimits _limits;
    private readonly CancellationToken _cancellation;
    private int _ticksLeft = TicksBetweenChecks;
    private long _memory;

    private readonly GraphWriter? _writer;

    public QueryContext(GraphView view, MapValue parameters, TimeProvider clock, Instant transactionTime, QueryLimits limits, CancellationToken cancellation)
    {
        View = view;
        _writer = view as GraphWriter;
        Parameters = parameters;
        _clock = clock;
        _limits = limits;
        _cancellation = cancellation;
        TransactionTime = transactionTime;
        StatementTime = Instant.FromDateTimeOffset(clock.GetUtcNow());
    }

    /// <summary>The graph as the transaction sees it; all elements in rows belong to it.</summary>
    public GraphView View { get; }

    /// <summary>The same, for those who write.</summary>
    /// <exception cref="GraphException">The transaction reads only.</exception>
    public GraphWriter Writer => _writer ?? throw new GraphException(
        "Neo.ClientError.Statement.AccessMode", "Writing in read access mode is not allowed.");

    public MapValue Parameters { get; }

    /// <summary>When the statement began: what <c>datetime()</c> and <c>datetime.statement()</c> answer.</summary>
    public Instant StatementTime { get; }

    /// <summary>When the transaction began: what <c>datetime.transaction()</c> answers.</summary>
    public Instant TransactionTime { get; }

    /// <summary>This very moment: what <c>datetime.realtime()</c> answers.</summary>
    public Instant RealTime => Instant.FromDateTimeOffset(_clock.GetUtcNow());

    /// <summary>The zone of temporal values that name none.</summary>
    public DateTimeZone TimeZone { get; init; } = DateTimeZone.Utc;

    public Random Random { get; init; } = Random.Shared;

    /// <summary>The transaction that this runs in; null only where an expression is computed outside of any.</summary>
    public RunningTransaction? Transaction { get; init; }

    /// <summary>What the statement has changed so far.</summary>
    public ChangeCounters Counters { get; } = new();

    /// <summary>Touches of the graph so far, for PROFILE; whoever reads an element or a property adds to it.</summary>
    public long Hits { get; set; }

    /// <summary>The same statement on another view, with counters of its own: an inner transaction.</summary>
    public QueryContext On(GraphView view) => new(view, Parameters, _clock, TransactionTime, _limits, _cancellation)
    {
        TimeZone = TimeZone,
        Random = Random,
        Transaction = Transaction,
    };

    /// <summary>Waits for the turn to write, in a transaction inside this one.</summary>
    public GraphWriter BeginInner() => View.Store.BeginWrite(cancellationToken: _cancellation);

    /// <summary>To be called in every loop that a query can make long; looks at the cancellation and the clock now and then.</summary>
    public void Tick()
    {
        if (--_ticksLeft <= 0)
        {
            Check();
        }
    }

    /// <summary>Ends the statement if it was cancelled or has run out of time.</summary>
    /// <exception cref="GraphException">The time limit has passed.</exception>
    public void Check()
    {
        _ticksLeft = TicksBetweenChecks;
        if (_cancellation.IsCancellationRequested)
        {
            throw new GraphException("Neo.TransientError.Transaction.Terminated", "The statement was cancelled.",
                new OperationCanceledException(_cancellation));
        }

        if (Transaction is { IsTerminated: true })
        {
            throw new GraphException("Neo.TransientError.Transaction.Terminated", "The transaction has been terminated.");
        }

        if (_limits.Deadline is { } deadline && _clock.GetTimestamp() > deadline)
        {
            throw new GraphException("Neo.ClientError.Transaction.TransactionTimedOut",
                "The transaction has run longer than its time limit allows and was ended.");
        }
    }

    /// <summary>Accounts for <paramref name="bytes"/> that an operator is about to hold on to.</summary>
    /// <exception cref="GraphException">The memory limit would be exceeded.</exception>
    public void Reserve(long bytes)
    {
        _memory += bytes;
        if (_limits.MaxMemory is { } limit && _memory > limit)
        {
            _memory -= bytes;
            throw new GraphException("Neo.TransientError.General.MemoryPoolOutOfMemoryError",
                $"The statement needs more memory than its limit of {limit:N0} bytes allows.");
        }
    }

    public void Release(long bytes) => _memory -= bytes;

    /// <summary>Refuses the record after the last one that the row limit allows.</summary>
    /// <exception cref="GraphException"><paramref name="rows"/> exceeds the limit.</exception>
    public void CheckRows(long rows)
    {
        if (_limits.MaxRows is { } limit && rows > limit)
        {
            throw new GraphException("Neo.ClientError.Statement.ExecutionFailed",
                $"The statement returns more records than its limit of {limit:N0} allows; add LIMIT or narrow the pattern.");
        }
    }
}
