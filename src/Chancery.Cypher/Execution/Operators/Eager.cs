namespace Chancery.Cypher.Execution.Operators;

/// <summary>Takes in all rows before it passes the first: what stands above must not be seen by what stands below.</summary>
internal sealed class Eager(Operator input, int[] slots) : InputOperator(input)
{
    private readonly RowStore _rows = new(slots);
    private int _next = -1;

    public override bool MoveNext()
    {
        if (_next < 0)
        {
            while (Input.MoveNext())
            {
                _rows.Add(Row);
            }

            _next = 0;
        }

        if (_next >= _rows.Count)
        {
            return false;
        }

        _rows.Restore(_next++, Row);
        return true;
    }

    public override void Close()
    {
        _rows.Release();
        base.Close();
    }

    protected override void OnOpen()
    {
        _rows.Clear(Context);
        _next = -1;
        base.OnOpen();
    }
}
