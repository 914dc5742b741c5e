using Chancery.Graph;
using Chancery.Cypher.Execution;

namespace Chancery.Cypher.Expressions;

/// <summary>
/// A compiled expression. Evaluators are immutable and shared by every run of a cached plan; what belongs to one run stands in the
/// row and the context.
/// </summary>
internal abstract class Evaluator
{
    public abstract Value Evaluate(Value[] row, QueryContext context);

    /// <summary>As a WHERE asks: true only where the expression is true; null and false are both "no".</summary>
    /// <exception cref="GraphException">The expression is neither a boolean nor null.</exception>
    public virtual bool IsTrue(Value[] row, QueryContext context)
    {
        Value value = Evaluate(row, context);
        return value.IsTrue || (value.IsFalse || value.IsNull ? false : throw ExpressionErrors.NotBoolean(value));
    }

    /// <summary>The same value for every row and every run.</summary>
    public virtual bool IsConstant => false;
}
