namespace Chancery.Cypher.Execution;

/// <summary>What one statement may use; null means without limit.</summary>
internal sealed record QueryLimits
{
    public static QueryLimits None { get; } = new();

    /// <summary>The moment, on the clock's monotonic timestamp, after which the statement ends with an error.</summary>
    public long? Deadline { get; init; }

    /// <summary>Records that may be returned.</summary>
    public long? MaxRows { get; init; }

    /// <summary>Bytes that sorting, grouping, joining and collecting may hold at one time.</summary>
    public long? MaxMemory { get; init; }
}
