using Chancery.Bolt.Client;
using Chancery.Graph;
using Official = Neo4j.Driver;

namespace Chancery.Bolt.Neo4jDriver;

/// <summary>The driver's exceptions as the seam's one: with the server's code, or under the names that our own client has for them.</summary>
internal static class Neo4jErrors
{
    /// <summary>Null where it is none of the driver's own.</summary>
    public static GraphException? Of(Exception exception) => CodeOf(exception) is { } code ? new GraphException(code, exception.Message, exception) : null;

    private static string? CodeOf(Exception exception) => exception switch
    {
        Official.Neo4jException { Code: { Length: > 0 } code } when code.StartsWith("Neo.", StringComparison.Ordinal) => code,
        Official.SessionExpiredException => ClientErrors.SessionExpired,
        Official.ServiceUnavailableException or Official.ConnectionReadTimeoutException or IOException => ClientErrors.ServiceUnavailable,
        Official.TransactionTerminatedException => ClientErrors.Terminated,
        Official.TransactionClosedException or ObjectDisposedException => ClientErrors.Closed,
        Official.ResultConsumedException => ClientErrors.ResultConsumed,
        Official.SecurityException => ClientErrors.Security,
        Official.UnsupportedFeatureException => ClientErrors.Unsupported,
        Official.ValueTruncationException or Official.ValueOverflowException => ClientErrors.UnusableValue,
        Official.Neo4jException => ClientErrors.Protocol,
        _ => null,
    };
}
