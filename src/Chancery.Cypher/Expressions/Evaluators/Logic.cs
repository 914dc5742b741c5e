using Chancery.Cypher.Execution;
using Chancery.Graph;

namespace Chancery.Cypher.Expressions.Evaluators;

/// <summary>Reads a truth value: true, false or unknown.</summary>
internal static class Truth
{
    /// <exception cref="GraphException">The value is neither a boolean nor null.</exception>
    public static bool? Of(Value value) => value.IsTrue ? true
        : value.IsFalse ? false
        : value.IsNull ? null
        : throw ExpressionErrors.NotBoolean(value);
}

internal sealed class AndEvaluator(Evaluator[] operands) : Evaluator
{
    public override Value Evaluate(Value[] row, QueryContext context)
    {
        bool unknown = false;
        foreach (Evaluator operand in operands)
        {
            switch (Truth.Of(operand.Evaluate(row, context)))
            {
                case false: return Value.False;
                case null: unknown = true; break;
            }
        }

        return unknown ? Value.Null : Value.True;
    }

    public override bool IsTrue(Value[] row, QueryContext context)
    {
        foreach (Evaluator operand in operands)
        {
            if (!operand.IsTrue(row, context))
            {
                return false;
            }
        }

        return true;
    }
}

internal sealed class OrEvaluator(Evaluator[] operands) : Evaluator
{
    public override Value Evaluate(Value[] row, QueryContext context)
    {
        bool unknown = false;
        foreach (Evaluator operand in operands)
        {
            switch (Truth.Of(operand.Evaluate(row, context)))
            {
                case true: return Value.True;
                case null: unknown = true; break;
            }
        }

        return unknown ? Value.Null : Value.False;
    }

    public override bool IsTrue(Value[] row, QueryContext context)
    {
        foreach (Evaluator operand in operands)
        {
            if (operand.IsTrue(row, context))
            {
                return true;
            }
        }

        return false;
    }
}

internal sealed class XorEvaluator(Evaluator[] operands) : Evaluator
{
    public override Value Evaluate(Value[] row, QueryContext context)
    {
        bool? odd = false;
        foreach (Evaluator operand in operands)
        {
            odd ^= Truth.Of(operand.Evaluate(row, context));
        }

        return Value.Of(odd);
    }
}

internal sealed class NotEvaluator(Evaluator operand) : Evaluator
{
    public override Value Evaluate(Value[] row, QueryContext context) => Value.Of(!Truth.Of(operand.Evaluate(row, context)));
}

internal sealed class IsNullEvaluator(Evaluator operand, bool not) : Evaluator
{
    public override Value Evaluate(Value[] row, QueryContext context) => IsTrue(row, context);

    public override bool IsTrue(Value[] row, QueryContext context) => operand.Evaluate(row, context).IsNull != not;
}
