using Chancery.Cypher.Execution;
using Chancery.Graph;

namespace Chancery.Cypher.Expressions.Evaluators;

internal sealed class NegateEvaluator(Evaluator operand) : Evaluator
{
    public override Value Evaluate(Value[] row, QueryContext context) => Arithmetic.Negate(operand.Evaluate(row, context));
}

/// <summary><c>+x</c> leaves a number as it is.</summary>
internal sealed class PlusEvaluator(Evaluator operand) : Evaluator
{
    public override Value Evaluate(Value[] row, QueryContext context)
    {
        Value value = operand.Evaluate(row, context);
        return value.IsNull || value.IsNumber || value.Kind == ValueKind.Duration
            ? value
            : throw ExpressionErrors.InvalidArgumentType($"A sign needs a number, but got {ExpressionErrors.Describe(value)}.");
    }
}
