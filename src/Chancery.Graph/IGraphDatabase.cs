namespace Chancery.Graph;

/// <summary>
/// The one door to a graph: the embedded engine, and any Bolt server, stand behind it and answer alike.
/// Safe for use from many threads; transactions and results are not.
/// </summary>
public interface IGraphDatabase : IAsyncDisposable
{
    /// <summary>What stands behind the door, for people: "embedded:./data/graph", "bolt://host:7687 (Neo4j/5.26.0)".</summary>
    string Description { get; }

    /// <summary>
    /// Runs one statement in a transaction of its own, committed when the result was read to its end or consumed.
    /// Only here may <c>CALL { } IN TRANSACTIONS</c> run.
    /// </summary>
    /// <exception cref="GraphException">The statement is wrong, failed, or exceeded a limit; the graph is as it was.</exception>
    ValueTask<IGraphResult> RunAsync(
        string cypher, MapValue? parameters = null, TransactionOptions? options = null, CancellationToken cancellationToken = default);

    /// <summary>Begins a transaction; disposing it without commit rolls back.</summary>
    ValueTask<IGraphTransaction> BeginAsync(TransactionOptions? options = null, CancellationToken cancellationToken = default);
}

/// <summary>
/// An open transaction. One statement after the other; several results may be open at once. A statement that fails, at once or while
/// its records are read, ends the transaction: it is rolled back, and whatever is asked of it later fails because of that.
/// </summary>
public interface IGraphTransaction : IAsyncDisposable
{
    ValueTask<IGraphResult> RunAsync(string cypher, MapValue? parameters = null, CancellationToken cancellationToken = default);

    /// <summary>Makes the changes durable and visible, and returns the bookmark that later readers may wait for.</summary>
    ValueTask<string?> CommitAsync(CancellationToken cancellationToken = default);

    ValueTask RollbackAsync(CancellationToken cancellationToken = default);
}

/// <summary>The records of one statement, pulled one at a time, so that a slow reader holds no memory.</summary>
public interface IGraphResult : IAsyncDisposable
{
    IReadOnlyList<string> Columns { get; }

    /// <summary>The record that the last <see cref="ReadAsync"/> reached, one value a column; valid until the next read.</summary>
    IReadOnlyList<Value> Current { get; }

    /// <summary>Moves to the next record; false at the end.</summary>
    ValueTask<bool> ReadAsync(CancellationToken cancellationToken = default);

    /// <summary>Drops what was not read, lets the statement's writes complete, and says what it did.</summary>
    ValueTask<QuerySummary> ConsumeAsync(CancellationToken cancellationToken = default);
}

public enum AccessMode : byte
{
    Write,
    Read,
}

/// <summary>What a caller may ask of a transaction; null means the database's default.</summary>
public sealed record TransactionOptions
{
    public static TransactionOptions Default { get; } = new();

    public static TransactionOptions ReadOnly { get; } = new() { Mode = AccessMode.Read };

    /// <summary>Read: a statement that would write is refused when it is planned.</summary>
    public AccessMode Mode { get; init; }

    /// <summary>
    /// False: statements that change the schema or end the transactions of others are refused when they are planned
    /// (<c>Neo.ClientError.Security.Forbidden</c>). A server behind Bolt knows this by the rights of its user alone.
    /// </summary>
    public bool MayAdminister { get; init; } = true;

    /// <summary>The transaction ends with an error after this long.</summary>
    public TimeSpan? Timeout { get; init; }

    /// <summary>A statement that returns more records ends with an error.</summary>
    public long? MaxRows { get; init; }

    /// <summary>Bytes that one statement may hold for sorting, grouping and collecting.</summary>
    public long? MaxMemory { get; init; }

    /// <summary>The transaction sees at least what was committed under these bookmarks.</summary>
    public IReadOnlyList<string> Bookmarks { get; init; } = [];

    /// <summary>The name of the database on servers that have several.</summary>
    public string? Database { get; init; }

    /// <summary>For logs and <c>SHOW TRANSACTIONS</c>.</summary>
    public MapValue? Metadata { get; init; }

    /// <summary>The user on whose behalf it runs, for <c>SHOW CURRENT USER</c> and <c>dbms.showCurrentUser()</c>.</summary>
    public string? User { get; init; }
}
