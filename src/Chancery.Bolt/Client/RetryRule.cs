using Chancery.Graph;

namespace Chancery.Bolt.Client;

/// <summary>Which failures may pass when the same work is tried again.</summary>
internal static class RetryRule
{
    private static readonly object Mark = new();

    public static bool IsRetryable(GraphException exception) => exception.IsTransient || exception.Data.Contains(Mark) || exception.Code is
        "Neo.ClientError.Cluster.NotALeader"
        or "Neo.ClientError.General.ForbiddenOnReadOnlyDatabase"
        or "Neo.ClientError.Security.AuthorizationExpired";

    /// <summary>The source of credentials said that it has others.</summary>
    public static void MarkRetryable(GraphException exception) => exception.Data[Mark] = true;
}
