namespace Chancery.Cypher.Execution.Operators;

/// <summary>Runs its input to the end and passes nothing.</summary>
internal sealed class Exhaust(Operator input) : InputOperator(input)
{
    public override bool MoveNext()
    {
        while (Input.MoveNext())
        {
            Context.Tick();
        }

        return false;
    }
}
