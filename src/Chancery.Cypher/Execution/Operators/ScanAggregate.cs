using System.Numerics;
using Chancery.Cypher.Execution.Columns;
using Chancery.Cypher.Storage;
using Chancery.Graph;

namespace Chancery.Cypher.Execution.Operators;

/// <summary>
/// Groups the nodes of a label by their own properties, 128 of them at a time: conditions strike nodes out of the page's bits, keys number
/// the groups of those that are left, and each call walks down its column.
/// </summary>
internal sealed class ScanAggregate(
    Operator input, int slot, TokenSet? label, ColumnTest[] tests, ColumnKeys keys, ColumnCall[] columns, GroupTable groups) : InputOperator(input)
{
    private readonly ColumnPage _page = new(slot);
    private int _next = -1;

    public override bool MoveNext()
    {
        while (true)
        {
            if (_next >= 0 && _next < groups.Count)
            {
                groups.Write(_next++, Row);
                return true;
            }

            if (!Input.MoveNext())
            {
                return false;
            }

            groups.Begin(Context);
            Fill(Context.View);
            _next = 0;
        }
    }

    public override void Close()
    {
        groups.Forget();
        _next = -1;
        base.Close();
    }

    protected override void OnOpen()
    {
        _next = -1;
        base.OnOpen();
    }

    private void Fill(GraphView view)
    {
        Membership nodes = label is null ? view.Nodes : view.NodesWithLabel(label.ResolveOne(view.Tokens.Labels));
        keys.Begin();
        foreach (ColumnTest test in tests)
        {
            test.Begin(Context, Row);
        }

        int pages = (nodes.WordCount + 1) / 2;
        for (int page = 0; page < pages; page++)
        {
            ulong low = nodes.Word(2 * page);
            ulong high = nodes.Word((2 * page) + 1);
            Context.Hits += BitOperations.PopCount(low) + BitOperations.PopCount(high);
            foreach (ColumnTest test in tests)
            {
                if ((low | high) != 0)
                {
                    test.Apply(page, slot, ref low, ref high);
                }
            }

            if ((low | high) == 0)
            {
                continue;
            }

            Context.Tick();
            _page.Set(view, Context, Row, page, low, high);
            keys.Number(_page, groups);
            for (int i = 0; i < columns.Length; i++)
            {
                columns[i].Add(_page, groups.States[i]);
            }
        }
    }
}
