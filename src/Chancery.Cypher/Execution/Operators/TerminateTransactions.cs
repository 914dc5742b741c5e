using Chancery.Cypher.Binding;
using Chancery.Cypher.Expressions;
using Chancery.Graph;

namespace Chancery.Cypher.Execution.Operators;

/// <summary>Ends other transactions by their ids; one row for each id.</summary>
internal sealed class TerminateTransactions(Operator input, Evaluator[] ids, IReadOnlyList<BoundVariable> columns) : InputOperator(input)
{
    private readonly Queue<MapValue> _rows = new();

    public override bool MoveNext()
    {
        while (true)
        {
            if (_rows.TryDequeue(out MapValue? row))
            {
                foreach (BoundVariable column in columns)
                {
                    Row[column.Slot] = row.GetOrNull(column.Name);
                }

                return true;
            }

            if (!Input.MoveNext())
            {
                return false;
            }

            foreach (Value id in ids.SelectMany(Ids))
            {
                _rows.Enqueue(Terminate(id));
            }
        }
    }

    protected override void OnOpen()
    {
        _rows.Clear();
        base.OnOpen();
    }

    private IEnumerable<Value> Ids(Evaluator expression)
    {
        Value value = expression.Evaluate(Row, Context);
        return value.Kind == ValueKind.List ? value.AsList() : [value];
    }

    private MapValue Terminate(Value id)
    {
        RunningTransaction? found = id.Kind == ValueKind.String
            ? Context.Transaction!.Registry.All.FirstOrDefault(transaction => transaction.Id == id.AsString())
            : null;
        found?.Terminate();
        return MapValue.Of(
            ("transactionId", id), ("username", found?.User), ("message", found is null ? "Transaction not found." : "Transaction terminated."));
    }
}
