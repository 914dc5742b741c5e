using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using Chancery.Graph;
using NodaTime;

namespace Chancery.Bolt.TestKit;

/// <summary>Values in the suite's JSON, <c>{name: "CypherInt", data: {value: 1}}</c>, and back.</summary>
internal static class CypherJson
{
    private static readonly LocalDate Epoch = new(1970, 1, 1);

    public static JsonNode Write(Value value) => value.Kind switch
    {
        ValueKind.Null => Named("CypherNull", ("value", null)),
        ValueKind.Boolean => Named("CypherBool", ("value", value.AsBoolean())),
        ValueKind.Integer => Named("CypherInt", ("value", value.AsInteger())),
        ValueKind.Float => Named("CypherFloat", ("value", Number(value.AsFloat()))),
        ValueKind.String => Named("CypherString", ("value", value.AsString())),
        ValueKind.Bytes => Named("CypherBytes", ("value", string.Join(' ', value.AsBytes().Select(b => b.ToString("x2", CultureInfo.InvariantCulture))))),
        ValueKind.List => Named("CypherList", ("value", List(value.AsList()))),
        ValueKind.Map => Named("CypherMap", ("value", Map(value.AsMap()))),
        ValueKind.Node => Write(value.AsNode()),
        ValueKind.Relationship => Write(value.AsRelationship()),
        ValueKind.Path => Named(
            "Path",
            ("nodes", Named("CypherList", ("value", List([.. value.AsPath().Nodes])))),
            ("relationships", Named("CypherList", ("value", List([.. value.AsPath().Relationships]))))),
        ValueKind.Date => Named("CypherDate", DateParts(value.AsDate().EpochDay)),
        ValueKind.LocalTime => Named("CypherTime", TimeParts(value.AsLocalTime().NanoOfDay)),
        ValueKind.Time => Named("CypherTime", [.. TimeParts(value.AsTime().NanoOfDay), ("utc_offset_s", value.AsTime().OffsetSeconds)]),
        ValueKind.LocalDateTime => Named("CypherDateTime", DateTimeParts(value.AsLocalDateTime().EpochSecond, value.AsLocalDateTime().Nano)),
        ValueKind.DateTime => Write(value.AsDateTime()),
        ValueKind.Duration => Named(
            "CypherDuration",
            ("months", value.AsDuration().Months),
            ("days", value.AsDuration().Days),
            ("seconds", value.AsDuration().Seconds),
            ("nanoseconds", value.AsDuration().Nano)),
        ValueKind.Point => Write(value.AsPoint()),
        _ => throw new InvalidOperationException($"No JSON for {value.Kind}."),
    };

    public static JsonObject Map(MapValue map)
    {
        JsonObject json = [];
        foreach ((string key, Value value) in map)
        {
            json[key] = Write(value);
        }

        return json;
    }

    public static MapValue ReadMap(JsonElement json) => json.ValueKind == JsonValueKind.Object
        ? MapValue.Of([.. json.EnumerateObject().Select(property => (property.Name, Read(property.Value)))])
        : MapValue.Empty;

    public static Value Read(JsonElement json)
    {
        JsonElement data = json.GetProperty("data");
        JsonElement value = data.TryGetProperty("value", out JsonElement found) ? found : default;
        return json.GetProperty("name").GetString() switch
        {
            "CypherNull" => Value.Null,
            "CypherBool" => value.GetBoolean(),
            "CypherInt" => value.GetInt64(),
            "CypherFloat" => Value.Float(value.ValueKind == JsonValueKind.String ? Special(value.GetString()!) : value.GetDouble()),
            "CypherString" => value.GetString(),
            "CypherBytes" => Value.Bytes(Convert.FromHexString(value.GetString()!.Replace(" ", "", StringComparison.Ordinal))),
            "CypherList" => Value.List([.. value.EnumerateArray().Select(Read)]),
            "CypherMap" => ReadMap(value),
            "CypherDate" => Value.Date(new DateValue(EpochDay(data))),
            "CypherTime" => data.TryGetProperty("utc_offset_s", out JsonElement offset) && offset.ValueKind == JsonValueKind.Number
                ? Value.Time(new ZonedTime(NanoOfDay(data), offset.GetInt32()))
                : Value.LocalTime(new LocalTimeValue(NanoOfDay(data))),
            "CypherDateTime" => ReadDateTime(data),
            "CypherDuration" => Value.Duration(new DurationValue(
                data.GetProperty("months").GetInt64(),
                data.GetProperty("days").GetInt64(),
                data.GetProperty("seconds").GetInt64(),
                data.GetProperty("nanoseconds").GetInt32())),
            "CypherPoint" => ReadPoint(data),
            { } name => throw new NotSupportedException($"No value for {name}."),
            null => throw new NotSupportedException("A value without name."),
        };
    }

    private static JsonArray List(Value[] items) => [.. items.Select(Write)];

