using Chancery.Cypher.Execution.Paths;
using Chancery.Cypher.Expressions;
using Chancery.Cypher.Syntax;
using Chancery.Graph;

namespace Chancery.Cypher.Execution.Operators;

/// <summary>
/// <c>SHORTEST k</c> and its kin over repeated rounds: for each end in reach, or the known one, the chains that the selector chooses.
/// </summary>
internal sealed class ShortestRounds(Operator input, RoundMatcher matcher, PathSelectorKind kind, Evaluator? count) : InputOperator(input)
{
    private readonly RoundSlots _slots = matcher.Slots;
    private readonly RoundSearch _search = new(matcher);
    private readonly List<Value> _ends = [];
    private int _end;
    private IEnumerator<Round[]>? _chains;
    private long _wanted;
    private long _taken;
    private int _lastLength;

    public override bool MoveNext()
    {
        while (true)
        {
            if (_chains is not null && Take())
            {
                return true;
            }

            _chains = null;
            if (_end < _ends.Count)
            {
                Begin(_ends[_end]);
                continue;
            }

            if (!Input.MoveNext())
            {
                return false;
            }

            Explore();
        }
    }

    public override void Close()
    {
        Forget();
        matcher.Close();
        base.Close();
    }

    protected override void OnOpen()
    {
        Forget();
        base.OnOpen();
    }

    private void Explore()
    {
        Forget();
        Value start = Row[_slots.From];
        if (RuntimeErrors.NodeOrNull(start) < 0 || (_slots.Into && RuntimeErrors.NodeOrNull(Row[_slots.To]) < 0))
        {
            return;
        }

        _wanted = count is null ? 1 : RowBounds.Read(count, "SHORTEST", Row, Context);
        // One length is enough where the shortest are asked for and a first round may count; otherwise every way is looked at.
        bool nearest = _slots.Minimum <= 1 && (kind == PathSelectorKind.AllShortest || _wanted == 1);
        Value? goal = _slots.Into && nearest && !Row[_slots.To].Equals(start) ? Row[_slots.To] : (Value?)null;
        _search.Explore(start, _slots.Maximum, goal, Context, Row);
        _ends.AddRange(_slots.Into ? [Row[_slots.To]] : _search.Reached);
    }

    private void Begin(Value end)
    {
        _end++;
        _taken = 0;
        _lastLength = -1;
        _chains = _search.Chains(end, _slots.Minimum, _slots.Maximum).GetEnumerator();
    }

    private bool Take()
    {
        if (!_chains!.MoveNext())
        {
            return false;
        }

        Round[] chain = _chains.Current;
        bool byLength = kind is PathSelectorKind.AllShortest or PathSelectorKind.ShortestGroups;
        if (!byLength || chain.Length != _lastLength)
        {
            _taken++;
            _lastLength = chain.Length;
        }

        if (_taken > (kind == PathSelectorKind.AllShortest ? 1 : _wanted))
        {
            return false;
        }

        matcher.Fill(chain, _ends[_end - 1], Row);
        return true;
    }

    private void Forget()
    {
        _search.Forget();
        _ends.Clear();
        _end = 0;
        _chains = null;
    }
}
