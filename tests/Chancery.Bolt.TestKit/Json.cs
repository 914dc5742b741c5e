using System.Text.Json;
using Chancery.Graph;

namespace Chancery.Bolt.TestKit;

/// <summary>Optional fields of the suite's requests: absent and null are one.</summary>
internal static class Json
{
    public static string? Text(this JsonElement data, string key) => Find(data, key)?.GetString();

    public static int? Number(this JsonElement data, string key) => Find(data, key)?.GetInt32();

    public static bool Flag(this JsonElement data, string key) => Find(data, key)?.GetBoolean() ?? false;

    public static string[]? Texts(this JsonElement data, string key) => Find(data, key) is { ValueKind: JsonValueKind.Array } list
        ? [.. list.EnumerateArray().Select(item => item.GetString()!)]
        : null;

    public static JsonElement? Find(this JsonElement data, string key) =>
        data.ValueKind == JsonValueKind.Object && data.TryGetProperty(key, out JsonElement value) && value.ValueKind is not JsonValueKind.Null ? value : null;

    public static MapValue Values(this JsonElement data, string key) => Find(data, key) is { } map ? CypherJson.ReadMap(map) : MapValue.Empty;

    public static TimeSpan? Milliseconds(this JsonElement data, string key) =>
        Find(data, key) is { ValueKind: JsonValueKind.Number } number ? TimeSpan.FromMilliseconds(number.GetDouble()) : null;
}
