using Chancery.Cypher.Expressions;
using Chancery.Graph;

namespace Chancery.Cypher.Functions;

/// <summary>
/// <c>round(value, precision, mode)</c>. Without a mode, ties go towards positive infinity for whole numbers and away from zero for decimals,
/// as Neo4j rounds.
/// </summary>
internal static class Rounding
{
    // A double has no more significant decimals than this.
    private const int MostDecimals = 17;

    public static Value Round(ReadOnlySpan<Value> arguments)
    {
        double number = Arguments.Number("round", arguments[0]);
        long precision = arguments.Length > 1 ? (long)Arguments.Number("round", arguments[1]) : 0;
        string? mode = arguments.Length > 2 ? Arguments.Text("round", arguments[2]).ToUpperInvariant() : null;
        if (precision < 0)
        {
            throw ExpressionErrors.ArgumentError("round() expects a precision that is not negative.", "InvalidArgumentValue");
        }

        if (!double.IsFinite(number) || precision >= MostDecimals)
        {
            return number;
        }

        if (mode is null && precision == 0)
        {
            double floor = Math.Floor(number);
            return number - floor >= 0.5 ? floor + 1 : floor;
        }

        // From here on a double has no decimals to round.
        return Math.Abs(number) < 1e15 ? (double)Decimal((decimal)number, (int)precision, mode ?? "HALF_UP") : number;
    }

    private static decimal Decimal(decimal number, int precision, string mode) => mode switch
    {
        "UP" => Outward(number, precision),
        "DOWN" => decimal.Round(number, precision, MidpointRounding.ToZero),
        "CEILING" => decimal.Round(number, precision, MidpointRounding.ToPositiveInfinity),
        "FLOOR" => decimal.Round(number, precision, MidpointRounding.ToNegativeInfinity),
        "HALF_UP" => decimal.Round(number, precision, MidpointRounding.AwayFromZero),
        "HALF_EVEN" => decimal.Round(number, precision, MidpointRounding.ToEven),
        "HALF_DOWN" => HalfDown(number, precision),
        _ => throw ExpressionErrors.ArgumentError(
            $"'{mode}' is no rounding mode; there are UP, DOWN, CEILING, FLOOR, HALF_UP, HALF_DOWN and HALF_EVEN.", "InvalidArgumentValue"),
    };

    private static decimal Outward(decimal number, int precision) => decimal.Round(
        number, precision, number < 0 ? MidpointRounding.ToNegativeInfinity : MidpointRounding.ToPositiveInfinity);

    private static decimal HalfDown(decimal number, int precision)
    {
        decimal inward = decimal.Round(number, precision, MidpointRounding.ToZero);
        decimal nearest = decimal.Round(number, precision, MidpointRounding.AwayFromZero);
        decimal rest = Math.Abs(number - inward);
        return rest == Math.Abs(nearest - number) ? inward : nearest;
    }
}
