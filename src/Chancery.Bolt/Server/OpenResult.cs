using Chancery.Graph;

namespace Chancery.Bolt.Server;

/// <summary>A result that a client pulls from; looks one record ahead, so that <c>has_more</c> is true only where there is more.</summary>
internal sealed class OpenResult(IGraphResult result)
{
    private bool _ahead;

    public IGraphResult Result => result;

    public bool HadRecords { get; private set; }

    /// <summary>True where a record stands ready to be taken.</summary>
    public ValueTask<bool> MoveAsync(CancellationToken cancellationToken)
    {
        if (_ahead)
        {
            return new ValueTask<bool>(true);
        }

        ValueTask<bool> moving = result.ReadAsync(cancellationToken);
        if (!moving.IsCompletedSuccessfully)
        {
            return AwaitAsync(moving);
        }

        _ahead = moving.Result;
        return new ValueTask<bool>(_ahead);
    }

    public IReadOnlyList<Value> Take()
    {
        _ahead = false;
        HadRecords = true;
        return result.Current;
    }

    private async ValueTask<bool> AwaitAsync(ValueTask<bool> moving) => _ahead = await moving.ConfigureAwait(false);
}
