using System.Runtime.CompilerServices;
using Chancery.Cypher.Execution;
using Chancery.Cypher.Functions;
using Chancery.Graph;

namespace Chancery.Cypher.Expressions.Evaluators;

internal sealed class UnaryFunctionEvaluator(Function function, Evaluator argument) : Evaluator
{
    private readonly FunctionBody _body = function.Body;
    private readonly bool _propagates = function.Nulls == NullRule.Propagates;

    public override Value Evaluate(Value[] row, QueryContext context)
    {
        Value value = argument.Evaluate(row, context);
        return value.IsNull && _propagates ? Value.Null : _body(new ReadOnlySpan<Value>(in value), context);
    }
}

/// <summary>Up to four arguments stand on the stack.</summary>
internal sealed class FunctionEvaluator(Function function, Evaluator[] arguments) : Evaluator
{
    private readonly FunctionBody _body = function.Body;
    private readonly bool _propagates = function.Nulls == NullRule.Propagates;

    public override Value Evaluate(Value[] row, QueryContext context)
    {
        FourValues few = default;
        Span<Value> values = arguments.Length <= 4 ? few : new Value[arguments.Length];
        for (int i = 0; i < arguments.Length; i++)
        {
            values[i] = arguments[i].Evaluate(row, context);
            if (values[i].IsNull && _propagates)
            {
                return Value.Null;
            }
        }

        return _body(values[..arguments.Length], context);
    }

    [InlineArray(4)]
    private struct FourValues
    {
        private Value _first;
    }
}

/// <summary><c>coalesce</c> stops at the first value that is not null.</summary>
internal sealed class CoalesceEvaluator(Evaluator[] arguments) : Evaluator
{
    public override Value Evaluate(Value[] row, QueryContext context)
    {
        foreach (Evaluator argument in arguments)
        {
            Value value = argument.Evaluate(row, context);
            if (!value.IsNull)
            {
                return value;
            }
        }

        return Value.Null;
    }
}
