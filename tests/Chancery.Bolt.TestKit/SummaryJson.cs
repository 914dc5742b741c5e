using System.Text.Json.Nodes;
using Chancery.Bolt.Client;
using Chancery.Graph;

namespace Chancery.Bolt.TestKit;

/// <summary>A result's end in the suite's JSON.</summary>
internal static class SummaryJson
{
    private static readonly string[] Counters =
    [
        "nodes-created", "nodes-deleted", "relationships-created", "relationships-deleted", "properties-set", "labels-added", "labels-removed",
        "indexes-added", "indexes-removed", "constraints-added", "constraints-removed", "system-updates",
    ];

    public static JsonObject Write(TestResult result)
    {
        MapValue metadata = result.Result.Metadata;
        QuerySummary summary = SummaryReader.Read(metadata, result.Result.FirstAfter, result.Result.Outcome);
        return new JsonObject
        {
            ["counters"] = WriteCounters(metadata.GetOrNull("stats") is { Kind: ValueKind.Map } stats ? stats.AsMap() : MapValue.Empty),
            ["database"] = summary.Database,
            ["notifications"] = metadata.GetOrNull("notifications").IsNull && metadata.GetOrNull("statuses").IsNull
                ? null
                : new JsonArray([.. summary.Notifications.Select(Notification)]),
            ["gqlStatusObjects"] = new JsonArray([.. summary.Statuses.Select(Status)]),
            ["plan"] = Plain(metadata.GetOrNull("plan")),
            ["profile"] = Plain(metadata.GetOrNull("profile")),
            ["query"] = new JsonObject { ["text"] = result.Cypher, ["parameters"] = CypherJson.Map(result.Parameters) },
            ["queryType"] = metadata.GetOrNull("type") is { Kind: ValueKind.String } type ? type.AsString() : null,
            ["resultAvailableAfter"] = result.Result.FirstAfter,
            ["resultConsumedAfter"] = metadata.GetOrNull("t_last") is { Kind: ValueKind.Integer } last ? last.AsInteger() : null,
            ["serverInfo"] = Conversation.ServerInfo(result.Result.Connection),
        };
    }

    private static JsonObject WriteCounters(MapValue stats)
    {
        JsonObject json = [];
        bool any = false;
        foreach (string name in Counters)
        {
            long count = stats.GetOrNull(name) is { Kind: ValueKind.Integer } value ? value.AsInteger() : 0;
            any |= count > 0 && name != "system-updates";
            json[Camel(name)] = count;
        }

        json["containsUpdates"] = stats.GetOrNull("contains-updates") is { Kind: ValueKind.Boolean } told ? told.AsBoolean() : any;
        json["containsSystemUpdates"] = stats.GetOrNull("contains-system-updates") is { Kind: ValueKind.Boolean } system
            ? system.AsBoolean()
            : json["systemUpdates"]!.GetValue<long>() > 0;
        return json;
    }

    private static JsonNode Notification(Notification notification)
    {
        JsonObject json = new()
        {
            ["code"] = notification.Code,
            ["title"] = notification.Title,
            ["description"] = notification.Description,
            ["severity"] = notification.Severity,
            ["severityLevel"] = KnownSeverity(notification.Severity),
            ["rawSeverityLevel"] = notification.Severity,
            ["category"] = KnownCategory(notification.Category),
            ["rawCategory"] = notification.Category,
        };
        if (notification.Position is { } position)
        {
            json["position"] = new JsonObject { ["offset"] = position.Offset, ["line"] = position.Line, ["column"] = position.Column };
        }

        return json;
    }

    private static JsonNode Status(GqlStatus status) => new JsonObject
    {
        ["gqlStatus"] = status.Code,
        ["statusDescription"] = status.Description,
        ["position"] = Plain(status.DiagnosticRecord.GetOrNull("_position")),
        ["classification"] = KnownCategory(status.Classification),
        ["rawClassification"] = status.Classification,
        ["severity"] = KnownSeverity(status.Severity),
        ["rawSeverity"] = status.Severity,
        ["diagnosticRecord"] = CypherJson.Map(status.DiagnosticRecord),
        ["isNotification"] = status.IsNotification,
    };

    private static string KnownSeverity(string? severity) => severity is "WARNING" or "INFORMATION" ? severity : "UNKNOWN";

    private static string KnownCategory(string? category) => category is
        "HINT" or "UNRECOGNIZED" or "UNSUPPORTED" or "PERFORMANCE" or "DEPRECATION" or "SECURITY" or "TOPOLOGY" or "GENERIC" or "SCHEMA"
        ? category
        : "UNKNOWN";

    private static JsonNode? Plain(Value value) => value.Kind switch
    {
        ValueKind.Map => PlainMap(value.AsMap()),
        ValueKind.List => new JsonArray([.. value.AsList().Select(Plain)]),
        ValueKind.String => value.AsString(),
        ValueKind.Integer => value.AsInteger(),
        ValueKind.Float => value.AsFloat(),
        ValueKind.Boolean => value.AsBoolean(),
        _ => null,
    };

    private static JsonObject PlainMap(MapValue map)
    {
        JsonObject json = [];
        foreach ((string key, Value value) in map)
        {
            json[key] = Plain(value);
        }

        return json;
    }

    private static string Camel(string name)
    {
        string[] parts = name.Split('-');
        return parts[0] + string.Concat(parts[1..].Select(part => char.ToUpperInvariant(part[0]) + part[1..]));
    }
}
