using System.Globalization;
using Chancery.Graph;

namespace Chancery.Cypher;

/// <summary>CSV files for a graph that is empty yet, with the headers that <c>neo4j-admin database import</c> reads.</summary>
public sealed record GraphImport
{
    public IReadOnlyList<ImportSource> Nodes { get; init; } = [];

    public IReadOnlyList<ImportSource> Relationships { get; init; } = [];

    /// <summary>Between fields; an ASCII character.</summary>
    public char Delimiter { get; init; } = ',';

    /// <summary>Between the items of a list, and between labels; an ASCII character.</summary>
    public char ArrayDelimiter { get; init; } = ';';

    /// <summary>True leaves bad rows out and reports them; false ends the import at the first.</summary>
    public bool SkipBad { get; init; }
}

/// <summary>
/// Files that make one table: the first record of the first file is the header. <c>Names</c> are the labels that all its nodes have, or the
/// type that its relationships have where their rows name none. Files whose name ends in <c>.gz</c> are compressed.
/// </summary>
public sealed record ImportSource(IReadOnlyList<string> Names, IReadOnlyList<string> Files)
{
    /// <summary>Stands for the first file's own header, which is then passed over.</summary>
    public string? Header { get; init; }
}

/// <summary>How far an import is: rows read, and the share of all bytes (0 to 1; it is being written to disk once it is 1).</summary>
public sealed record ImportProgress(long Rows, double Share);

/// <summary>What an import made. Of the rows that were left out, <c>Problems</c> tells the first in each file.</summary>
public sealed record ImportReport(long Nodes, long Relationships, long Bad, IReadOnlyList<ImportProblem> Problems);

/// <summary>What is wrong with a row, and where: lines and columns count from 1; column 0 is the whole row, line 0 the whole file.</summary>
public sealed record ImportProblem(string File, long Line, int Column, string? Header, string Reason)
{
    public override string ToString()
    {
        string line = Line > 0 ? string.Create(CultureInfo.InvariantCulture, $": line {Line}") : "";
        string column = Column > 0 ? string.Create(CultureInfo.InvariantCulture, $", column {Column}") + (Header is null ? "" : $" ({Header})") : "";
        return $"{File}{line}{column}: {Reason}";
    }

    internal GraphException ToException(Exception? inner = null) => new("Neo.ClientError.General.InvalidArguments", ToString(), inner);
}
