using System.Numerics;
using Chancery.Cypher.Binding;
using Chancery.Cypher.Expressions;
using Chancery.Cypher.Storage;
using Chancery.Cypher.Syntax;
using Chancery.Graph;

namespace Chancery.Cypher.Execution.Columns;

/// <summary>A condition on a page's nodes.</summary>
internal abstract class ColumnTest
{
    protected QueryContext Context { get; private set; } = null!;

    protected Value[] Row { get; private set; } = [];

    /// <summary>Before the first page of a run.</summary>
    public virtual void Begin(QueryContext context, Value[] row)
    {
        Context = context;
        Row = row;
    }

    /// <summary>Clears the bits of the nodes on which the condition does not hold.</summary>
    public void Apply(int page, int slot, ref ulong low, ref ulong high)
    {
        PropertyPage? column = Column(page);
        low = Apply(column, page, slot, 0, low);
        high = Apply(column, page, slot, 1, high);
    }

    protected virtual PropertyPage? Column(int page) => null;

    protected abstract ulong Apply(PropertyPage? column, int page, int slot, int word, ulong bits);
}

/// <summary>Any condition, asked of one node after the other.</summary>
internal sealed class RowTest(Evaluator condition) : ColumnTest
{
    protected override ulong Apply(PropertyPage? column, int page, int slot, int word, ulong bits)
    {
        ulong kept = 0;
        for (ulong rest = bits; rest != 0; rest &= rest - 1)
        {
            int bit = BitOperations.TrailingZeroCount(rest);
            Row[slot] = Value.Node(Context.View, (page << Pages.Bits) + (word << 6) + bit);
            kept |= condition.IsTrue(Row, Context) ? 1UL << bit : 0;
        }

        return kept;
    }
}

/// <summary><c>node.key &lt; bound</c> and its kin, the bound being the same for all nodes.</summary>
internal sealed class BoundTest(PropertyKey key, ComparisonOperator comparison, Evaluator bound) : ColumnTest
{
    private Value? _bound;

    public override void Begin(QueryContext context, Value[] row)
    {
        base.Begin(context, row);
        _bound = null;
    }

    protected override PropertyPage? Column(int page) => Context.View.NodeColumn(key.Id(Context.View))?.Page(page);

    protected override ulong Apply(PropertyPage? column, int page, int slot, int word, ulong bits)
    {
        bits &= column?.Present(word) ?? 0;
        if (bits == 0)
        {
            return 0;
        }

        // Not before there is a node to ask about: an error in it must not end a run that has none.
        Value limit = _bound ??= bound.Evaluate(Row, Context);
        // Integers and dates compare as their 64 bits do.
        return column is ScalarPage { Kind: ValueKind.Integer or ValueKind.Date } scalars && scalars.Kind == limit.Kind
            ? Scalars(scalars.Bits.Slice(word << 6, 64), ScalarPage.BitsOf(limit), bits)
            : Values(column!, word, bits, limit);
    }

    private ulong Scalars(ReadOnlySpan<long> values, long limit, ulong bits)
    {
        ulong kept = 0;
        for (ulong rest = bits; rest != 0; rest &= rest - 1)
        {
            int bit = BitOperations.TrailingZeroCount(rest);
            long value = values[bit];
            bool holds = comparison switch
            {
                ComparisonOperator.Equal => value == limit,
                ComparisonOperator.NotEqual => value != limit,
                ComparisonOperator.Less => value < limit,
                ComparisonOperator.LessOrEqual => value <= limit,
                ComparisonOperator.Greater => value > limit,
                _ => value >= limit,
            };
            kept |= holds ? 1UL << bit : 0;
        }

        return kept;
    }

    private ulong Values(PropertyPage column, int word, ulong bits, Value limit)
    {
        ulong kept = 0;
        for (ulong rest = bits; rest != 0; rest &= rest - 1)
        {
            int bit = BitOperations.TrailingZeroCount(rest);
            kept |= ExpressionCompiler.Compare(comparison, column.Get((word << 6) + bit), limit) == true ? 1UL << bit : 0;
        }

        return kept;
    }
}
