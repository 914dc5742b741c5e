using Chancery.Graph;

namespace Chancery.Cypher.Execution.Operators;

/// <summary>An apply that keeps an outer row for which the inner side finds nothing, with nulls in the inner side's slots.</summary>
internal sealed class OptionalApply(Operator outer, Operator inner, int[] innerSlots) : InputOperator(outer)
{
    private bool _inside;
    private bool _found;

    public override bool MoveNext()
    {
        while (true)
        {
            if (_inside)
            {
                if (inner.MoveNext())
                {
                    _found = true;
                    return true;
                }

                _inside = false;
                if (!_found)
                {
                    foreach (int slot in innerSlots)
                    {
                        Row[slot] = Value.Null;
                    }

                    return true;
                }
            }

            if (!Input.MoveNext())
            {
                return false;
            }

            Context.Tick();
            inner.Open(Context, Row);
            _inside = true;
            _found = false;
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
