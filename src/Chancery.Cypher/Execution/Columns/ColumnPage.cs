using System.Numerics;
using Chancery.Cypher.Expressions;
using Chancery.Cypher.Storage;
using Chancery.Graph;

namespace Chancery.Cypher.Execution.Columns;

/// <summary>The nodes of one page that take part, and the group of each.</summary>
internal sealed class ColumnPage(int slot)
{
    private readonly int[] _places = new int[Pages.Size];
    private readonly int[] _groups = new int[Pages.Size];
    private GraphView? _view;
    private int _number;

    public int Count { get; private set; }

    /// <summary>Places within the page, ascending.</summary>
    public ReadOnlySpan<int> Places => _places.AsSpan(0, Count);

    /// <summary>The group of each place in turn.</summary>
    public Span<int> Groups => _groups.AsSpan(0, Count);

    public QueryContext Context { get; private set; } = null!;

    public void Set(GraphView view, QueryContext context, Value[] row, int number, ulong low, ulong high)
    {
        _view = view;
        _number = number;
        Context = context;
        Row = row;
        int count = 0;
        for (; low != 0; low &= low - 1)
        {
            _places[count++] = BitOperations.TrailingZeroCount(low);
        }

        for (; high != 0; high &= high - 1)
        {
            _places[count++] = 64 + BitOperations.TrailingZeroCount(high);
        }

        Count = count;
    }

    public PropertyPage? Column(PropertyKey key) => _view!.NodeColumn(key.Id(_view))?.Page(_number);

    /// <summary>The number of the set of labels that the node at a place has; nodes with equal labels share it.</summary>
    public int LabelSet(int place) => _view!.State.LabelSets[(_number << Pages.Bits) + place];

    /// <summary>Any expression over the node at a place.</summary>
    public Value Evaluate(Evaluator expression, int place)
    {
        Row[slot] = Value.Node(_view!, (_number << Pages.Bits) + place);
        return expression.Evaluate(Row, Context);
    }

    private Value[] Row { get; set; } = [];
}
