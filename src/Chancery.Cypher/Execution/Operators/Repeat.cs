using System.Runtime.InteropServices;
using Chancery.Cypher.Execution.Paths;
using Chancery.Graph;

namespace Chancery.Cypher.Execution.Operators;

/// <summary>
/// Rounds of an inner pattern, each beginning at the node at which the last one ended, depth first and without a repeated relationship.
/// </summary>
internal sealed class Repeat(Operator input, RoundMatcher matcher, int[] others) : InputOperator(input)
{
    private readonly RoundSlots _slots = matcher.Slots;
    private readonly List<Level> _levels = [];

    // The rounds walked so far: the current one of each level.
    private readonly List<Round> _chain = [];
    private bool _startPending;

    public override bool MoveNext()
    {
        while (true)
        {
            if (_startPending)
            {
                _startPending = false;
                if (_slots.Minimum == 0 && Arrive(Row[_slots.From]))
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

            if (RuntimeErrors.NodeOrNull(Row[_slots.From]) >= 0)
            {
                _startPending = true;
                if (_slots.Maximum > 0)
                {
                    Descend(Row[_slots.From]);
                }
            }
        }
    }

    public override void Close()
    {
        matcher.Close();
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
            _chain.RemoveRange(_levels.Count - 1, _chain.Count - _levels.Count + 1);
            if (++level.At >= level.Rounds.Count)
            {
                Leave();
                continue;
            }

            Context.Tick();
            Round round = level.Rounds[level.At];
            if (!IsNew(round))
            {
                continue;
            }

            _chain.Add(round);
            bool arrived = _chain.Count >= _slots.Minimum && Arrive(round.End);
            if (_chain.Count < _slots.Maximum)
            {
                // Matching the next rounds uses inner slots only; the row stays the one that was just filled.
                Descend(round.End);
            }

            if (arrived)
            {
                return true;
            }
        }

        return false;
    }

    private void Descend(Value node) => _levels.Add(new Level(matcher.From(node, Context, Row)));

    private void Leave()
    {
        Context.Release(_levels[^1].Rounds.Sum(round => round.Bytes));
        _levels.RemoveAt(_levels.Count - 1);
    }

    // The inner pattern keeps the relationships of one round apart.
    private bool IsNew(Round round)
    {
        foreach (Round before in _chain)
        {
            if (round.Shares(before))
            {
                return false;
            }
        }

        foreach (int relationship in round.Relationships)
        {
            if (!Uniqueness.IsNew(relationship, others, Row))
            {
                return false;
            }
        }

        return true;
    }

    private bool Arrive(Value node)
    {
        if (_slots.Into && !Row[_slots.To].Equals(node))
        {
            return false;
        }

        matcher.Fill(CollectionsMarshal.AsSpan(_chain), node, Row);
        return true;
    }

    private void Forget()
    {
        while (_levels.Count > 0)
        {
            Leave();
        }

        _chain.Clear();
        _startPending = false;
    }

    private sealed class Level(List<Round> rounds)
    {
        public List<Round> Rounds { get; } = rounds;

        public int At { get; set; } = -1;
    }
}
