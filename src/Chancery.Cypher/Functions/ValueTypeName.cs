using Chancery.Cypher.Binding;
using Chancery.Graph;

namespace Chancery.Cypher.Functions;

/// <summary>The type of a value as <c>valueType()</c> prints it: <c>INTEGER NOT NULL</c>, <c>LIST&lt;FLOAT | NULL&gt; NOT NULL</c>.</summary>
internal static class ValueTypeName
{
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
        string[] names = [.. items.Where(item => !item.IsNull).Select(Of).Distinct().Order(StringComparer.Ordinal)];
        if (names.Length == 0)
        {
            return "NULL";
        }

        // One nullable item makes each alternative nullable.
        return string.Join(" | ", nullable ? names.Select(name => name.Replace(" NOT NULL", "", StringComparison.Ordinal)) : names);
    }
}
