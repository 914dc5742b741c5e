using Chancery.Cypher.Storage;

namespace Chancery.Cypher.Execution.Operators;

/// <summary>Counts that the store keeps. Without names, all nodes or relationships; a relationship has one of several types, a node all its labels.</summary>
internal sealed class StoreCount(Operator input, bool ofNodes, TokenSet names, int[] slots) : InputOperator(input)
{
    public override bool MoveNext()
    {
        if (!Input.MoveNext())
        {
            return false;
        }

        long count = Count(Context.View);
        foreach (int slot in slots)
        {
            Row[slot] = count;
        }

        return true;
    }

    private long Count(GraphView view)
    {
        if (ofNodes)
        {
            return names.IsAny ? view.NodeCount : view.NodesWithLabel(names.ResolveOne(view.Tokens.Labels)).Count;
        }

        if (names.IsAny)
        {
            return view.RelationshipCount;
        }

        long sum = 0;
        foreach (int type in names.Resolve(view.Tokens.Types))
        {
            sum += view.RelationshipsOfType(type).Count;
        }

        return sum;
    }
}
