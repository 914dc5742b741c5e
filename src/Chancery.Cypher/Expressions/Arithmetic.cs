using Chancery.Graph;

namespace Chancery.Cypher.Expressions;

/// <summary>Cypher's operators <c>+ - * / % ^</c>: null in, null out; integers overflow with an error, floats follow IEEE 754.</summary>
internal static class Arithmetic
{
    public static Value Add(Value left, Value right)
    {
        if (left.TryGetInteger(out long a) && right.TryGetInteger(out long b))
        {
            long sum = unchecked(a + b);
            return ((a ^ sum) & (b ^ sum)) < 0 ? throw ExpressionErrors.Overflow($"{a} + {b}") : sum;
        }

        if (left.TryGetNumber(out double x) && right.TryGetNumber(out double y))
        {
            return x + y;
        }

        return left.IsNull || right.IsNull ? Value.Null : AddOther(left, right);
    }

    public static Value Subtract(Value left, Value right)
    {
        if (left.TryGetInteger(out long a) && right.TryGetInteger(out long b))
        {
            long difference = unchecked(a - b);
            return ((a ^ b) & (a ^ difference)) < 0 ? throw ExpressionErrors.Overflow($"{a} - {b}") : difference;
        }

        if (left.TryGetNumber(out double x) && right.TryGetNumber(out double y))
        {
            return x - y;
        }

        return left.IsNull || right.IsNull ? Value.Null : SubtractOther(left, right);
    }

    public static Value Multiply(Value left, Value right)
    {
        if (left.TryGetInteger(out long a) && right.TryGetInteger(out long b))
        {
            long high = Math.BigMul(a, b, out long low);
            return high == low >> 63 ? low : throw ExpressionErrors.Overflow($"{a} * {b}");
        }

        if (left.TryGetNumber(out double x) && right.TryGetNumber(out double y))
        {
            return x * y;
        }

        if (left.IsNull || right.IsNull)
        {
            return Value.Null;
        }

        return (left.Kind, right.Kind) switch
        {
            (ValueKind.Duration, _) when right.IsNumber => Value.Duration(left.AsDuration().Multiply(right.AsNumber())),
            (_, ValueKind.Duration) when left.IsNumber => Value.Duration(right.AsDuration().Multiply(left.AsNumber())),
            _ => throw ExpressionErrors.Operands("multiply", left, right),
        };
    }

    public static Value Divide(Value left, Value right)
    {
        if (left.TryGetInteger(out long a) && right.TryGetInteger(out long b))
        {
            return b switch
            {
                0 => throw ExpressionErrors.DivisionByZero(),
                -1 when a == long.MinValue => throw ExpressionErrors.Overflow($"{a} / -1"),
                _ => a / b,
            };
        }

        if (left.TryGetNumber(out double x) && right.TryGetNumber(out double y))
        {
            return x / y;
        }

        if (left.IsNull || right.IsNull)
        {
            return Value.Null;
        }

        return left.Kind == ValueKind.Duration && right.IsNumber
            ? Value.Duration(left.AsDuration().Divide(right.AsNumber()))
            : throw ExpressionErrors.Operands("divide", left, right);
    }

    public static Value Remainder(Value left, Value right)
    {
        if (left.TryGetInteger(out long a) && right.TryGetInteger(out long b))
        {
            // The one pair whose remainder the processor refuses although it is zero.
            return b switch { 0 => throw ExpressionErrors.DivisionByZero(), -1 => 0, _ => a % b };
        }

        if (left.TryGetNumber(out double x) && right.TryGetNumber(out double y))
        {
            return x % y;
        }

        return left.IsNull || right.IsNull ? Value.Null : throw ExpressionErrors.Operands("take the remainder of", left, right);
    }

    /// <summary>Always a float.</summary>
    public static Value Power(Value left, Value right)
    {
        if (left.TryGetNumber(out double x) && right.TryGetNumber(out double y))
        {
            return Math.Pow(x, y);
        }

        return left.IsNull || right.IsNull ? Value.Null : throw ExpressionErrors.Operands("raise", left, right);
    }

    public static Value Negate(Value value) => value.Kind switch
    {
        ValueKind.Null => Value.Null,
        ValueKind.Integer => value.AsInteger() != long.MinValue ? -value.AsInteger() : throw ExpressionErrors.Overflow($"-({long.MinValue})"),
        ValueKind.Float => -value.AsFloat(),
        ValueKind.Duration => Value.Duration(value.AsDuration().Negate()),
        _ => throw ExpressionErrors.InvalidArgumentType($"Cannot negate {ExpressionErrors.Describe(value)}."),
    };

    private static Value AddOther(Value left, Value right) => (left.Kind, right.Kind) switch
    {
        (ValueKind.List, ValueKind.List) => (Value[])[.. left.AsList(), .. right.AsList()],
        (ValueKind.List, _) => (Value[])[.. left.AsList(), right],
        (_, ValueKind.List) => (Value[])[left, .. right.AsList()],
        (ValueKind.String, ValueKind.String) => left.AsString() + right.AsString(),
        (ValueKind.String, _) when IsPrintable(right) => left.AsString() + ValueText.Display(right),
        (_, ValueKind.String) when IsPrintable(left) => ValueText.Display(left) + right.AsString(),
        (_, ValueKind.Duration) => Move(left, right.AsDuration()),
        (ValueKind.Duration, _) => Move(right, left.AsDuration()),
        _ => throw ExpressionErrors.Operands("add", left, right),
    };

    private static Value SubtractOther(Value left, Value right) => right.Kind == ValueKind.Duration
        ? Move(left, right.AsDuration().Negate())
        : throw ExpressionErrors.Operands("subtract", left, right);

    private static bool IsPrintable(Value value) =>
        value.IsNumber || value.Kind is ValueKind.Boolean or ValueKind.Point or (>= ValueKind.Date and <= ValueKind.Duration);

    private static Value Move(Value value, DurationValue by) => value.Kind switch
    {
        ValueKind.Duration => Value.Duration(value.AsDuration().Add(by)),
        // Days alone count for a date, and seconds as far as they make up whole days.
        ValueKind.Date => Value.Date(
            value.AsDate().AddMonths(by.Months).AddDays(by.Days).AddDays(by.Seconds / TemporalUnits.SecondsPerDay)),
        ValueKind.LocalTime => Value.LocalTime(value.AsLocalTime().Add(by)),
        ValueKind.Time => Value.Time(value.AsTime().Add(by)),
        ValueKind.LocalDateTime => Value.LocalDateTime(value.AsLocalDateTime().Add(by)),
        ValueKind.DateTime => Value.DateTime(value.AsDateTime().Add(by)),
        _ => throw ExpressionErrors.Operands("add", value, Value.Duration(by)),
    };
}
