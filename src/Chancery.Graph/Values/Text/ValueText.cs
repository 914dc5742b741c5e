using System.Globalization;
using System.Text;

namespace Chancery.Graph;

/// <summary>Values as text: the Cypher literal that stands for each.</summary>
public static partial class ValueText
{
    /// <summary>
    /// The literal of a value, with keys of maps in their order: <c>'text'</c>, <c>1.0</c>, <c>[1, null]</c>, <c>{a: 1}</c>,
    /// <c>date('2005-11-22')</c>, <c>(:Person {name: 'X'})</c>, <c>[:KNOWS]</c>, <c>&lt;(:A)-[:T]->(:B)&gt;</c>.
    /// </summary>
    public static string Literal(Value value)
    {
        StringBuilder text = new();
        AppendLiteral(text, value);
        return text.ToString();
    }

    /// <summary>For people's eyes, as a table cell shows it: strings and temporal values bare, everything else as its literal.</summary>
    public static string Display(Value value) => value.Kind switch
    {
        ValueKind.String => value.AsString(),
        _ when IsTemporal(value.Kind) => Temporal(value),
        _ => Literal(value),
    };

    /// <summary>A double as Cypher prints it: always with a point, in powers of ten below 10^-3 and from 10^7.</summary>
    public static string Float(double number)
    {
        if (double.IsNaN(number))
        {
            return "NaN";
        }

        if (double.IsInfinity(number))
        {
            return number > 0 ? "Infinity" : "-Infinity";
        }

        double size = Math.Abs(number);
        if (size is 0 or (>= 1e-3 and < 1e7))
        {
            string plain = number.ToString("0.0################", CultureInfo.InvariantCulture);
            string exact = number.ToString("R", CultureInfo.InvariantCulture);
            return exact.Contains('E', StringComparison.Ordinal) ? plain : exact.Contains('.', StringComparison.Ordinal) ? exact : exact + ".0";
        }

        return Scientific(number.ToString("R", CultureInfo.InvariantCulture));
    }

    /// <summary>The ISO form of a temporal value.</summary>
    public static string Temporal(Value value) => value.Kind switch
    {
        ValueKind.Date => value.AsDate().ToString(),
        ValueKind.LocalTime => value.AsLocalTime().ToString(),
        ValueKind.Time => value.AsTime().ToString(),
        ValueKind.LocalDateTime => value.AsLocalDateTime().ToString(),
        ValueKind.DateTime => value.AsDateTime().ToString(),
        ValueKind.Duration => value.AsDuration().ToString(),
        _ => throw new ArgumentException($"{value.Kind} is no temporal type.", nameof(value)),
    };

    private static bool IsTemporal(ValueKind kind) => kind is >= ValueKind.Date and <= ValueKind.Duration;

    private static void AppendLiteral(StringBuilder text, Value value)
    {
        switch (value.Kind)
        {
            case ValueKind.Null:
                text.Append("null");
                break;
            case ValueKind.Boolean:
                text.Append(value.AsBoolean() ? "true" : "false");
                break;
            case ValueKind.Integer:
                text.Append(value.AsInteger().ToString(CultureInfo.InvariantCulture));
                break;
            case ValueKind.Float:
                text.Append(Float(value.AsFloat()));
                break;
            case ValueKind.String:
                AppendQuoted(text, value.AsString());
                break;
            case ValueKind.Bytes:
                text.Append("bytes('").Append(Convert.ToHexString(value.AsBytes())).Append("')");
                break;
            case ValueKind.List:
                AppendItems(text, value.AsList());
                break;
            case ValueKind.Map:
                AppendMap(text, value.AsMap());
                break;
            case ValueKind.Node:
                AppendNode(text, value.AsNode());
                break;
            case ValueKind.Relationship:
                AppendRelationship(text, value.AsRelationship());
                break;
            case ValueKind.Path:
                AppendPath(text, value.AsPath());
                break;
            case ValueKind.Point:
                text.Append(value.AsPoint());
                break;
            default:
                text.Append(value.Kind.ToString().ToLowerInvariant()).Append("('").Append(Temporal(value)).Append("')");
                break;
        }
    }

