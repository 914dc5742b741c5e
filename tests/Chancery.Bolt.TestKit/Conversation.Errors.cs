using System.Text.Json.Nodes;
using Chancery.Bolt.Client;
using Chancery.Bolt.Messages;
using Chancery.Graph;

namespace Chancery.Bolt.TestKit;

internal sealed partial class Conversation
{
    private Task SendErrorAsync(Exception exception)
    {
        GraphException? graph = exception as GraphException;
        BoltFailure? failure = graph is null ? null : ServerFailure.Of(graph);
        JsonObject data = new()
        {
            ["id"] = Keep(exception),
            ["errorType"] = ErrorType(exception),
            ["msg"] = exception.Message,
            ["code"] = graph?.Code ?? "",
            ["retryable"] = graph is not null && RetryRule.IsRetryable(graph),
        };
        if (failure is not null)
        {
            AddStatus(data, failure);
        }

        return SendAsync("DriverError", data);
    }

    private static void AddStatus(JsonObject data, BoltFailure failure)
    {
        string? classification = failure.DiagnosticRecord.GetOrNull("_classification") is { Kind: ValueKind.String } raw ? raw.AsString() : null;
        data["gqlStatus"] = failure.GqlStatus;
        data["statusDescription"] = failure.Description;
        data["diagnosticRecord"] = CypherJson.Map(failure.DiagnosticRecord);
        data["classification"] = classification is "CLIENT_ERROR" or "DATABASE_ERROR" or "TRANSIENT_ERROR" ? classification : "UNKNOWN";
        data["rawClassification"] = classification;
        if (failure.Cause is { } cause)
        {
            JsonObject inner = new() { ["msg"] = cause.Message };
            AddStatus(inner, cause);
            data["cause"] = new JsonObject { ["name"] = "GqlError", ["data"] = inner };
        }
    }

    // The names of the .NET driver's exceptions, by which the suite knows errors apart.
    private static string ErrorType(Exception exception) => exception switch
    {
        GraphException graph => ErrorType(graph),
        FormatException or ArgumentException => "ArgumentError",
        _ => exception.GetType().Name,
    };

    private static string ErrorType(GraphException exception) => exception.Code switch
    {
        ClientErrors.ServiceUnavailable when exception.InnerException is TimeoutException => "ConnectionReadTimeoutError",
        ClientErrors.ServiceUnavailable => "ServiceUnavailableError",
        ClientErrors.SessionExpired when exception.InnerException?.InnerException is TimeoutException => "ConnectionReadTimeoutError",
        ClientErrors.SessionExpired => "SessionExpiredError",
        ClientErrors.CommitInDoubt => "ServiceUnavailableError",
        ClientErrors.Protocol => "ProtocolError",
        ClientErrors.Security => "SecurityError",
        ClientErrors.Unsupported when exception.Message.StartsWith("Credentials", StringComparison.Ordinal) => "UnsupportedFeatureException",
        ClientErrors.Unsupported => "ArgumentError",
        ClientErrors.ResultConsumed => "ResultConsumedError",
        ClientErrors.Terminated => "TransactionTerminatedError",
        "Neo.ClientError.Security.Unauthorized" => "AuthenticationError",
        "Neo.ClientError.Security.AuthorizationExpired" => "AuthorizationExpired",
        "Neo.ClientError.Security.TokenExpired" => "ClientError",
        "Neo.ClientError.Security.Forbidden" => "ForbiddenError",
        "Neo.ClientError.Database.DatabaseNotFound" => "FatalDiscoveryError",
        "Neo.ClientError.Transaction.InvalidBookmark" => "InvalidBookmarkError",
        "Neo.ClientError.Transaction.InvalidBookmarkMixture" => "InvalidBookmarkMixtureError",
        "Neo.ClientError.Statement.TypeError" => "TypeError",
        "Neo.ClientError.Statement.ArgumentError" => "ArgumentError",
        { } code when code.StartsWith("Neo.ClientError.Security.", StringComparison.Ordinal) => "OtherSecurityException",
        { } code when code.StartsWith("Neo.ClientError.", StringComparison.Ordinal) => "ClientError",
        { } code when code.StartsWith("Neo.TransientError.", StringComparison.Ordinal) => "DriverError",
        _ => "DatabaseError",
    };
}
