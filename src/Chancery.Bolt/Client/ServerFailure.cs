using Chancery.Bolt.Messages;
using Chancery.Graph;

namespace Chancery.Bolt.Client;

/// <summary>A server's FAILURE as the seam's exception.</summary>
internal static class ServerFailure
{
    // Servers before 5 call these two transient, though a transaction that somebody ended must not be tried again.
    private static readonly Dictionary<string, string> Renamed = new(StringComparer.Ordinal)
    {
        ["Neo.TransientError.Transaction.Terminated"] = "Neo.ClientError.Transaction.Terminated",
        ["Neo.TransientError.Transaction.LockClientStopped"] = "Neo.ClientError.Transaction.LockClientStopped",
    };

    public static GraphException ToException(BoltFailure failure) =>
        new(Renamed.GetValueOrDefault(failure.Code, failure.Code), failure.Message) { GqlStatus = failure.GqlStatus, Data = { [typeof(BoltFailure)] = failure } };

    /// <summary>The failure as the server sent it, with its causes; null where the client made the exception.</summary>
    public static BoltFailure? Of(GraphException exception) => exception.Data[typeof(BoltFailure)] as BoltFailure;
}
