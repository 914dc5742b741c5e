using Chancery.Graph;

namespace Chancery.Cypher.Storage;

/// <summary>The types that a property type constraint may ask for, in Cypher's words.</summary>
internal static class PropertyTypes
{
    private const string ListStart = "LIST<";
    private const string ListEnd = " NOT NULL>";

    /// <summary>Whether the value is of the type: <c>STRING</c>, <c>INTEGER | FLOAT</c>, <c>LIST&lt;DATE NOT NULL&gt;</c>, …</summary>
    public static bool Matches(Value value, string type) =>
        type.Split('|', StringSplitOptions.TrimEntries).Any(one => MatchesOne(value, one));

    private static bool MatchesOne(Value value, string type)
    {
        if (type.StartsWith(ListStart, StringComparison.Ordinal) && type.EndsWith(ListEnd, StringComparison.Ordinal))
        {
            string item = type[ListStart.Length..^ListEnd.Length];
            return value.Kind == ValueKind.List && Array.TrueForAll(value.AsList(), one => NameOf(one.Kind) == item);
        }

        return NameOf(value.Kind) == type;
    }

    private static string NameOf(ValueKind kind) => kind switch
    {
        ValueKind.Boolean => "BOOLEAN",
        ValueKind.Integer => "INTEGER",
        ValueKind.Float => "FLOAT",
        ValueKind.String => "STRING",
        ValueKind.Date => "DATE",
        ValueKind.LocalTime => "LOCAL TIME",
        ValueKind.Time => "ZONED TIME",
        ValueKind.LocalDateTime => "LOCAL DATETIME",
        ValueKind.DateTime => "ZONED DATETIME",
        ValueKind.Duration => "DURATION",
        ValueKind.Point => "POINT",
        _ => "ANY",
    };
}
