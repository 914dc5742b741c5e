using Chancery.Cypher.Execution.Updates;

namespace Chancery.Cypher.Execution.Operators;

internal sealed class Create(Operator input, PathCreation[] paths) : InputOperator(input)
{
    public override bool MoveNext()
    {
        if (!Input.MoveNext())
        {
            return false;
        }

        Context.Tick();
        foreach (PathCreation path in paths)
        {
            path.Run(Row, Context);
        }

        return true;
    }
}
