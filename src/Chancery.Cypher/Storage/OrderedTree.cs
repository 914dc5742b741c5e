using Chancery.Graph;

namespace Chancery.Cypher.Storage;

/// <summary>
/// A B+ tree of (key, id) pairs in copy-on-write nodes: <see cref="Edit"/> gives a version that shares all nodes and copies only the
/// paths that it writes. Pairs are distinct; keys need not be.
/// </summary>
internal sealed partial class OrderedTree
{
    private readonly object? _owner;
    private Block? _root;

    private OrderedTree(Block? root, int count, object? owner)
    {
        _root = root;
        Count = count;
        _owner = owner;
    }

    public static OrderedTree Empty { get; } = new(null, 0, null);

    public int Count { get; private set; }

    public OrderedTree Edit(object owner) => ReferenceEquals(_owner, owner) ? this : new OrderedTree(_root, Count, owner);

    /// <summary>A tree of pairs that are already in order.</summary>
    public static OrderedTree Of(ReadOnlySpan<(Value Key, long Id)> sorted)
    {
        List<Block> level = [];
        for (int at = 0; at < sorted.Length; at += Block.LoadedFill)
        {
            level.Add(Block.Leaf(sorted.Slice(at, Math.Min(Block.LoadedFill, sorted.Length - at))));
        }

        while (level.Count > 1)
        {
            List<Block> above = [];
            for (int at = 0; at < level.Count; at += Block.LoadedFill)
            {
                above.Add(Block.Branch(level.GetRange(at, Math.Min(Block.LoadedFill, level.Count - at))));
            }

            level = above;
        }

        return new OrderedTree(level.Count == 0 ? null : level[0], sorted.Length, null);
    }

    /// <summary>Adds a pair; false where it is there already.</summary>
    public bool Add(Value key, long id)
    {
        object owner = _owner!;
        _root ??= Block.Leaf(owner);
        if (!ReferenceEquals(_root.Owner, owner))
        {
            _root = _root.Copy(owner);
        }

        Block? sibling = null;
        if (!Add(_root, key, id, owner, ref sibling))
        {
            return false;
        }

        if (sibling is not null)
        {
            _root = Block.Branch(owner, _root, sibling);
        }

        Count++;
        return true;
    }

    /// <summary>Removes a pair; false where it is not there.</summary>
    public bool Remove(Value key, long id)
    {
        object owner = _owner!;
        if (_root is null || !Contains(key, id))
        {
            return false;
        }

        if (!ReferenceEquals(_root.Owner, owner))
        {
            _root = _root.Copy(owner);
        }

        Remove(_root, key, id, owner);
        while (_root is { IsLeaf: false, Count: 1 })
        {
            _root = _root.Children![0];
        }

        if (_root.Count == 0)
        {
            _root = null;
        }

        Count--;
        return true;
    }

    public bool Contains(Value key, long id)
    {
        Block? at = _root;
        while (at is { IsLeaf: false })
        {
            at = at.Children![at.ChildFor(key, id)];
        }

        return at is not null && at.Find(key, id) >= 0;
    }

    private static bool Add(Block block, Value key, long id, object owner, ref Block? sibling)
    {
        if (block.IsLeaf)
        {
            int place = block.Find(key, id);
            if (place >= 0)
            {
                return false;
            }

            block.InsertOrSplit(~place, key, id, null, owner, ref sibling);
            return true;
        }

        int child = block.ChildFor(key, id);
        Block below = block.Own(child, owner);
        Block? split = null;
        if (!Add(below, key, id, owner, ref split))
        {
            return false;
        }

        if (split is not null)
        {
            block.InsertOrSplit(child + 1, split.Keys[0], split.Ids[0], split, owner, ref sibling);
        }

        return true;
    }

    private static void Remove(Block block, Value key, long id, object owner)
    {
        if (block.IsLeaf)
        {
            block.RemoveAt(block.Find(key, id));
            return;
        }

        int child = block.ChildFor(key, id);
        Block below = block.Own(child, owner);
        Remove(below, key, id, owner);
        // Blocks are not merged when they run low, only dropped when they are empty.
        if (below.Count == 0)
        {
            block.RemoveAt(child);
        }
    }

    /// <summary>A leaf, or a branch whose pair i is a lower bound of child i (that of child 0 is never looked at).</summary>
    private sealed class Block
    {
        public const int Size = 64;
        // Room is left for later pairs, so that the first ones do not split every block.
        public const int LoadedFill = 56;

        private Block(object? owner, bool isLeaf)
        {
            Owner = owner;
            Keys = new Value[Size];
            Ids = new long[Size];
            Children = isLeaf ? null : new Block[Size];
        }

        public object? Owner { get; }

        public int Count { get; private set; }

