namespace Chancery.Graph;

public enum QueryType : byte
{
    Read,
    ReadWrite,
    Write,
    Schema,
}

/// <summary>What a statement did, once its result was read or consumed.</summary>
public sealed record QuerySummary
{
    public QueryType Type { get; init; }

    public QueryCounters Counters { get; init; } = QueryCounters.None;

    /// <summary>The plan of EXPLAIN and PROFILE; null otherwise.</summary>
    public PlanDescription? Plan { get; init; }

    /// <summary>True where <see cref="Plan"/> holds measured rows and hits (PROFILE).</summary>
    public bool Profiled { get; init; }

    public IReadOnlyList<Notification> Notifications { get; init; } = [];

    /// <summary>
    /// The statement's outcome and its notifications in GQL's terms, as a server told them; before Bolt 5.6 they are made of what it did
    /// tell. Empty where the graph is embedded.
    /// </summary>
    public IReadOnlyList<GqlStatus> Statuses { get; init; } = [];

    /// <summary>The bookmark of an auto-commit transaction that wrote.</summary>
    public string? Bookmark { get; init; }

    public string? Database { get; init; }

    /// <summary>From the start of the statement to its first record, and to its last.</summary>
    public TimeSpan Available { get; init; }

    public TimeSpan Consumed { get; init; }
}

/// <summary>Counts of changes, under Neo4j's names.</summary>
public sealed record QueryCounters
{
    public static QueryCounters None { get; } = new();

    public long NodesCreated { get; init; }

    public long NodesDeleted { get; init; }

    public long RelationshipsCreated { get; init; }

    public long RelationshipsDeleted { get; init; }

    public long PropertiesSet { get; init; }

    public long LabelsAdded { get; init; }

    public long LabelsRemoved { get; init; }

    public long IndexesAdded { get; init; }

    public long IndexesRemoved { get; init; }

    public long ConstraintsAdded { get; init; }

    public long ConstraintsRemoved { get; init; }

    public bool ContainsUpdates => this != None;
}

/// <summary>One operator of a plan. <c>Rows</c> and <c>Hits</c> are null unless profiled; arguments print its details.</summary>
public sealed record PlanDescription(
    string Operator, MapValue Arguments, IReadOnlyList<string> Identifiers, IReadOnlyList<PlanDescription> Children)
{
    public double? EstimatedRows { get; init; }

    public long? Rows { get; init; }

    public long? Hits { get; init; }
}

/// <summary>A hint to the author of a statement, at a place in its text (offset 0-based, line and column 1-based).</summary>
public sealed record Notification(string Code, string Title, string Description, string Severity, TextPosition? Position)
{
    /// <summary><c>HINT</c>, <c>PERFORMANCE</c>, <c>DEPRECATION</c>, …; empty where it is not told.</summary>
    public string Category { get; init; } = "";
}

/// <summary>A place in a statement's text: offset from 0, line and column from 1.</summary>
public readonly record struct TextPosition(int Offset, int Line, int Column);
