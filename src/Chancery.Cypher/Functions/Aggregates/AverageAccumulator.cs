using Chancery.Cypher.Execution;
using Chancery.Cypher.Expressions;
using Chancery.Graph;

namespace Chancery.Cypher.Functions.Aggregates;

internal sealed class AverageAccumulator : Accumulator
{
    private long _count;
    private Int128 _integers;
    private double _floats;
    private Value _durations;

    public override void Add(Value value, Value argument, QueryContext context)
    {
        switch (value.Kind)
        {
            case ValueKind.Null:
                return;
            case ValueKind.Integer:
                _integers += value.AsInteger();
                break;
            case ValueKind.Float:
                _floats += value.AsFloat();
                break;
            case ValueKind.Duration:
                _durations = _durations.IsNull ? value : Arithmetic.Add(_durations, value);
                break;
            default:
                throw ExpressionErrors.WrongArgument("avg", "numbers or durations", value);
        }

        _count++;
    }

    public override void AddInteger(long value, QueryContext context)
    {
        _integers += value;
        _count++;
    }

    public override void AddFloat(double value, QueryContext context)
    {
        _floats += value;
        _count++;
    }

    public override Value Result()
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
