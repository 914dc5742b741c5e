using System.Runtime.CompilerServices;
using Chancery.Graph;

namespace Chancery.Cypher.Storage;

/// <summary>Builds an index from the whole graph at once.</summary>
internal static class IndexBuilder
{
    /// <param name="clash">Where the index is to be unique and is not: two elements that share their values. The index is built all the same.</param>
    public static GraphIndex Build(IndexDefinition definition, GraphState state, out (int First, int Second, Value[] Values)? clash)
    {
        clash = null;
        if (definition.Kind == IndexKind.Range)
        {
            return BuildRange(definition, state, out clash);
        }

        GraphIndex index = GraphIndex.Create(definition).Edit(new object());
        HashSet<int>? seen = definition.Tokens.Count > 1 ? [] : null;
        foreach (int token in definition.Tokens)
        {
            foreach (int id in Members(definition, state, token))
            {
                if (seen is null || seen.Add(id))
                {
                    index.Add(id, ValuesOf(definition, state, id));
                }
            }
        }

        return index;
    }

    public static Value[] ValuesOf(IndexDefinition definition, GraphState state, int id)
    {
        Value[] values = new Value[definition.Keys.Count];
        for (int i = 0; i < values.Length; i++)
        {
            values[i] = ColumnOf(definition, state, definition.Keys[i]).Get(id);
        }

        return values;
    }

    private static PropertyColumn ColumnOf(IndexDefinition definition, GraphState state, int key)
    {
        PropertyColumn[] columns = definition.OnRelationships ? state.RelationshipColumns : state.NodeColumns;
        return key < columns.Length ? columns[key] : PropertyColumn.Empty;
    }

    public static Membership Members(IndexDefinition definition, GraphState state, int token)
    {
        Membership[] members = definition.OnRelationships ? state.ByType : state.ByLabel;
        return token < members.Length ? members[token] : Membership.Empty;
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static RangeIndex BuildRange(IndexDefinition definition, GraphState state, out (int First, int Second, Value[] Values)? clash)
    {
        Membership members = Members(definition, state, definition.Tokens[0]);
        List<(Value Key, long Id)> pairs = new(members.Count);
        bool sorted = true;
        PropertyColumn? only = definition.Keys.Count == 1 ? ColumnOf(definition, state, definition.Keys[0]) : null;
        foreach (int id in members)
        {
            Value key = only is null ? RangeIndex.KeyOf(ValuesOf(definition, state, id)) : only.Get(id);
            if (!key.IsNull)
            {
                sorted = sorted && (pairs.Count == 0 || IndexOrder.Compare(pairs[^1].Key, key) <= 0);
                pairs.Add((key, id));
            }
        }

        if (!sorted)
        {
            pairs.Sort((left, right) => IndexOrder.Compare(left.Key, right.Key) is var order and not 0 ? order : left.Id.CompareTo(right.Id));
        }

        clash = null;
        for (int i = 1; definition.IsUnique && clash is null && i < pairs.Count; i++)
        {
            if (IndexOrder.Compare(pairs[i - 1].Key, pairs[i].Key) == 0)
            {
                int first = (int)pairs[i - 1].Id;
                clash = (first, (int)pairs[i].Id, ValuesOf(definition, state, first));
            }
        }

        return new RangeIndex(definition, OrderedTree.Of(System.Runtime.InteropServices.CollectionsMarshal.AsSpan(pairs)));
    }
}
