using Chancery.Cypher.Expressions;
using Chancery.Cypher.Syntax;
using Chancery.Graph;

namespace Chancery.Cypher.Execution.Operators;

/// <summary>Of the inner rows, for each pair of ends, the ones that a selector chooses by the number of relationships.</summary>
internal sealed class SelectPaths(
    Operator input, Operator inner, int startSlot, int endSlot, int[] relationshipSlots, PathSelectorKind kind, Evaluator? count, int[] slots)
    : InputOperator(input)
{
    private readonly RowStore _rows = new(slots);
    private readonly GroupIndex _ends = new(2);
    private readonly List<List<(int Length, int Row)>> _paths = [];
    private readonly List<int> _chosen = [];
    private int _next;

    public override bool MoveNext()
    {
        while (_next >= _chosen.Count)
        {
            if (!Input.MoveNext())
            {
                return false;
            }

            Match();
        }

        _rows.Restore(_chosen[_next++], Row);
        return true;
    }

    public override void Close()
    {
        inner.Close();
        Forget();
        base.Close();
    }

    protected override void OnOpen()
    {
        Forget();
        base.OnOpen();
    }

    private void Match()
    {
        Forget();
        _rows.Clear(Context);
        _ends.Clear(Context);
        long wanted = count is null ? 1 : RowBounds.Read(count, "SHORTEST", Row, Context);
        inner.Open(Context, Row);
        while (inner.MoveNext())
        {
            Context.Tick();
            if (_ends.FindOrAdd([Row[startSlot], Row[endSlot]], Context, out int pair))
            {
                _paths.Add([]);
            }

            _paths[pair].Add((Length(), _rows.Add(Row)));
        }

        foreach (List<(int Length, int Row)> paths in _paths)
        {
            Choose(paths, wanted);
        }
    }

    private void Choose(List<(int Length, int Row)> paths, long wanted)
    {
        IEnumerable<(int Length, int Row)> ordered = paths.OrderBy(path => path.Length);
        long groups = kind == PathSelectorKind.AllShortest ? 1 : wanted;
        _chosen.AddRange(kind is PathSelectorKind.AllShortest or PathSelectorKind.ShortestGroups
            ? ordered.GroupBy(path => path.Length).Take((int)Math.Min(groups, int.MaxValue)).SelectMany(group => group).Select(path => path.Row)
            : ordered.Take((int)Math.Min(wanted, int.MaxValue)).Select(path => path.Row));
    }

    private int Length()
    {
        int length = 0;
        foreach (int slot in relationshipSlots)
        {
            length += Row[slot].Kind == ValueKind.List ? Row[slot].AsList().Length : 1;
        }

        return length;
    }

    private void Forget()
    {
        _rows.Release();
        _ends.Release();
        _paths.Clear();
        _chosen.Clear();
        _next = 0;
    }
}
