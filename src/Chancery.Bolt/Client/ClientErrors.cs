using Chancery.Graph;

namespace Chancery.Bolt.Client;

/// <summary>
/// What the client itself has to say, beside the servers' codes. Those under <c>Neo.TransientError.</c> may be tried again.
/// </summary>
public static class ClientErrors
{
    /// <summary>No connection could be had, or it broke before its work was done.</summary>
    public const string ServiceUnavailable = "Neo.TransientError.Client.ServiceUnavailable";

    /// <summary>A member of a cluster was lost or changed its role; another may do.</summary>
    public const string SessionExpired = "Neo.TransientError.Client.SessionExpired";

    /// <summary>The connection broke during COMMIT: whether the changes stand is not known. Repeat only what may happen twice.</summary>
    public const string CommitInDoubt = "Neo.ClientError.Client.CommitInDoubt";

    /// <summary>All connections were in use for longer than the acquisition timeout.</summary>
    public const string AcquisitionTimeout = "Neo.ClientError.Client.AcquisitionTimeout";

    /// <summary>The certificate was not accepted, or TLS failed.</summary>
    public const string Security = "Neo.ClientError.Client.Security";

    /// <summary>The server broke the protocol, or speaks no version of ours.</summary>
    public const string Protocol = "Neo.ClientError.Client.Protocol";

    /// <summary>A transaction, result or client was used after its end.</summary>
    public const string Closed = "Neo.ClientError.Client.Closed";

    /// <summary>A result was read after it was consumed, or after its transaction ended.</summary>
    public const string ResultConsumed = "Neo.ClientError.Client.ResultConsumed";

    /// <summary>A transaction was used after a failure had ended it.</summary>
    public const string Terminated = "Neo.ClientError.Client.Terminated";

    /// <summary>What was asked needs a later version of the protocol.</summary>
    public const string Unsupported = "Neo.ClientError.Client.Unsupported";

    /// <summary>The record holds a value that cannot be represented (a time zone that is not known here).</summary>
    public const string UnusableValue = "Neo.ClientError.Client.UnusableValue";

    internal static GraphException Unavailable(ServerAddress address, string why, Exception? inner = null) =>
        new(ServiceUnavailable, $"The server {address} cannot be reached: {why}", inner);

    internal static bool IsConnectionLoss(GraphException exception) => exception.Code is ServiceUnavailable or SessionExpired;
}
