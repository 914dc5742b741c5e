namespace Chancery.Cypher.Execution.Operators;

/// <summary>Runs the inner side once for each outer row, which the inner side sees.</summary>
internal sealed class Apply(Operator outer, Operator inner) : InputOperator(outer)
{
    private bool _inside;

    public override bool MoveNext()
    {
        while (true)
        {
            if (_inside && inner.MoveNext())
            {
                return true;
            }

            if (!Input.MoveNext())
            {
                _inside = false;
                return false;
            }

            Context.Tick();
            inner.Open(Context, Row);
            _inside = true;
        }
    }

    public override void Close()
    {
        inner.Close();
        base.Close();
    }

    protected override void OnOpen()
    {
        _inside = false;
        base.OnOpen();
    }
}
