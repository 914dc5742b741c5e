using System.Text.Json;
using Chancery.Graph;

namespace Chancery.Ingestion.Library;

/// <summary>
/// JSON and values of the graph. In: whole numbers become integers, other numbers floats. Out: nodes as {id, labels, properties},
/// relationships as {id, type, start, end, properties}, paths as {nodes, relationships}, temporal values in ISO form, bytes in Base64,
/// and NaN and the infinities, which JSON has not, as text.
/// </summary>
public static class JsonValues
{
    public static Value ToValue(JsonElement json) => json.ValueKind switch
    {
        JsonValueKind.String => json.GetString(),
        JsonValueKind.Number => json.TryGetInt64(out long integer) ? Value.Integer(integer) : Value.Float(json.GetDouble()),
        JsonValueKind.True => true,
        JsonValueKind.False => false,
        JsonValueKind.Array => Value.List([.. json.EnumerateArray().Select(ToValue)]),
        JsonValueKind.Object => ToMap(json),
        _ => Value.Null,
    };

    public static MapValue ToMap(JsonElement json)
    {
        MapValue.Builder map = new();
        foreach (JsonProperty property in json.EnumerateObject())
        {
            map.Set(property.Name, ToValue(property.Value));
        }

        return map.Build();
    }

    public static void Write(Utf8JsonWriter json, Value value)
    {
        switch (value.Kind)
        {
            case ValueKind.Null:
                json.WriteNullValue();
                break;
            case ValueKind.Boolean:
                json.WriteBooleanValue(value.AsBoolean());
                break;
            case ValueKind.Integer:
                json.WriteNumberValue(value.AsInteger());
                break;
            case ValueKind.Float when double.IsFinite(value.AsFloat()):
                json.WriteNumberValue(value.AsFloat());
                break;
            case ValueKind.String:
                json.WriteStringValue(value.AsString());
                break;
            case ValueKind.Bytes:
                json.WriteBase64StringValue(value.AsBytes());
                break;
            case ValueKind.List:
                WriteList(json, value.AsList());
                break;
            case ValueKind.Map:
                Write(json, value.AsMap());
                break;
            case ValueKind.Node:
                Write(json, value.AsNode());
                break;
            case ValueKind.Relationship:
                Write(json, value.AsRelationship());
                break;
            case ValueKind.Path:
                json.WriteStartObject();
                json.WritePropertyName("nodes");
                WriteList(json, value.AsPath().Nodes);
                json.WritePropertyName("relationships");
                WriteList(json, value.AsPath().Relationships);
                json.WriteEndObject();
                break;
            case ValueKind.Point:
                Write(json, value.AsPoint());
                break;
            default:
                json.WriteStringValue(ValueText.Display(value));
                break;
        }
    }

    private static void WriteList(Utf8JsonWriter json, IEnumerable<Value> items)
    {
        json.WriteStartArray();
        foreach (Value item in items)
        {
            Write(json, item);
        }

        json.WriteEndArray();
    }

    private static void Write(Utf8JsonWriter json, MapValue map)
    {
        json.WriteStartObject();
        foreach ((string key, Value value) in map)
        {
            json.WritePropertyName(key);
            Write(json, value);
        }

        json.WriteEndObject();
    }

    private static void Write(Utf8JsonWriter json, Node node)
    {
        json.WriteStartObject();
        json.WriteString("id", node.ElementId);
        json.WriteStartArray("labels");
        foreach (string label in node.Labels)
        {
            json.WriteStringValue(label);
        }

        json.WriteEndArray();
        json.WritePropertyName("properties");
        Write(json, node.Properties);
        json.WriteEndObject();
    }

    private static void Write(Utf8JsonWriter json, Relationship relationship)
    {
        json.WriteStartObject();
        json.WriteString("id", relationship.ElementId);
        json.WriteString("type", relationship.Type);
        json.WriteString("start", relationship.StartElementId);
        json.WriteString("end", relationship.EndElementId);
        json.WritePropertyName("properties");
        Write(json, relationship.Properties);
        json.WriteEndObject();
    }

    private static void Write(Utf8JsonWriter json, PointValue point)
    {
        json.WriteStartObject();
        json.WriteNumber("srid", point.Srid);
        json.WriteNumber("x", point.X);
        json.WriteNumber("y", point.Y);
        if (point.Z is { } z)
        {
            json.WriteNumber("z", z);
        }

        json.WriteEndObject();
    }
}