    /// <summary>A name as it stands in a query: back-quoted where it is not a plain identifier.</summary>
    public static string Name(string name)
    {
        bool plain = name.Length > 0 && (char.IsLetter(name[0]) || name[0] == '_') && name.All(c => char.IsLetterOrDigit(c) || c == '_');
        return plain ? name : $"`{name.Replace("`", "``", StringComparison.Ordinal)}`";
    }

    private static void AppendQuoted(StringBuilder text, string content)
    {
        text.Append('\'');
        foreach (char c in content)
        {
            _ = c switch
            {
                '\'' => text.Append("\\'"),
                '\\' => text.Append("\\\\"),
                '\n' => text.Append("\\n"),
                '\r' => text.Append("\\r"),
                '\t' => text.Append("\\t"),
                _ => text.Append(c),
            };
        }

        text.Append('\'');
    }

    private static void AppendItems(StringBuilder text, Value[] items)
    {
        text.Append('[');
        for (int i = 0; i < items.Length; i++)
        {
            text.Append(i > 0 ? ", " : "");
            AppendLiteral(text, items[i]);
        }

        text.Append(']');
    }

    private static void AppendMap(StringBuilder text, MapValue map)
    {
        text.Append('{');
        for (int i = 0; i < map.Count; i++)
        {
            text.Append(i > 0 ? ", " : "").Append(Name(map.KeySpan[i])).Append(": ");
            AppendLiteral(text, map.ValueSpan[i]);
        }

        text.Append('}');
    }

    private static void AppendNode(StringBuilder text, Node node)
    {
        text.Append('(');
        foreach (string label in node.Labels)
        {
            text.Append(':').Append(Name(label));
        }

        if (node.Properties.Count > 0)
        {
            text.Append(node.Labels.Count > 0 ? " " : "");
            AppendMap(text, node.Properties);
        }

        text.Append(')');
    }

    private static void AppendRelationship(StringBuilder text, Relationship relationship)
    {
        text.Append("[:").Append(Name(relationship.Type));
        if (relationship.Properties.Count > 0)
        {
            text.Append(' ');
            AppendMap(text, relationship.Properties);
        }

        text.Append(']');
    }

    private static void AppendPath(StringBuilder text, GraphPath path)
    {
        text.Append('<');
        AppendLiteral(text, path.Nodes[0]);
        for (int i = 0; i < path.Relationships.Count; i++)
        {
            Relationship relationship = path.Relationships[i].AsRelationship();
            bool forward = relationship.StartId == path.Nodes[i].ElementNumber;
            text.Append(forward ? "-" : "<-");
            AppendRelationship(text, relationship);
            text.Append(forward ? "->" : "-");
            AppendLiteral(text, path.Nodes[i + 1]);
        }

        text.Append('>');
    }

    /// <summary>Turns the shortest round-trip digits into d.dddE±n, whichever notation the runtime chose for them.</summary>
    private static string Scientific(string roundTrip)
    {
        int end = roundTrip.IndexOf('E', StringComparison.Ordinal);
        int exponent = end < 0 ? 0 : int.Parse(roundTrip.AsSpan(end + 1), NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture);
        string mantissa = end < 0 ? roundTrip : roundTrip[..end];
        string sign = mantissa[0] == '-' ? "-" : "";
        mantissa = mantissa.TrimStart('-');
        int point = mantissa.IndexOf('.', StringComparison.Ordinal);
        int whole = point < 0 ? mantissa.Length : point;
        string digits = mantissa.Replace(".", "", StringComparison.Ordinal);
        int first = digits.AsSpan().IndexOfAnyExcept('0');
        digits = digits[first..].TrimEnd('0');
        string fraction = digits.Length > 1 ? digits[1..] : "0";
        return string.Create(CultureInfo.InvariantCulture, $"{sign}{digits[0]}.{fraction}E{exponent + whole - 1 - first}");
    }
}
