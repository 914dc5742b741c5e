using Chancery.Cypher.Execution.Updates;

namespace Chancery.Cypher.Execution.Operators;

internal sealed class SetItems(Operator input, SetAction[] actions) : InputOperator(input)
{
    public override bool MoveNext()
    {
        if (!Input.MoveNext())
        {
            return false;
        }

        Context.Tick();
        foreach (SetAction action in actions)
        {
            action.Run(Row, Context);
        }

        return true;
    }
}
