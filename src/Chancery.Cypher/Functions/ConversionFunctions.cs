using System.Globalization;
using Chancery.Cypher.Expressions;
using Chancery.Graph;

namespace Chancery.Cypher.Functions;

/// <summary>
/// Conversions. A string that spells no value of the type gives null; a value of a kind that never converts is an error, or null in the
/// <c>…OrNull</c> forms and inside lists.
/// </summary>
internal static class ConversionFunctions
{
    public static IEnumerable<Function> Rows =>
    [
        new("toBoolean", static (a, _) => ToBoolean(a[0]) ?? throw Refused("toBoolean", "a BOOLEAN, a STRING or an INTEGER", a[0])),
        new("toBooleanList", static (a, _) => Each("toBooleanList", a[0], ToBoolean)),
        new("toBooleanOrNull", static (a, _) => ToBoolean(a[0]) ?? Value.Null),
        new("toFloat", static (a, _) => ToFloat(a[0]) ?? throw Refused("toFloat", "a number or a STRING", a[0])),
        new("toFloatList", static (a, _) => Each("toFloatList", a[0], ToFloat)),
        new("toFloatOrNull", static (a, _) => ToFloat(a[0]) ?? Value.Null),
        new("toInteger", static (a, _) => ToInteger(a[0]) ?? throw Refused("toInteger", "a number in the range of 64 bits, a BOOLEAN or a STRING", a[0])),
        new("toIntegerList", static (a, _) => Each("toIntegerList", a[0], ToInteger)),
        new("toIntegerOrNull", static (a, _) => ToInteger(a[0]) ?? Value.Null),
        new("toString", static (a, _) => ToText(a[0]) ?? throw Refused("toString", "a scalar, a temporal value or a POINT", a[0])),
        new("toStringList", static (a, _) => Each("toStringList", a[0], ToText)),
        new("toStringOrNull", static (a, _) => ToText(a[0]) ?? Value.Null),
    ];

    // Each conversion: no value at all where the kind is refused, the null value where the text does not spell one.
    private static Value? ToBoolean(Value value) => value.Kind switch
    {
        ValueKind.Null or ValueKind.Boolean => value,
        ValueKind.Integer => value.AsInteger() != 0,
        ValueKind.String => bool.TryParse(value.AsString(), out bool parsed) ? parsed : Value.Null,
        _ => default(Value?),
    };

    private static Value? ToFloat(Value value) => value.Kind switch
    {
        ValueKind.Null or ValueKind.Float => value,
        ValueKind.Integer => (double)value.AsInteger(),
        ValueKind.String => double.TryParse(value.AsString(), NumberStyles.Float, CultureInfo.InvariantCulture, out double parsed)
            ? parsed
            : Value.Null,
        _ => default(Value?),
    };

    private static Value? ToInteger(Value value) => value.Kind switch
    {
        ValueKind.Null or ValueKind.Integer => value,
        ValueKind.Float => Truncated(value.AsFloat()),
        ValueKind.Boolean => value.AsBoolean() ? 1L : 0L,
        ValueKind.String => Parsed(value.AsString()),
        _ => default(Value?),
    };

    private static Value? ToText(Value value) => value.Kind switch
    {
        ValueKind.Null or ValueKind.String => value,
        ValueKind.Boolean or ValueKind.Integer or ValueKind.Float or ValueKind.Point or (>= ValueKind.Date and <= ValueKind.Duration)
            => ValueText.Display(value),
        _ => default(Value?),
    };

    private static Value? Parsed(string text)
    {
        if (long.TryParse(text, NumberStyles.Integer, CultureInfo.InvariantCulture, out long integer))
        {
            return integer;
        }

        return double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out double number) && double.IsFinite(number)
            ? Truncated(number)
            : Value.Null;
    }

    // The range of long is exactly [-2^63, 2^63); NaN fails both bounds, and like all beyond has no integer.
    private static Value? Truncated(double number) =>
        number is >= -9223372036854775808.0 and < 9223372036854775808.0 ? (long)number : default(Value?);

    private static Value Each(string function, Value list, Func<Value, Value?> convert)
    {
        Value[] items = Arguments.List(function, list);
        return Array.ConvertAll(items, item => convert(item) ?? Value.Null);
    }

    private static GraphException Refused(string function, string expected, Value value) =>
        ExpressionErrors.WrongArgument(function, expected, value);
}