    private static JsonNode Write(Node node) => Named(
        "Node",
        ("id", Write(node.Id)),
        ("elementId", Write(node.ElementId)),
        ("labels", Write(Value.List([.. node.Labels.Select(Value.String)]))),
        ("props", Write(node.Properties)));

    private static JsonNode Write(Relationship relationship) => Named(
        "Relationship",
        ("id", Write(relationship.Id)),
        ("elementId", Write(relationship.ElementId)),
        ("startNodeId", Write(relationship.StartId)),
        ("startNodeElementId", Write(relationship.StartElementId)),
        ("endNodeId", Write(relationship.EndId)),
        ("endNodeElementId", Write(relationship.EndElementId)),
        ("type", Write(relationship.Type)),
        ("props", Write(relationship.Properties)));

    private static JsonNode Write(Graph.ZonedDateTime value) => Named("CypherDateTime",
    [
        .. DateTimeParts(value.EpochSecond + value.OffsetSeconds, value.Nano),
        ("utc_offset_s", value.OffsetSeconds),
        ("timezone_id", value.ZoneId),
    ]);

    private static JsonNode Write(PointValue point) => Named(
        "CypherPoint", ("system", point.Srid is 7203 or 9157 ? "cartesian" : "wgs84"), ("x", point.X), ("y", point.Y), ("z", point.Z));

    private static JsonObject Named(string name, params (string Key, JsonNode? Value)[] data)
    {
        JsonObject fields = [];
        foreach ((string key, JsonNode? value) in data)
        {
            fields[key] = value;
        }

        return new JsonObject { ["name"] = name, ["data"] = fields };
    }

    private static JsonNode Number(double value) => value switch
    {
        double.PositiveInfinity => "+Infinity",
        double.NegativeInfinity => "-Infinity",
        double.NaN => "NaN",
        _ => value,
    };

    private static double Special(string text) => text switch
    {
        "+Infinity" => double.PositiveInfinity,
        "-Infinity" => double.NegativeInfinity,
        _ => double.NaN,
    };

    private static (string, JsonNode?)[] DateParts(long epochDay)
    {
        LocalDate date = Epoch.PlusDays((int)epochDay);
        return [("year", date.Year), ("month", date.Month), ("day", date.Day)];
    }

    private static (string, JsonNode?)[] TimeParts(long nanoOfDay) =>
    [
        ("hour", nanoOfDay / 3_600_000_000_000),
        ("minute", nanoOfDay / 60_000_000_000 % 60),
        ("second", nanoOfDay / 1_000_000_000 % 60),
        ("nanosecond", nanoOfDay % 1_000_000_000),
    ];

    private static (string, JsonNode?)[] DateTimeParts(long localSecond, int nano)
    {
        long day = Math.DivRem(localSecond, 86_400, out long second);
        if (second < 0)
        {
            second += 86_400;
            day--;
        }

        return [.. DateParts(day), .. TimeParts((second * 1_000_000_000) + nano)];
    }

    private static long EpochDay(JsonElement data) => Period.DaysBetween(
        Epoch, new LocalDate(data.GetProperty("year").GetInt32(), data.GetProperty("month").GetInt32(), data.GetProperty("day").GetInt32()));

    private static long NanoOfDay(JsonElement data) =>
        (((((data.GetProperty("hour").GetInt64() * 60) + data.GetProperty("minute").GetInt64()) * 60) + data.GetProperty("second").GetInt64()) * 1_000_000_000)
        + data.GetProperty("nanosecond").GetInt64();

    private static Value ReadDateTime(JsonElement data)
    {
        long nanos = NanoOfDay(data);
        long local = (EpochDay(data) * 86_400) + (nanos / 1_000_000_000);
        int nano = (int)(nanos % 1_000_000_000);
        if (!data.TryGetProperty("utc_offset_s", out JsonElement offset) || offset.ValueKind != JsonValueKind.Number)
        {
            return Value.LocalDateTime(new LocalDateTimeValue(local, nano));
        }

        string? zone = data.TryGetProperty("timezone_id", out JsonElement id) ? id.GetString() : null;
        return Value.DateTime(new Graph.ZonedDateTime(local - offset.GetInt32(), nano, offset.GetInt32(), zone));
    }

    private static Value ReadPoint(JsonElement data)
    {
        bool cartesian = data.GetProperty("system").GetString() == "cartesian";
        double? z = data.TryGetProperty("z", out JsonElement third) && third.ValueKind == JsonValueKind.Number ? third.GetDouble() : null;
        int srid = (cartesian, z) switch
        {
            (true, null) => 7203,
            (true, _) => 9157,
            (false, null) => 4326,
            _ => 4979,
        };
        return Value.Point(new PointValue(srid, data.GetProperty("x").GetDouble(), data.GetProperty("y").GetDouble(), z));
    }
}
