using static Chancery.Graph.TemporalUnits;

namespace Chancery.Graph;

public sealed partial record DurationValue
{
    public static DurationValue Zero { get; } = new(0, 0, 0, 0);

    /// <summary>Whole nanoseconds carried into seconds.</summary>
    public static DurationValue Of(long months, long days, long seconds, long nanos)
    {
        Int128 carried = (Int128)seconds + FloorDivide(nanos, NanosPerSecond);
        return carried <= long.MaxValue && carried >= long.MinValue
            ? new DurationValue(months, days, (long)carried, (int)FloorRemainder(nanos, NanosPerSecond))
            : throw TemporalErrors.Overflow("duration");
    }

    /// <summary>
    /// Whole units stay; the fraction of a month becomes days of an average month, that of a day seconds, that of a second nanoseconds,
    /// and what is left of a nanosecond is dropped.
    /// </summary>
    /// <exception cref="GraphException">A unit leaves 64 bits.</exception>
    public static DurationValue Of(decimal months, decimal days, decimal seconds)
    {
        try
        {
            decimal wholeMonths = decimal.Truncate(months);
            decimal allDays = days + ((months - wholeMonths) * AverageSecondsPerMonth / SecondsPerDay);
            decimal wholeDays = decimal.Truncate(allDays);
            decimal allSeconds = seconds + ((allDays - wholeDays) * SecondsPerDay);
            decimal wholeSeconds = decimal.Truncate(allSeconds);
            // The tail of a division such as 1/86400 may fall short of the whole by one part in 10^27.
            decimal nanos = decimal.Truncate(decimal.Round((allSeconds - wholeSeconds) * NanosPerSecond, 6));
            return Of((long)wholeMonths, (long)wholeDays, (long)wholeSeconds, (long)nanos);
        }
        catch (OverflowException)
        {
            throw TemporalErrors.Overflow("duration");
        }
    }

    public DurationValue Negate() => Combine(Zero, this, -1);

    public DurationValue Add(DurationValue other) => Combine(this, other, 1);

    public DurationValue Subtract(DurationValue other) => Combine(this, other, -1);

    /// <exception cref="GraphException">A unit leaves 64 bits, or the factor is not a number.</exception>
    public DurationValue Multiply(double factor) => Scale(factor, divides: false);

    /// <exception cref="GraphException">The divisor is zero or not a number, or a unit leaves 64 bits.</exception>
    public DurationValue Divide(double divisor) => Scale(divisor, divides: true);

    public override string ToString() => TemporalFormat.Duration(this);

    private DurationValue Scale(double factor, bool divides)
    {
        try
        {
            decimal exact = (decimal)factor;
            decimal seconds = Seconds + ((decimal)Nano / NanosPerSecond);
            return divides
                ? Of(Months / exact, Days / exact, seconds / exact)
                : Of(Months * exact, Days * exact, seconds * exact);
        }
        catch (Exception failure) when (failure is OverflowException or DivideByZeroException)
        {
            throw TemporalErrors.Overflow("duration");
        }
    }

    private static DurationValue Combine(DurationValue left, DurationValue right, int sign)
    {
        try
        {
            return Of(
                checked(left.Months + (sign * right.Months)),
                checked(left.Days + (sign * right.Days)),
                checked(left.Seconds + (sign * right.Seconds)),
                left.Nano + (sign * right.Nano));
        }
        catch (OverflowException)
        {
            throw TemporalErrors.Overflow("duration");
        }
    }
}
