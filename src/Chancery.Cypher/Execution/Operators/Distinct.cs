using Chancery.Graph;

namespace Chancery.Cypher.Execution.Operators;

/// <summary>Passes the first of the rows that agree in <paramref name="slots"/>.</summary>
internal sealed class Distinct(Operator input, int[] slots) : InputOperator(input)
{
    private readonly GroupIndex _seen = new(slots.Length);
    private readonly Value[] _key = new Value[slots.Length];

    public override bool MoveNext()
    {
        while (Input.MoveNext())
        {
            for (int i = 0; i < slots.Length; i++)
            {
                _key[i] = Row[slots[i]];
            }

            if (_seen.FindOrAdd(_key, Context, out _))
            {
                return true;
            }

            Context.Tick();
        }

        return false;
    }

    public override void Close()
    {
        _seen.Release();
        base.Close();
    }

    protected override void OnOpen()
    {
        _seen.Clear(Context);
        base.OnOpen();
    }
}
