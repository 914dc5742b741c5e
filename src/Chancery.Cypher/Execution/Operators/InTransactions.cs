using Chancery.Cypher.Expressions;
using Chancery.Cypher.Storage;
using Chancery.Cypher.Syntax;
using Chancery.Graph;

namespace Chancery.Cypher.Execution.Operators;

internal sealed record InTransactionsShape(
    Evaluator? BatchSize, ErrorBehaviour OnError, bool HasOutputs, int[] OutputSlots, int StatusSlot, int[] InputSlots, int[] KeptSlots);

/// <summary>
/// Runs the inner side in transactions of their own, each for a batch of input rows and committed before the next begins. A batch that
/// fails leaves nothing behind; whether the statement goes on is for the caller to say.
/// </summary>
internal sealed class InTransactions(Operator input, Operator inner, InTransactionsShape shape) : InputOperator(input)
{
    private const long DefaultBatchSize = 1000;

    private readonly RowStore _batch = new(shape.InputSlots);
    private readonly RowStore _results = new(shape.KeptSlots);
    private int _next;
    private bool _broken;

    public override bool MoveNext()
    {
        while (_next >= _results.Count)
        {
            if (!FillBatch())
            {
                return false;
            }

            _results.Clear(Context);
            _next = 0;
            RunBatch();
        }

        _results.Restore(_next++, Row);
        return true;
    }

    public override void Close()
    {
        inner.Close();
        _batch.Release();
        _results.Release();
        base.Close();
    }

    protected override void OnOpen()
    {
        _batch.Clear(Context);
        _results.Clear(Context);
        _next = 0;
        _broken = false;
        base.OnOpen();
    }

    private bool FillBatch()
    {
        long size = shape.BatchSize is null ? DefaultBatchSize : RowBounds.Read(shape.BatchSize, "OF … ROWS", Row, Context);
        if (size == 0)
        {
            throw RuntimeErrors.TypeError("A batch needs at least one row.", "NegativeIntegerArgument");
        }

        _batch.Clear(Context);
        while (_batch.Count < size && Input.MoveNext())
        {
            _batch.Add(Row);
        }

        return _batch.Count > 0;
    }

    private void RunBatch()
    {
        if (_broken)
        {
            PassWithout(Status(started: false, committed: false, null));
            return;
        }

        using GraphWriter writer = Context.BeginInner();
        QueryContext context = Context.On(writer);
        try
        {
            for (int i = 0; i < _batch.Count; i++)
            {
                RunRow(i, context);
            }

            writer.Commit();
            Context.Counters.Add(context.Counters);
            Context.Hits += context.Hits;
        }
        catch (GraphException error) when (shape.OnError != ErrorBehaviour.Fail && !Context.Transaction!.IsTerminated)
        {
            _broken = shape.OnError == ErrorBehaviour.Break;
            _results.Clear(Context);
            PassWithout(Status(started: true, committed: false, error.Message));
        }
    }

    private void RunRow(int number, QueryContext context)
    {
        _batch.Restore(number, Row);
        foreach (int slot in shape.InputSlots)
        {
            Row[slot] = OnView(Row[slot], context.View);
        }

        inner.Open(context, Row);
        while (inner.MoveNext())
        {
            if (shape.HasOutputs)
            {
                Pass(Status(started: true, committed: true, null));
            }
        }

        if (!shape.HasOutputs)
        {
            Pass(Status(started: true, committed: true, null));
        }
    }

    /// <summary>The batch's rows as if the inner side had found nothing but nulls.</summary>
    private void PassWithout(Value status)
    {
        for (int i = 0; i < _batch.Count; i++)
        {
            _batch.Restore(i, Row);
            foreach (int slot in shape.OutputSlots)
            {
                Row[slot] = Value.Null;
            }

            Pass(status);
        }
    }

    private void Pass(Value status)
    {
        if (shape.StatusSlot >= 0)
        {
            Row[shape.StatusSlot] = status;
        }

        _results.Add(Row);
    }

    private Value Status(bool started, bool committed, string? error) => shape.StatusSlot < 0
        ? Value.Null
        : MapValue.Of(
            ("started", started),
            ("committed", committed),
            ("transactionId", started ? Context.Transaction!.Id : Value.Null),
            ("errorMessage", error));

    // Elements of the rows were found in the outer view; the inner side is to see them as its own transaction does.
    private static Value OnView(Value value, GraphView view) => value.Kind switch
    {
        ValueKind.Node => Value.Node(view, value.ElementNumber),
        ValueKind.Relationship => Value.Relationship(view, value.ElementNumber),
        ValueKind.List => Value.List([.. value.AsList().Select(item => OnView(item, view))]),
        _ => value,
    };
}
