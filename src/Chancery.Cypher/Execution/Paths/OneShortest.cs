using Chancery.Cypher.Storage;

namespace Chancery.Cypher.Execution.Paths;

/// <summary>One shortest path between two different nodes: breadth first from both ends, always on the side with fewer nodes to leave.</summary>
internal sealed class OneShortest(PathSearch search)
{
    private readonly VisitedNodes _fromStart = new();
    private readonly VisitedNodes _fromEnd = new();
    private List<int> _startFront = [];
    private List<int> _endFront = [];
    private List<int> _next = [];

    /// <summary>The relationships from start to end, or null where no path is short enough.</summary>
    public int[]? Find(int start, int end, long maximum)
    {
        GraphView view = search.Context.View;
        _fromStart.Begin(view);
        _fromEnd.Begin(view);
        _fromStart.Add(start, 0, -1);
        _fromEnd.Add(end, 0, -1);
        _startFront.Clear();
        _endFront.Clear();
        _startFront.Add(start);
        _endFront.Add(end);
        int startDepth = 0;
        int endDepth = 0;
        while (_startFront.Count > 0 && _endFront.Count > 0 && startDepth + endDepth < maximum)
        {
            bool fromStart = _startFront.Count <= _endFront.Count;
            int meeting = fromStart
                ? Widen(ref _startFront, _fromStart, _fromEnd, search.Forward, ++startDepth)
                : Widen(ref _endFront, _fromEnd, _fromStart, search.Backward, ++endDepth);
            if (meeting >= 0)
            {
                return Join(view, meeting);
            }
        }

        return null;
    }

    /// <summary>Goes one step further from each node of a front; the first node that the other side has reached, or -1.</summary>
    private int Widen(ref List<int> front, VisitedNodes own, VisitedNodes other, Legs legs, int depth)
    {
        GraphView view = search.Context.View;
        _next.Clear();
        foreach (int node in front)
        {
            foreach (Leg leg in legs.All)
            {
                ReadOnlySpan<Adjacent> steps = view.Steps(node, leg.Type, leg.Side);
                search.Context.Hits += steps.Length;
                foreach (Adjacent step in steps)
                {
                    search.Context.Tick();
                    if (own.Contains(step.Node) || !search.CanStep(step.Relationship))
                    {
                        continue;
                    }

                    own.Add(step.Node, depth, step.Relationship);
                    if (other.Contains(step.Node))
                    {
                        return step.Node;
                    }

                    _next.Add(step.Node);
                }
            }
        }

        (front, _next) = (_next, front);
        return -1;
    }

    private int[] Join(GraphView view, int meeting)
    {
        int before = _fromStart.Distance(meeting);
        int[] path = new int[before + _fromEnd.Distance(meeting)];
        int node = meeting;
        for (int i = before - 1; i >= 0; i--)
        {
            path[i] = _fromStart.Relationship(node);
            node = view.Relationship(path[i]).Other(node);
        }

        node = meeting;
        for (int i = before; i < path.Length; i++)
        {
            path[i] = _fromEnd.Relationship(node);
            node = view.Relationship(path[i]).Other(node);
        }

        return path;
    }
}
