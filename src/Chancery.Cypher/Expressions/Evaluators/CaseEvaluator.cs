using Chancery.Cypher.Execution;
using Chancery.Graph;

namespace Chancery.Cypher.Expressions.Evaluators;

/// <summary>A simple CASE puts its operand into a slot, which the conditions read; a searched CASE has none.</summary>
internal sealed class CaseEvaluator(
    int operandSlot, Evaluator? operand, (Evaluator Condition, Evaluator Result)[] alternatives, Evaluator? otherwise) : Evaluator
{
    public override Value Evaluate(Value[] row, QueryContext context)
    {
        if (operand is not null)
        {
            row[operandSlot] = operand.Evaluate(row, context);
        }

        foreach ((Evaluator condition, Evaluator result) in alternatives)
        {
            if (condition.IsTrue(row, context))
            {
                return result.Evaluate(row, context);
            }
        }

        return otherwise?.Evaluate(row, context) ?? Value.Null;
    }
}
