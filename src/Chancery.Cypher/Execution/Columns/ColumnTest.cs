using System.Numerics;
using Chancery.Cypher.Expressions;
using Chancery.Cypher.Storage;
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

/// <summary>A <see cref="PropertyBound"/> over a page.</summary>
internal sealed class BoundTest(PropertyBound bound) : ColumnTest
{
    public override void Begin(QueryContext context, Value[] row)
    {
        base.Begin(context, row);
        bound.Begin();
    }

    protected override PropertyPage? Column(int page) => Context.View.NodeColumn(bound.Key.Id(Context.View))?.Page(page);

    protected override ulong Apply(PropertyPage? column, int page, int slot, int word, ulong bits)
    {
        bits &= column?.Present(word) ?? 0;
        return bits == 0 ? 0 : bound.Holding(column!, word, bits, Row, Context);
    }
}
