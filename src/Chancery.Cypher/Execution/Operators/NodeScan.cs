using Chancery.Cypher.Storage;
using Chancery.Graph;

namespace Chancery.Cypher.Execution.Operators;

/// <summary>For each row of its input every node of a set, one after the other.</summary>
internal abstract class NodeScan(Operator input, int slot) : InputOperator(input)
{
    private Membership.Enumerator _nodes;
    private bool _inside;

    public sealed override bool MoveNext()
    {
        while (true)
        {
            if (_inside && _nodes.MoveNext())
            {
                Context.Tick();
                Context.Hits++;
                Row[slot] = Value.Node(Context.View, _nodes.Current);
                return true;
            }

            _inside = false;
            if (!Input.MoveNext())
            {
                return false;
            }

            _nodes = Nodes();
            _inside = true;
        }
    }

    protected abstract Membership.Enumerator Nodes();

    protected sealed override void OnOpen()
    {
        _inside = false;
        base.OnOpen();
    }
}
