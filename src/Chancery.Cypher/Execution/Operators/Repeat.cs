using Chancery.Graph;

namespace Chancery.Cypher.Execution.Operators;

internal sealed record RepeatShape(
    int FromSlot,
    int ToSlot,
    int InnerFromSlot,
    int InnerToSlot,
    long Minimum,
    long Maximum,
    int[] RelationshipSlots,
    (int Inner, int Group)[] Groups,
    bool Into,
    bool Reversed,
    int[] Others);

/// <summary>
/// Rounds of an inner pattern, each beginning at the node at which the last one ended, depth first and without a repeated relationship.
/// The inner operator is run to its end for one round before the next begins, so that one instance serves all depths.
/// </summary>
internal sealed class Repeat(Operator input, Operator inner, RepeatShape shape) : InputOperator(input)
{
    private readonly List<Level> _levels = [];
    private bool _startPending;

    public override bool MoveNext()
    {
        while (true)
        {
            if (_startPending)
            {
                _startPending = false;
                if (shape.Minimum == 0 && Arrive(Row[shape.FromSlot]))
                {
                    return true;
                }
            }

            if (_levels.Count > 0)
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

            if (RuntimeErrors.NodeOrNull(Row[shape.FromSlot]) >= 0)
            {
                _startPending = true;
                if (shape.Maximum > 0)
                {
                    Descend(Row[shape.FromSlot]);
                }
            }
        }
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

    private bool Walk()
    {
        while (_levels.Count > 0)
        {
            Level level = _levels[^1];
            if (++level.At >= level.Rounds.Count)
            {
                Context.Release(level.Reserved);
                _levels.RemoveAt(_levels.Count - 1);
                continue;
            }

            Context.Tick();
            Round round = level.Rounds[level.At];
            int length = _levels.Count;
            if (length < shape.Maximum)
            {
                Descend(round.End);
            }

            if (length >= shape.Minimum && Arrive(round.End, length))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>Matches every round that begins at a node.</summary>
    private void Descend(Value node)
    {
        const int BytesPerRound = 64;
        const int BytesPerValue = 16;

        Level level = new();
        Row[shape.InnerFromSlot] = node;
        inner.Open(Context, Row);
        while (inner.MoveNext())
        {
            Context.Tick();
            if (!IsNew())
            {
                continue;
            }

            Value[] values = new Value[shape.Groups.Length];
            for (int i = 0; i < values.Length; i++)
            {
                values[i] = Row[shape.Groups[i].Inner];
            }

            int[] relationships = new int[shape.RelationshipSlots.Length];
            for (int i = 0; i < relationships.Length; i++)
            {
                relationships[i] = (int)Row[shape.RelationshipSlots[i]].ElementNumber;
            }

            level.Rounds.Add(new Round(Row[shape.InnerToSlot], values, relationships));
            long bytes = BytesPerRound + (BytesPerValue * values.Length);
            level.Reserved += bytes;
            Context.Reserve(bytes);
        }

        _levels.Add(level);
    }

    // The inner pattern keeps its own relationships apart; here they must differ from those of the rounds before.
    private bool IsNew()
    {
        foreach (int slot in shape.RelationshipSlots)
        {
            int relationship = (int)Row[slot].ElementNumber;
            foreach (Level level in _levels)
            {
                if (level.Rounds[level.At].Relationships.Contains(relationship))
                {
                    return false;
                }
            }

            if (!Uniqueness.IsNew(relationship, shape.Others, Row))
            {
                return false;
            }
        }

        return true;
    }

    private bool Arrive(Value node, int length = 0)
    {
        if (shape.Into)
        {
            if (!Row[shape.ToSlot].Equals(node))
            {
                return false;
            }
        }
        else
        {
            Row[shape.ToSlot] = node;
        }

        // The round that was just reached may have been descended from already; it is the one at this depth all the same.
        for (int group = 0; group < shape.Groups.Length; group++)
        {
            Value[] list = new Value[length];
            for (int i = 0; i < length; i++)
            {
                Level level = _levels[i];
                list[shape.Reversed ? length - 1 - i : i] = level.Rounds[level.At].Values[group];
            }

            Row[shape.Groups[group].Group] = list;
        }

        return true;
    }

    private void Forget()
    {
        foreach (Level level in _levels)
        {
            Context.Release(level.Reserved);
        }

        _levels.Clear();
        _startPending = false;
    }

    private sealed record Round(Value End, Value[] Values, int[] Relationships);

    private sealed class Level
    {
        public List<Round> Rounds { get; } = [];

        public int At { get; set; } = -1;

        public long Reserved { get; set; }
    }
}
