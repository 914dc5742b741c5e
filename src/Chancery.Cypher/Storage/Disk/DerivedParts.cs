using System.Numerics;
using System.Runtime.CompilerServices;

namespace Chancery.Cypher.Storage.Disk;

/// <summary>Builds what the disk does not hold because it follows from the rest: bitmaps, counts, adjacency.</summary>
/// <remarks>What is marked for aggressive optimization runs when a graph is opened, and for the first time then.</remarks>
internal static class DerivedParts
{
    public static void Build(GraphState state, object owner, LabelSets sets)
    {
        Parallel.Invoke(() => BuildNodes(state, owner, sets), () => BuildTypes(state, owner));
        Parallel.For(
            0,
            2 * state.ByType.Length,
            () => new int[state.NextNode + 1],
            (i, _, places) =>
            {
                (int type, Side side) = (i >> 1, (i & 1) == 0 ? Side.Out : Side.In);
                PagedArray<AdjacencyList>[] lists = side == Side.Out ? state.Outgoing : state.Incoming;
                lists[type] = Lists(state.Relationships, state.ByType[type], side, places, owner);
                return places;
            },
            _ => { });
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void BuildNodes(GraphState state, object owner, LabelSets sets)
    {
        state.Nodes = state.Nodes.Edit(owner);
        MaskTable bySet = new();
        for (int word = 0; word << 6 < state.NextNode; word++)
        {
            ReadOnlySpan<int> numbers = state.LabelSets.Page(word >> 1).AsSpan((word & 1) << 6, 64);
            for (int i = 0; i < numbers.Length; i++)
            {
                if (numbers[i] != LabelSets.NoNode)
                {
                    bySet.Add(numbers[i], 1UL << i);
                }
            }

            while (bySet.TryTake(out int set, out ulong mask))
            {
                state.Nodes.AddAll(word, mask);
                foreach (int label in sets.Labels(set))
                {
                    state.GrowLabels(label + 1);
                    (state.ByLabel[label] = state.ByLabel[label].Edit(owner)).AddAll(word, mask);
                }
            }
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void BuildTypes(GraphState state, object owner)
    {
        MaskTable byType = new();
        for (int word = 0; word << 6 < state.NextRelationship; word++)
        {
            ReadOnlySpan<RelationshipRecord> records = state.Relationships.Page(word >> 1).AsSpan((word & 1) << 6, 64);
            for (int i = 0; i < records.Length; i++)
            {
                if (records[i].Exists)
                {
                    byType.Add(records[i].Type, 1UL << i);
                }
            }

            while (byType.TryTake(out int type, out ulong mask))
            {
                state.GrowTypes(type + 1);
                (state.ByType[type] = state.ByType[type].Edit(owner)).AddAll(word, mask);
                state.RelationshipCount += BitOperations.PopCount(mask);
            }
        }
    }

    /// <summary>
    /// The lists of one type on one side. All share one array, sorted by node and then by relationship: compact, and quick to walk.
    /// </summary>
    /// <param name="members">The relationships of the type.</param>
    /// <param name="places">Room for a number for each node; what it holds is of no concern.</param>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static PagedArray<AdjacencyList> Lists(PagedArray<RelationshipRecord> records, Membership members, Side side, int[] places, object owner)
    {
        PagedArray<AdjacencyList> lists = PagedArray<AdjacencyList>.Empty;
        if (members.Count == 0)
        {
            return lists;
        }

        Array.Clear(places);
        for (int word = 0; word < members.WordCount; word++)
        {
            RelationshipRecord[] page = records.Page(word >> 1);
            for (ulong rest = members.Word(word); rest != 0; rest &= rest - 1)
            {
                ref readonly RelationshipRecord record = ref page[((word & 1) << 6) + BitOperations.TrailingZeroCount(rest)];
                places[side == Side.Out ? record.Start : record.End]++;
            }
        }

        lists = lists.Edit(owner);
        // Place 0 stays free: a slice that began there would look like a list that owns its array.
        Adjacent[] shared = new Adjacent[members.Count + 1];
        int next = 1;
        for (int first = 0; first < places.Length; first += Pages.Size)
        {
            Span<int> counts = places.AsSpan(first, Math.Min(Pages.Size, places.Length - first));
            if (!counts.ContainsAnyExcept(0))
            {
                continue;
            }

            AdjacencyList[] page = new AdjacencyList[Pages.Size];
            for (int i = 0; i < counts.Length; i++)
            {
                int count = counts[i];
                if (count > 0)
                {
                    page[i] = AdjacencyList.Slice(shared, next, count);
                    counts[i] = next;
                    next += count;
                }
            }

            lists.SetPage(first >> Pages.Bits, page);
        }

        for (int word = 0; word < members.WordCount; word++)
        {
            RelationshipRecord[] page = records.Page(word >> 1);
            for (ulong rest = members.Word(word); rest != 0; rest &= rest - 1)
            {
                int slot = ((word & 1) << 6) + BitOperations.TrailingZeroCount(rest);
                ref readonly RelationshipRecord record = ref page[slot];
                (int node, int other) = side == Side.Out ? (record.Start, record.End) : (record.End, record.Start);
                shared[places[node]++] = new Adjacent(other, ((word >> 1) << Pages.Bits) + slot);
            }
        }

        return lists;
    }

    /// <summary>Which of 64 neighbours fall under which number.</summary>
    private sealed class MaskTable
    {
        private readonly int[] _met = new int[64];
        private ulong[] _masks = new ulong[16];
        private int _count;

        public void Add(int number, ulong mask)
        {
            if (number >= _masks.Length)
            {
                Array.Resize(ref _masks, Math.Max(number + 1, 2 * _masks.Length));
            }

            if (_masks[number] == 0)
            {
                _met[_count++] = number;
            }

            _masks[number] |= mask;
        }

        public bool TryTake(out int number, out ulong mask)
        {
            (number, mask) = (0, 0);
            if (_count == 0)
            {
                return false;
            }

            number = _met[--_count];
            (mask, _masks[number]) = (_masks[number], 0);
            return true;
        }
    }
}
