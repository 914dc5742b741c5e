using Chancery.Graph;
using Official = Neo4j.Driver;

namespace Chancery.Bolt.Neo4jDriver;

/// <summary>The driver's summary of a statement as the seam's.</summary>
internal static class Neo4jSummary
{
    public static QuerySummary Read(Official.IResultSummary summary, string? bookmark) => new()
    {
        Type = summary.QueryType switch
        {
            Official.QueryType.WriteOnly => QueryType.Write,
            Official.QueryType.ReadWrite => QueryType.ReadWrite,
            Official.QueryType.SchemaWrite => QueryType.Schema,
            _ => QueryType.Read,
        },
        Counters = Counters(summary.Counters),
        Plan = summary.HasProfile ? Profile(summary.Profile) : summary.HasPlan ? Plan(summary.Plan) : null,
        Profiled = summary.HasProfile,
        Notifications = [.. (summary.Notifications ?? []).Select(Notification)],
        Bookmark = bookmark,
        Database = summary.Database?.Name,
        Available = summary.ResultAvailableAfter,
        Consumed = summary.ResultConsumedAfter,
    };

    private static QueryCounters Counters(Official.ICounters counters) => counters is null ? QueryCounters.None : new QueryCounters
    {
        NodesCreated = counters.NodesCreated,
        NodesDeleted = counters.NodesDeleted,
        RelationshipsCreated = counters.RelationshipsCreated,
        RelationshipsDeleted = counters.RelationshipsDeleted,
        PropertiesSet = counters.PropertiesSet,
        LabelsAdded = counters.LabelsAdded,
        LabelsRemoved = counters.LabelsRemoved,
        IndexesAdded = counters.IndexesAdded,
        IndexesRemoved = counters.IndexesRemoved,
        ConstraintsAdded = counters.ConstraintsAdded,
        ConstraintsRemoved = counters.ConstraintsRemoved,
    };

    private static PlanDescription Profile(Official.IProfiledPlan plan) =>
        Plan(plan) with { Children = [.. plan.Children.Select(Profile)], Rows = plan.Records, Hits = plan.DbHits };

    private static PlanDescription Plan(Official.IPlan plan)
    {
        MapValue arguments = FromDriver.Map(plan.Arguments);
        return new PlanDescription(plan.OperatorType, arguments, [.. plan.Identifiers], [.. plan.Children.Select(Plan)])
        {
            EstimatedRows = arguments.GetOrNull("EstimatedRows") is { Kind: ValueKind.Float or ValueKind.Integer } rows ? rows.AsNumber() : null,
        };
    }

    private static Notification Notification(Official.INotification notification) => new(
        notification.Code ?? "",
        notification.Title ?? "",
        notification.Description ?? "",
        notification.RawSeverityLevel ?? "",
        notification.Position is { } position ? new TextPosition(position.Offset, position.Line, position.Column) : null);
}
