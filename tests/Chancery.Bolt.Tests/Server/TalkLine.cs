using System.Buffers;
using System.Text.Json;
using Chancery.Bolt.Framing;
using Chancery.Bolt.Messages;
using Chancery.Bolt.PackStream;
using Chancery.Graph;

namespace Chancery.Bolt.Tests.Server;

/// <summary>
/// One message of a talk as text: its name and its fields in JSON. <c>"*"</c> stands for any value, and a map with the key
/// <c>"..."</c> for a map with more keys.
/// </summary>
internal static class TalkLine
{
    private static readonly Dictionary<string, byte> Tags = typeof(MessageTag).GetFields()
        .ToDictionary(field => field.Name.ToUpperInvariant(), field => (byte)field.GetRawConstantValue()!);

    public static byte[] Encode(string line, BoltVersion version)
    {
        (string name, Value[] fields) = Parse(line);
        ArrayBufferWriter<byte> output = new();
        PackStreamWriter writer = new(output, version.Shape);
        writer.WriteStructureHeader(Tags[name], fields.Length);
        foreach (Value field in fields)
        {
            writer.WriteValue(field);
        }

        writer.Flush();
        return output.WrittenSpan.ToArray();
    }

    public static string Decode(ReadOnlySpan<byte> message)
    {
        PackStreamReader reader = new(message);
        (byte tag, int count) = reader.ReadStructureHeader();
        string text = Tags.First(pair => pair.Value == tag).Key;
        for (int i = 0; i < count; i++)
        {
            text += " " + Print(reader.ReadValue());
        }

        return text;
    }

    public static bool Matches(string expected, string actual)
    {
        (string name, Value[] fields) = Parse(expected);
        (string actualName, Value[] actualFields) = Parse(actual);
        return name == actualName && fields.Length == actualFields.Length && fields.Zip(actualFields).All(pair => Matches(pair.First, pair.Second));
    }

    private static bool Matches(Value expected, Value actual) => expected.Kind switch
    {
        ValueKind.String when expected.AsString() == "*" => true,
        ValueKind.Map when actual.Kind == ValueKind.Map => MapMatches(expected.AsMap(), actual.AsMap()),
        ValueKind.List when actual.Kind == ValueKind.List =>
            expected.AsList().Length == actual.AsList().Length && expected.AsList().Zip(actual.AsList()).All(pair => Matches(pair.First, pair.Second)),
        _ => expected == actual,
    };

    private static bool MapMatches(MapValue expected, MapValue actual) =>
        (expected.ContainsKey("...") || expected.Count == actual.Count)
        && expected.All(pair => pair.Key == "..." || (actual.TryGetValue(pair.Key, out Value value) && Matches(pair.Value, value)));

    private static (string Name, Value[] Fields) Parse(string line)
    {
        int space = line.IndexOf(' ', StringComparison.Ordinal);
        if (space < 0)
        {
            return (line, []);
        }

        // The fields stand one after the other, as JSON's items do without their commas.
        using JsonDocument json = JsonDocument.Parse("[" + SeparateFields(line[(space + 1)..]) + "]");
        return (line[..space], [.. json.RootElement.EnumerateArray().Select(ToValue)]);
    }

    private static string SeparateFields(string fields)
    {
        List<string> parts = [];
        int depth = 0, start = 0;
        bool quoted = false;
        for (int i = 0; i < fields.Length; i++)
        {
            char c = fields[i];
            quoted = c == '"' && (i == 0 || fields[i - 1] != '\\') ? !quoted : quoted;
            depth += quoted ? 0 : c is '{' or '[' ? 1 : c is '}' or ']' ? -1 : 0;
            if (c == ' ' && depth == 0 && !quoted)
            {
                parts.Add(fields[start..i]);
                start = i + 1;
            }
        }

        return string.Join(',', [.. parts, fields[start..]]);
    }

    private static Value ToValue(JsonElement json) => json.ValueKind switch
    {
        JsonValueKind.True => Value.True,
        JsonValueKind.False => Value.False,
        JsonValueKind.Number => json.TryGetInt64(out long integer) ? Value.Integer(integer) : Value.Float(json.GetDouble()),
        JsonValueKind.String => json.GetString(),
        JsonValueKind.Array => Value.List([.. json.EnumerateArray().Select(ToValue)]),
        JsonValueKind.Object => MapValue.Of([.. json.EnumerateObject().Select(property => (property.Name, ToValue(property.Value)))]),
        _ => Value.Null,
    };

    private static string Print(Value value) => value.Kind switch
    {
        ValueKind.List => "[" + string.Join(", ", value.AsList().Select(Print)) + "]",
        ValueKind.Map => "{" + string.Join(", ", value.AsMap().Select(pair => $"{JsonSerializer.Serialize(pair.Key)}: {Print(pair.Value)}")) + "}",
        ValueKind.String => JsonSerializer.Serialize(value.AsString()),
        ValueKind.Integer => JsonSerializer.Serialize(value.AsInteger()),
        ValueKind.Float => JsonSerializer.Serialize(value.AsFloat()),
        ValueKind.Boolean => JsonSerializer.Serialize(value.AsBoolean()),
        ValueKind.Null => "null",
        _ => JsonSerializer.Serialize(value.Kind.ToString()),
    };
}
