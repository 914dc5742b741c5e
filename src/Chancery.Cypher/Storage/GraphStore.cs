using Chancery.Cypher.Storage.Disk;
using Chancery.Graph;

namespace Chancery.Cypher.Storage;

/// <summary>
/// A graph in memory, durable where it was opened on a folder. Any number of threads read snapshots; one transaction writes at a time.
/// </summary>
internal sealed partial class GraphStore : IDisposable
{
    private readonly SemaphoreSlim _writing = new(1, 1);
    private readonly Lock _waitersGate = new();
    private readonly List<(long Commit, TaskCompletionSource Done)> _waiters = [];
    private volatile GraphView _current;

    private GraphStore(GraphDisk? disk)
    {
        _disk = disk;
        _current = new GraphView(this, GraphState.Empty);
        _checkpointed = GraphState.Empty;
        Id = disk?.ReadIdentity() ?? Guid.NewGuid().ToString();
    }

    /// <summary>Names this store among others; part of element ids.</summary>
    public string Id { get; }

    public GraphTokens Tokens { get; } = new();

    public LabelSets LabelSets { get; } = new();

    /// <summary>The graph as the last commit left it.</summary>
    public GraphView Current => _current;

    /// <summary>The number of the last commit: what bookmarks are made of.</summary>
    public long CommitNumber => _current.CommitNumber;

    internal StringCache Strings { get; } = new();

    /// <summary>A graph that lives as long as the process.</summary>
    public static GraphStore InMemory() => new(null);

    /// <summary>Waits for its turn and begins to write.</summary>
    /// <param name="wait">How long to wait for another writer; null waits until cancelled.</param>
    /// <exception cref="GraphException">Another transaction kept writing; transient.</exception>
    public async ValueTask<GraphWriter> BeginWriteAsync(TimeSpan? wait = null, CancellationToken cancellationToken = default)
    {
        if (!await _writing.WaitAsync(wait ?? Timeout.InfiniteTimeSpan, cancellationToken))
        {
            throw StorageError.WriterBusy(wait!.Value);
        }

        return new GraphWriter(this, _current.State, _disk is null ? null : new RedoLog());
    }

    /// <summary>As <see cref="BeginWriteAsync"/>, for callers that may block.</summary>
    /// <param name="bulk">
    /// The transaction will change much: it keeps no redo record and commits by writing the parts of the graph that it changed.
    /// </param>
    public GraphWriter BeginWrite(TimeSpan? wait = null, bool bulk = false, CancellationToken cancellationToken = default)
    {
        if (!_writing.Wait(wait ?? Timeout.InfiniteTimeSpan, cancellationToken))
        {
            throw StorageError.WriterBusy(wait!.Value);
        }

        RedoLog? log = _disk is null ? null : new RedoLog();
        if (bulk)
        {
            log?.GiveUp();
        }

        return new GraphWriter(this, _current.State, log);
    }

    /// <summary>Completes once the commit with that number is visible.</summary>
    public Task WaitForCommitAsync(long commit, CancellationToken cancellationToken)
    {
        lock (_waitersGate)
        {
            if (CommitNumber >= commit)
            {
                return Task.CompletedTask;
            }

            TaskCompletionSource done = new(TaskCreationOptions.RunContinuationsAsynchronously);
            _waiters.Add((commit, done));
            return done.Task.WaitAsync(cancellationToken);
        }
    }

    internal long Publish(GraphState state, RedoLog? log, IReadOnlyList<StoredText> newTexts, IReadOnlyList<long> unusedTexts)
    {
        state.CommitNumber = _current.CommitNumber + 1;
        if (_disk is not null)
        {
            MakeDurable(_disk, state, log!, newTexts, unusedTexts);
        }

        _current = new GraphView(this, state);
        lock (_waitersGate)
        {
            foreach ((long commit, TaskCompletionSource done) in _waiters)
            {
                if (commit <= state.CommitNumber)
                {
                    done.SetResult();
                }
            }

            _waiters.RemoveAll(waiter => waiter.Commit <= state.CommitNumber);
        }

        return state.CommitNumber;
    }

    internal void Release() => _writing.Release();
}
