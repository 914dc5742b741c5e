using Chancery.Cypher.Execution;
using Chancery.Cypher.Syntax;
using Chancery.Graph;

namespace Chancery.Cypher.Expressions.Evaluators;

/// <summary>Reads the list that a comprehension, a quantifier or a reduction walks over.</summary>
internal static class Walked
{
    /// <summary>The items; null where the list is null.</summary>
    /// <exception cref="GraphException">The value is no list.</exception>
    public static Value[]? List(Value value) => value.Kind switch
    {
        ValueKind.Null => null,
        ValueKind.List => value.AsList(),
        _ => throw ExpressionErrors.InvalidArgumentType($"Expected a LIST, but got {ExpressionErrors.Describe(value)}."),
    };
}

/// <summary><c>[variable IN list WHERE condition | projection]</c>; the variable stands in its own slot of the row.</summary>
internal sealed class ListComprehensionEvaluator(int slot, Evaluator list, Evaluator? where, Evaluator? projection) : Evaluator
{
    public override Value Evaluate(Value[] row, QueryContext context)
    {
        if (Walked.List(list.Evaluate(row, context)) is not { } items)
        {
            return Value.Null;
        }

        List<Value> results = new(items.Length);
        foreach (Value item in items)
        {
            context.Tick();
            row[slot] = item;
            if (where is null || where.IsTrue(row, context))
            {
                results.Add(projection is null ? item : projection.Evaluate(row, context));
            }
        }

        return results.ToArray();
    }
}

internal sealed class ReduceEvaluator(int accumulator, Evaluator initial, int slot, Evaluator list, Evaluator step) : Evaluator
{
    public override Value Evaluate(Value[] row, QueryContext context)
    {
        if (Walked.List(list.Evaluate(row, context)) is not { } items)
        {
            return Value.Null;
        }

        Value result = initial.Evaluate(row, context);
        foreach (Value item in items)
        {
            context.Tick();
            row[accumulator] = result;
            row[slot] = item;
            result = step.Evaluate(row, context);
        }

        return result;
    }
}

/// <summary><c>all</c>, <c>any</c>, <c>none</c> and <c>single</c>: unknown where an unknown condition could turn the answer.</summary>
internal sealed class QuantifierEvaluator(QuantifierKind kind, int slot, Evaluator list, Evaluator where) : Evaluator
{
    public override Value Evaluate(Value[] row, QueryContext context)
    {
        if (Walked.List(list.Evaluate(row, context)) is not { } items)
        {
            return Value.Null;
        }

        int holds = 0;
        bool unknown = false;
        foreach (Value item in items)
        {
            context.Tick();
            row[slot] = item;
            bool? condition = Truth.Of(where.Evaluate(row, context));
            unknown |= condition is null;
            holds += condition == true ? 1 : 0;
            if (Decides(condition, holds) is { } decided)
            {
                return decided;
            }
        }

        bool answer = kind switch
        {
            QuantifierKind.Any => false,
            QuantifierKind.Single => holds == 1,
            _ => true,
        };
        return unknown ? Value.Null : answer;
    }

    /// <summary>The answer where no later item can change it.</summary>
    private bool? Decides(bool? condition, int holds) => kind switch
    {
        QuantifierKind.All when condition == false => false,
        QuantifierKind.Any when condition == true => true,
        QuantifierKind.None when condition == true => false,
        QuantifierKind.Single when holds > 1 => false,
        _ => null,
    };
}
