using Chancery.Cypher.Expressions;

namespace Chancery.Cypher.Execution.Operators;

internal sealed class Skip(Operator input, Evaluator count) : InputOperator(input)
{
    private long _left;

    public override bool MoveNext()
    {
        for (; _left > 0; _left--)
        {
            if (!Input.MoveNext())
            {
                _left = 0;
                return false;
            }
        }

        return Input.MoveNext();
    }

    protected override void OnOpen()
    {
        _left = RowBounds.Read(count, "SKIP", Row, Context);
        base.OnOpen();
    }
}
