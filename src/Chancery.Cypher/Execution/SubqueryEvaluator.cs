using Chancery.Cypher.Binding;
using Chancery.Cypher.Expressions;
using Chancery.Graph;

namespace Chancery.Cypher.Execution;

/// <summary>
/// A query inside an expression. Its operators use the row around it: their slots are their own. Because it holds operators, it belongs
/// to one run at a time, as they do.
/// </summary>
internal sealed class SubqueryEvaluator(BoundSubqueryKind kind, Operator query, int outputSlot) : Evaluator
{
    public override Value Evaluate(Value[] row, QueryContext context)
    {
        query.Open(context, row);
        Value result = kind switch
        {
            BoundSubqueryKind.Exists => query.MoveNext(),
            BoundSubqueryKind.Count => Count(context),
            BoundSubqueryKind.Collect => Collect(row, context),
            _ => query.MoveNext() ? row[outputSlot] : Value.Null,
        };
        query.Close();
        return result;
    }

    private Value Count(QueryContext context)
    {
        long count = 0;
        while (query.MoveNext())
        {
            context.Tick();
            count++;
        }

        return count;
    }

    private Value Collect(Value[] row, QueryContext context)
    {
        List<Value> values = [];
        while (query.MoveNext())
        {
            context.Tick();
            values.Add(row[outputSlot]);
        }

        return values.ToArray();
    }
}
