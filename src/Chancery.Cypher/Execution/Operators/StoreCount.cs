using Chancery.Cypher.Storage;
using Chancery.Graph;

namespace Chancery.Cypher.Execution.Operators;

/// <summary>
/// Counts that the store keeps. Without names, of all nodes or relationships; with a slot for the type, a row for each type that has
/// relationships.
/// </summary>
internal sealed class StoreCount(Operator input, bool ofNodes, TokenSet names, int[] slots, int typeSlot) : InputOperator(input)
{
    private int[] _types = [];
    private int _next;

    public override bool MoveNext()
    {
        while (true)
        {
            while (_next < _types.Length)
            {
                int type = _types[_next++];
                long count = Context.View.RelationshipsOfType(type).Count;
                if (count > 0)
                {
                    Row[typeSlot] = Context.View.Tokens.Types.Name(type);
                    return Fill(count);
                }
            }

            if (!Input.MoveNext())
            {
                return false;
            }

            if (typeSlot < 0)
            {
                return Fill(Count(Context.View));
            }

            _types = Types(Context.View);
            _next = 0;
        }
    }

    protected override void OnOpen()
    {
        _types = [];
        _next = 0;
        base.OnOpen();
    }

    private bool Fill(long count)
    {
        foreach (int slot in slots)
        {
            Row[slot] = count;
        }

        return true;
    }

    private int[] Types(GraphView view) => names.IsAny ? [.. Enumerable.Range(0, view.TypeCount)] : names.Resolve(view.Tokens.Types);

    private long Count(GraphView view)
    {
        if (ofNodes)
        {
            return names.IsAny ? view.NodeCount : view.NodesWithLabel(names.ResolveOne(view.Tokens.Labels)).Count;
        }

        return names.IsAny ? view.RelationshipCount : Types(view).Sum(type => (long)view.RelationshipsOfType(type).Count);
    }
}
