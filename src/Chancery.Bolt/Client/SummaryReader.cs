using Chancery.Graph;

namespace Chancery.Bolt.Client;

/// <summary>The metadata of a result's end as the seam's summary.</summary>
internal static class SummaryReader
{
    /// <param name="outcome">What the statement itself came to, for servers that do not say it.</param>
    /// <exception cref="GraphException">The server names no type of statement that there is.</exception>
    public static QuerySummary Read(MapValue metadata, long? firstAfter, GqlStatus outcome) => new()
    {
        Type = Text(metadata, "type") switch
        {
            "w" => QueryType.Write,
            "rw" => QueryType.ReadWrite,
            "s" => QueryType.Schema,
            "r" or null => QueryType.Read,
            { } other => throw new GraphException(ClientErrors.Protocol, $"'{other}' is no type of statement."),
        },
        Counters = metadata.GetOrNull("stats") is { Kind: ValueKind.Map } stats ? Counters(stats.AsMap()) : QueryCounters.None,
        Plan = Plan(metadata.GetOrNull("profile")) ?? Plan(metadata.GetOrNull("plan")),
        Profiled = metadata.ContainsKey("profile"),
        Notifications = Notifications(metadata),
        Statuses = Statuses(metadata, outcome),
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
            position.Kind == ValueKind.Map ? Place(position.AsMap()) : null)
        {
            Category = Text(map, "category") ?? Text(record, "_classification") ?? "",
        };
    }

    private static GqlStatus[] Statuses(MapValue metadata, GqlStatus outcome) => metadata.ContainsKey("statuses")
        ? [.. Items(metadata, "statuses").Where(item => item.Kind == ValueKind.Map).Select(item => Status(item.AsMap()))]
        : [.. Items(metadata, "notifications").Where(item => item.Kind == ValueKind.Map).Select(item => Polyfill(item.AsMap())).Prepend(outcome).OrderBy(Rank)];

    private static GqlStatus Status(MapValue map) => new(Text(map, "gql_status") ?? "", Text(map, "status_description") ?? "")
    {
        DiagnosticRecord = GqlStatus.Complete(map.GetOrNull("diagnostic_record") is { Kind: ValueKind.Map } record ? record.AsMap() : MapValue.Empty),
        IsNotification = Text(map, "neo4j_code") is not null,
    };

    // The status that GQL would have for a notification of an older server.
    private static GqlStatus Polyfill(MapValue notification)
    {
        (string code, string unknown) = Text(notification, "severity") == "WARNING"
            ? ("01N42", "warn: unknown warning")
            : ("03N42", "info: unknown notification");
        IEnumerable<(string, Value)> record = from pair in new[] { ("severity", "_severity"), ("category", "_classification"), ("position", "_position") }
                                              where !notification.GetOrNull(pair.Item1).IsNull
                                              select (pair.Item2, notification.GetOrNull(pair.Item1));
        return new GqlStatus(code, Text(notification, "description") ?? unknown)
        {
            DiagnosticRecord = GqlStatus.Complete(MapValue.Of([.. record])),
            IsNotification = true,
        };
    }

    // GQL's precedence: no data, warnings, success, information.
    private static int Rank(GqlStatus status) => status.Code[..2] switch
    {
        "02" => 0,
        "01" => 1,
        "00" => 2,
        _ => 3,
    };

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
