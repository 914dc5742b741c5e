using System.Diagnostics.CodeAnalysis;

namespace Chancery.Graph;

/// <summary>
/// One value of the property-graph model, in 16 bytes: scalars stand in <c>_bits</c>, everything else is a reference.
/// Immutable; arrays handed in must not be changed afterwards. <c>default</c> is null.
/// </summary>
/// <remarks>Equality is Cypher's equivalence (used by DISTINCT and grouping): null equals null and NaN equals NaN.</remarks>
public readonly partial struct Value : IEquatable<Value>
{
    // null: the null value. A ValueTag: a scalar in _bits, or an element that its source still holds.
    // Otherwise the value itself (string, Value[], MapValue, Node, …).
    private readonly object? _ref;
    private readonly long _bits;

    private Value(object? reference, long bits)
    {
        _ref = reference;
        _bits = bits;
    }

    public static Value Null => default;

    public static Value True { get; } = new(ValueTag.Boolean, 1);

    public static Value False { get; } = new(ValueTag.Boolean, 0);

    public static Value EmptyList { get; } = new(Array.Empty<Value>(), 0);

    public ValueKind Kind => _ref switch
    {
        null => ValueKind.Null,
        ValueTag tag => tag.Kind,
        string => ValueKind.String,
        Value[] => ValueKind.List,
        MapValue => ValueKind.Map,
        Chancery.Graph.Node => ValueKind.Node,
        Chancery.Graph.Relationship => ValueKind.Relationship,
        GraphPath => ValueKind.Path,
        ZonedTime => ValueKind.Time,
        LocalDateTimeValue => ValueKind.LocalDateTime,
        ZonedDateTime => ValueKind.DateTime,
        DurationValue => ValueKind.Duration,
        PointValue => ValueKind.Point,
        byte[] => ValueKind.Bytes,
        _ => throw new InvalidOperationException($"No value kind for {_ref.GetType()}."),
    };

    public bool IsNull => _ref is null;

    public static Value Boolean(bool value) => value ? True : False;

    public static Value Integer(long value) => new(ValueTag.Integer, value);

    public static Value Float(double value) => new(ValueTag.Float, BitConverter.DoubleToInt64Bits(value));

    /// <summary>A string; null gives the null value.</summary>
    public static Value String(string? value) => new(value, 0);

    public static Value Bytes(byte[] value) => new(value, 0);

    public static Value List(params Value[] items) => new(items, 0);

    public static Value Map(MapValue value) => new(value, 0);

    public static Value Node(Node node) => new(node, node.Id);

    public static Value Relationship(Relationship relationship) => new(relationship, relationship.Id);

    public static Value Path(GraphPath path) => new(path, 0);

    /// <summary>A node that stays in <paramref name="source"/> until somebody asks for its labels or properties.</summary>
    public static Value Node(ElementSource source, long id) => new(source.NodeTag, id);

    /// <summary>A relationship that stays in <paramref name="source"/> until somebody asks for its type or properties.</summary>
    public static Value Relationship(ElementSource source, long id) => new(source.RelationshipTag, id);

    public static Value Date(DateValue value) => new(ValueTag.Date, value.EpochDay);

    public static Value LocalTime(LocalTimeValue value) => new(ValueTag.LocalTime, value.NanoOfDay);

    public static Value Time(ZonedTime value) => new(value, 0);

    public static Value LocalDateTime(LocalDateTimeValue value) => new(value, 0);

    public static Value DateTime(ZonedDateTime value) => new(value, 0);

    public static Value Duration(DurationValue value) => new(value, 0);

    public static Value Point(PointValue value) => new(value, 0);

    public static implicit operator Value(string? value) => String(value);

    public static implicit operator Value(long value) => Integer(value);

    public static implicit operator Value(double value) => Float(value);

    public static implicit operator Value(bool value) => Boolean(value);

    public static implicit operator Value(Value[] value) => List(value);

    public static implicit operator Value(MapValue value) => Map(value);

    public bool AsBoolean() => _ref == ValueTag.Boolean ? _bits != 0 : throw Not(ValueKind.Boolean);

    public long AsInteger() => _ref == ValueTag.Integer ? _bits : throw Not(ValueKind.Integer);

    public double AsFloat() => _ref == ValueTag.Float ? BitConverter.Int64BitsToDouble(_bits) : throw Not(ValueKind.Float);

    /// <summary>The number as a double, whether it is an integer or a float.</summary>
    public double AsNumber() => _ref == ValueTag.Integer ? _bits : AsFloat();

    public string AsString() => _ref as string ?? throw Not(ValueKind.String);

    public bool TryGetString([NotNullWhen(true)] out string? value)
    {
        value = _ref as string;
        return value is not null;
    }

    public byte[] AsBytes() => _ref as byte[] ?? throw Not(ValueKind.Bytes);

    /// <summary>The items of a list; not to be changed.</summary>
    public Value[] AsList() => _ref as Value[] ?? throw Not(ValueKind.List);

    public MapValue AsMap() => _ref as MapValue ?? throw Not(ValueKind.Map);

    public GraphPath AsPath() => _ref as GraphPath ?? throw Not(ValueKind.Path);

    public DateValue AsDate() => _ref == ValueTag.Date ? new DateValue(_bits) : throw Not(ValueKind.Date);

    public LocalTimeValue AsLocalTime() => _ref == ValueTag.LocalTime ? new LocalTimeValue(_bits) : throw Not(ValueKind.LocalTime);

    public ZonedTime AsTime() => _ref as ZonedTime ?? throw Not(ValueKind.Time);

    public LocalDateTimeValue AsLocalDateTime() => _ref as LocalDateTimeValue ?? throw Not(ValueKind.LocalDateTime);

    public ZonedDateTime AsDateTime() => _ref as ZonedDateTime ?? throw Not(ValueKind.DateTime);

    public DurationValue AsDuration() => _ref as DurationValue ?? throw Not(ValueKind.Duration);

    public PointValue AsPoint() => _ref as PointValue ?? throw Not(ValueKind.Point);

    /// <summary>The node, read from its source where it still stands there.</summary>
    public Node AsNode() => _ref switch
    {
        Chancery.Graph.Node node => node,
        ValueTag { Kind: ValueKind.Node, Source: { } source } => source.ReadNode(_bits),
        _ => throw Not(ValueKind.Node),
    };

    /// <summary>The relationship, read from its source where it still stands there.</summary>
    public Relationship AsRelationship() => _ref switch
    {
        Chancery.Graph.Relationship relationship => relationship,
        ValueTag { Kind: ValueKind.Relationship, Source: { } source } => source.ReadRelationship(_bits),
        _ => throw Not(ValueKind.Relationship),
    };

    /// <summary>The id of a node or relationship, without reading it.</summary>
    public long ElementNumber => Kind is ValueKind.Node or ValueKind.Relationship ? _bits : throw Not(ValueKind.Node);

    /// <summary>A node or relationship that its source still holds: the quick way to read one part of it.</summary>
    public bool TryGetUnread([NotNullWhen(true)] out ElementSource? source, out long id, out bool isNode)
    {
        id = _bits;
        if (_ref is ValueTag { Source: { } holder } tag)
        {
            source = holder;
            isNode = tag.Kind == ValueKind.Node;
            return true;
        }

        source = null;
        isNode = false;
        return false;
    }

    /// <summary>The source that still holds this node or relationship; null where it was read already, or for any other value.</summary>
    public ElementSource? Source => (_ref as ValueTag)?.Source;

    /// <summary>The Cypher literal; see <see cref="ValueText.Literal"/>.</summary>
    public override string ToString() => ValueText.Literal(this);

    private InvalidOperationException Not(ValueKind wanted) => new($"A {Kind} value was read as {wanted}.");
}

/// <summary>Marks what stands in a value's bits; one instance a scalar kind, and two for each element source.</summary>
internal sealed class ValueTag(ValueKind kind, ElementSource? source = null)
{
    internal static readonly ValueTag Boolean = new(ValueKind.Boolean);
    internal static readonly ValueTag Integer = new(ValueKind.Integer);
    internal static readonly ValueTag Float = new(ValueKind.Float);
    internal static readonly ValueTag Date = new(ValueKind.Date);
    internal static readonly ValueTag LocalTime = new(ValueKind.LocalTime);

    public ValueKind Kind { get; } = kind;

    public ElementSource? Source { get; } = source;
}

/// <summary>Holds nodes and relationships by number, and reads one out when asked: a snapshot of the embedded graph.</summary>
public abstract class ElementSource
{
    protected ElementSource()
    {
        NodeTag = new ValueTag(ValueKind.Node, this);
        RelationshipTag = new ValueTag(ValueKind.Relationship, this);
    }

    internal ValueTag NodeTag { get; }

    internal ValueTag RelationshipTag { get; }

    public abstract Node ReadNode(long id);

    public abstract Relationship ReadRelationship(long id);
}
