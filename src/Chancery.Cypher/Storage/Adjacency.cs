using System.Runtime.InteropServices;

namespace Chancery.Cypher.Storage;

/// <summary>One step from a node: the node at the other end, and the relationship that leads there.</summary>
[StructLayout(LayoutKind.Sequential)]
internal readonly record struct Adjacent(int Node, int Relationship);

internal enum Side : byte
{
    Out,
    In,
}

/// <summary>A relationship's type and ends. A deleted one keeps its type, so that <c>type(r)</c> still answers.</summary>
internal readonly struct RelationshipRecord(int type, int start, int end)
{
    // 0: never existed; n + 1: type n; -(n + 1): type n, deleted.
    private readonly int _mark = type + 1;

    private RelationshipRecord(int mark, int start, int end, bool deleted)
        : this(0, start, end) => _mark = deleted ? -mark : mark;

    public int Start { get; } = start;

    public int End { get; } = end;

    public bool Exists => _mark > 0;

    public bool IsDeleted => _mark < 0;

    public int Type => Math.Abs(_mark) - 1;

    public RelationshipRecord Deleted() => new(_mark, Start, End, true);

    public int Other(int node) => Start == node ? End : Start;
}

/// <summary>
/// The steps of one node along one type on one side. A list that owns its array may be lengthened in place:
/// older versions have a smaller count and never look behind it.
/// </summary>
internal readonly struct AdjacencyList
{
    private readonly Adjacent[]? _items;
    // 0: the array is this node's own, and free behind the count. Otherwise a slice of an array that many nodes share.
    private readonly int _offset;

    private AdjacencyList(Adjacent[]? items, int offset, int count)
    {
        _items = items;
        _offset = offset;
        Count = count;
    }

    public int Count { get; }

    public ReadOnlySpan<Adjacent> Steps => new(_items, _offset, Count);

    /// <summary>A slice of a shared array; <paramref name="offset"/> is at least 1.</summary>
    public static AdjacencyList Slice(Adjacent[] shared, int offset, int count) => new(shared, offset, count);

    public AdjacencyList Add(Adjacent step)
    {
        if (_items is not null && _offset == 0 && Count < _items.Length)
        {
            _items[Count] = step;
            return new AdjacencyList(_items, 0, Count + 1);
        }

        Adjacent[] items = new Adjacent[Count == 0 ? 2 : Count < 16 ? Count * 2 : Count + (Count >> 1)];
        Steps.CopyTo(items);
        items[Count] = step;
        return new AdjacencyList(items, 0, Count + 1);
    }

    public AdjacencyList Remove(int relationship)
    {
        ReadOnlySpan<Adjacent> steps = Steps;
        for (int i = 0; i < steps.Length; i++)
        {
            if (steps[i].Relationship == relationship)
            {
                if (steps.Length == 1)
                {
                    return default;
                }

                Adjacent[] rest = new Adjacent[steps.Length - 1];
                steps[..i].CopyTo(rest);
                steps[(i + 1)..].CopyTo(rest.AsSpan(i));
                return new AdjacencyList(rest, 0, rest.Length);
            }
        }

        throw new InvalidOperationException($"Relationship {relationship} is missing from an adjacency list.");
    }
}
