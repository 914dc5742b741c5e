using Chancery.Cypher.Storage;

namespace Chancery.Cypher.Execution.Paths;

/// <summary>
/// All shortest paths between two different nodes: distances from the end, breadth first, then every way from the start that comes
/// nearer with each step.
/// </summary>
internal sealed class AllShortest(PathSearch search)
{
    private readonly VisitedNodes _distances = new();
    private List<int> _front = [];
    private List<int> _next = [];
    private StepCursor[] _cursors = new StepCursor[8];
    private int[] _path = [];
    private int _depth = -1;

    /// <summary>Begins anew; then <see cref="MoveNext"/> gives the paths.</summary>
    public void Begin(int start, int end, long maximum)
    {
        GraphView view = search.Context.View;
        _depth = -1;
        _distances.Begin(view);
        _distances.Add(end, 0, -1);
        _front.Clear();
        _front.Add(end);
        for (int depth = 1; depth <= maximum && _front.Count > 0 && !_distances.Contains(start); depth++)
        {
            Widen(view, depth);
        }

        if (_distances.Contains(start))
        {
            _path = new int[_distances.Distance(start)];
            if (_cursors.Length <= _path.Length)
            {
                _cursors = new StepCursor[_path.Length * 2];
            }

            _depth = 0;
            _cursors[0].Set(view, search.Forward, start);
        }
    }

    /// <summary>The next path's relationships, or null at the end.</summary>
    public int[]? MoveNext()
    {
        while (_depth >= 0)
        {
            if (!_cursors[_depth].MoveNext())
            {
                _depth--;
                continue;
            }

            search.Context.Tick();
            Adjacent step = _cursors[_depth].Current;
            int left = _path.Length - _depth - 1;
            if (!_distances.Contains(step.Node) || _distances.Distance(step.Node) != left || !search.CanStep(step.Relationship))
            {
                continue;
            }

            _path[_depth] = step.Relationship;
            if (left == 0)
            {
                return [.. _path];
            }

            _cursors[++_depth].Set(search.Context.View, search.Forward, step.Node);
        }

        return null;
    }

    private void Widen(GraphView view, int depth)
    {
        _next.Clear();
        foreach (int node in _front)
        {
            foreach (Leg leg in search.Backward.All)
            {
                ReadOnlySpan<Adjacent> steps = view.Steps(node, leg.Type, leg.Side);
                search.Context.Hits += steps.Length;
                foreach (Adjacent step in steps)
                {
                    search.Context.Tick();
                    if (!_distances.Contains(step.Node) && search.CanStep(step.Relationship))
                    {
                        _distances.Add(step.Node, depth, step.Relationship);
                        _next.Add(step.Node);
                    }
                }
            }
        }

        (_front, _next) = (_next, _front);
    }
}
