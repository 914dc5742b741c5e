using Chancery.Cypher.Execution;
using Chancery.Cypher.Expressions;
using Chancery.Graph;

namespace Chancery.Cypher.Functions.Aggregates;

internal struct AverageState : IAccumulatorState
{
    private long _count;
    private Int128 _integers;
    private double _floats;
    private Value _durations;

    public void Add(Value value, QueryContext context)
    {
        switch (value.Kind)
        {
            case ValueKind.Null:
                break;
            case ValueKind.Integer:
                AddInteger(value.AsInteger());
                break;
            case ValueKind.Float:
                AddFloat(value.AsFloat());
                break;
            case ValueKind.Duration:
                _durations = _durations.IsNull ? value : Arithmetic.Add(_durations, value);
                _count++;
                break;
            default:
                throw ExpressionErrors.WrongArgument("avg", "numbers or durations", value);
        }
    }

    public void AddInteger(long value)
    {
        _integers += value;
        _count++;
    }

    public void AddFloat(double value)
    {
        _floats += value;
        _count++;
    }

    public readonly Value Result()
    {
        if (_count == 0)
        {
            return Value.Null;
        }

        return _durations.IsNull
            ? ((double)_integers + _floats) / _count
            : Arithmetic.Divide(_durations, _count);
    }
}
