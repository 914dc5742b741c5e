using Chancery.Cypher.Execution.Updates;

namespace Chancery.Cypher.Execution.Operators;

/// <summary>All matches of a pattern for each input row; where there are none, the pattern is made.</summary>
internal sealed class Merge(Operator input, Operator match, int[] slots, PathCreation creation, SetAction[] onCreate, SetAction[] onMatch)
    : InputOperator(input)
{
    private readonly RowStore _matches = new(slots);
    private int _next;

    public override bool MoveNext()
    {
        if (_next < _matches.Count)
        {
            Next();
            return true;
        }

        if (!Input.MoveNext())
        {
            return false;
        }

        Context.Tick();
        FindAll();
        if (_matches.Count > 0)
        {
            Next();
        }
        else
        {
            creation.Run(Row, Context);
            Run(onCreate);
        }

        return true;
    }

    public override void Close()
    {
        match.Close();
        _matches.Release();
        base.Close();
    }

    protected override void OnOpen()
    {
        _matches.Clear(Context);
        _next = 0;
        base.OnOpen();
    }

    // All of them before the first is handed on: what follows may change what the pattern finds.
    private void FindAll()
    {
        _matches.Clear(Context);
        _next = 0;
        match.Open(Context, Row);
        while (match.MoveNext())
        {
            _matches.Add(Row);
        }
    }

    private void Next()
    {
        _matches.Restore(_next++, Row);
        Run(onMatch);
    }

    private void Run(SetAction[] actions)
    {
        foreach (SetAction action in actions)
        {
            action.Run(Row, Context);
        }
    }
}
