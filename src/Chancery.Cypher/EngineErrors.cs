using Chancery.Graph;

namespace Chancery.Cypher;

/// <summary>The engine's boundary: whatever goes wrong inside leaves it as a <see cref="GraphException"/>.</summary>
internal static class EngineErrors
{
    public static T Guard<T>(Func<T> work)
    {
        try
        {
            return work();
        }
        catch (Exception error) when (error is not GraphException and not OperationCanceledException)
        {
            throw Unexpected(error);
        }
    }

    public static GraphException ReadOnly() =>
        new("Neo.ClientError.Statement.AccessMode", "Writing in read access mode is not allowed.") { AtCompileTime = true };

    public static GraphException NotAdministrator() => new(
        "Neo.ClientError.Security.Forbidden",
        "Changing the schema and ending transactions are reserved to administrators.") { AtCompileTime = true, GqlStatus = "42NFF" };

    public static GraphException NeedsAutoCommit() =>
        new("Neo.DatabaseError.Transaction.TransactionStartFailed", "CALL { … } IN TRANSACTIONS runs only in an auto-commit transaction.");

    public static GraphException Closed() =>
        new("Neo.ClientError.Transaction.TransactionNotFound", "The transaction has ended.");

    public static GraphException Failed(GraphException failure) =>
        new("Neo.ClientError.Transaction.Terminated", $"The transaction failed and is rolled back: {failure.Message}", failure);

    public static GraphException Outdated() => new(
        "Neo.TransientError.Transaction.Outdated",
        "Another transaction has committed since this one first read; run it again.");

    private static GraphException Unexpected(Exception error) =>
        new("Neo.DatabaseError.Statement.ExecutionFailed", $"The statement failed for a reason of the engine's own: {error.Message}", error);
}
