namespace Chancery.Graph;

public readonly partial struct Value
{
    /// <summary>
    /// The total order of ORDER BY, min and max, ascending: maps, nodes, relationships, lists, paths, points, date-times,
    /// local date-times, dates, times, local times, durations, bytes, strings, booleans, numbers (NaN last), null.
    /// Zero exactly where <see cref="Equals(Value)"/> holds.
    /// </summary>
    public static int Order(Value left, Value right)
    {
        if (left._ref == ValueTag.Integer && right._ref == ValueTag.Integer)
        {
            return left._bits.CompareTo(right._bits);
        }

        if (left._ref is string text && right._ref is string otherText)
        {
            return string.CompareOrdinal(text, otherText);
        }

        ValueKind kind = left.Kind;
        ValueKind otherKind = right.Kind;
        int rank = RankOf(kind) - RankOf(otherKind);
        if (rank != 0)
        {
            return rank;
        }

        return kind switch
        {
            ValueKind.Null => 0,
            ValueKind.Integer or ValueKind.Float => OrderNumbers(left, right),
            ValueKind.String => string.CompareOrdinal(left.AsString(), right.AsString()),
            ValueKind.List => OrderLists(left.AsList(), right.AsList()),
            ValueKind.Map => OrderMaps(left.AsMap(), right.AsMap()),
            ValueKind.Bytes => left.AsBytes().AsSpan().SequenceCompareTo(right.AsBytes()),
            ValueKind.Path => OrderPaths(left.AsPath(), right.AsPath()),
            ValueKind.Time => OrderTimes(left.AsTime(), right.AsTime()),
            ValueKind.LocalDateTime => OrderLocalDateTimes(left.AsLocalDateTime(), right.AsLocalDateTime()),
            ValueKind.DateTime => OrderDateTimes(left.AsDateTime(), right.AsDateTime()),
            ValueKind.Duration => OrderDurations(left.AsDuration(), right.AsDuration()),
            ValueKind.Point => OrderPoints(left.AsPoint(), right.AsPoint()),
            _ => left._bits.CompareTo(right._bits),
        };
    }

    /// <summary>The place of a kind in the order; integers and floats share one.</summary>
    public static int RankOf(ValueKind kind) => kind switch
    {
        ValueKind.Map => 0,
        ValueKind.Node => 1,
        ValueKind.Relationship => 2,
        ValueKind.List => 3,
        ValueKind.Path => 4,
        ValueKind.Point => 5,
        ValueKind.DateTime => 6,
        ValueKind.LocalDateTime => 7,
        ValueKind.Date => 8,
        ValueKind.Time => 9,
        ValueKind.LocalTime => 10,
        ValueKind.Duration => 11,
        ValueKind.Bytes => 12,
        ValueKind.String => 13,
        ValueKind.Boolean => 14,
        ValueKind.Integer or ValueKind.Float => 15,
        ValueKind.Null => 16,
        _ => throw new InvalidOperationException($"No place in the order for {kind}."),
    };

    private static int OrderNumbers(Value left, Value right) =>
        (left.IsNaN, right.IsNaN) switch
        {
            (true, true) => 0,
            (true, false) => 1,
            (false, true) => -1,
            _ => CompareNumbers(left, right),
        };

    /// <summary>Exact beyond 2^53, where a long has no double of its own.</summary>
    private static int CompareNumbers(Value left, Value right)
    {
        bool leftIsInteger = left._ref == ValueTag.Integer;
        bool rightIsInteger = right._ref == ValueTag.Integer;
        return (leftIsInteger, rightIsInteger) switch
        {
            (true, true) => left._bits.CompareTo(right._bits),
            (false, false) => BitConverter.Int64BitsToDouble(left._bits).CompareTo(BitConverter.Int64BitsToDouble(right._bits)),
            (true, false) => CompareMixed(left._bits, BitConverter.Int64BitsToDouble(right._bits)),
            _ => -CompareMixed(right._bits, BitConverter.Int64BitsToDouble(left._bits)),
        };
    }

    private static int CompareMixed(long integer, double number)
    {
        const double LongLimit = 9223372036854775808.0;
        if (number >= LongLimit)
        {
            return -1;
        }

        if (number < -LongLimit)
        {
            return 1;
        }

        double whole = Math.Truncate(number);
        int sign = integer.CompareTo((long)whole);
        return sign != 0 ? sign : whole.CompareTo(number);
    }

    private static int OrderLists(Value[] left, Value[] right)
    {
        int shared = Math.Min(left.Length, right.Length);
        for (int i = 0; i < shared; i++)
        {
            int sign = Order(left[i], right[i]);
            if (sign != 0)
            {
                return sign;
            }
        }

        return left.Length.CompareTo(right.Length);
    }

    private static int OrderMaps(MapValue left, MapValue right)
    {
        int sign = left.Count.CompareTo(right.Count);
        if (sign != 0)
        {
            return sign;
        }

        string[] leftKeys = [.. left.Keys.Order(StringComparer.Ordinal)];
        string[] rightKeys = [.. right.Keys.Order(StringComparer.Ordinal)];
        for (int i = 0; i < leftKeys.Length && sign == 0; i++)
        {
            sign = string.CompareOrdinal(leftKeys[i], rightKeys[i]);
        }

        for (int i = 0; i < leftKeys.Length && sign == 0; i++)
        {
            sign = Order(left[leftKeys[i]], right[leftKeys[i]]);
        }

        return sign;
    }

    private static int OrderPaths(GraphPath left, GraphPath right)
    {
        int shared = Math.Min(left.Relationships.Count, right.Relationships.Count);
        int sign = Order(left.Nodes[0], right.Nodes[0]);
        for (int i = 0; i < shared && sign == 0; i++)
        {
            sign = Order(left.Relationships[i], right.Relationships[i]);
            sign = sign != 0 ? sign : Order(left.Nodes[i + 1], right.Nodes[i + 1]);
        }

        return sign != 0 ? sign : left.Relationships.Count.CompareTo(right.Relationships.Count);
    }

    private static int OrderTimes(ZonedTime left, ZonedTime right)
    {
        int sign = UtcNano(left).CompareTo(UtcNano(right));
        return sign != 0 ? sign : left.OffsetSeconds.CompareTo(right.OffsetSeconds);

        static long UtcNano(ZonedTime time) => time.NanoOfDay - (time.OffsetSeconds * 1_000_000_000L);
    }

    private static int OrderLocalDateTimes(LocalDateTimeValue left, LocalDateTimeValue right)
    {
        int sign = left.EpochSecond.CompareTo(right.EpochSecond);
        return sign != 0 ? sign : left.Nano.CompareTo(right.Nano);
    }

    private static int OrderDateTimes(ZonedDateTime left, ZonedDateTime right)
    {
        int sign = left.EpochSecond.CompareTo(right.EpochSecond);
        sign = sign != 0 ? sign : left.Nano.CompareTo(right.Nano);
        sign = sign != 0 ? sign : left.OffsetSeconds.CompareTo(right.OffsetSeconds);
        return sign != 0 ? sign : string.CompareOrdinal(left.ZoneId, right.ZoneId);
    }

    private static int OrderDurations(DurationValue left, DurationValue right)
    {
        int sign = AverageSeconds(left).CompareTo(AverageSeconds(right));
        sign = sign != 0 ? sign : left.Nano.CompareTo(right.Nano);
        sign = sign != 0 ? sign : left.Months.CompareTo(right.Months);
        return sign != 0 ? sign : left.Days.CompareTo(right.Days);

        // A month is a twelfth of the Gregorian year of 365.2425 days.
        static Int128 AverageSeconds(DurationValue duration) =>
            ((Int128)duration.Months * 2_629_746) + ((Int128)duration.Days * 86_400) + duration.Seconds;
    }

    private static int OrderPoints(PointValue left, PointValue right)
    {
        int sign = left.Srid.CompareTo(right.Srid);
        sign = sign != 0 ? sign : left.X.CompareTo(right.X);
        sign = sign != 0 ? sign : left.Y.CompareTo(right.Y);
        return sign != 0 ? sign : Nullable.Compare(left.Z, right.Z);
    }
}

/// <summary>Sorts by <see cref="Value.Order"/>.</summary>
public sealed class ValueOrder : IComparer<Value>
{
    public static ValueOrder Ascending { get; } = new();

    public int Compare(Value x, Value y) => Value.Order(x, y);
}
