using Chancery.Graph;

namespace Chancery.Bolt.Client;

/// <summary>Ends a result with an error at a number of records, since Bolt cannot ask a server for that.</summary>
internal sealed class LimitedResult(IGraphResult result, long limit) : IGraphResult
{
    private long _read;

    public IReadOnlyList<string> Columns => result.Columns;

    public IReadOnlyList<Value> Current => result.Current;

    public async ValueTask<bool> ReadAsync(CancellationToken cancellationToken = default)
    {
        if (!await result.ReadAsync(cancellationToken).ConfigureAwait(false))
        {
            return false;
        }

        if (++_read <= limit)
        {
            return true;
        }

        await result.DisposeAsync().ConfigureAwait(false);
        throw new GraphException("Neo.ClientError.Statement.ExecutionFailed", $"The statement returned more than {limit} records.");
    }

    public ValueTask<QuerySummary> ConsumeAsync(CancellationToken cancellationToken = default) => result.ConsumeAsync(cancellationToken);

    public ValueTask DisposeAsync() => result.DisposeAsync();
}
