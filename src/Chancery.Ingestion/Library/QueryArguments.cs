using System.Globalization;
using System.Text.Json;
using Chancery.Graph;

namespace Chancery.Ingestion.Library;

/// <summary>Parameters of a question from what a caller typed or sent: missing ones take their default, unknown ones are refused.</summary>
public static class QueryArguments
{
    /// <exception cref="ArgumentException">A name is unknown or a text does not fit the parameter's type; says which.</exception>
    public static MapValue FromText(SavedQuery query, IReadOnlyDictionary<string, string> given) =>
        Bind(query, given.Keys, parameter => given.TryGetValue(parameter.Name, out string? text) ? Read(parameter, text) : (Value?)null);

    /// <inheritdoc cref="FromText"/>
    public static MapValue FromJson(SavedQuery query, IReadOnlyDictionary<string, JsonElement> given) =>
        Bind(query, given.Keys, parameter => given.TryGetValue(parameter.Name, out JsonElement json) ? Fit(parameter, json) : (Value?)null);

    private static MapValue Bind(SavedQuery query, IEnumerable<string> names, Func<QueryParameter, Value?> read)
    {
        if (names.FirstOrDefault(name => query.Parameters.All(parameter => parameter.Name != name)) is { } unknown)
        {
            string known = query.Parameters.Count == 0 ? "it has none" : "it has " + string.Join(", ", query.Parameters.Select(parameter => parameter.Name));
            throw new ArgumentException($"'{query.Name}' has no parameter '{unknown}': {known}.");
        }

        MapValue.Builder values = new(query.Parameters.Count);
        foreach (QueryParameter parameter in query.Parameters)
        {
            values.Set(parameter.Name, read(parameter) ?? JsonValues.ToValue(parameter.Default));
        }

        return values.Build();
    }

    private static Value Read(QueryParameter parameter, string text) => parameter.Type switch
    {
        _ when text == "null" => Value.Null,
        "string" => text,
        "integer" when long.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out long integer) => integer,
        "float" when double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out double number) => number,
        "boolean" when bool.TryParse(text, out bool truth) => truth,
        _ => throw new ArgumentException($"'{text}' is not a value of type {parameter.Type}, which '{parameter.Name}' needs."),
    };

    private static Value Fit(QueryParameter parameter, JsonElement json) => (parameter.Type, json.ValueKind) switch
    {
        (_, JsonValueKind.Null) => Value.Null,
        ("string", JsonValueKind.String) => json.GetString(),
        ("integer", JsonValueKind.Number) when json.TryGetInt64(out long integer) => integer,
        ("float", JsonValueKind.Number) => json.GetDouble(),
        ("boolean", JsonValueKind.True or JsonValueKind.False) => json.GetBoolean(),
        (_, JsonValueKind.String) => Read(parameter, json.GetString()!),
        _ => throw new ArgumentException($"{json.GetRawText()} is not a value of type {parameter.Type}, which '{parameter.Name}' needs."),
    };
}
