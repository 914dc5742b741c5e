using Chancery.Graph;

namespace Chancery.Cypher.Storage;

internal partial class GraphView
{
    /// <summary>The property, or null where the node lacks it.</summary>
    /// <exception cref="GraphException">The node was deleted in this transaction.</exception>
    public Value NodeProperty(int node, int key)
    {
        if (HasDeletions)
        {
            CheckNode(State.LabelSets[node], node);
        }

        return At(State.NodeColumns, key)?.Get(node) ?? default;
    }

    /// <inheritdoc cref="NodeProperty"/>
    public Value RelationshipProperty(int relationship, int key)
    {
        if (HasDeletions)
        {
            CheckRelationship(relationship);
        }

        return At(State.RelationshipColumns, key)?.Get(relationship) ?? default;
    }

    /// <summary>The column of a key, for scans; null where no node has it.</summary>
    public PropertyColumn? NodeColumn(int key) => At(State.NodeColumns, key);

    public PropertyColumn? RelationshipColumn(int key) => At(State.RelationshipColumns, key);

    /// <summary>The ids of the keys that the node has.</summary>
    public List<int> NodeKeys(int node)
    {
        CheckNode(State.LabelSets[node], node);
        return Keys(State.NodeColumns, node);
    }

    public List<int> RelationshipKeys(int relationship)
    {
        CheckRelationship(relationship);
        return Keys(State.RelationshipColumns, relationship);
    }

    public MapValue NodeProperties(int node)
    {
        CheckNode(State.LabelSets[node], node);
        return Properties(State.NodeColumns, node);
    }

    public MapValue RelationshipProperties(int relationship)
    {
        CheckRelationship(relationship);
        return Properties(State.RelationshipColumns, relationship);
    }

    public string NodeElementId(long id) => $"4:{Store.Id}:{id}";

    public string RelationshipElementId(long id) => $"5:{Store.Id}:{id}";

    /// <summary>The id of the node with this element id, or -1 where the text is no element id of a node of this graph.</summary>
    public long FindNode(string elementId) => Find("4:", elementId) is var id && HasNode(id) ? id : -1;

    public long FindRelationship(string elementId) => Find("5:", elementId) is var id && HasRelationship(id) ? id : -1;

    public override Node ReadNode(long id)
    {
        ReadOnlySpan<int> labels = LabelsOf((int)id);
        string[] names = new string[labels.Length];
        for (int i = 0; i < names.Length; i++)
        {
            names[i] = Tokens.Labels.Name(labels[i]);
        }

        return new Node(id, NodeElementId(id), names, NodeProperties((int)id));
    }

    public override Relationship ReadRelationship(long id)
    {
        RelationshipRecord record = Relationship((int)id);
        return new Relationship(
            id,
            RelationshipElementId(id),
            Tokens.Types.Name(record.Type),
            record.Start,
            NodeElementId(record.Start),
            record.End,
            NodeElementId(record.End),
            RelationshipProperties((int)id));
    }

    private static List<int> Keys(PropertyColumn[] columns, int id)
    {
        List<int> keys = [];
        for (int key = 0; key < columns.Length; key++)
        {
            if (columns[key].Has(id))
            {
                keys.Add(key);
            }
        }

        return keys;
    }

    private MapValue Properties(PropertyColumn[] columns, int id)
    {
        List<int> keys = Keys(columns, id);
        string[] names = new string[keys.Count];
        Value[] values = new Value[keys.Count];
        for (int i = 0; i < names.Length; i++)
        {
            names[i] = Tokens.Keys.Name(keys[i]);
            values[i] = columns[keys[i]].Get(id);
        }

        return names.Length == 0 ? MapValue.Empty : new MapValue(names, values);
    }

    private long Find(string prefix, string elementId)
    {
        string start = $"{prefix}{Store.Id}:";
        return elementId.StartsWith(start, StringComparison.Ordinal)
            && long.TryParse(elementId.AsSpan(start.Length), System.Globalization.NumberStyles.None, null, out long id) ? id : -1;
    }
}
