using Chancery.Cypher.Expressions;
using Chancery.Graph;

namespace Chancery.Cypher.Execution.Operators;

/// <summary>A slot and the expression that fills it.</summary>
internal readonly record struct SlotExpression(int Slot, Evaluator Expression);

/// <summary>Fills slots from expressions over the input's row.</summary>
internal sealed class Project(Operator input, SlotExpression[] items) : InputOperator(input)
{
    public override bool MoveNext()
    {
        if (!Input.MoveNext())
        {
            return false;
        }

        Value[] row = Row;
        foreach (SlotExpression item in items)
        {
            row[item.Slot] = item.Expression.Evaluate(row, Context);
        }

        return true;
    }
}
