using Chancery.Cypher.Expressions;
using Chancery.Cypher.Procedures;
using Chancery.Graph;

namespace Chancery.Cypher.Execution.Operators;

/// <summary>An output of a procedure and the slot that takes it.</summary>
internal readonly record struct YieldSlot(int Field, int Slot);

/// <summary>The results of a procedure for each row; a row passes unchanged through a procedure that has none.</summary>
internal sealed class ProcedureCall(Operator input, Procedure procedure, Evaluator[] arguments, YieldSlot[] yields) : InputOperator(input)
{
    private IEnumerator<Value[]>? _results;

    public override bool MoveNext()
    {
        while (true)
        {
            if (_results is not null)
            {
                if (_results.MoveNext())
                {
                    Context.Tick();
                    foreach (YieldSlot yield in yields)
                    {
                        Row[yield.Slot] = _results.Current[yield.Field];
                    }

                    return true;
                }

                Stop();
            }

            if (!Input.MoveNext())
            {
                return false;
            }

            Value[] values = new Value[arguments.Length];
            for (int i = 0; i < values.Length; i++)
            {
                values[i] = arguments[i].Evaluate(Row, Context);
            }

            _results = procedure.Body(values, Context).GetEnumerator();
            if (procedure.Signature.Outputs.Count == 0)
            {
                while (_results.MoveNext())
                {
                }

                Stop();
                return true;
            }
        }
    }

    public override void Close()
    {
        Stop();
        base.Close();
    }

    protected override void OnOpen()
    {
        Stop();
        base.OnOpen();
    }

    private void Stop()
    {
        _results?.Dispose();
        _results = null;
    }
}
