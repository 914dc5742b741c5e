using Chancery.Cypher.Syntax;

namespace Chancery.Cypher.Binding;

/// <summary>
/// One path to match. Elements are, in turn, a node, a connection (a relationship or a quantified path), a node, …: grouping parentheses
/// are gone and missing nodes are filled in.
/// </summary>
internal sealed record BoundPathPattern(BoundVariable? Variable, BoundPathSelector? Selector, IReadOnlyList<BoundPatternElement> Elements)
{
    /// <summary>Conditions on the whole path, written inside its parentheses; with a selector they apply before it chooses.</summary>
    public IReadOnlyList<BoundExpression> Predicates { get; init; } = [];
}

/// <summary>
/// <c>Kind</c> is never <c>All</c>. A null count is one. <c>Legacy</c> is <c>shortestPath(…)</c> and <c>allShortestPaths(…)</c>: one
/// relationship of variable length between two nodes.
/// </summary>
internal sealed record BoundPathSelector(PathSelectorKind Kind, BoundExpression? Count, bool Legacy);

internal abstract record BoundPatternElement
{
    public TextSpan Span { get; init; }
}

/// <summary>
/// <c>Predicates</c> hold the property map, as <c>n.key = value</c> for each entry, and the inline WHERE. <c>IsBound</c>: the variable
/// had a value before this clause.
/// </summary>
internal sealed record BoundNodePattern(
    BoundVariable Variable, LabelExpression? Labels, IReadOnlyList<BoundExpression> Predicates, bool IsBound) : BoundPatternElement;

/// <summary>
/// With a <c>Length</c> the variable holds a list of relationships, and the predicates speak of <c>Step</c>, each relationship in turn;
/// without, <c>Step</c> is the variable itself. The direction is as written, left to right. Quantified relationships are bound as this.
/// </summary>
internal sealed record BoundRelationshipPattern(
    BoundVariable Variable,
    BoundVariable Step,
    LabelExpression? Types,
    RelationshipDirection Direction,
    BoundLength? Length,
    IReadOnlyList<BoundExpression> Predicates,
    bool IsBound) : BoundPatternElement;

/// <summary>No maximum means unbounded.</summary>
internal sealed record BoundLength(long Minimum, long? Maximum);

/// <summary>
/// A path repeated: in each round the inner variables have the round's values, predicates are checked, and at the end every group
/// variable holds the list of its inner variable's values. Inner elements begin and end with a node.
/// </summary>
internal sealed record BoundQuantifiedPath(
    IReadOnlyList<BoundPatternElement> Elements,
    IReadOnlyList<BoundExpression> Predicates,
    BoundLength Length,
    IReadOnlyList<BoundGroupVariable> Groups) : BoundPatternElement
{
    /// <summary>The path of one round, where the author named it.</summary>
    public BoundVariable? Variable { get; init; }
}

internal sealed record BoundGroupVariable(BoundVariable Inner, BoundVariable Group);

/// <summary>What CREATE makes, in this order: nodes and relationships in turn, then the path's value where it has a name.</summary>
internal sealed record BoundCreatePath(BoundVariable? Variable, IReadOnlyList<BoundCreateElement> Elements);

internal abstract record BoundCreateElement(BoundVariable Variable, BoundExpression? Properties)
{
    public TextSpan Span { get; init; }
}

/// <summary>Labels or a type to write: names that the statement spells out, and expressions that give a name or a list of names for each row.</summary>
internal sealed record BoundTokens(IReadOnlyList<string> Names, IReadOnlyList<BoundExpression> Computed)
{
    public static BoundTokens None { get; } = new([], []);
}

/// <summary><c>IsBound</c>: the node exists already, and is only an end of relationships.</summary>
internal sealed record BoundCreateNode(
    BoundVariable Variable, BoundTokens Labels, BoundExpression? Properties, bool IsBound) : BoundCreateElement(Variable, Properties);

/// <summary>From the node before to the node after it; the other way where <c>PointsLeft</c>. A MERGE without direction creates to the right.</summary>
internal sealed record BoundCreateRelationship(
    BoundVariable Variable, BoundTokens Type, BoundExpression? Properties, bool PointsLeft) : BoundCreateElement(Variable, Properties);
