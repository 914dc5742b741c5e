namespace Chancery.Graph;

/// <summary>Tries work again that failed with what may pass: a deadlock, a lost connection, a leader that changed.</summary>
public sealed record RetryPolicy
{
    public static RetryPolicy Default { get; } = new();

    /// <summary>After this long since the first attempt no other begins.</summary>
    public TimeSpan MaxTime { get; init; } = TimeSpan.FromSeconds(30);

    /// <summary>The pause before the second attempt; each later one doubles it.</summary>
    public TimeSpan FirstDelay { get; init; } = TimeSpan.FromMilliseconds(100);

    public TimeSpan LongestDelay { get; init; } = TimeSpan.FromSeconds(10);

    /// <summary>The part of a pause that chance adds or takes, so that rivals do not meet again.</summary>
    public double Jitter { get; init; } = 0.25;

    public Func<GraphException, bool> ShouldRetry { get; init; } = static exception => exception.IsTransient;

    public TimeProvider Time { get; init; } = TimeProvider.System;

    /// <exception cref="GraphException">The last attempt's failure.</exception>
    public async ValueTask<T> RunAsync<T>(Func<CancellationToken, ValueTask<T>> attempt, CancellationToken cancellationToken = default)
    {
        long started = Time.GetTimestamp();
        for (TimeSpan delay = FirstDelay; ; delay = delay * 2 < LongestDelay ? delay * 2 : LongestDelay)
        {
            try
            {
                return await attempt(cancellationToken).ConfigureAwait(false);
            }
            catch (GraphException e) when (ShouldRetry(e) && Time.GetElapsedTime(started) < MaxTime)
            {
                // Not a matter of secrets: any spread will do.
#pragma warning disable CA5394
                double spread = 1 + (Jitter * ((Random.Shared.NextDouble() * 2) - 1));
#pragma warning restore CA5394
                await Task.Delay(delay * spread, Time, cancellationToken).ConfigureAwait(false);
            }
        }
    }
}

/// <summary>Managed transactions, on whatever stands behind the seam.</summary>
public static class ManagedTransactions
{
    /// <summary>
    /// Runs the work in a transaction and commits it. Where that fails with what may pass, all of it runs again in a new transaction:
    /// the work must have no effects outside of the graph.
    /// </summary>
    /// <exception cref="GraphException">The last attempt's failure.</exception>
    public static ValueTask<T> ExecuteAsync<T>(
        this IGraphDatabase graph,
        Func<IGraphTransaction, CancellationToken, ValueTask<T>> work,
        TransactionOptions? options = null,
        RetryPolicy? policy = null,
        CancellationToken cancellationToken = default) =>
        (policy ?? RetryPolicy.Default).RunAsync(
            async cancel =>
            {
                await using IGraphTransaction transaction = await graph.BeginAsync(options, cancel).ConfigureAwait(false);
                T result = await work(transaction, cancel).ConfigureAwait(false);
                await transaction.CommitAsync(cancel).ConfigureAwait(false);
                return result;
            },
            cancellationToken);
}
