using Chancery.Cypher.Expressions;
using Chancery.Graph;

namespace Chancery.Cypher.Execution.Operators;

/// <summary>Runs the updates for each item of a list, then passes the row.</summary>
internal sealed class Foreach(Operator input, Operator updates, Evaluator list, int slot) : InputOperator(input)
{
    public override bool MoveNext()
    {
        if (!Input.MoveNext())
        {
            return false;
        }

        Value value = list.Evaluate(Row, Context);
        Value[] items = value.Kind switch
        {
            ValueKind.List => value.AsList(),
            ValueKind.Null => [],
            _ => throw RuntimeErrors.TypeError($"FOREACH needs a list, not {value.Kind}.", "InvalidArgumentType"),
        };
        foreach (Value item in items)
        {
            Context.Tick();
            Row[slot] = item;
            updates.Open(Context, Row);
            while (updates.MoveNext())
            {
            }
        }

        return true;
    }

    public override void Close()
    {
        updates.Close();
        base.Close();
    }
}
