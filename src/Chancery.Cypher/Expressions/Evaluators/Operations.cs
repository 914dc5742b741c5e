using Chancery.Cypher.Execution;
using Chancery.Graph;

namespace Chancery.Cypher.Expressions.Evaluators;

/// <summary>What stands between two operands; a type of its own each, so that the call in the evaluator is direct.</summary>
internal interface IOperation
{
    static abstract Value Apply(Value left, Value right);
}

internal sealed class OperationEvaluator<TOperation>(Evaluator left, Evaluator right) : Evaluator
    where TOperation : struct, IOperation
{
    public override Value Evaluate(Value[] row, QueryContext context) =>
        TOperation.Apply(left.Evaluate(row, context), right.Evaluate(row, context));
}

/// <summary><c>+</c>, which makes ever longer lists and texts where it stands in a reduction.</summary>
internal sealed class AdditionEvaluator(Evaluator left, Evaluator right) : Evaluator
{
    public override Value Evaluate(Value[] row, QueryContext context)
    {
        Value a = left.Evaluate(row, context);
        Value b = right.Evaluate(row, context);
        if (!a.IsNumber || !b.IsNumber)
        {
            MemoryCheck.Fits(MemoryCheck.OfSum(a, b), context);
        }

        return Arithmetic.Add(a, b);
    }
}

internal readonly struct Subtraction : IOperation
{
    public static Value Apply(Value left, Value right) => Arithmetic.Subtract(left, right);
}

internal readonly struct Multiplication : IOperation
{
    public static Value Apply(Value left, Value right) => Arithmetic.Multiply(left, right);
}

internal readonly struct Division : IOperation
{
    public static Value Apply(Value left, Value right) => Arithmetic.Divide(left, right);
}

internal readonly struct Modulo : IOperation
{
    public static Value Apply(Value left, Value right) => Arithmetic.Remainder(left, right);
}

internal readonly struct Power : IOperation
{
    public static Value Apply(Value left, Value right) => Arithmetic.Power(left, right);
}

/// <summary><c>||</c>: two strings or two lists, and nothing else.</summary>
internal readonly struct Concatenation : IOperation
{
    public static Value Apply(Value left, Value right) => (left.Kind, right.Kind) switch
    {
        (ValueKind.Null, _) or (_, ValueKind.Null) => Value.Null,
        (ValueKind.String, ValueKind.String) or (ValueKind.List, ValueKind.List) => Arithmetic.Add(left, right),
        _ => throw ExpressionErrors.Operands("concatenate", left, right),
    };
}

/// <summary>The string predicates are null for anything but two strings.</summary>
internal readonly struct StartsWith : IOperation
{
    public static Value Apply(Value left, Value right) => left.Kind == ValueKind.String && right.Kind == ValueKind.String
        ? left.AsString().StartsWith(right.AsString(), StringComparison.Ordinal)
        : Value.Null;
}

internal readonly struct EndsWith : IOperation
{
    public static Value Apply(Value left, Value right) => left.Kind == ValueKind.String && right.Kind == ValueKind.String
        ? left.AsString().EndsWith(right.AsString(), StringComparison.Ordinal)
        : Value.Null;
}

internal readonly struct Contains : IOperation
{
    public static Value Apply(Value left, Value right) => left.Kind == ValueKind.String && right.Kind == ValueKind.String
        ? left.AsString().Contains(right.AsString(), StringComparison.Ordinal)
        : Value.Null;
}
