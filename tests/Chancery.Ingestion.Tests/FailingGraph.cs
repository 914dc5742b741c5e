using Chancery.Graph;

namespace Chancery.Ingestion.Tests;

/// <summary>A graph whose connection breaks after so many commits: from then on nothing is committed any more.</summary>
internal sealed class FailingGraph(IGraphDatabase graph, int commits) : IGraphDatabase
{
    public const string Code = "Neo.TransientError.General.Broken";

    private int _left = commits;

    public string Description => graph.Description;

    public ValueTask<IGraphResult> RunAsync(
        string cypher, MapValue? parameters = null, TransactionOptions? options = null, CancellationToken cancellationToken = default) =>
        graph.RunAsync(cypher, parameters, options, cancellationToken);

    public async ValueTask<IGraphTransaction> BeginAsync(TransactionOptions? options = null, CancellationToken cancellationToken = default) =>
        new FailingTransaction(this, await graph.BeginAsync(options, cancellationToken));

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;

    private sealed class FailingTransaction(FailingGraph owner, IGraphTransaction inner) : IGraphTransaction
    {
        public ValueTask<IGraphResult> RunAsync(string cypher, MapValue? parameters = null, CancellationToken cancellationToken = default) =>
            inner.RunAsync(cypher, parameters, cancellationToken);

        public ValueTask<string?> CommitAsync(CancellationToken cancellationToken = default) =>
            Interlocked.Decrement(ref owner._left) < 0 ? throw new GraphException(Code, "The connection broke.") : inner.CommitAsync(cancellationToken);

        public ValueTask RollbackAsync(CancellationToken cancellationToken = default) => inner.RollbackAsync(cancellationToken);

        public ValueTask DisposeAsync() => inner.DisposeAsync();
    }
}
