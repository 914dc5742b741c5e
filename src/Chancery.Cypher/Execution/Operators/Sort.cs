namespace Chancery.Cypher.Execution.Operators;

/// <summary>Orders all rows; rows with equal keys keep the order in which they came.</summary>
internal sealed class Sort(Operator input, SortKey[] keys, int[] slots) : InputOperator(input)
{
    private const int BytesPerKey = 16;

    private readonly RowStore _rows = new(slots);
    private readonly SortKeys _keys = new(keys);
    private int[] _order = [];
    private int _next = -1;
    private long _reserved;

    public override bool MoveNext()
    {
        if (_next < 0)
        {
            Fill();
        }

        if (_next >= _order.Length)
        {
            return false;
        }

        _rows.Restore(_order[_next++], Row);
        return true;
    }

    public override void Close()
    {
        Forget();
        base.Close();
    }

    protected override void OnOpen()
    {
        Forget();
        _rows.Clear(Context);
        base.OnOpen();
    }

    private void Fill()
    {
        while (Input.MoveNext())
        {
            _keys.Set(_rows.Count, Row, Context);
            _rows.Add(Row);
            Context.Reserve(BytesPerKey * _keys.Width);
            _reserved += BytesPerKey * _keys.Width;
        }

        _order = new int[_rows.Count];
        for (int i = 0; i < _order.Length; i++)
        {
            _order[i] = i;
        }

        Array.Sort(_order, Compare);
        _next = 0;
    }

    private int Compare(int left, int right)
    {
        Context.Tick();
        int order = _keys.Compare(left, right);
        return order != 0 ? order : left.CompareTo(right);
    }

    private void Forget()
    {
        _rows.Release();
        _keys.Clear();
        _order = [];
        _next = -1;
        if (_reserved > 0)
        {
            Context.Release(_reserved);
            _reserved = 0;
        }
    }
}
