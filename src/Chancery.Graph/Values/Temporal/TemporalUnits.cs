namespace Chancery.Graph;

/// <summary>How long the units of time are.</summary>
public static class TemporalUnits
{
    public const long NanosPerSecond = 1_000_000_000;
    public const long SecondsPerDay = 86_400;
    public const long NanosPerDay = SecondsPerDay * NanosPerSecond;

    /// <summary>A twelfth of the Gregorian year of 365.2425 days: what the fraction of a month is worth.</summary>
    public const long AverageSecondsPerMonth = 2_629_746;

    public const long MaxYear = 999_999_999;

    /// <summary>The quotient rounded towards minus infinity.</summary>
    public static long FloorDivide(long value, long divisor)
    {
        (long quotient, long remainder) = Math.DivRem(value, divisor);
        return remainder < 0 ? quotient - 1 : quotient;
    }

    /// <summary>The remainder that goes with <see cref="FloorDivide"/>; never negative for a positive divisor.</summary>
    public static long FloorRemainder(long value, long divisor)
    {
        long remainder = value % divisor;
        return remainder < 0 ? remainder + divisor : remainder;
    }
}
