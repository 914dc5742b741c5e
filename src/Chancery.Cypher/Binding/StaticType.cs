using Chancery.Graph;

namespace Chancery.Cypher.Binding;

/// <summary>The kinds of value that an expression may have, as far as it is known before anything runs. Null is always possible.</summary>
[Flags]
internal enum TypeSet : uint
{
    /// <summary>Only null is possible.</summary>
    None = 0,
    Boolean = 1 << ValueKind.Boolean,
    Integer = 1 << ValueKind.Integer,
    Float = 1 << ValueKind.Float,
    String = 1 << ValueKind.String,
    Bytes = 1 << ValueKind.Bytes,
    List = 1 << ValueKind.List,
    Map = 1 << ValueKind.Map,
    Node = 1 << ValueKind.Node,
    Relationship = 1 << ValueKind.Relationship,
    Path = 1 << ValueKind.Path,
    Date = 1 << ValueKind.Date,
    LocalTime = 1 << ValueKind.LocalTime,
    Time = 1 << ValueKind.Time,
    LocalDateTime = 1 << ValueKind.LocalDateTime,
    DateTime = 1 << ValueKind.DateTime,
    Duration = 1 << ValueKind.Duration,
    Point = 1 << ValueKind.Point,
    Number = Integer | Float,
    Element = Node | Relationship,
    Instant = Date | LocalTime | Time | LocalDateTime | DateTime,
    Any = Boolean | Number | String | Bytes | List | Map | Element | Path | Instant | Duration | Point,
}

/// <summary>A set of kinds and, for lists, what is known of the items; null where nothing is.</summary>
internal sealed record StaticType(TypeSet Kinds, StaticType? Item = null)
{
    public static StaticType Any { get; } = new(TypeSet.Any);

    public static StaticType Null { get; } = new(TypeSet.None);

    public static StaticType Boolean { get; } = new(TypeSet.Boolean);

    public static StaticType Integer { get; } = new(TypeSet.Integer);

    public static StaticType Float { get; } = new(TypeSet.Float);

    public static StaticType Number { get; } = new(TypeSet.Number);

    public static StaticType String { get; } = new(TypeSet.String);

    public static StaticType Map { get; } = new(TypeSet.Map);

    public static StaticType Node { get; } = new(TypeSet.Node);

    public static StaticType Relationship { get; } = new(TypeSet.Relationship);

    public static StaticType Path { get; } = new(TypeSet.Path);

    public static StaticType List { get; } = new(TypeSet.List, Any);

    public static StaticType ListOf(StaticType item) => new(TypeSet.List, item);

    /// <summary>The items of a value of this type, when it is read as a list.</summary>
    public StaticType Items => Kinds == TypeSet.List && Item is { } item ? item : Kinds == TypeSet.None ? Null : Any;

    /// <summary>True where some value that is not null has a kind in <paramref name="kinds"/>, or where only null is possible.</summary>
    public bool MayBe(TypeSet kinds) => Kinds == TypeSet.None || (Kinds & kinds) != 0;

    /// <summary>True where every value that is not null has a kind in <paramref name="kinds"/>.</summary>
    public bool Is(TypeSet kinds) => Kinds != TypeSet.None && (Kinds & ~kinds) == 0;

    public StaticType Or(StaticType other) =>
        Kinds == TypeSet.None ? other
        : other.Kinds == TypeSet.None ? this
        : new StaticType(Kinds | other.Kinds, UnionOfItems(this, other));

    public override string ToString() => TypeNames.Describe(this);

    private static StaticType? UnionOfItems(StaticType left, StaticType right)
    {
        bool leftLists = (left.Kinds & TypeSet.List) != 0;
        bool rightLists = (right.Kinds & TypeSet.List) != 0;
        return !leftLists ? right.Item
            : !rightLists ? left.Item
            : left.Item is { } leftItem && right.Item is { } rightItem ? leftItem.Or(rightItem)
            : null;
    }
}
