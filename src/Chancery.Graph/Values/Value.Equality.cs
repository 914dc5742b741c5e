namespace Chancery.Graph;

public readonly partial struct Value
{
    public static bool operator ==(Value left, Value right) => left.Equals(right);

    public static bool operator !=(Value left, Value right) => !left.Equals(right);

    public override bool Equals(object? obj) => obj is Value other && Equals(other);

    /// <summary>Cypher's equivalence: 1 and 1.0 are one group, as are two nulls and two NaNs.</summary>
    public bool Equals(Value other)
    {
        if (_ref is string text)
        {
            return other._ref is string otherText && string.Equals(text, otherText, StringComparison.Ordinal);
        }

        if (ReferenceEquals(_ref, other._ref) && (_bits == other._bits || _ref is not ValueTag))
        {
            return true;
        }

        return EqualsInDepth(other);
    }

    public override int GetHashCode()
    {
        if (_ref is string text)
        {
            return text.GetHashCode(StringComparison.Ordinal);
        }

        if (_ref == ValueTag.Integer)
        {
            return HashOf(_bits);
        }

        ValueKind kind = Kind;
        return kind switch
        {
            ValueKind.Null => 0,
            ValueKind.Float => HashOf(BitConverter.Int64BitsToDouble(_bits)),
            ValueKind.Boolean or ValueKind.Date or ValueKind.LocalTime or ValueKind.Node or ValueKind.Relationship
                => HashOf(_bits) + (int)kind,
            ValueKind.List => HashOf(AsList()),
            ValueKind.Map => HashOf(AsMap()),
            ValueKind.Bytes => HashOf(AsBytes()),
            ValueKind.Path => HashCode.Combine(AsPath().Nodes.Count, AsPath().Nodes[0], AsPath().Nodes[^1]),
            _ => _ref!.GetHashCode(),
        };
    }

    private bool EqualsInDepth(Value other)
    {
        ValueKind kind = Kind;
        ValueKind otherKind = other.Kind;
        if (kind != otherKind)
        {
            return (kind, otherKind) is (ValueKind.Integer, ValueKind.Float) or (ValueKind.Float, ValueKind.Integer)
                && NumbersEqual(this, other);
        }

        return kind switch
        {
            ValueKind.Null => true,
            ValueKind.Float => BitConverter.Int64BitsToDouble(_bits).Equals(BitConverter.Int64BitsToDouble(other._bits)),
            ValueKind.Boolean or ValueKind.Integer or ValueKind.Date or ValueKind.LocalTime or ValueKind.Node or ValueKind.Relationship
                => _bits == other._bits,
            ValueKind.List => ListsEqual(AsList(), other.AsList()),
            ValueKind.Map => MapsEqual(AsMap(), other.AsMap()),
            ValueKind.Bytes => AsBytes().AsSpan().SequenceEqual(other.AsBytes()),
            ValueKind.Path => PathsEqual(AsPath(), other.AsPath()),
            _ => _ref!.Equals(other._ref),
        };
    }

    // Multiplied out, so that tables of a power of two find the differences in the upper bits.
    private static int HashOf(long bits) => (int)((ulong)bits * 0x9E3779B97F4A7C15 >> 32);

    /// <summary>An integer and the float equal to it must meet in one bucket.</summary>
    private static int HashOf(double number)
    {
        bool isWhole = number is >= -9223372036854775808.0 and < 9223372036854775808.0 && Math.Truncate(number) == number;
        return isWhole ? HashOf((long)number) : HashOf(BitConverter.DoubleToInt64Bits(double.IsNaN(number) ? double.NaN : number));
    }

    private static bool NumbersEqual(Value left, Value right)
    {
        (long integer, double number) = left.Kind == ValueKind.Integer ? (left._bits, right.AsFloat()) : (right._bits, left.AsFloat());
        // Beyond 2^53 a long may round to a double that it does not equal; compare back as a long.
        return (double)integer == number && number < 9.2233720368547758E18 && (long)number == integer;
    }

    private static bool ListsEqual(Value[] left, Value[] right) => left.AsSpan().SequenceEqual(right);

    private static bool MapsEqual(MapValue left, MapValue right)
    {
        if (left.Count != right.Count)
        {
            return false;
        }

        foreach ((string key, Value value) in left)
        {
            if (!right.TryGetValue(key, out Value other) || !value.Equals(other))
            {
                return false;
            }
        }

        return true;
    }

    private static bool PathsEqual(GraphPath left, GraphPath right) =>
        left.Nodes.SequenceEqual(right.Nodes) && left.Relationships.SequenceEqual(right.Relationships);

    private static int HashOf(Value[] items)
    {
        HashCode hash = default;
        foreach (Value item in items)
        {
            hash.Add(item);
        }

        return hash.ToHashCode();
    }

    private static int HashOf(byte[] bytes)
    {
        HashCode hash = default;
        hash.AddBytes(bytes);
        return hash.ToHashCode();
    }

    private static int HashOf(MapValue map)
    {
        // Order of keys does not count.
        int sum = map.Count;
        foreach ((string key, Value value) in map)
        {
            sum += HashCode.Combine(key, value);
        }

        return sum;
    }
}
