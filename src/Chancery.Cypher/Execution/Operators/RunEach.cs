namespace Chancery.Cypher.Execution.Operators;

/// <summary>Runs the inner side to its end for each row, then passes the row once.</summary>
internal sealed class RunEach(Operator input, Operator inner) : InputOperator(input)
{
    public override bool MoveNext()
    {
        if (!Input.MoveNext())
        {
            return false;
        }

        Context.Tick();
        inner.Open(Context, Row);
        while (inner.MoveNext())
        {
        }

        return true;
    }

    public override void Close()
    {
        inner.Close();
        base.Close();
    }
}
