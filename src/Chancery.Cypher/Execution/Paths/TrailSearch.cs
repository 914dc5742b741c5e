using Chancery.Cypher.Storage;

namespace Chancery.Cypher.Execution.Paths;

/// <summary>
/// Walks without a repeated relationship between two nodes, the short ones first: all walks of one length, then those one longer. For
/// paths whose conditions speak of the whole path, where a breadth-first search would be wrong.
/// </summary>
internal sealed class TrailSearch(PathSearch search)
{
    private StepCursor[] _cursors = new StepCursor[8];
    private int[] _trail = new int[8];
    private int _start;
    private int _end;
    private long _length;
    private long _maximum;
    private int _depth = -1;
    private bool _reachedLength;

    public void Begin(int start, int end, long minimum, long maximum)
    {
        _start = start;
        _end = end;
        _length = minimum - 1;
        _maximum = maximum;
        _depth = -1;
        _reachedLength = true;
    }

    /// <summary>The next walk's relationships, or null at the end.</summary>
    public int[]? MoveNext()
    {
        while (true)
        {
            if (_depth >= 0)
            {
                if (Walk())
                {
                    return _trail[..(int)_length];
                }

                continue;
            }

            // Where no walk of this length exists, to whichever node, there is no longer one.
            if (!_reachedLength || _length >= _maximum)
            {
                return null;
            }

            _length++;
            _reachedLength = _length == 0;
            if (_length == 0)
            {
                if (_start == _end)
                {
                    return [];
                }

                continue;
            }

            _depth = 0;
            _cursors[0].Set(search.Context.View, search.Forward, _start);
        }
    }

    private bool Walk()
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
            if (_trail.AsSpan(0, _depth).Contains(step.Relationship) || !search.CanStep(step.Relationship))
            {
                continue;
            }

            _trail[_depth] = step.Relationship;
            if (_depth + 1 == _length)
            {
                _reachedLength = true;
                if (step.Node == _end)
                {
                    return true;
                }

                continue;
            }

            if (++_depth == _cursors.Length)
            {
                Array.Resize(ref _cursors, _depth * 2);
                Array.Resize(ref _trail, _depth * 2);
            }

            _cursors[_depth].Set(search.Context.View, search.Forward, step.Node);
        }

        return false;
    }
}
