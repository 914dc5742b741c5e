using Chancery.Cypher.Expressions;
using Chancery.Graph;

namespace Chancery.Cypher.Functions;

/// <summary>Reads one argument as the type that a function asks for, or says whose argument was wrong.</summary>
internal static class Arguments
{
    public static string Text(string function, Value value) =>
        value.Kind == ValueKind.String ? value.AsString() : throw ExpressionErrors.WrongArgument(function, "a STRING", value);

    public static long Integer(string function, Value value) =>
        value.TryGetInteger(out long integer) ? integer : throw ExpressionErrors.WrongArgument(function, "an INTEGER", value);

    /// <summary>An integer that counts or places something in memory: at least zero, at most <see cref="int.MaxValue"/>.</summary>
    public static int Count(string function, Value value)
    {
        long count = Integer(function, value);
        return count >= 0
            ? (int)Math.Min(count, int.MaxValue)
            : throw ExpressionErrors.ArgumentError($"{function}() expects a number that is not negative, but got {count}.", "NegativeIntegerArgument");
    }

    public static double Number(string function, Value value) =>
        value.TryGetNumber(out double number) ? number : throw ExpressionErrors.WrongArgument(function, "a number", value);

    public static Value[] List(string function, Value value) =>
        value.Kind == ValueKind.List ? value.AsList() : throw ExpressionErrors.WrongArgument(function, "a LIST", value);

    public static MapValue Map(string function, Value value) =>
        value.Kind == ValueKind.Map ? value.AsMap() : throw ExpressionErrors.WrongArgument(function, "a MAP", value);

    public static GraphPath Path(string function, Value value) =>
        value.Kind == ValueKind.Path ? value.AsPath() : throw ExpressionErrors.WrongArgument(function, "a PATH", value);

    public static PointValue Point(string function, Value value) =>
        value.Kind == ValueKind.Point ? value.AsPoint() : throw ExpressionErrors.WrongArgument(function, "a POINT", value);
}
