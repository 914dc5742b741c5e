using Chancery.Cypher.Binding;
using Chancery.Graph;

namespace Chancery.Cypher.Functions;

/// <summary>The type of a value as <c>valueType()</c> prints it: <c>INTEGER NOT NULL</c>, <c>LIST&lt;FLOAT | NULL&gt; NOT NULL</c>.</summary>
internal static class ValueTypeName
{
    // As Neo4j lists the alternatives of a union.
    private static readonly ValueKind[] _order =
    [
        ValueKind.Boolean, ValueKind.String, ValueKind.Integer, ValueKind.Float, ValueKind.Date, ValueKind.LocalTime, ValueKind.Time,
        ValueKind.LocalDateTime, ValueKind.DateTime, ValueKind.Duration, ValueKind.Point, ValueKind.Node, ValueKind.Relationship,
        ValueKind.Map, ValueKind.List, ValueKind.Path, ValueKind.Bytes,
    ];

    public static string Of(Value value) => value.Kind switch
    {
        ValueKind.Null => "NULL",
        ValueKind.List => $"LIST<{OfItems(value.AsList())}> NOT NULL",
        ValueKind kind => TypeNames.Of(kind) + " NOT NULL",
    };

    private static string OfItems(Value[] items)
    {
        if (items.Length == 0)
        {
            return "NOTHING";
        }

        bool nullable = items.Any(item => item.IsNull);
        string[] names =
        [
            .. items.Where(item => !item.IsNull).OrderBy(item => Array.IndexOf(_order, item.Kind)).Select(Of).Distinct(),
        ];
        if (names.Length == 0)
        {
            return "NULL";
        }

        // One nullable item makes each alternative nullable.
        return string.Join(" | ", nullable ? names.Select(name => name.Replace(" NOT NULL", "", StringComparison.Ordinal)) : names);
    }
}
