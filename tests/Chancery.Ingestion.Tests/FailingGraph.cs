using Chancery.Graph;

namespace Chancery.Ingestion.Tests;

/// <summary>
/// A graph whose connection breaks after so many commits: from then on nothing is committed any more, or, where it is only
/// <paramref name="passing"/>, that one commit is refused and may be tried again, and so each time.
/// </summary>
internal sealed class FailingGraph(IGraphDatabase graph, int commits, bool passing = false) : IGraphDatabase
{
    private const string Passing = "Neo.TransientError.General.Broken";

    public const string Code = "Neo.DatabaseError.General.Broken";

    private int _done;

    public string Description => graph.Description;

    public ValueTask<IGraphResult> RunAsync(
        string cypher, MapValue? parameters = null, TransactionOptions? options = null, CancellationToken cancellationToken = default) =>
        graph.RunAsync(cypher, parameters, options, cancellationToken);

    public async ValueTask<IGraphTransaction> BeginAsync(TransactionOptions? options = null, CancellationToken cancellationToken = default) =>
        new FailingTransaction(this, await graph.BeginAsync(options, cancellationToken));

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;

    private ValueTask<string?> Commit(Func<ValueTask<string?>> commit)
    {
        if (Interlocked.Increment(ref _done) <= commits)
        {
            return commit();
        }

        if (passing)
        {
            _done = 0;
        }

        throw new GraphException(passing ? Passing : Code, "The connection broke.");
    }

    private sealed class FailingTransaction(FailingGraph owner, IGraphTransaction inner) : IGraphTransaction
    {
        public ValueTask<IGraphResult> RunAsync(string cypher, MapValue? parameters = null, CancellationToken cancellationToken = default) =>
            inner.RunAsync(cypher, parameters, cancellationToken);

        public ValueTask<string?> CommitAsync(CancellationToken cancellationToken = default) => owner.Commit(() => inner.CommitAsync(cancellationToken));

        public ValueTask RollbackAsync(CancellationToken cancellationToken = default) => inner.RollbackAsync(cancellationToken);

        public ValueTask DisposeAsync() => inner.DisposeAsync();
    }
}
