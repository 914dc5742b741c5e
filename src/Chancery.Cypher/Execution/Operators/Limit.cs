using Chancery.Cypher.Expressions;

namespace Chancery.Cypher.Execution.Operators;

/// <summary>The first rows. Where the input writes, it is run to its end all the same: LIMIT bounds the answer, not the writes.</summary>
internal sealed class Limit(Operator input, Evaluator count, bool exhaust) : InputOperator(input)
{
    private long _left;

    public override bool MoveNext()
    {
        if (_left > 0 && Input.MoveNext())
        {
            _left--;
            return true;
        }

        while (exhaust && Input.MoveNext())
        {
        }

        _left = 0;
        return false;
    }

    protected override void OnOpen()
    {
        _left = RowBounds.Read(count, "LIMIT", Row, Context);
        base.OnOpen();
    }
}
