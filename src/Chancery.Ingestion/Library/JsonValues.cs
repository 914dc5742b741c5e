using System.Text.Json;
using Chancery.Graph;

namespace Chancery.Ingestion.Library;

/// <summary>JSON as values of the graph: whole numbers become integers, other numbers floats.</summary>
public static class JsonValues
{
    public static Value ToValue(JsonElement json) => json.ValueKind switch
    {
        JsonValueKind.String => json.GetString(),
        JsonValueKind.Number => json.TryGetInt64(out long integer) ? integer : json.GetDouble(),
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
}
