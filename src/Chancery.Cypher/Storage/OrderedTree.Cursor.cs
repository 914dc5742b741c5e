using Chancery.Graph;

namespace Chancery.Cypher.Storage;

internal sealed partial class OrderedTree
{
    /// <summary>From the first pair that <paramref name="position"/> does not call too small (negative), in ascending order.</summary>
    /// <param name="position">Negative below the range sought, 0 within, positive above; monotone in index order.</param>
    public Cursor Ascend(Func<Value, int> position) => new(_root, position, false);

    /// <summary>From the last pair that <paramref name="position"/> does not call too large (positive), in descending order.</summary>
    public Cursor Descend(Func<Value, int> position) => new(_root, position, true);

    /// <summary>The smallest id under the key, or -1.</summary>
    public long FindFirst(Value key)
    {
        Block? at = _root;
        while (at is { IsLeaf: false })
        {
            int child = at.ChildFor(key, long.MinValue);
            // The key may begin in the next block where this one ends just below it.
            at = at.Children![child];
            if (at.IsLeaf)
            {
                return FindFirst(key, at);
            }
        }

        return at is null ? -1 : FindFirst(key, at);
    }

    /// <summary>Pairs per distinct key, estimated from up to 16 leaves.</summary>
    public double AverageRun()
    {
        long pairs = 0;
        long runs = 0;
        for (int sample = 0; sample < 16 && _root is not null; sample++)
        {
            Block at = _root;
            while (!at.IsLeaf)
            {
                // Spread over the breadth of each level, the same leaves each time.
                at = at.Children![(sample * 7919 + at.Count / 2) % at.Count];
            }

            pairs += at.Count;
            for (int i = 0; i < at.Count; i++)
            {
                runs += i == 0 || IndexOrder.Compare(at.Keys[i - 1], at.Keys[i]) != 0 ? 1 : 0;
            }
        }

        return runs == 0 ? 1 : (double)pairs / runs;
    }

    public bool SameContent(OrderedTree other)
    {
        Cursor left = Ascend(_ => 0);
        Cursor right = other.Ascend(_ => 0);
        while (left.MoveNext())
        {
            if (!right.MoveNext() || left.CurrentId != right.CurrentId || IndexOrder.Compare(left.CurrentKey, right.CurrentKey) != 0)
            {
                return false;
            }
        }

        return !right.MoveNext() && Count == other.Count;
    }

    private long FindFirst(Value key, Block leaf)
    {
        int place = ~leaf.Find(key, long.MinValue);
        if (place < leaf.Count)
        {
            return IndexOrder.Compare(leaf.Keys[place], key) == 0 ? leaf.Ids[place] : -1;
        }

        Cursor next = Ascend(other => IndexOrder.Compare(other, key));
        return next.MoveNext() ? next.CurrentId : -1;
    }

    /// <summary>Walks the pairs of one version of the tree.</summary>
    public struct Cursor
    {
        private readonly Func<Value, int> _position;
        private readonly bool _descending;
        private readonly List<(Block Block, int Place)> _path = [];

        internal Cursor(object? root, Func<Value, int> position, bool descending)
        {
            _position = position;
            _descending = descending;
            for (Block? at = (Block?)root; at is not null; at = at.IsLeaf ? null : at.Children![_path[^1].Place])
            {
                int place = descending ? LastNotAbove(at) : FirstNotBelow(at);
                _path.Add((at, at.IsLeaf ? place + (descending ? 1 : -1) : place));
            }
        }

        public readonly Value CurrentKey => _path[^1].Block.Keys[_path[^1].Place];

        public readonly long CurrentId => _path[^1].Block.Ids[_path[^1].Place];

        public readonly bool MoveNext()
        {
            if (_path.Count == 0 || !Step(_path.Count - 1))
            {
                return false;
            }

            return _position(CurrentKey) == 0;
        }

        private readonly bool Step(int depth)
        {
            (Block block, int place) = _path[depth];
            int next = _descending ? place - 1 : place + 1;
            if (next < 0 || next >= block.Count)
            {
                if (depth == 0 || !Step(depth - 1))
                {
                    return false;
                }

                (Block above, int at) = _path[depth - 1];
                block = above.Children![at];
                next = _descending ? block.Count - 1 : 0;
            }

            _path[depth] = (block, next);
            return true;
        }

        private readonly int FirstNotBelow(Block block)
        {
            int low = block.IsLeaf ? 0 : 1;
            int high = block.Count;
            while (low < high)
            {
                int middle = (low + high) >> 1;
                (low, high) = _position(block.Keys[middle]) < 0 ? (middle + 1, high) : (low, middle);
            }

            // In a branch the range may begin inside the child before.
            return block.IsLeaf ? low : low - 1;
        }

        private readonly int LastNotAbove(Block block)
        {
            int low = block.IsLeaf ? 0 : 1;
            int high = block.Count;
            while (low < high)
            {
                int middle = (low + high) >> 1;
                (low, high) = _position(block.Keys[middle]) <= 0 ? (middle + 1, high) : (low, middle);
            }

            return low - 1;
        }
    }
}
