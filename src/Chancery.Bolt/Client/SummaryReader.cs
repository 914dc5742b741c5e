using Chancery.Graph;

namespace Chancery.Bolt.Client;

/// <summary>The metadata of a result's end as the seam's summary.</summary>
internal static class SummaryReader
{
    public static QuerySummary Read(MapValue metadata, long? firstAfter) => new()
    {
        Type = Text(metadata, "type") switch
        {
            "w" => QueryType.Write,
            "rw" => QueryType.ReadWrite,
            "s" => QueryType.Schema,
            _ => QueryType.Read,
        },
        Counters = metadata.GetOrNull("stats") is { Kind: ValueKind.Map } stats ? Counters(stats.AsMap()) : QueryCounters.None,
        Plan = Plan(metadata.GetOrNull("profile")) ?? Plan(metadata.GetOrNull("plan")),
        Profiled = metadata.ContainsKey("profile"),
        Notifications = Notifications(metadata),
        Bookmark = Text(metadata, "bookmark"),
        Database = Text(metadata, "db"),
        Available = TimeSpan.FromMilliseconds(firstAfter ?? 0),
        Consumed = TimeSpan.FromMilliseconds(Number(metadata, "t_last") ?? 0),
    };

    private static QueryCounters Counters(MapValue stats)
    {
        QueryCounters counters = new()
        {
            NodesCreated = Number(stats, "nodes-created") ?? 0,
            NodesDeleted = Number(stats, "nodes-deleted") ?? 0,
            RelationshipsCreated = Number(stats, "relationships-created") ?? 0,
            RelationshipsDeleted = Number(stats, "relationships-deleted") ?? 0,
            PropertiesSet = Number(stats, "properties-set") ?? 0,
            LabelsAdded = Number(stats, "labels-added") ?? 0,
            LabelsRemoved = Number(stats, "labels-removed") ?? 0,
            IndexesAdded = Number(stats, "indexes-added") ?? 0,
            IndexesRemoved = Number(stats, "indexes-removed") ?? 0,
            ConstraintsAdded = Number(stats, "constraints-added") ?? 0,
            ConstraintsRemoved = Number(stats, "constraints-removed") ?? 0,
        };
        return counters.ContainsUpdates ? counters : QueryCounters.None;
    }

    private static PlanDescription? Plan(Value value)
    {
        if (value.Kind != ValueKind.Map)
        {
            return null;
        }

        MapValue map = value.AsMap();
        MapValue arguments = map.GetOrNull("args") is { Kind: ValueKind.Map } args ? args.AsMap() : MapValue.Empty;
        return new PlanDescription(
            Text(map, "operatorType") ?? "",
            arguments,
            [.. Items(map, "identifiers").Where(item => item.Kind == ValueKind.String).Select(item => item.AsString())],
            [.. Items(map, "children").Select(Plan).OfType<PlanDescription>()])
        {
            EstimatedRows = arguments.GetOrNull("EstimatedRows") is { Kind: ValueKind.Float or ValueKind.Integer } rows ? rows.AsNumber() : null,
            Rows = Number(map, "rows"),
            Hits = Number(map, "dbHits"),
        };
    }

    // To 5.4 hints stand under "notifications", later among the "statuses", of which the outcome of the statement itself has no code.
    private static Notification[] Notifications(MapValue metadata) =>
    [
        .. Items(metadata, "notifications").Concat(Items(metadata, "statuses"))
            .Where(item => item.Kind == ValueKind.Map)
            .Select(item => item.AsMap())
            .Where(map => Text(map, "code") is not null || Text(map, "neo4j_code") is not null)
            .Select(Notification),
    ];

    private static Notification Notification(MapValue map)
    {
        MapValue record = map.GetOrNull("diagnostic_record") is { Kind: ValueKind.Map } diagnostic ? diagnostic.AsMap() : MapValue.Empty;
        Value position = map.GetOrNull("position").IsNull ? record.GetOrNull("_position") : map.GetOrNull("position");
        return new Notification(
            Text(map, "code") ?? Text(map, "neo4j_code") ?? "",
            Text(map, "title") ?? "",
            Text(map, "description") ?? "",
            Text(map, "severity") ?? Text(record, "_severity") ?? "",
            position.Kind == ValueKind.Map ? Place(position.AsMap()) : null);
    }

    private static TextPosition Place(MapValue map) => new(
        (int)(Number(map, "offset") ?? 0), (int)(Number(map, "line") ?? 0), (int)(Number(map, "column") ?? 0));

    private static Value[] Items(MapValue map, string key) => map.GetOrNull(key) is { Kind: ValueKind.List } list ? list.AsList() : [];

    private static string? Text(MapValue map, string key) => map.GetOrNull(key) is { Kind: ValueKind.String } text ? text.AsString() : null;

    private static long? Number(MapValue map, string key) => map.GetOrNull(key) switch
    {
        { Kind: ValueKind.Integer } number => number.AsInteger(),
        { Kind: ValueKind.Float } number => (long)number.AsFloat(),
        _ => null,
    };
}
