using Chancery.Graph;

namespace Chancery.Cypher.Storage;

internal sealed partial class GraphWriter
{
    // Nodes that were deleted in this statement while they still had relationships.
    private readonly HashSet<int> _dangling = [];

    /// <summary>Creates a node and returns its id. Ids are never used twice.</summary>
    public int CreateNode(params ReadOnlySpan<int> labels)
    {
        Change();
        int node = State.NextNode++;
        int set = Store.LabelSets.Of(labels);
        (State.Nodes = State.Nodes.Edit(_token)).Add(node);
        (State.LabelSets = State.LabelSets.Edit(_token)).Writable(node) = set;
        foreach (int label in Store.LabelSets.Labels(set))
        {
            Members(label).Add(node);
        }

        _log?.CreateNode(node, Store.LabelSets.Labels(set));
        Suspect(false, node, Store.LabelSets.Labels(set));
        return node;
    }

    /// <summary>Creates a relationship and returns its id. Ids are never used twice.</summary>
    /// <exception cref="GraphException">An end was deleted in this transaction.</exception>
    public int CreateRelationship(int start, int end, int type)
    {
        Change();
        CheckNode(State.LabelSets[start], start);
        CheckNode(State.LabelSets[end], end);
        int id = State.NextRelationship++;
        if (type >= State.ByType.Length)
        {
            State.GrowTypes(Tokens.Types.Count);
        }

        (State.Relationships = State.Relationships.Edit(_token)).Writable(id) = new RelationshipRecord(type, start, end);
        (State.ByType[type] = State.ByType[type].Edit(_token)).Add(id);
        ref AdjacencyList outgoing = ref Writable(State.Outgoing, type, start);
        outgoing = outgoing.Add(new Adjacent(end, id));
        ref AdjacencyList incoming = ref Writable(State.Incoming, type, end);
        incoming = incoming.Add(new Adjacent(start, id));
        State.RelationshipCount++;
        _log?.CreateRelationship(id, type, start, end);
        Suspect(true, id, [type]);
        return id;
    }

    /// <summary>
    /// Deletes a node with its labels and properties. One that has relationships left is refused when the statement ends.
    /// </summary>
    /// <returns>False where it was deleted before.</returns>
    public bool DeleteNode(int node)
    {
        int set = State.LabelSets[node];
        if (set == LabelSets.NoNode)
        {
            return false;
        }

        Change();
        _log?.Delete(false, node);
        ReadOnlySpan<int> labels = Store.LabelSets.Labels(set);
        Unindex(false, node, labels, -1);
        foreach (int label in labels)
        {
            Members(label).Remove(node);
        }

        RemoveProperties(State.NodeColumns, node);
        (State.Nodes = State.Nodes.Edit(_token)).Remove(node);
        (State.LabelSets = State.LabelSets.Edit(_token)).Writable(node) = LabelSets.NoNode;
        HasDeletions = true;
        if (Degree(node, Side.Out) + Degree(node, Side.In) > 0)
        {
            _dangling.Add(node);
        }

        return true;
    }

    /// <summary>Deletes a node and all its relationships.</summary>
    /// <returns>The number of relationships that went, or -1 where the node was deleted before.</returns>
    public int DetachDeleteNode(int node)
    {
        if (State.LabelSets[node] == LabelSets.NoNode)
        {
            return -1;
        }

        int deleted = 0;
        for (int type = 0; type < TypeCount; type++)
        {
            // Steps stay as they are while the lists behind them change.
            foreach (Adjacent step in Steps(node, type, Side.Out))
            {
                deleted += DeleteRelationship(step.Relationship) ? 1 : 0;
            }

            foreach (Adjacent step in Steps(node, type, Side.In))
            {
                deleted += DeleteRelationship(step.Relationship) ? 1 : 0;
            }
        }

        DeleteNode(node);
        return deleted;
    }

    /// <returns>False where it was deleted before.</returns>
    public bool DeleteRelationship(int id)
    {
        RelationshipRecord record = State.Relationships[id];
        if (!record.Exists)
        {
            return false;
        }

        Change();
        _log?.Delete(true, id);
        Unindex(true, id, [record.Type], -1);
        RemoveProperties(State.RelationshipColumns, id);
        (State.Relationships = State.Relationships.Edit(_token)).Writable(id) = record.Deleted();
        (State.ByType[record.Type] = State.ByType[record.Type].Edit(_token)).Remove(id);
        ref AdjacencyList outgoing = ref Writable(State.Outgoing, record.Type, record.Start);
        outgoing = outgoing.Remove(id);
        ref AdjacencyList incoming = ref Writable(State.Incoming, record.Type, record.End);
        incoming = incoming.Remove(id);
        State.RelationshipCount--;
        HasDeletions = true;
        return true;
    }

    /// <returns>False where the node has the label already.</returns>
    /// <exception cref="GraphException">The node was deleted, or a constraint of the label does not hold.</exception>
    public bool AddLabel(int node, int label)
    {
        int old = State.LabelSets[node];
        CheckNode(old, node);
        int set = Store.LabelSets.With(old, label);
        if (set == old)
        {
            return false;
        }

        Change();
        _log?.Label(node, label, true);
        Unindex(false, node, Store.LabelSets.Labels(old), -1);
        (State.LabelSets = State.LabelSets.Edit(_token)).Writable(node) = set;
        Members(label).Add(node);
        Index(false, node, Store.LabelSets.Labels(set), -1);
        Suspect(false, node, [label]);
        return true;
    }

    /// <returns>False where the node lacks the label.</returns>
    public bool RemoveLabel(int node, int label)
    {
        int old = State.LabelSets[node];
        CheckNode(old, node);
        if (!Store.LabelSets.Contains(old, label))
        {
            return false;
        }

        Change();
        _log?.Label(node, label, false);
        Unindex(false, node, Store.LabelSets.Labels(old), -1);
        int set = Store.LabelSets.Without(old, label);
        (State.LabelSets = State.LabelSets.Edit(_token)).Writable(node) = set;
        Members(label).Remove(node);
        Index(false, node, Store.LabelSets.Labels(set), -1);
        return true;
    }

    private Membership Members(int label)
    {
        if (label >= State.ByLabel.Length)
        {
            State.GrowLabels(Tokens.Labels.Count);
        }

        return State.ByLabel[label] = State.ByLabel[label].Edit(_token);
    }

    private ref AdjacencyList Writable(PagedArray<AdjacencyList>[] lists, int type, int node) =>
        ref (lists[type] = lists[type].Edit(_token)).Writable(node);

    private void RemoveProperties(PropertyColumn[] columns, int id)
    {
        for (int key = 0; key < columns.Length; key++)
        {
            if (columns[key].Has(id))
            {
                Forsake(columns[key].Text(id));
                (columns[key] = columns[key].Edit(_token)).Remove(_token, id);
            }
        }
    }
}
