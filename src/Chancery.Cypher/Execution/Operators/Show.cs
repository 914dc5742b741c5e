using Chancery.Cypher.Binding;
using Chancery.Cypher.Expressions;
using Chancery.Cypher.Procedures;
using Chancery.Graph;

namespace Chancery.Cypher.Execution.Operators;

/// <summary>The rows of a SHOW command.</summary>
internal sealed class Show(Operator input, BoundShow command, Evaluator[] names, ProcedureCatalogue procedures) : InputOperator(input)
{
    private IEnumerator<MapValue>? _rows;

    public override bool MoveNext()
    {
        while (true)
        {
            if (_rows?.MoveNext() == true)
            {
                foreach (BoundVariable column in command.Columns)
                {
                    Row[column.Slot] = _rows.Current.GetOrNull(column.Name);
                }

                return true;
            }

            _rows = null;
            if (!Input.MoveNext())
            {
                return false;
            }

            _rows = ShowRows.Of(command, [.. names.Select(name => name.Evaluate(Row, Context))], Context, procedures).GetEnumerator();
        }
    }

    protected override void OnOpen()
    {
        _rows = null;
        base.OnOpen();
    }
}
