using Chancery.Cypher.Execution.Paths;
using Chancery.Cypher.Expressions;
using Chancery.Graph;

namespace Chancery.Cypher.Execution.Operators;

internal sealed record ShortestPathShape(
    int FromSlot, int ListSlot, int ToSlot, int PathSlot, long Minimum, long Maximum, bool All, Evaluator[] PathPredicates);

/// <summary>One shortest path between two known nodes, or all of them.</summary>
internal sealed class ShortestPath(Operator input, ShortestPathShape shape, PathSearch search) : InputOperator(input)
{
    private readonly OneShortest _one = new(search);
    private readonly AllShortest _all = new(search);
    private readonly TrailSearch _trails = new(search);
    private bool _moreShortest;
    private bool _moreTrails;
    private int _foundLength = -1;

    public override bool MoveNext()
    {
        while (true)
        {
            if (_moreShortest)
            {
                if (_all.MoveNext() is { } next)
                {
                    Fill(next);
                    return true;
                }

                _moreShortest = false;
            }

            if (_moreTrails && NextTrail())
            {
                return true;
            }

            if (!Input.MoveNext())
            {
                return false;
            }

            int from = RuntimeErrors.NodeOrNull(Row[shape.FromSlot]);
            int to = RuntimeErrors.NodeOrNull(Row[shape.ToSlot]);
            if (from >= 0 && to >= 0 && Begin(from, to))
            {
                return true;
            }
        }
    }

    protected override void OnOpen()
    {
        _moreShortest = false;
        _moreTrails = false;
        base.OnOpen();
    }

    /// <summary>Starts the right search; true where it left its first path in the row.</summary>
    private bool Begin(int from, int to)
    {
        Context.Tick();
        search.Begin(Context, Row);
        bool breadthFirst = from != to && shape.Minimum <= 1;
        if (!breadthFirst || (shape.All && shape.PathPredicates.Length > 0))
        {
            BeginTrails(from, to);
            return false;
        }

        if (shape.All)
        {
            _all.Begin(from, to, shape.Maximum);
            _moreShortest = true;
            return false;
        }

        int[]? found = _one.Find(from, to, shape.Maximum);
        if (found is null)
        {
            return false;
        }

        Fill(found);
        if (Satisfied())
        {
            return true;
        }

        BeginTrails(from, to);
        return false;
    }

    private void BeginTrails(int from, int to)
    {
        _trails.Begin(from, to, shape.Minimum, shape.Maximum);
        _moreTrails = true;
        _foundLength = -1;
    }

    private bool NextTrail()
    {
        while (_trails.MoveNext() is { } trail)
        {
            if (_foundLength >= 0 && (trail.Length > _foundLength || !shape.All))
            {
                break;
            }

            Fill(trail);
            if (Satisfied())
            {
                _foundLength = trail.Length;
                return true;
            }
        }

        _moreTrails = false;
        return false;
    }

    private bool Satisfied()
    {
        foreach (Evaluator predicate in shape.PathPredicates)
        {
            if (!predicate.IsTrue(Row, Context))
            {
                return false;
            }
        }

        return true;
    }

    private void Fill(int[] path)
    {
        Value[] walk = new Value[path.Length];
        for (int i = 0; i < walk.Length; i++)
        {
            walk[i] = Value.Relationship(Context.View, path[i]);
        }

        Row[shape.ListSlot] = walk;
        if (shape.PathSlot >= 0)
        {
            List<Value> nodes = [Row[shape.FromSlot]];
            List<Value> relationships = [];
            BuildPath.Follow(walk, nodes, relationships, Context.View);
            Row[shape.PathSlot] = Value.Path(new GraphPath(nodes, relationships));
        }
    }
}
