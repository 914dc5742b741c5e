using Chancery.Bolt.Framing;
using Chancery.Graph;

namespace Chancery.Bolt.Server;

/// <summary>A statement's summary as the metadata of the last SUCCESS.</summary>
internal static class SummaryMetadata
{
    public static MapValue Write(QuerySummary summary, OpenResult open, NotificationFilter filter, BoltVersion version, string database)
    {
        MapValue.Builder metadata = new MapValue.Builder(8)
            .Set("type", TypeCode(summary.Type))
            .Set("t_last", (long)summary.Consumed.TotalMilliseconds)
            .Set("db", summary.Database ?? database);
        if (summary.Counters.ContainsUpdates)
        {
            metadata.Set("stats", Counters(summary.Counters));
        }

        if (summary.Bookmark is { } bookmark)
        {
            metadata.Set("bookmark", bookmark);
        }

        if (summary.Plan is { } plan)
        {
            metadata.Set(summary.Profiled ? "profile" : "plan", Plan(plan));
        }

        Notification[] notifications = [.. summary.Notifications.Where(filter.Allows)];
        if (version.HasStatuses)
        {
            metadata.Set("statuses", Value.List([Outcome(open), .. notifications.Select(Status)]));
        }
        else if (notifications.Length > 0)
        {
            metadata.Set("notifications", Value.List([.. notifications.Select(Legacy)]));
        }

        return metadata.Build();
    }

    private static string TypeCode(QueryType type) => type switch
    {
        QueryType.Read => "r",
        QueryType.Write => "w",
        QueryType.ReadWrite => "rw",
        _ => "s",
    };

    private static Value Counters(QueryCounters counters)
    {
        MapValue.Builder stats = new();
        foreach ((string name, long count) in new (string, long)[]
        {
            ("nodes-created", counters.NodesCreated),
            ("nodes-deleted", counters.NodesDeleted),
            ("relationships-created", counters.RelationshipsCreated),
            ("relationships-deleted", counters.RelationshipsDeleted),
            ("properties-set", counters.PropertiesSet),
            ("labels-added", counters.LabelsAdded),
            ("labels-removed", counters.LabelsRemoved),
            ("indexes-added", counters.IndexesAdded),
            ("indexes-removed", counters.IndexesRemoved),
            ("constraints-added", counters.ConstraintsAdded),
            ("constraints-removed", counters.ConstraintsRemoved),
        })
        {
            if (count != 0)
            {
                stats.Set(name, count);
            }
        }

        return stats.Set("contains-updates", true).Build();
    }

    private static Value Plan(PlanDescription plan)
    {
        MapValue arguments = plan.Arguments;
        if (plan.EstimatedRows is { } estimated && !arguments.ContainsKey("EstimatedRows"))
        {
            arguments = MapValue.Of([.. arguments.Select(pair => (pair.Key, pair.Value)), ("EstimatedRows", estimated)]);
        }

        MapValue.Builder map = new MapValue.Builder(8)
            .Set("operatorType", plan.Operator)
            .Set("args", arguments)
            .Set("identifiers", Value.List([.. plan.Identifiers.Select(Value.String)]))
            .Set("children", Value.List([.. plan.Children.Select(Plan)]));
        if (plan.Rows is { } rows)
        {
            map.Set("rows", rows).Set("dbHits", plan.Hits ?? 0);
        }

        return map.Build();
    }

    private static Value Legacy(Notification notification)
    {
        MapValue.Builder map = new MapValue.Builder(8)
            .Set("code", notification.Code)
            .Set("title", notification.Title)
            .Set("description", notification.Description)
            .Set("severity", notification.Severity)
            .Set("category", NotificationFilter.Classification(notification));
        if (notification.Position is { } position)
        {
            map.Set("position", Place(position));
        }

        return map.Build();
    }

    // GQL's outcome of the statement itself, which stands among the statuses.
    private static Value Outcome(OpenResult open)
    {
        (string status, string description) = open switch
        {
            { Result.Columns.Count: 0 } => ("00001", "note: successful completion - omitted result"),
            { HadRecords: true } => ("00000", "note: successful completion"),
            _ => ("02000", "note: no data"),
        };
        return MapValue.Of(("gql_status", status), ("status_description", description));
    }

    private static Value Status(Notification notification)
    {
        bool warning = notification.Severity == "WARNING";
        MapValue.Builder record = new MapValue.Builder(8)
            .Set("OPERATION", "").Set("OPERATION_CODE", "0").Set("CURRENT_SCHEMA", "/")
            .Set("_severity", notification.Severity)
            .Set("_classification", NotificationFilter.Classification(notification));
        if (notification.Position is { } position)
        {
            record.Set("_position", Place(position));
        }

        return MapValue.Of(
            ("gql_status", warning ? "01N42" : "03N42"),
            ("status_description", (warning ? "warn: unknown warning. " : "info: unknown notification. ") + notification.Description),
            ("neo4j_code", notification.Code),
            ("title", notification.Title),
            ("description", notification.Description),
            ("diagnostic_record", record.Build()));
    }

    private static Value Place(TextPosition position) => MapValue.Of(
        ("offset", (long)position.Offset), ("line", (long)position.Line), ("column", (long)position.Column));
}
