using Chancery.Cypher.Execution;
using Chancery.Cypher.Expressions;
using Chancery.Graph;

namespace Chancery.Cypher.Functions;

internal static class ListFunctions
{
    public static IEnumerable<Function> Rows =>
    [
        new("head", static (a, _) => Arguments.List("head", a[0]) is [var first, ..] ? first : Value.Null),
        new("last", static (a, _) => Arguments.List("last", a[0]) is [.., var last] ? last : Value.Null),
        new("tail", static (a, _) => Arguments.List("tail", a[0]) is [_, .. var rest] ? rest : Value.EmptyList),
        new("range", static (a, c) => Range(a, c)),
        new("reverse", static (a, _) => Reverse(a[0])),
        new("size", static (a, _) => Size(a[0])),
    ];

    private static Value Size(Value value) => value.Kind switch
    {
        ValueKind.List => value.AsList().Length,
        ValueKind.String => value.AsString().Length,
        _ => throw ExpressionErrors.WrongArgument("size", "a LIST or a STRING", value),
    };

    private static Value Reverse(Value value)
    {
        switch (value.Kind)
        {
            case ValueKind.List:
                Value[] items = [.. value.AsList()];
                Array.Reverse(items);
                return items;
            case ValueKind.String:
                return StringFunctions.Reverse(value.AsString());
            default:
                throw ExpressionErrors.WrongArgument("reverse", "a LIST or a STRING", value);
        }
    }

    private static Value Range(ReadOnlySpan<Value> arguments, QueryContext context)
    {
        long start = Bound(arguments[0]);
        long end = Bound(arguments[1]);
        long step = arguments.Length > 2 ? Bound(arguments[2]) : 1;
        if (step == 0)
        {
            throw ExpressionErrors.OutOfRange("range() expects a step other than zero.");
        }

        if (step > 0 ? start > end : start < end)
        {
            return Value.EmptyList;
        }

        Int128 count = (((Int128)end - start) / step) + 1;
        if (count > Array.MaxLength)
        {
            throw ExpressionErrors.OutOfRange($"range() would hold {count} numbers.");
        }

        MemoryCheck.Fits((long)count * MemoryCheck.BytesPerValue, context);
        Value[] numbers = new Value[(int)count];
        long number = start;
        for (int i = 0; i < numbers.Length; i++)
        {
            numbers[i] = number;
            number = unchecked(number + step);
        }

        return numbers;
    }

    private static long Bound(Value value) => value.TryGetInteger(out long integer)
        ? integer
        : throw ExpressionErrors.ArgumentError($"range() expects INTEGERs, but got {ExpressionErrors.Describe(value)}.", "InvalidArgumentType");
}
