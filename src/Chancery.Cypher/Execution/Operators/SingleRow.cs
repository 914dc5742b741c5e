namespace Chancery.Cypher.Execution.Operators;

/// <summary>One row: the start of a statement, and inside an apply the outer row.</summary>
internal sealed class SingleRow : Operator
{
    private bool _done;

    public override bool MoveNext()
    {
        bool first = !_done;
        _done = true;
        return first;
    }

    protected override void OnOpen() => _done = false;
}
