using Chancery.Graph;

namespace Chancery.Cypher.Storage;

/// <summary>
/// The total order of values in indexes: Cypher's orderability, so that an index may serve ORDER BY.
/// Values that Cypher calls equal compare as 0 (1 and 1.0).
/// </summary>
internal static class IndexOrder
{
    public static int Compare(Value left, Value right)
    {
        // Most keys are text.
        if (left.TryGetString(out string? text) && right.TryGetString(out string? otherText))
        {
            return string.CompareOrdinal(text, otherText);
        }

        ValueKind kind = left.Kind;
        ValueKind other = right.Kind;
        if (kind != other)
        {
            int byRank = Rank(kind).CompareTo(Rank(other));
            return byRank != 0 ? byRank : CompareNumbers(left, right);
        }

        return kind switch
        {
            ValueKind.Null => 0,
            ValueKind.String => string.CompareOrdinal(left.AsString(), right.AsString()),
            ValueKind.Integer => left.AsInteger().CompareTo(right.AsInteger()),
            ValueKind.Float => CompareFloats(left.AsFloat(), right.AsFloat()),
            ValueKind.Boolean => left.AsBoolean().CompareTo(right.AsBoolean()),
            ValueKind.Date => left.AsDate().EpochDay.CompareTo(right.AsDate().EpochDay),
            ValueKind.LocalTime => left.AsLocalTime().NanoOfDay.CompareTo(right.AsLocalTime().NanoOfDay),
            ValueKind.Time => Compare(left.AsTime(), right.AsTime()),
            ValueKind.LocalDateTime => Compare(left.AsLocalDateTime(), right.AsLocalDateTime()),
            ValueKind.DateTime => Compare(left.AsDateTime(), right.AsDateTime()),
            ValueKind.Duration => Compare(left.AsDuration(), right.AsDuration()),
            ValueKind.Point => Compare(left.AsPoint(), right.AsPoint()),
            ValueKind.Bytes => left.AsBytes().AsSpan().SequenceCompareTo(right.AsBytes()),
            ValueKind.List => Compare(left.AsList(), right.AsList()),
            _ => throw new InvalidOperationException($"A {kind} is not a property value."),
        };
    }

    /// <summary>Kinds that compare with each other share a rank.</summary>
    public static int Rank(ValueKind kind) => kind switch
    {
        ValueKind.Bytes => 0,
        ValueKind.List => 1,
        ValueKind.Point => 2,
        ValueKind.DateTime => 3,
        ValueKind.LocalDateTime => 4,
        ValueKind.Date => 5,
        ValueKind.Time => 6,
        ValueKind.LocalTime => 7,
        ValueKind.Duration => 8,
        ValueKind.String => 9,
        ValueKind.Boolean => 10,
        ValueKind.Integer or ValueKind.Float => 11,
        _ => 12,
    };

    private static int CompareNumbers(Value left, Value right) =>
        left.Kind == ValueKind.Integer ? CompareMixed(left.AsInteger(), right.AsFloat()) : -CompareMixed(right.AsInteger(), left.AsFloat());

    private static int CompareMixed(long integer, double number)
    {
        if (double.IsNaN(number) || number >= 9.2233720368547758E18)
        {
            return -1;
        }

        if (number < -9.2233720368547758E18)
        {
            return 1;
        }

        // Both fit a long: compare whole parts exactly, then the fraction.
        double whole = Math.Floor(number);
        int byWhole = integer.CompareTo((long)whole);
        return byWhole != 0 ? byWhole : number > whole ? -1 : 0;
    }

    // NaN is larger than all numbers.
    private static int CompareFloats(double left, double right) =>
        double.IsNaN(left) ? (double.IsNaN(right) ? 0 : 1) : double.IsNaN(right) ? -1 : left.CompareTo(right);

    private static int Compare(ZonedTime left, ZonedTime right)
    {
        long leftUtc = left.NanoOfDay - left.OffsetSeconds * 1_000_000_000L;
        long rightUtc = right.NanoOfDay - right.OffsetSeconds * 1_000_000_000L;
        int order = leftUtc.CompareTo(rightUtc);
        return order != 0 ? order : left.OffsetSeconds.CompareTo(right.OffsetSeconds);
    }

    private static int Compare(LocalDateTimeValue left, LocalDateTimeValue right)
    {
        int order = left.EpochSecond.CompareTo(right.EpochSecond);
        return order != 0 ? order : left.Nano.CompareTo(right.Nano);
    }

    private static int Compare(ZonedDateTime left, ZonedDateTime right)
    {
        int order = left.EpochSecond.CompareTo(right.EpochSecond);
        order = order != 0 ? order : left.Nano.CompareTo(right.Nano);
        order = order != 0 ? order : left.OffsetSeconds.CompareTo(right.OffsetSeconds);
        return order != 0 ? order : string.CompareOrdinal(left.ZoneId, right.ZoneId);
    }

    private static int Compare(DurationValue left, DurationValue right)
    {
        // A month counts as 30.436875 days (2,629,746 seconds), as in a Gregorian average.
        Int128 Length(DurationValue value) => (Int128)value.Months * 2_629_746 + (Int128)value.Days * 86_400 + value.Seconds;
        int order = Length(left).CompareTo(Length(right));
        order = order != 0 ? order : left.Nano.CompareTo(right.Nano);
        order = order != 0 ? order : left.Months.CompareTo(right.Months);
        return order != 0 ? order : left.Days.CompareTo(right.Days);
    }

    private static int Compare(PointValue left, PointValue right)
    {
        int order = left.Srid.CompareTo(right.Srid);
        order = order != 0 ? order : left.X.CompareTo(right.X);
        order = order != 0 ? order : left.Y.CompareTo(right.Y);
        return order != 0 ? order : Nullable.Compare(left.Z, right.Z);
    }

    private static int Compare(Value[] left, Value[] right)
    {
        for (int i = 0; i < left.Length && i < right.Length; i++)
        {
            int order = Compare(left[i], right[i]);
            if (order != 0)
            {
                return order;
            }
        }

        return left.Length.CompareTo(right.Length);
    }
}
