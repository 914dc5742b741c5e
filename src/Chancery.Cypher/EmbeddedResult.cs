using Chancery.Cypher.Execution;
using Chancery.Graph;

namespace Chancery.Cypher;

/// <summary>
/// The records of one statement. A read streams them out of its snapshot; a write has run to its end before, and its records are kept.
/// </summary>
internal sealed class EmbeddedResult : IGraphResult
{
    private readonly QueryRun _run;
    private readonly Queue<Value[]>? _kept;
    private readonly Func<QueryRun, QuerySummary> _summarize;
    private Value[] _current = [];
    private QuerySummary? _summary;

    private EmbeddedResult(QueryRun run, Queue<Value[]>? kept, Func<QueryRun, QuerySummary> summarize)
    {
        _run = run;
        _kept = kept;
        _summarize = summarize;
    }

    public IReadOnlyList<string> Columns => _run.Statement.Columns;

    public IReadOnlyList<Value> Current => _current;

    /// <summary>Records that are computed as they are read.</summary>
    public static EmbeddedResult Streaming(QueryRun run, Func<QueryRun, QuerySummary> summarize) => new(run, null, summarize);

    /// <summary>Runs to the end at once, so that its writes do not wait for a reader; elements are as the whole statement left them.</summary>
    public static EmbeddedResult Completed(QueryRun run, Func<QueryRun, QuerySummary> summarize)
    {
        Queue<Value[]> kept = new();
        while (run.NextAttached() is { } row)
        {
            kept.Enqueue(row);
        }

        foreach (Value[] row in kept)
        {
            run.Detach(row);
        }

        return new EmbeddedResult(run, kept, summarize);
    }

    public ValueTask<bool> ReadAsync(CancellationToken cancellationToken = default)
    {
        cancellationToken.ThrowIfCancellationRequested();
        Value[]? next = _kept is null ? EngineErrors.Guard(_run.Next) : _kept.TryDequeue(out Value[]? row) ? row : null;
        _current = next ?? [];
        return ValueTask.FromResult(next is not null);
    }

    public ValueTask<QuerySummary> ConsumeAsync(CancellationToken cancellationToken = default)
    {
        _kept?.Clear();
        _run.Dispose();
        return ValueTask.FromResult(_summary ??= _summarize(_run));
    }

    public ValueTask DisposeAsync()
    {
        _run.Dispose();
        return ValueTask.CompletedTask;
    }
}
