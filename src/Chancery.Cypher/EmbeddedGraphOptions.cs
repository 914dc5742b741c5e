using Chancery.Cypher.Execution;
using Chancery.Cypher.Procedures;

namespace Chancery.Cypher;

/// <summary>How an embedded graph behaves where a caller asks for nothing else.</summary>
public sealed record EmbeddedGraphOptions
{
    public static EmbeddedGraphOptions Default { get; } = new();

    /// <summary>The clock of <c>datetime()</c>, of time limits, and of summaries.</summary>
    public TimeProvider Clock { get; init; } = TimeProvider.System;

    /// <summary>The time limit of transactions that name none; null means without limit.</summary>
    public TimeSpan? Timeout { get; init; }

    /// <summary>
    /// Bytes that one statement may hold where it names no limit: a quarter of the machine's memory unless set; null means without limit.
    /// </summary>
    public long? MaxMemory { get; init; } = GC.GetGCMemoryInfo().TotalAvailableMemoryBytes / 4;

    /// <summary>The folder from which <c>LOAD CSV</c> may read; null refuses it.</summary>
    public string? ImportFolder { get; init; }

    /// <summary>The name under which the one database is known to tools.</summary>
    public string DatabaseName { get; init; } = "neo4j";

    internal ImportFolder? Imports => ImportFolder is null ? null : new ImportFolder(ImportFolder);

    /// <summary>Procedures besides the built-in ones.</summary>
    internal IReadOnlyList<Procedure> MoreProcedures { get; init; } = [];

    /// <summary>False plans patterns as written and runs clause after clause, for comparison.</summary>
    internal bool Optimize { get; init; } = true;
}
