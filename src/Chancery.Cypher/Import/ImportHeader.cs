namespace Chancery.Cypher.Import;

internal enum ColumnRole : byte
{
    Ignored,
    Property,
    Id,
    Names,
    Start,
    End,
}

/// <summary>
/// One column as its header has it: <c>born:int</c>, <c>id:ID(Person)</c>, <c>:START_ID(Person)</c>. <c>Key</c> is the property that it fills, if any;
/// <c>Space</c> is the space of ids that it belongs to, or looks into.
/// </summary>
internal sealed record HeaderColumn(string Text, ColumnRole Role, string? Key = null, ReadField? Read = null, string Space = "");

/// <summary>What the columns of a table mean.</summary>
internal sealed class ImportHeader
{
    private readonly string _file;
    private readonly byte _arrayDelimiter;

    /// <exception cref="Chancery.Graph.GraphException">A column is of no known kind, stands twice, or is missing.</exception>
    public ImportHeader(string file, IReadOnlyList<string> texts, bool ofNodes, bool isNamed, byte arrayDelimiter)
    {
        _file = file;
        _arrayDelimiter = arrayDelimiter;
        List<HeaderColumn> columns = [];
        foreach (string text in texts)
        {
            HeaderColumn column = Parse(text, columns.Count + 1, ofNodes);
            if (columns.Any(other => IsSame(column, other)))
            {
                throw Wrong(columns.Count + 1, text, "there is such a column already.");
            }

            columns.Add(column);
        }

        Columns = [.. columns];
        NeedsNames = !ofNodes && !isNamed;
        if (!ofNodes)
        {
            Require(ColumnRole.Start, ":START_ID", "");
            Require(ColumnRole.End, ":END_ID", "");
            if (NeedsNames)
            {
                Require(ColumnRole.Names, ":TYPE", ", and the files are given without TYPE=");
            }
        }
    }

    public HeaderColumn[] Columns { get; }

    /// <summary>True where every row must name its type.</summary>
    public bool NeedsNames { get; }

    public HeaderColumn? Find(ColumnRole role) => Array.Find(Columns, column => column.Role == role);

    /// <exception cref="Chancery.Graph.GraphException">A column looks for ids in a space of which no file has any.</exception>
    public void CheckSpaces(IReadOnlyDictionary<string, IdSpace> spaces)
    {
        for (int i = 0; i < Columns.Length; i++)
        {
            if (Columns[i].Role is ColumnRole.Start or ColumnRole.End && !spaces.ContainsKey(Columns[i].Space))
            {
                string space = Columns[i].Space is "" ? "without a space" : $"of the space {Columns[i].Space}";
                throw Wrong(i + 1, Columns[i].Text, $"no file of nodes has ids {space}.");
            }
        }
    }

    private static bool IsSame(HeaderColumn one, HeaderColumn other) =>
        one.Role != ColumnRole.Ignored && ((one.Role == other.Role && one.Role != ColumnRole.Property) || (one.Key is not null && one.Key == other.Key));

    private HeaderColumn Parse(string text, int column, bool ofNodes)
    {
        int colon = text.LastIndexOf(':');
        string name = colon < 0 ? text : text[..colon];
        string kind = colon < 0 ? "" : text[(colon + 1)..].Trim();
        if (kind.Contains('{', StringComparison.Ordinal))
        {
            throw Wrong(column, text, "options in braces are not known here.");
        }

        string space = "";
        if (kind.IndexOf('(', StringComparison.Ordinal) is var open and >= 0 && kind.EndsWith(')'))
        {
            space = kind[(open + 1)..^1];
            kind = kind[..open];
        }

        switch (kind.ToUpperInvariant())
        {
            case "IGNORE":
                return new HeaderColumn(text, ColumnRole.Ignored);
            case "ID" when ofNodes:
                return new HeaderColumn(text, ColumnRole.Id, name.Length > 0 ? name : null, FieldTypes.Text, space);
            case "LABEL" when ofNodes:
            case "TYPE" when !ofNodes:
                return new HeaderColumn(text, ColumnRole.Names);
            case "START_ID" when !ofNodes:
                return new HeaderColumn(text, ColumnRole.Start, Space: space);
            case "END_ID" when !ofNodes:
                return new HeaderColumn(text, ColumnRole.End, Space: space);
            case "ID" or "LABEL" or "TYPE" or "START_ID" or "END_ID":
                throw Wrong(column, text, $"files of {(ofNodes ? "nodes" : "relationships")} have no such column.");
        }

        if (name.Length == 0)
        {
            throw Wrong(column, text, "the column has no name.");
        }

        ReadField read = FieldTypes.Find(kind.Length == 0 ? "string" : kind, _arrayDelimiter)
            ?? throw Wrong(column, text, $"there is no type '{kind}'; known are {FieldTypes.Known}.");
        return new HeaderColumn(text, ColumnRole.Property, name, read);
    }

    private void Require(ColumnRole role, string name, string more)
    {
        if (Find(role) is null)
        {
            throw new ImportProblem(_file, 1, 0, null, $"the header has no column {name}{more}.").ToException();
        }
    }

    private Exception Wrong(int column, string text, string reason) => new ImportProblem(_file, 1, column, text, reason).ToException();
}
