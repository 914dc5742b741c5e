using Chancery.Graph;

namespace Chancery.Cypher.Storage;

/// <summary>One end of a range. Only values of the bound's own kind are within: strings with strings, numbers with numbers.</summary>
internal readonly record struct RangeBound(Value Value, bool Inclusive);

/// <summary>
/// Ordered index over one key or several; elements that lack any of the keys are not in it.
/// Answers are exact for strings, numbers, booleans and dates; for other kinds check the predicate again.
/// </summary>
internal sealed class RangeIndex : GraphIndex
{
    private readonly OrderedTree _tree;

    internal RangeIndex(IndexDefinition definition, OrderedTree tree)
        : base(definition) => _tree = tree;

    public override int Count => _tree.Count;

    private bool IsComposite => Definition.Keys.Count > 1;

    public override bool SameContent(GraphIndex other) => other is RangeIndex rangeIndex && _tree.SameContent(rangeIndex._tree);

    public override GraphIndex Edit(object owner)
    {
        OrderedTree tree = _tree.Edit(owner);
        return ReferenceEquals(tree, _tree) ? this : new RangeIndex(Definition, tree);
    }

    public override void Add(int id, ReadOnlySpan<Value> values)
    {
        if (KeyOf(values) is { IsNull: false } key)
        {
            _tree.Add(key, id);
        }
    }

    public override void Remove(int id, ReadOnlySpan<Value> values)
    {
        if (KeyOf(values) is { IsNull: false } key)
        {
            _tree.Remove(key, id);
        }
    }

    /// <summary>The element with the smallest id among those equal to the value, or -1. For one-key indexes.</summary>
    public int FindFirst(Value value) => value.IsNull ? -1 : (int)_tree.FindFirst(value);

    /// <summary>The element with the smallest id among those equal in all keys, or -1.</summary>
    public int FindFirst(ReadOnlySpan<Value> values) => KeyOf(values) is { IsNull: false } key ? (int)_tree.FindFirst(key) : -1;

    /// <summary>Elements equal to the value, ascending by id. For one-key indexes.</summary>
    public IndexCursor Find(Value value) => new(_tree.Ascend(value.IsNull ? _ => 1 : key => IndexOrder.Compare(key, value)));

    /// <summary>Elements equal in the first keys of a composite index, in index order; the span may be shorter than the keys.</summary>
    public IndexCursor Find(ReadOnlySpan<Value> prefix) => FindRange(prefix, null, null);

    /// <summary>
    /// Elements equal in the first keys and within the bounds in the next one, in index order. With neither bound: all with that prefix.
    /// </summary>
    public IndexCursor FindRange(ReadOnlySpan<Value> prefix, RangeBound? lower, RangeBound? upper, bool descending = false)
    {
        Func<Value, int> position = Position(prefix.ToArray(), lower, upper);
        return new IndexCursor(descending ? _tree.Descend(position) : _tree.Ascend(position));
    }

    /// <summary>Elements whose value is a string that starts so. For one-key indexes.</summary>
    public IndexCursor FindPrefix(string prefix, bool descending = false)
    {
        int Position(Value key) => key.Kind != ValueKind.String ? IndexOrder.Rank(key.Kind).CompareTo(IndexOrder.Rank(ValueKind.String))
            : key.AsString().StartsWith(prefix, StringComparison.Ordinal) ? 0
            : string.CompareOrdinal(key.AsString(), prefix);
        return new IndexCursor(descending ? _tree.Descend(Position) : _tree.Ascend(Position));
    }

    /// <summary>All elements in index order.</summary>
    public IndexCursor All(bool descending = false) => new(descending ? _tree.Descend(_ => 0) : _tree.Ascend(_ => 0));

    /// <summary>How many elements share one value, about: 1 where all values differ.</summary>
    public double RowsPerValue() => _tree.AverageRun();

    /// <summary>What stands in the tree for these values; null where one of them is.</summary>
    public static Value KeyOf(ReadOnlySpan<Value> values)
    {
        if (values.Length == 1)
        {
            return values[0];
        }

        foreach (Value value in values)
        {
            if (value.IsNull)
            {
                return default;
            }
        }

        return Value.List(values.ToArray());
    }

    private Func<Value, int> Position(Value[] prefix, RangeBound? lower, RangeBound? upper)
    {
        bool composite = IsComposite;
        return key =>
        {
            for (int i = 0; i < prefix.Length; i++)
            {
                int order = IndexOrder.Compare(composite ? key.AsList()[i] : key, prefix[i]);
                if (order != 0)
                {
                    return order;
                }
            }

            if (lower is null && upper is null)
            {
                return 0;
            }

            Value value = composite ? key.AsList()[prefix.Length] : key;
            return Within(value, lower, upper);
        };
    }

    private static int Within(Value value, RangeBound? lower, RangeBound? upper)
    {
        int rank = IndexOrder.Rank((lower ?? upper)!.Value.Value.Kind);
        int byRank = IndexOrder.Rank(value.Kind).CompareTo(rank);
        if (byRank != 0)
        {
            return byRank;
        }

        if (lower is { } low)
        {
            int order = IndexOrder.Compare(value, low.Value);
            if (order < 0 || (order == 0 && !low.Inclusive))
            {
                return -1;
            }
        }

        if (upper is { } high)
        {
            int order = IndexOrder.Compare(value, high.Value);
            if (order > 0 || (order == 0 && !high.Inclusive))
            {
                return 1;
            }
        }

        // NaN is among the numbers in order, but within no range.
        return value.Kind == ValueKind.Float && double.IsNaN(value.AsFloat()) ? 1 : 0;
    }
}

/// <summary>Walks element ids of an index; made for <c>while (cursor.MoveNext())</c>.</summary>
internal struct IndexCursor
{
    private OrderedTree.Cursor _cursor;

    internal IndexCursor(OrderedTree.Cursor cursor) => _cursor = cursor;

    public readonly int Current => (int)_cursor.CurrentId;

    /// <summary>The indexed value; a list where the index has several keys.</summary>
    public readonly Value CurrentKey => _cursor.CurrentKey;

    public bool MoveNext() => _cursor.MoveNext();
}
