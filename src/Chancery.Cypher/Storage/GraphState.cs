namespace Chancery.Cypher.Storage;

/// <summary>
/// The roots of one version of the graph. A published state never changes; a writer works on a copy whose parts it opens one by one.
/// </summary>
internal sealed class GraphState
{
    private GraphState()
    {
    }

    public static GraphState Empty { get; } = new();

    /// <summary>The number of the commit that published this state; 0 for the empty graph.</summary>
    public long CommitNumber { get; set; }

    /// <summary>Ids below these were given out.</summary>
    public int NextNode { get; set; }

    public int NextRelationship { get; set; }

    public int RelationshipCount { get; set; }

    public Membership Nodes { get; set; } = Membership.Empty;

    /// <summary>Per node, the number of its label set.</summary>
    public PagedArray<int> LabelSets { get; set; } = PagedArray<int>.Empty;

    public PagedArray<RelationshipRecord> Relationships { get; set; } = PagedArray<RelationshipRecord>.Empty;

    /// <summary>By label id; may be shorter than the table of labels, as are all arrays here.</summary>
    public Membership[] ByLabel { get; private set; } = [];

    public Membership[] ByType { get; private set; } = [];

    public PagedArray<AdjacencyList>[] Outgoing { get; private set; } = [];

    public PagedArray<AdjacencyList>[] Incoming { get; private set; } = [];

    public PropertyColumn[] NodeColumns { get; private set; } = [];

    public PropertyColumn[] RelationshipColumns { get; private set; } = [];

    public GraphSchema Schema { get; set; } = GraphSchema.Empty;

    /// <summary>One for each definition in <see cref="GraphSchema.Indexes"/>, in the same order.</summary>
    public GraphIndex[] Indexes { get; set; } = [];

    public GraphState Copy()
    {
        GraphState copy = (GraphState)MemberwiseClone();
        copy.ByLabel = [.. ByLabel];
        copy.ByType = [.. ByType];
        copy.Outgoing = [.. Outgoing];
        copy.Incoming = [.. Incoming];
        copy.NodeColumns = [.. NodeColumns];
        copy.RelationshipColumns = [.. RelationshipColumns];
        copy.Indexes = [.. Indexes];
        return copy;
    }

    public void GrowLabels(int count) => ByLabel = Grown(ByLabel, count, Membership.Empty);

    public void GrowTypes(int count)
    {
        ByType = Grown(ByType, count, Membership.Empty);
        Outgoing = Grown(Outgoing, count, PagedArray<AdjacencyList>.Empty);
        Incoming = Grown(Incoming, count, PagedArray<AdjacencyList>.Empty);
    }

    public void GrowKeys(int count)
    {
        NodeColumns = Grown(NodeColumns, count, PropertyColumn.Empty);
        RelationshipColumns = Grown(RelationshipColumns, count, PropertyColumn.Empty);
    }

    private static T[] Grown<T>(T[] items, int count, T blank)
    {
        if (items.Length >= count)
        {
            return items;
        }

        int old = items.Length;
        Array.Resize(ref items, count);
        Array.Fill(items, blank, old, count - old);
        return items;
    }
}
