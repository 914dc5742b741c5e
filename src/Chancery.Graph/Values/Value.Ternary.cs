namespace Chancery.Graph;

public readonly partial struct Value
{
    public bool IsTrue => _ref == ValueTag.Boolean && _bits != 0;

    public bool IsFalse => _ref == ValueTag.Boolean && _bits == 0;

    public bool IsNumber => _ref == ValueTag.Integer || _ref == ValueTag.Float;

    public bool TryGetInteger(out long value)
    {
        value = _bits;
        return _ref == ValueTag.Integer;
    }

    public bool TryGetFloat(out double value)
    {
        value = BitConverter.Int64BitsToDouble(_bits);
        return _ref == ValueTag.Float;
    }

    /// <summary>An integer or a float, as a double.</summary>
    public bool TryGetNumber(out double value)
    {
        value = _ref == ValueTag.Integer ? _bits : BitConverter.Int64BitsToDouble(_bits);
        return IsNumber;
    }

    /// <summary>A boolean as itself, null for everything else; ask <see cref="Kind"/> first where that matters.</summary>
    public static Value Of(bool? value) => value is { } known ? Boolean(known) : Null;

    /// <summary>Cypher's <c>=</c>: null where a null decides it, false across types, NaN equal to nothing.</summary>
    public static bool? AreEqual(Value left, Value right)
    {
        object? tag = left._ref;
        if (tag is null || right._ref is null)
        {
            return null;
        }

        if (tag == right._ref && (tag == ValueTag.Integer || tag == ValueTag.Boolean))
        {
            return left._bits == right._bits;
        }

        return tag switch
        {
            string text => right._ref is string other && string.Equals(text, other, StringComparison.Ordinal),
            Value[] items => right._ref is Value[] others ? AreEqual(items, others) : false,
            MapValue map => right._ref is MapValue other ? AreEqual(map, other) : false,
            _ => !left.IsNaN && left.Equals(right),
        };
    }

    /// <summary>Cypher's comparability, from which <c>&lt;</c> and its kin read their answer.</summary>
    public static Comparison Compare(Value left, Value right)
    {
        if (left._ref == ValueTag.Integer && right._ref == ValueTag.Integer)
        {
            return FromSign(left._bits.CompareTo(right._bits));
        }

        if (left._ref is null || right._ref is null)
        {
            return Comparison.Unknown;
        }

        if (left.IsNumber && right.IsNumber)
        {
            return left.IsNaN || right.IsNaN ? Comparison.Never : FromSign(CompareNumbers(left, right));
        }

        ValueKind kind = left.Kind;
        if (kind != right.Kind)
        {
            return Comparison.Unknown;
        }

        return kind switch
        {
            ValueKind.String or ValueKind.Boolean or ValueKind.Date or ValueKind.LocalTime or ValueKind.Time
                or ValueKind.LocalDateTime or ValueKind.DateTime => FromSign(Order(left, right)),
            ValueKind.List => Compare(left.AsList(), right.AsList()),
            _ => Comparison.Unknown,
        };
    }

    internal bool IsNaN => _ref == ValueTag.Float && double.IsNaN(BitConverter.Int64BitsToDouble(_bits));

    private static bool? AreEqual(Value[] left, Value[] right)
    {
        if (left.Length != right.Length)
        {
            return false;
        }

        bool? equal = true;
        for (int i = 0; i < left.Length; i++)
        {
            switch (AreEqual(left[i], right[i]))
            {
                case false: return false;
                case null: equal = null; break;
            }
        }

        return equal;
    }

    private static bool? AreEqual(MapValue left, MapValue right)
    {
        if (left.Count != right.Count)
        {
            return false;
        }

        bool? equal = true;
        for (int i = 0; i < left.Count; i++)
        {
            if (!right.TryGetValue(left.KeySpan[i], out Value other))
            {
                return false;
            }

            switch (AreEqual(left.ValueSpan[i], other))
            {
                case false: return false;
                case null: equal = null; break;
            }
        }

        return equal;
    }

    private static Comparison Compare(Value[] left, Value[] right)
    {
        int shared = Math.Min(left.Length, right.Length);
        for (int i = 0; i < shared; i++)
        {
            Comparison comparison = Compare(left[i], right[i]);
            // Values of kinds that know only equality (maps, elements) may still be equal, and then the next pair decides.
            if (comparison == Comparison.Unknown && AreEqual(left[i], right[i]) == true)
            {
                continue;
            }

            if (comparison != Comparison.Equal)
            {
                return comparison;
            }
        }

        return FromSign(left.Length.CompareTo(right.Length));
    }

    private static Comparison FromSign(int sign) => (Comparison)Math.Sign(sign);
}
