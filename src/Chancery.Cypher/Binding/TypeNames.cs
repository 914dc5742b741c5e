using Chancery.Graph;

namespace Chancery.Cypher.Binding;

/// <summary>The names under which Neo4j prints types.</summary>
internal static class TypeNames
{
    public static string Of(ValueKind kind) => kind switch
    {
        ValueKind.LocalTime => "LOCAL TIME",
        ValueKind.Time => "ZONED TIME",
        ValueKind.LocalDateTime => "LOCAL DATETIME",
        ValueKind.DateTime => "ZONED DATETIME",
        _ => kind.ToString().ToUpperInvariant(),
    };

    public static string Describe(StaticType type)
    {
        if (type.Kinds == TypeSet.None)
        {
            return "NULL";
        }

        if (type.Kinds == TypeSet.Any)
        {
            return "ANY";
        }

        if (type.Kinds == TypeSet.List)
        {
            return $"LIST<{Describe(type.Item ?? StaticType.Any)}>";
        }

        return Describe(type.Kinds);
    }

    public static string Describe(TypeSet kinds)
    {
        if (kinds == TypeSet.Any)
        {
            return "ANY";
        }

        List<string> names = [];
        foreach (ValueKind kind in Enum.GetValues<ValueKind>())
        {
            if (kind != ValueKind.Null && ((uint)kinds & (1u << (int)kind)) != 0)
            {
                names.Add(Of(kind));
            }
        }

        return names.Count < 2 ? string.Concat(names) : $"{string.Join(", ", names[..^1])} or {names[^1]}";
    }
}
