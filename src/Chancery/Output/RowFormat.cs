namespace Chancery.Output;

/// <summary>How records are printed.</summary>
internal enum RowFormat
{
    /// <summary>A table, for people.</summary>
    Table,

    /// <summary>One array of objects.</summary>
    Json,

    /// <summary>One object a line.</summary>
    Jsonl,

    /// <summary>RFC 4180, with a line of column names.</summary>
    Csv,
}
