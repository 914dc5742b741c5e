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
    private readonly Action? _atEnd;
    private readonly Action<GraphException>? _atFailure;
    private Value[] _current = [];
    private QuerySummary? _summary;
    private bool _ended;

    private EmbeddedResult(
        QueryRun run, Queue<Value[]>? kept, Func<QueryRun, QuerySummary> summarize, Action? atEnd = null, Action<GraphException>? atFailure = null)
    {
        _run = run;
        _kept = kept;
        _summarize = summarize;
        _atEnd = atEnd;
        _atFailure = atFailure;
    }

    public IReadOnlyList<string> Columns => _run.Statement.Columns;

    public IReadOnlyList<Value> Current => _current;

    /// <summary>
    /// Records that are computed as they are read; <paramref name="atEnd"/> is called once nothing more will be, and
    /// <paramref name="atFailure"/> where that is for an error.
    /// </summary>
    public static EmbeddedResult Streaming(
        QueryRun run, Func<QueryRun, QuerySummary> summarize, Action? atEnd, Action<GraphException>? atFailure) =>
        new(run, null, summarize, atEnd, atFailure);

    /// <summary>Runs to the end at once, so that its writes do not wait for a reader; elements are as the whole statement left them.</summary>
    public static EmbeddedResult Completed(QueryRun run, Func<QueryRun, QuerySummary> summarize)
    {
        Queue<Value[]> kept = new();
        while (run.NextAttached() is { } row)
        {
            run.Context.Reserve(ValueSize.Of(row));
            kept.Enqueue(row);
        }

        foreach (Value[] row in kept)
        {
            QueryRun.Detach(row);
        }

        return new EmbeddedResult(run, kept, summarize);
    }

    public ValueTask<bool> ReadAsync(CancellationToken cancellationToken = default)
    {
        cancellationToken.ThrowIfCancellationRequested();
        Value[]? next;
        if (_kept is not null)
        {
            _kept.TryDequeue(out next);
        }
        else
        {
            next = ReadNext();
        }

        _current = next ?? [];
        return ValueTask.FromResult(next is not null);
    }

    public ValueTask<QuerySummary> ConsumeAsync(CancellationToken cancellationToken = default)
    {
        _kept?.Clear();
        End();
        return ValueTask.FromResult(_summary ??= _summarize(_run));
    }

    public ValueTask DisposeAsync()
    {
        End();
        return ValueTask.CompletedTask;
    }

    private Value[]? ReadNext()
    {
        if (_ended)
        {
            return null;
        }

        try
        {
            Value[]? next = EngineErrors.Guard(_run.Next);
            if (next is null)
            {
                End();
            }

            return next;
        }
        catch (GraphException e)
        {
            End();
            _atFailure?.Invoke(e);
            throw;
        }
    }

    private void End()
    {
        if (!_ended)
        {
            _ended = true;
            _run.Dispose();
            _atEnd?.Invoke();
        }
    }
}
