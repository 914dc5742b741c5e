using System.Runtime.CompilerServices;

namespace Chancery.Cypher.Storage.Disk;

/// <summary>Builds what the disk does not hold because it follows from the rest: bitmaps, counts, adjacency, indexes.</summary>
/// <remarks>What is marked for aggressive optimization runs when a graph is opened, and for the first time then.</remarks>
internal static class DerivedParts
{
    public static void Build(GraphState state, object owner, LabelSets sets)
    {
        BuildNodes(state, owner, sets);
        BuildTypes(state, owner);
        int[] places = new int[state.NextNode + 1];
        for (int type = 0; type < state.ByType.Length; type++)
        {
            state.Outgoing[type] = Lists(state, state.ByType[type], Side.Out, places, owner);
            state.Incoming[type] = Lists(state, state.ByType[type], Side.In, places, owner);
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void BuildNodes(GraphState state, object owner, LabelSets sets)
    {
        state.Nodes = state.Nodes.Edit(owner);
        for (int node = 0; node < state.NextNode; node++)
        {
            int set = state.LabelSets[node];
            if (set != LabelSets.NoNode)
            {
                state.Nodes.Add(node);
                foreach (int label in sets.Labels(set))
                {
                    state.GrowLabels(label + 1);
                    (state.ByLabel[label] = state.ByLabel[label].Edit(owner)).Add(node);
                }
            }
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void BuildTypes(GraphState state, object owner)
    {
        for (int id = 0; id < state.NextRelationship; id++)
        {
            RelationshipRecord record = state.Relationships[id];
            if (record.Exists)
            {
                state.GrowTypes(record.Type + 1);
                (state.ByType[record.Type] = state.ByType[record.Type].Edit(owner)).Add(id);
                state.RelationshipCount++;
            }
        }
    }

    // All lists of a type and side share one array, sorted by node and then by relationship: compact, and quick to walk.
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static PagedArray<AdjacencyList> Lists(GraphState state, Membership members, Side side, int[] places, object owner)
    {
        PagedArray<AdjacencyList> lists = PagedArray<AdjacencyList>.Empty;
        if (members.Count == 0)
        {
            return lists;
        }

        Array.Clear(places);
        foreach (int id in members)
        {
            RelationshipRecord record = state.Relationships[id];
            places[side == Side.Out ? record.Start : record.End]++;
        }

        lists = lists.Edit(owner);
        // Place 0 stays free: a slice that began there would look like a list that owns its array.
        Adjacent[] shared = new Adjacent[members.Count + 1];
        int next = 1;
        for (int node = 0; node < places.Length; node++)
        {
            int count = places[node];
            if (count > 0)
            {
                lists.Writable(node) = AdjacencyList.Slice(shared, next, count);
                places[node] = next;
                next += count;
            }
        }

        foreach (int id in members)
        {
            RelationshipRecord record = state.Relationships[id];
            int node = side == Side.Out ? record.Start : record.End;
            shared[places[node]++] = new Adjacent(record.Other(node), id);
        }

        return lists;
    }
}
