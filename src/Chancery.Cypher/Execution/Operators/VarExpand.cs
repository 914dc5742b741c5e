using Chancery.Cypher.Expressions;
using Chancery.Graph;

namespace Chancery.Cypher.Execution.Operators;

internal sealed record VarExpandShape(
    int FromSlot,
    int ListSlot,
    int StepSlot,
    int ToSlot,
    long Minimum,
    long Maximum,
    Evaluator[] Predicates,
    bool Into,
    bool Reversed,
    bool KeepList,
    int[] Others);

/// <summary>Walks along relationships, depth first, none of them twice; each walk of the wanted length is a row.</summary>
internal sealed class VarExpand(Operator input, VarExpandShape shape, Legs legs) : InputOperator(input)
{
    private StepCursor[] _cursors = new StepCursor[8];
    private int[] _relationships = new int[8];
    private int _depth = -1;
    private bool _startPending;

    public override bool MoveNext()
    {
        while (true)
        {
            if (_startPending)
            {
                _startPending = false;
                int start = (int)Row[shape.FromSlot].ElementNumber;
                if (shape.Minimum == 0 && Arrive(start, 0))
                {
                    return true;
                }
            }

            if (_depth >= 0)
            {
                if (Walk())
                {
                    return true;
                }

                continue;
            }

            if (!Input.MoveNext())
            {
                return false;
            }

            int from = RuntimeErrors.NodeOrNull(Row[shape.FromSlot]);
            if (from >= 0)
            {
                legs.Resolve(Context.View);
                _startPending = true;
                if (shape.Maximum > 0)
                {
                    _depth = 0;
                    _cursors[0].Set(Context.View, legs, from);
                }
            }
        }
    }

    protected override void OnOpen()
    {
        _depth = -1;
        _startPending = false;
        base.OnOpen();
    }

    /// <summary>Goes on to the next walk that is a row; false once all walks of this start are done.</summary>
    private bool Walk()
    {
        while (_depth >= 0)
        {
            if (!_cursors[_depth].MoveNext())
            {
                _depth--;
                continue;
            }

            Context.Tick();
            Context.Hits++;
            int relationship = _cursors[_depth].Current.Relationship;
            int node = _cursors[_depth].Current.Node;
            if (!CanStep(relationship))
            {
                continue;
            }

            _relationships[_depth] = relationship;
            int length = _depth + 1;
            if (length < shape.Maximum)
            {
                Descend(node);
            }

            if (length >= shape.Minimum && Arrive(node, length))
            {
                return true;
            }
        }

        return false;
    }

    private bool CanStep(int relationship)
    {
        if (_relationships.AsSpan(0, _depth).Contains(relationship) || !Uniqueness.IsNew(relationship, shape.Others, Row))
        {
            return false;
        }

        if (shape.Predicates.Length > 0)
        {
            Row[shape.StepSlot] = Value.Relationship(Context.View, relationship);
            foreach (Evaluator predicate in shape.Predicates)
            {
                if (!predicate.IsTrue(Row, Context))
                {
                    return false;
                }
            }
        }

        return true;
    }

    private void Descend(int node)
    {
        if (++_depth == _cursors.Length)
        {
            Array.Resize(ref _cursors, _depth * 2);
            Array.Resize(ref _relationships, _depth * 2);
        }

        _cursors[_depth].Set(Context.View, legs, node);
    }

    private bool Arrive(int node, int length)
    {
        if (shape.Into)
        {
            if (RuntimeErrors.NodeOrNull(Row[shape.ToSlot]) != node)
            {
                return false;
            }
        }
        else
        {
            Row[shape.ToSlot] = Value.Node(Context.View, node);
        }

        if (shape.KeepList)
        {
            Value[] list = new Value[length];
            for (int i = 0; i < length; i++)
            {
                list[shape.Reversed ? length - 1 - i : i] = Value.Relationship(Context.View, _relationships[i]);
            }

            Row[shape.ListSlot] = list;
        }

        return true;
    }
}
