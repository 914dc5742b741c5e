using Chancery.Cypher.Execution;
using Chancery.Cypher.Expressions;
using Chancery.Graph;

namespace Chancery.Cypher.Functions.Aggregates;

/// <summary>Adds integers exactly until a float or a duration joins them.</summary>
internal struct SumState : IAccumulatorState
{
    private long _integers;
    private Value _other;

    public void Add(Value value, QueryContext context)
    {
        if (value.TryGetInteger(out long integer))
        {
            AddInteger(integer);
        }
        else if (value.Kind is ValueKind.Float or ValueKind.Duration)
        {
            _other = _other.IsNull ? value : Arithmetic.Add(_other, value);
        }
        else if (!value.IsNull)
        {
            throw ExpressionErrors.WrongArgument("sum", "numbers or durations", value);
        }
    }

    public void AddInteger(long value)
    {
        long sum = unchecked(_integers + value);
        _integers = ((_integers ^ sum) & (value ^ sum)) < 0 ? throw ExpressionErrors.Overflow("sum()") : sum;
    }

    public void AddFloat(double value) => _other = _other.IsNull ? value : Arithmetic.Add(_other, value);

    public readonly Value Result() => _other.Kind switch
    {
        ValueKind.Null => _integers,
        ValueKind.Float => _other.AsFloat() + _integers,
        // Durations and numbers have no common sum.
        _ => _integers == 0 ? _other : throw ExpressionErrors.Operands("add", _other, _integers),
    };
}
