using Chancery.Cypher.Expressions;
using Chancery.Graph;

namespace Chancery.Cypher.Functions;

internal static class MathFunctions
{
    public static IEnumerable<Function> Rows =>
    [
        new("abs", static (a, _) => Abs(a[0])),
        new("sign", static (a, _) => Sign(a[0])),
        new("isNaN", static (a, _) => double.IsNaN(Arguments.Number("isNaN", a[0]))),
        new("rand", static (_, c) => c.Random.NextDouble()),
        new("round", static (a, _) => Rounding.Round(a)),
        new("e", static (_, _) => Math.E),
        new("pi", static (_, _) => Math.PI),
        Real("ceil", Math.Ceiling),
        Real("floor", Math.Floor),
        Real("exp", Math.Exp),
        Real("log", Math.Log),
        Real("log10", Math.Log10),
        Real("sqrt", Math.Sqrt),
        Real("acos", Math.Acos),
        Real("asin", Math.Asin),
        Real("atan", Math.Atan),
        new("atan2", static (a, _) => Math.Atan2(Arguments.Number("atan2", a[0]), Arguments.Number("atan2", a[1]))),
        Real("cos", Math.Cos),
        Real("cosh", Math.Cosh),
        Real("cot", static x => 1 / Math.Tan(x)),
        Real("coth", static x => x == 0 ? double.NaN : 1 / Math.Tanh(x)),
        Real("degrees", double.RadiansToDegrees),
        Real("haversin", static x => (1 - Math.Cos(x)) / 2),
        Real("radians", double.DegreesToRadians),
        Real("sin", Math.Sin),
        Real("sinh", Math.Sinh),
        Real("tan", Math.Tan),
        Real("tanh", Math.Tanh),
    ];

    private static Function Real(string name, Func<double, double> compute) =>
        new(name, (a, _) => compute(Arguments.Number(name, a[0])));

    private static Value Abs(Value value) => value.Kind switch
    {
        ValueKind.Integer => value.AsInteger() < 0 ? Arithmetic.Negate(value) : value,
        ValueKind.Float => Math.Abs(value.AsFloat()),
        ValueKind.Duration => Value.Duration(Abs(value.AsDuration())),
        _ => throw ExpressionErrors.WrongArgument("abs", "a number", value),
    };

    private static DurationValue Abs(DurationValue duration) =>
        Value.Order(Value.Duration(duration), Value.Duration(DurationValue.Zero)) < 0 ? duration.Negate() : duration;

    private static Value Sign(Value value)
    {
        double number = Arguments.Number("sign", value);
        return double.IsNaN(number) ? 0 : Math.Sign(number);
    }
}
