using Chancery.Graph;

namespace Chancery.Cypher.Storage;

internal enum IndexKind : byte
{
    /// <summary>Equality, ranges and prefixes over one key or several.</summary>
    Range,

    /// <summary>CONTAINS, STARTS WITH and ENDS WITH over the strings of one key.</summary>
    Text,

    /// <summary>Words over several labels (or types) and keys, with scores.</summary>
    FullText,
}

/// <summary>
/// An index as its creator described it. <c>Tokens</c> are label ids (type ids where <c>OnRelationships</c>); only full-text has several.
/// An index that a constraint owns carries its name and cannot be dropped alone.
/// </summary>
internal sealed record IndexDefinition(string Name, IndexKind Kind, bool OnRelationships, IReadOnlyList<int> Tokens, IReadOnlyList<int> Keys)
{
    public string? OwningConstraint { get; init; }

    public MapValue Options { get; init; } = MapValue.Empty;

    public bool IsUnique => OwningConstraint is not null;

    public bool SameSchema(IndexDefinition other) =>
        Kind == other.Kind && OnRelationships == other.OnRelationships && Tokens.SequenceEqual(other.Tokens) && Keys.SequenceEqual(other.Keys);
}

internal enum ConstraintKind : byte
{
    Uniqueness,

    /// <summary>Every element has the property.</summary>
    Existence,

    /// <summary>Uniqueness and existence of all keys together (node key, relationship key).</summary>
    Key,

    /// <summary>The property, where there is one, has the type.</summary>
    PropertyType,
}

/// <summary>A rule over the nodes of a label, or over the relationships of a type.</summary>
internal sealed record ConstraintDefinition(string Name, ConstraintKind Kind, bool OnRelationships, int Token, IReadOnlyList<int> Keys)
{
    /// <summary>For <see cref="ConstraintKind.PropertyType"/>, the type in Cypher's words: <c>STRING</c>, <c>LIST&lt;INTEGER NOT NULL&gt;</c>, …</summary>
    public string? PropertyType { get; init; }

    public bool HasIndex => Kind is ConstraintKind.Uniqueness or ConstraintKind.Key;

    /// <summary>The index that a constraint stands on where it <see cref="HasIndex"/>.</summary>
    public IndexDefinition Index() => new(Name, IndexKind.Range, OnRelationships, [Token], Keys) { OwningConstraint = Name };

    public bool SameSchema(ConstraintDefinition other) =>
        Kind == other.Kind && OnRelationships == other.OnRelationships && Token == other.Token && Keys.SequenceEqual(other.Keys)
        && PropertyType == other.PropertyType;
}
