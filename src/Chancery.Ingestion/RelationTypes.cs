namespace Chancery.Ingestion;

/// <summary>The relations of the graph.</summary>
public static class RelationTypes
{
    /// <summary>Stated by a header: from the cable itself.</summary>
    public static IReadOnlyList<string> Header { get; } = ["SENT_FROM", "ADDRESSED_TO", "SIGNED_BY", "TAGGED"];

    /// <summary>Stated by passages: claims, projected into edges between entities.</summary>
    public static IReadOnlyList<string> Projected { get; } =
        ["HOLDS", "POSITION_IN", "PART_OF", "GOVERNS", "MEMBER_OF", "LOCATED_IN", "MET_WITH", "TRAVELED_TO", "COOPERATES_WITH"];

    /// <summary>Without direction: their one edge runs from the smaller id to the greater.</summary>
    public static IReadOnlyList<string> Symmetric { get; } = ["COOPERATES_WITH", "MET_WITH"];
}
