using Chancery.Graph;

namespace Chancery.Cypher.Expressions;

/// <summary>The errors that evaluating an expression may end with, each with its Neo4j code and its TCK kind and detail.</summary>
internal static class ExpressionErrors
{
    private const string TypeErrorCode = "Neo.ClientError.Statement.TypeError";
    private const string ArgumentErrorCode = "Neo.ClientError.Statement.ArgumentError";
    private const string ArithmeticErrorCode = "Neo.ClientError.Statement.ArithmeticError";

    public static GraphException NotBoolean(Value value) =>
        InvalidArgumentType($"Expected a BOOLEAN, but got {Describe(value)}.");

    public static GraphException WrongArgument(string function, string expected, Value actual) =>
        InvalidArgumentValue($"{function}() expects {expected}, but got {Describe(actual)}.");

    public static GraphException InvalidArgumentType(string message) => TypeError(message, "InvalidArgumentType");

    public static GraphException InvalidArgumentValue(string message) => TypeError(message, "InvalidArgumentValue");

    public static GraphException ListIndex(Value index) =>
        TypeError($"A list is indexed by an INTEGER, but got {Describe(index)}.", "ListElementAccessByNonInteger");

    public static GraphException MapIndex(Value key) =>
        TypeError($"A map is indexed by a STRING, but got {Describe(key)}.", "MapElementAccessByNonString");

    public static GraphException NotIndexable(Value container) =>
        InvalidArgumentType($"Only a LIST, a MAP, a NODE or a RELATIONSHIP takes an index, but got {Describe(container)}.");

    public static GraphException NoProperties(string key, Value container) =>
        InvalidArgumentType($"Cannot read the property '{key}' of {Describe(container)}.");

    public static GraphException Operands(string operation, Value left, Value right) =>
        InvalidArgumentType($"Cannot {operation} {Describe(left)} and {Describe(right)}.");

    public static GraphException OutOfRange(string message) => ArgumentError(message, "NumberOutOfRange");

    public static GraphException ArgumentError(string message, string detail) =>
        new(ArgumentErrorCode, message) { Kind = "ArgumentError", Detail = detail, GqlStatus = "22N03" };

    public static GraphException Overflow(string operation) =>
        new(ArithmeticErrorCode, $"Integer overflow: {operation} leaves the range of 64 bits.")
        {
            Kind = "ArithmeticError",
            Detail = "IntegerOverflow",
            GqlStatus = "22003",
        };

    public static GraphException DivisionByZero() =>
        new(ArithmeticErrorCode, "/ by zero") { Kind = "ArithmeticError", Detail = "DivisionByZero", GqlStatus = "22012" };

    public static GraphException MissingParameter(string name) =>
        new("Neo.ClientError.Statement.ParameterMissing", $"Expected parameter(s): {name}")
        {
            Kind = "ParameterMissing",
            Detail = "MissingParameter",
        };

    /// <summary>A value as an error names it: its type and its text, shortened.</summary>
    public static string Describe(Value value)
    {
        const int Longest = 60;
        string text = value.Kind is ValueKind.Node or ValueKind.Relationship or ValueKind.Path ? "" : value.ToString();
        text = text.Length > Longest ? text[..Longest] + "…" : text;
        return value.IsNull ? "null" : text.Length == 0 ? TypeName(value.Kind) : $"{TypeName(value.Kind)} {text}";
    }

    private static string TypeName(ValueKind kind) => kind switch
    {
        ValueKind.LocalTime => "LOCAL TIME",
        ValueKind.Time => "ZONED TIME",
        ValueKind.LocalDateTime => "LOCAL DATETIME",
        ValueKind.DateTime => "ZONED DATETIME",
        _ => kind.ToString().ToUpperInvariant(),
    };

    private static GraphException TypeError(string message, string detail) =>
        new(TypeErrorCode, message) { Kind = "TypeError", Detail = detail, GqlStatus = "22G03" };
}
