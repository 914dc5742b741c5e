using Chancery.Bolt.PackStream;
using Chancery.Graph;

namespace Chancery.Bolt.Client;

/// <summary>What becomes of one request: its summary message, once that came.</summary>
internal class Reply
{
    public bool IsDone { get; private set; }

    public MapValue Metadata { get; private set; } = MapValue.Empty;

    public GraphException? Error { get; private set; }

    /// <summary>A record came ahead of the summary.</summary>
    public virtual void OnRecord(ref PackStreamReader record) => throw new ProtocolException("A record came to a request that has none.");

    public void Succeed(MapValue metadata)
    {
        Metadata = metadata;
        IsDone = true;
    }

    public void Fail(GraphException error)
    {
        Error ??= error;
        IsDone = true;
    }

    public void ThrowIfFailed()
    {
        if (Error is { } error)
        {
            throw error;
        }
    }
}
