using Chancery.Cypher.Storage;
using Chancery.Graph;

namespace Chancery.Cypher.Execution.Operators;

internal sealed class LabelScan(Operator input, int slot, TokenSet label) : InputOperator(input)
{
    private Membership.Enumerator _nodes;
    private bool _inside;

    public override bool MoveNext()
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

            _nodes = Context.View.NodesWithLabel(label.ResolveOne(Context.View.Tokens.Labels)).GetEnumerator();
            _inside = true;
        }
    }

    protected override void OnOpen()
    {
        _inside = false;
        base.OnOpen();
    }
}
