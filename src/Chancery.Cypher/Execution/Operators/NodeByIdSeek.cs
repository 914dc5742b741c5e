using Chancery.Cypher.Expressions;
using Chancery.Graph;

namespace Chancery.Cypher.Execution.Operators;

internal sealed class NodeByIdSeek(Operator input, int slot, Evaluator ids, bool isList, bool byElementId) : InputOperator(input)
{
    private Value[] _ids = [];
    private int _at;

    public override bool MoveNext()
    {
        while (true)
        {
            while (_at < _ids.Length)
            {
                long node = Find(_ids[_at++]);
                Context.Hits++;
                if (node >= 0)
                {
                    Row[slot] = Value.Node(Context.View, node);
                    return true;
                }
            }

            if (!Input.MoveNext())
            {
                return false;
            }

            Value wanted = ids.Evaluate(Row, Context);
            _ids = !isList ? [wanted] : wanted.Kind == ValueKind.List ? [.. wanted.AsList().Distinct()] : [];
            _at = 0;
        }
    }

    protected override void OnOpen()
    {
        _ids = [];
        _at = 0;
        base.OnOpen();
    }

    private long Find(Value id)
    {
        if (byElementId)
        {
            return id.Kind == ValueKind.String ? Context.View.FindNode(id.AsString()) : -1;
        }

        long number = id.Kind switch
        {
            ValueKind.Integer => id.AsInteger(),
            ValueKind.Float when id.AsFloat() == Math.Floor(id.AsFloat()) => (long)id.AsFloat(),
            _ => -1,
        };
        return Context.View.HasNode(number) ? number : -1;
    }
}
