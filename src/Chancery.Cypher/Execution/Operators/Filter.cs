using Chancery.Cypher.Expressions;

namespace Chancery.Cypher.Execution.Operators;

/// <summary>Passes the rows on which every condition is true.</summary>
internal sealed class Filter(Operator input, Evaluator[] conditions) : InputOperator(input)
{
    public override bool MoveNext()
    {
        while (Input.MoveNext())
        {
            if (IsTrue())
            {
                return true;
            }

            Context.Tick();
        }

        return false;
    }

    private bool IsTrue()
    {
        foreach (Evaluator condition in conditions)
        {
            if (!condition.IsTrue(Row, Context))
            {
                return false;
            }
        }

        return true;
    }
}