        public Value[] Keys { get; }

        public long[] Ids { get; }

        public Block[]? Children { get; }

        public bool IsLeaf => Children is null;

        public static Block Leaf(object owner) => new(owner, true);

        public static Block Leaf(ReadOnlySpan<(Value Key, long Id)> pairs)
        {
            Block leaf = new(null, true) { Count = pairs.Length };
            for (int i = 0; i < pairs.Length; i++)
            {
                (leaf.Keys[i], leaf.Ids[i]) = pairs[i];
            }

            return leaf;
        }

        public static Block Branch(object owner, Block left, Block right)
        {
            Block branch = new(owner, false) { Count = 2 };
            (branch.Children![0], branch.Children[1]) = (left, right);
            (branch.Keys[0], branch.Keys[1]) = (left.Keys[0], right.Keys[0]);
            (branch.Ids[0], branch.Ids[1]) = (left.Ids[0], right.Ids[0]);
            return branch;
        }

        public static Block Branch(List<Block> children)
        {
            Block branch = new(null, false) { Count = children.Count };
            for (int i = 0; i < children.Count; i++)
            {
                branch.Children![i] = children[i];
                branch.Keys[i] = children[i].Keys[0];
                branch.Ids[i] = children[i].Ids[0];
            }

            return branch;
        }

        public Block Copy(object owner)
        {
            Block copy = new(owner, IsLeaf) { Count = Count };
            Keys.AsSpan(0, Count).CopyTo(copy.Keys);
            Ids.AsSpan(0, Count).CopyTo(copy.Ids);
            Children.AsSpan(0, IsLeaf ? 0 : Count).CopyTo(copy.Children);
            return copy;
        }

        public Block Own(int child, object owner)
        {
            Block below = Children![child];
            return ReferenceEquals(below.Owner, owner) ? below : Children[child] = below.Copy(owner);
        }

        /// <summary>The pair's place, or the complement of where it belongs.</summary>
        public int Find(Value key, long id) => Find(key, id, 0);

        // The pair of a branch's first child may lie above those of later ones, and stays out of the search.
        public int ChildFor(Value key, long id)
        {
            int place = Find(key, id, 1);
            return place >= 0 ? place : ~place - 1;
        }

        private int Find(Value key, long id, int first)
        {
            int low = first;
            int high = Count - 1;
            while (low <= high)
            {
                int middle = (low + high) >> 1;
                int order = IndexOrder.Compare(Keys[middle], key);
                order = order != 0 ? order : Ids[middle].CompareTo(id);
                if (order == 0)
                {
                    return middle;
                }

                (low, high) = order < 0 ? (middle + 1, high) : (low, middle - 1);
            }

            return ~low;
        }

        public void InsertOrSplit(int place, Value key, long id, Block? child, object owner, ref Block? sibling)
        {
            if (Count < Size)
            {
                Insert(place, key, id, child);
                return;
            }

            sibling = new Block(owner, IsLeaf);
            // Ascending loads fill blocks to the brim.
            int keep = place == Size ? Size : Size / 2;
            sibling.Count = Size - keep;
            Keys.AsSpan(keep, sibling.Count).CopyTo(sibling.Keys);
            Ids.AsSpan(keep, sibling.Count).CopyTo(sibling.Ids);
            Children.AsSpan(IsLeaf ? 0 : keep, IsLeaf ? 0 : sibling.Count).CopyTo(sibling.Children);
            Trim(keep);
            if (place < keep)
            {
                Insert(place, key, id, child);
            }
            else
            {
                sibling.Insert(place - keep, key, id, child);
            }
        }

        public void RemoveAt(int place)
        {
            Keys.AsSpan(place + 1, Count - place - 1).CopyTo(Keys.AsSpan(place));
            Ids.AsSpan(place + 1, Count - place - 1).CopyTo(Ids.AsSpan(place));
            Children?.AsSpan(place + 1, Count - place - 1).CopyTo(Children.AsSpan(place));
            Trim(Count - 1);
        }

        private void Insert(int place, Value key, long id, Block? child)
        {
            Keys.AsSpan(place, Count - place).CopyTo(Keys.AsSpan(place + 1));
            Ids.AsSpan(place, Count - place).CopyTo(Ids.AsSpan(place + 1));
            Keys[place] = key;
            Ids[place] = id;
            if (child is not null)
            {
                Children!.AsSpan(place, Count - place).CopyTo(Children.AsSpan(place + 1));
                Children![place] = child;
            }

            Count++;
        }

        private void Trim(int count)
        {
            Keys.AsSpan(count, Count - count).Clear();
            Ids.AsSpan(count, Count - count).Clear();
            Children?.AsSpan(count, Count - count).Clear();
            Count = count;
        }
    }
}
