namespace Chancery.Cypher.Storage;

internal partial class GraphView
{
    public GraphSchema Schema => State.Schema;

    /// <summary>This view's version of an index.</summary>
    public GraphIndex Index(IndexDefinition definition)
    {
        for (int i = 0; i < State.Indexes.Length; i++)
        {
            if (State.Indexes[i].Definition.Name == definition.Name)
            {
                return State.Indexes[i];
            }
        }

        throw StorageError.NoSuchIndex(definition.Name);
    }

    /// <summary>The range index over exactly these keys of nodes with the label, or null.</summary>
    public RangeIndex? FindRangeIndex(int label, params ReadOnlySpan<int> keys) => FindRangeIndex(false, label, keys);

    /// <summary>The range index over exactly these keys of nodes with the label, or relationships of the type, or null.</summary>
    public RangeIndex? FindRangeIndex(bool onRelationships, int token, ReadOnlySpan<int> keys)
    {
        foreach (GraphIndex index in State.Indexes)
        {
            IndexDefinition definition = index.Definition;
            if (index is RangeIndex range && definition.OnRelationships == onRelationships && definition.Tokens[0] == token
                && Same(definition.Keys, keys))
            {
                return range;
            }
        }

        return null;
    }

    /// <summary>
    /// Relationships of the type at an average node of the label on one side, from a sample of up to 1,024 of them. -1 stands for any
    /// type, and for any label.
    /// </summary>
    public double AverageDegree(int label, int type, Side side)
    {
        const int Samples = 1024;
        Membership nodes = label < 0 ? State.Nodes : NodesWithLabel(label);
        if (nodes.Count == 0)
        {
            return 0;
        }

        if (label < 0)
        {
            return (double)(type < 0 ? RelationshipCount : RelationshipsOfType(type).Count) / nodes.Count;
        }

        // Whole words, spread evenly over the id space.
        int words = (NodeCapacity >> 6) + 1;
        int step = Math.Max(1, words / Samples);
        long met = 0;
        long degrees = 0;
        for (int word = 0; word < words && met < Samples * 4; word += step)
        {
            for (ulong rest = nodes.Word(word); rest != 0; rest &= rest - 1)
            {
                int node = (word << 6) + System.Numerics.BitOperations.TrailingZeroCount(rest);
                degrees += type < 0 ? Degree(node, side) : Degree(node, type, side);
                met++;
            }
        }

        return met == 0 ? 0 : (double)degrees / met;
    }

    private static bool Same(IReadOnlyList<int> left, ReadOnlySpan<int> right)
    {
        if (left.Count != right.Length)
        {
            return false;
        }

        for (int i = 0; i < right.Length; i++)
        {
            if (left[i] != right[i])
            {
                return false;
            }
        }

        return true;
    }
}
