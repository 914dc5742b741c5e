namespace Chancery.Graph;

/// <summary>A status object of GQL (ISO/IEC 39075): the outcome of a statement, or a hint to its author.</summary>
/// <param name="Code">Five characters; the first two are the class: 00 success, 01 warning, 02 no data, 03 information.</param>
/// <param name="Description">The class, and what is particular, in words: <c>note: no data</c>.</param>
public sealed record GqlStatus(string Code, string Description)
{
    private static readonly MapValue Defaults = MapValue.Of(("OPERATION", ""), ("OPERATION_CODE", "0"), ("CURRENT_SCHEMA", "/"));

    public static GqlStatus Success { get; } = new("00000", "note: successful completion");

    /// <summary>The statement has no columns.</summary>
    public static GqlStatus Omitted { get; } = new("00001", "note: successful completion - omitted result");

    public static GqlStatus NoData { get; } = new("02000", "note: no data");

    /// <summary>GQL's details; keys with an underscore are Neo4j's own: <c>_severity</c>, <c>_classification</c>, <c>_position</c>.</summary>
    public MapValue DiagnosticRecord { get; init; } = Defaults;

    /// <summary>It is one of the <see cref="QuerySummary.Notifications"/> too.</summary>
    public bool IsNotification { get; init; }

    /// <summary><c>WARNING</c> or <c>INFORMATION</c>; null where it is not told.</summary>
    public string? Severity => Text("_severity");

    /// <summary>A notification's category; null where it is not told.</summary>
    public string? Classification => Text("_classification");

    /// <summary>The record with GQL's own keys, at their defaults where it has none.</summary>
    public static MapValue Complete(MapValue record) =>
        MapValue.Of([.. Defaults.Where(pair => !record.ContainsKey(pair.Key)).Concat(record).Select(pair => (pair.Key, pair.Value))]);

    private string? Text(string key) => DiagnosticRecord.GetOrNull(key) is { Kind: ValueKind.String } text ? text.AsString() : null;
}
