using System.Runtime.CompilerServices;
using Chancery.Graph;

namespace Chancery.Cypher.Storage;

/// <summary>
/// A consistent view of the graph. Snapshots never change and may be read from many threads; a <see cref="GraphWriter"/> is a view
/// that sees its own writes. Node and relationship ids are dense ints; labels, types and keys are ids of <see cref="Tokens"/>, and an
/// id of -1 (an unknown name) finds nothing.
/// </summary>
internal partial class GraphView : ElementSource
{
    internal GraphView(GraphStore store, GraphState state)
    {
        Store = store;
        State = state;
    }

    public GraphStore Store { get; }

    public GraphTokens Tokens => Store.Tokens;

    /// <summary>The number of the last commit that this view sees.</summary>
    public long CommitNumber => State.CommitNumber;

    public int NodeCount => State.Nodes.Count;

    public int RelationshipCount => State.RelationshipCount;

    /// <summary>All node ids are below this.</summary>
    public int NodeCapacity => State.NextNode;

    /// <summary>All relationship ids are below this.</summary>
    public int RelationshipCapacity => State.NextRelationship;

    /// <summary>Type ids below this may have relationships; for walks along any type.</summary>
    public int TypeCount => State.ByType.Length;

    /// <summary>Label ids below this may have nodes.</summary>
    public int LabelCount => State.ByLabel.Length;

    /// <summary>Key ids below this may have values.</summary>
    public int KeyCount => State.NodeColumns.Length;

    /// <summary>All nodes.</summary>
    public Membership Nodes => State.Nodes;

    internal GraphState State { get; private protected set; }

    // True where elements that this view handed out may be gone: only in a writer that deleted.
    private protected bool HasDeletions { get; set; }

    public bool HasNode(long id) => id >= 0 && id < State.NextNode && State.LabelSets[(int)id] != LabelSets.NoNode;

    public bool HasRelationship(long id) => id >= 0 && id < State.NextRelationship && State.Relationships[(int)id].Exists;

    public Membership NodesWithLabel(int label) => At(State.ByLabel, label) ?? Membership.Empty;

    public Membership RelationshipsOfType(int type) => At(State.ByType, type) ?? Membership.Empty;

    public bool HasLabel(int node, int label)
    {
        int set = State.LabelSets[node];
        CheckNode(set, node);
        return Store.LabelSets.Contains(set, label);
    }

    /// <summary>The node's labels, ascending by id.</summary>
    /// <exception cref="GraphException">The node was deleted in this transaction.</exception>
    public ReadOnlySpan<int> LabelsOf(int node)
    {
        int set = State.LabelSets[node];
        CheckNode(set, node);
        return Store.LabelSets.Labels(set);
    }

    /// <summary>The relationship's type and ends; also of one that was deleted in this transaction.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public RelationshipRecord Relationship(int id) => State.Relationships[id];

    /// <summary>
    /// The steps along relationships of one type that start (Out) or end (In) at the node. A loop stands on both sides. The span stays
    /// as it is while the writer that gave it goes on writing.
    /// </summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public ReadOnlySpan<Adjacent> Steps(int node, int type, Side side)
    {
        PagedArray<AdjacencyList>[] lists = side == Side.Out ? State.Outgoing : State.Incoming;
        return (uint)type < (uint)lists.Length ? lists[type][node].Steps : default;
    }

    public int Degree(int node, int type, Side side)
    {
        PagedArray<AdjacencyList>[] lists = side == Side.Out ? State.Outgoing : State.Incoming;
        return (uint)type < (uint)lists.Length ? lists[type][node].Count : 0;
    }

    /// <summary>Over all types.</summary>
    public int Degree(int node, Side side)
    {
        int sum = 0;
        foreach (PagedArray<AdjacencyList> lists in side == Side.Out ? State.Outgoing : State.Incoming)
        {
            sum += lists[node].Count;
        }

        return sum;
    }

    /// <summary>
    /// The lists of one type on one side for all nodes, for loops over the whole graph: page p covers nodes <c>128 p</c> and up. Null for an unknown type.
    /// </summary>
    public PagedArray<AdjacencyList>? Lists(int type, Side side) => At(side == Side.Out ? State.Outgoing : State.Incoming, type);

    /// <summary>
    /// The steps to look through for relationships of one type between two nodes, from whichever end has fewer: those with
    /// <c>Node == Other</c> are the ones.
    /// </summary>
    public ReadOnlySpan<Adjacent> StepsBetween(int start, int end, int type, out int other)
    {
        ReadOnlySpan<Adjacent> from = Steps(start, type, Side.Out);
        ReadOnlySpan<Adjacent> to = Steps(end, type, Side.In);
        other = from.Length <= to.Length ? end : start;
        return from.Length <= to.Length ? from : to;
    }

    private protected static T? At<T>(T[] items, int place)
        where T : class => (uint)place < (uint)items.Length ? items[place] : null;

    private protected void CheckNode(int set, long node)
    {
        if (set == LabelSets.NoNode)
        {
            throw StorageError.Deleted("Node", node);
        }
    }

    private protected void CheckRelationship(long relationship)
    {
        if (!State.Relationships[(int)relationship].Exists)
        {
            throw StorageError.Deleted("Relationship", relationship);
        }
    }
}
