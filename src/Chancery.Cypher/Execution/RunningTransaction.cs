using System.Globalization;
using Chancery.Cypher.Storage;
using Chancery.Graph;
using NodaTime;

namespace Chancery.Cypher.Execution;

/// <summary>A transaction that is under way: who runs it, since when, within which limits, and whether it is to end.</summary>
internal sealed class RunningTransaction
{
    private readonly TransactionRegistry _registry;
    private readonly EmbeddedGraphOptions _defaults;
    private readonly TransactionOptions _options;
    private readonly long _start;
    private volatile bool _terminated;

    public RunningTransaction(TransactionRegistry registry, long number, EmbeddedGraphOptions defaults, TransactionOptions options, string? query)
    {
        _registry = registry;
        _defaults = defaults;
        _options = options;
        _start = defaults.Clock.GetTimestamp();
        Number = number;
        Begun = Instant.FromDateTimeOffset(defaults.Clock.GetUtcNow());
        Query = query;
    }

    public long Number { get; }

    /// <summary>The id under which <c>SHOW TRANSACTIONS</c> lists it and <c>TERMINATE TRANSACTIONS</c> finds it.</summary>
    public string Id => string.Create(CultureInfo.InvariantCulture, $"{_defaults.DatabaseName}-transaction-{Number}");

    public Instant Begun { get; }

    public TimeSpan Elapsed => _defaults.Clock.GetElapsedTime(_start);

    /// <summary>The statement that runs, or ran last.</summary>
    public string? Query { get; set; }

    public string User => _options.User ?? "";

    public MapValue Metadata => _options.Metadata ?? MapValue.Empty;

    public string DatabaseName => _defaults.DatabaseName;

    public bool IsTerminated => _terminated;

    public TransactionRegistry Registry => _registry;

    /// <summary>Lets the running statement end with an error at its next look around.</summary>
    public void Terminate() => _terminated = true;

    /// <summary>Takes the transaction off the list.</summary>
    public void End() => _registry.Remove(this);

    /// <summary>The order in which transactions began.</summary>
    public long Start => _start;

    // Its place in the registry's list.
    internal RunningTransaction? Previous { get; set; }

    internal RunningTransaction? Next { get; set; }

    public QueryContext NewContext(GraphView view, MapValue? parameters, CancellationToken cancellationToken)
    {
        TimeSpan? timeout = _options.Timeout ?? _defaults.Timeout;
        QueryLimits limits = new()
        {
            Deadline = timeout is { } limit ? _start + (long)(limit.TotalSeconds * _defaults.Clock.TimestampFrequency) : null,
            MaxRows = _options.MaxRows,
            MaxMemory = _options.MaxMemory ?? _defaults.MaxMemory,
        };
        return new QueryContext(view, parameters ?? MapValue.Empty, _defaults.Clock, Begun, limits, cancellationToken) { Transaction = this };
    }
}
