namespace Chancery.Bolt.Messages;

/// <summary>The Neo4j status codes that Bolt itself raises.</summary>
internal static class ErrorCodes
{
    public const string InvalidRequest = "Neo.ClientError.Request.Invalid";
    public const string InvalidFormat = "Neo.ClientError.Request.InvalidFormat";
    public const string Unauthorized = "Neo.ClientError.Security.Unauthorized";
    public const string RateLimit = "Neo.ClientError.Security.AuthenticationRateLimit";
    public const string Forbidden = "Neo.ClientError.Security.Forbidden";
    public const string AccessMode = "Neo.ClientError.Statement.AccessMode";
    public const string ArgumentError = "Neo.ClientError.Statement.ArgumentError";
    public const string DatabaseNotFound = "Neo.ClientError.Database.DatabaseNotFound";
    public const string Terminated = "Neo.ClientError.Transaction.Terminated";
    public const string TransactionNotFound = "Neo.ClientError.Transaction.TransactionNotFound";
    public const string Unknown = "Neo.DatabaseError.General.UnknownError";
}
