using Chancery.Cypher.Expressions;
using Chancery.Cypher.Storage;
using Chancery.Cypher.Syntax;
using Chancery.Graph;

namespace Chancery.Cypher.Execution.Columns;

/// <summary><c>element.key &lt; bound</c> and its kin, the bound being the same for all elements of a run.</summary>
internal sealed class PropertyBound(PropertyKey key, ComparisonOperator comparison, Evaluator bound)
{
    private Value? _bound;
    private long _bits;

    public PropertyKey Key => key;

    /// <summary>Forgets the bound of an earlier run.</summary>
    public void Begin() => _bound = null;

    /// <summary>Whether the condition holds for the value in the page; an absent value holds none.</summary>
    public bool Holds(PropertyPage page, int place, Value[] row, QueryContext context)
    {
        // Not before there is an element to ask about: an error in the bound must not end a run that has none.
        Value limit = _bound ?? Compute(row, context);
        // Integers and dates compare as their 64 bits do.
        if (page is ScalarPage { Kind: ValueKind.Integer or ValueKind.Date } scalars && scalars.Kind == limit.Kind)
        {
            return scalars.Has(place) && Holds(scalars.Bits[place], _bits);
        }

        return ExpressionCompiler.Compare(comparison, page.Get(place), limit) == true;
    }

    private Value Compute(Value[] row, QueryContext context)
    {
        Value limit = bound.Evaluate(row, context);
        _bound = limit;
        _bits = limit.Kind is ValueKind.Integer or ValueKind.Date ? ScalarPage.BitsOf(limit) : 0;
        return limit;
    }

    private bool Holds(long value, long limit) => comparison switch
    {
        ComparisonOperator.Equal => value == limit,
        ComparisonOperator.NotEqual => value != limit,
        ComparisonOperator.Less => value < limit,
        ComparisonOperator.LessOrEqual => value <= limit,
        ComparisonOperator.Greater => value > limit,
        _ => value >= limit,
    };
}
