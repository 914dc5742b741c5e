using Chancery.Cypher.Expressions;
using Chancery.Graph;

namespace Chancery.Cypher.Execution.Operators;

/// <summary>One row for each item of a list; none for null, one for a value that is not a list.</summary>
internal sealed class Unwind(Operator input, Evaluator list, int slot) : InputOperator(input)
{
    private Value[] _items = [];
    private int _at;

    public override bool MoveNext()
    {
        while (_at >= _items.Length)
        {
            if (!Input.MoveNext())
            {
                return false;
            }

            Value value = list.Evaluate(Row, Context);
            _items = value.Kind switch
            {
                ValueKind.List => value.AsList(),
                ValueKind.Null => [],
                _ => [value],
            };
            _at = 0;
        }

        Context.Tick();
        Row[slot] = _items[_at++];
        return true;
    }

    public override void Close()
    {
        _items = [];
        base.Close();
    }

    protected override void OnOpen()
    {
        _items = [];
        _at = 0;
        base.OnOpen();
    }
}
