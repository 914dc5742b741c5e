using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
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

    /// <summary>The bits of a word's places for which the condition holds, of those that are set.</summary>
    public ulong Holding(PropertyPage page, int word, ulong bits, Value[] row, QueryContext context)
    {
        Value limit = _bound ?? Compute(row, context);
        if (page is ScalarPage { Kind: ValueKind.Integer or ValueKind.Date } scalars && scalars.Kind == limit.Kind)
        {
            return bits & Compare(scalars.Bits.Slice(word << 6, 64), _bits);
        }

        ulong kept = 0;
        for (ulong rest = bits; rest != 0; rest &= rest - 1)
        {
            int bit = BitOperations.TrailingZeroCount(rest);
            kept |= Holds(page, (word << 6) + bit, row, context) ? 1UL << bit : 0;
        }

        return kept;
    }

    // Vectors that the first, quick compilation leaves as calls cost more than they save.
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private ulong Compare(ReadOnlySpan<long> values, long limit)
    {
        Vector256<long> limits = Vector256.Create(limit);
        ulong mask = 0;
        for (int i = 0; i < values.Length; i += Vector256<long>.Count)
        {
            Vector256<long> some = Vector256.Create(values[i..]);
            Vector256<long> held = comparison switch
            {
                ComparisonOperator.Equal or ComparisonOperator.NotEqual => Vector256.Equals(some, limits),
                ComparisonOperator.Less or ComparisonOperator.GreaterOrEqual => Vector256.LessThan(some, limits),
                _ => Vector256.GreaterThan(some, limits),
            };
            mask |= (ulong)held.ExtractMostSignificantBits() << i;
        }

        // Three of the operators are the opposites of the other three.
        return comparison is ComparisonOperator.NotEqual or ComparisonOperator.GreaterOrEqual or ComparisonOperator.LessOrEqual ? ~mask : mask;
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
