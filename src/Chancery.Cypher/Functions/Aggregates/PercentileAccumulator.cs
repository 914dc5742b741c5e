using Chancery.Cypher.Execution;
using Chancery.Cypher.Expressions;
using Chancery.Graph;

namespace Chancery.Cypher.Functions.Aggregates;

internal sealed class PercentileAccumulator(bool continuous) : Accumulator
{
    private const int BytesPerEntry = 16;

    private readonly List<Value> _numbers = [];
    private double? _percentile;

    private string Name => continuous ? "percentileCont" : "percentileDisc";

    public override void Add(Value value, Value argument, QueryContext context)
    {
        _percentile ??= Percentile(argument);
        if (value.IsNull)
        {
            return;
        }

        if (!value.IsNumber)
        {
            throw ExpressionErrors.WrongArgument(Name, "numbers", value);
        }

        Hold(BytesPerEntry, context);
        _numbers.Add(value);
    }

    public override Value Result()
    {
        if (_numbers.Count == 0 || _percentile is not { } percentile)
        {
            return Value.Null;
        }

        _numbers.Sort(ValueOrder.Ascending);
        return continuous ? Interpolated(percentile) : Nearest(percentile);
    }

    private Value Nearest(double percentile)
    {
        int place = (int)Math.Ceiling(percentile * _numbers.Count) - 1;
        return _numbers[Math.Clamp(place, 0, _numbers.Count - 1)];
    }

    private Value Interpolated(double percentile)
    {
        double place = percentile * (_numbers.Count - 1);
        int below = (int)place;
        double low = _numbers[below].AsNumber();
        double fraction = place - below;
        return fraction == 0 ? low : (low * (1 - fraction)) + (_numbers[below + 1].AsNumber() * fraction);
    }

    private double Percentile(Value argument)
    {
        if (!argument.TryGetNumber(out double percentile))
        {
            throw ExpressionErrors.WrongArgument(Name, "a percentile between 0.0 and 1.0", argument);
        }

        return percentile is >= 0 and <= 1
            ? percentile
            : throw ExpressionErrors.OutOfRange($"{Name}() expects a percentile between 0.0 and 1.0, but got {percentile}.");
    }
}
