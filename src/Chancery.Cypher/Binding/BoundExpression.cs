using Chancery.Cypher.Syntax;
using Chancery.Graph;

namespace Chancery.Cypher.Binding;

/// <summary>An expression whose names are resolved. <c>Type</c> is what is known of its value before anything runs.</summary>
internal abstract record BoundExpression
{
    public required StaticType Type { get; init; }

    public TextSpan Span { get; init; }
}

internal sealed record BoundLiteral(Value Value) : BoundExpression;

internal sealed record BoundParameter(string Name) : BoundExpression;

internal sealed record BoundReference(BoundVariable Variable) : BoundExpression;

internal sealed record BoundList(IReadOnlyList<BoundExpression> Items) : BoundExpression;

/// <summary>Where a key stands twice the last one counts.</summary>
internal sealed record BoundMap(IReadOnlyList<BoundMapEntry> Entries) : BoundExpression;

internal sealed record BoundMapEntry(string Key, BoundExpression Value);

/// <summary><c>a.b</c> on a node, relationship, map, temporal value or point.</summary>
internal sealed record BoundProperty(BoundExpression Target, string Key) : BoundExpression;

internal sealed record BoundIndex(BoundExpression Target, BoundExpression Index) : BoundExpression;

internal sealed record BoundSlice(BoundExpression Target, BoundExpression? From, BoundExpression? To) : BoundExpression;

internal sealed record BoundUnary(UnaryOperator Operator, BoundExpression Operand) : BoundExpression;

internal sealed record BoundBinary(BinaryOperator Operator, BoundExpression Left, BoundExpression Right) : BoundExpression;

/// <summary>A chain <c>a &lt; b &lt; c</c> is bound as the conjunction of its comparisons.</summary>
internal sealed record BoundComparison(ComparisonOperator Operator, BoundExpression Left, BoundExpression Right) : BoundExpression;

/// <summary>AND, OR or XOR over two or more operands; nested ones of the same operator are flattened.</summary>
internal sealed record BoundLogical(LogicalOperator Operator, IReadOnlyList<BoundExpression> Operands) : BoundExpression;

internal sealed record BoundNullPredicate(BoundExpression Operand, bool Not) : BoundExpression;

internal sealed record BoundTypePredicate(BoundExpression Operand, TypeSyntax TestedType, bool Not) : BoundExpression;

internal sealed record BoundNormalizedPredicate(BoundExpression Operand, string Form, bool Not) : BoundExpression;

/// <summary><c>n:A&amp;B</c> on a node, <c>r:T</c> on a relationship; null where the operand is null.</summary>
internal sealed record BoundLabelPredicate(BoundExpression Operand, LabelExpression Labels) : BoundExpression;

/// <summary><c>n:$(names)</c>: the element has all of the labels (or the type) that the names give for the row, or one of them where <c>Any</c>.</summary>
internal sealed record BoundComputedLabelPredicate(BoundExpression Operand, BoundExpression Names, bool Any) : BoundExpression;

internal sealed record BoundFunctionCall(FunctionSignature Function, IReadOnlyList<BoundExpression> Arguments) : BoundExpression;

/// <summary>
/// An aggregating call; stands only in <see cref="BoundAggregation.Aggregates"/>. <c>count(*)</c> is the function <c>count</c> without arguments.
/// </summary>
internal sealed record BoundAggregate(FunctionSignature Function, bool Distinct, IReadOnlyList<BoundExpression> Arguments) : BoundExpression;

/// <summary>
/// The first alternative whose condition is true. In a simple CASE the operand is evaluated once into <c>OperandVariable</c>, which the
/// conditions then read.
/// </summary>
internal sealed record BoundCase(
    BoundVariable? OperandVariable, BoundExpression? Operand, IReadOnlyList<BoundAlternative> Alternatives, BoundExpression? Else)
    : BoundExpression;

internal sealed record BoundAlternative(BoundExpression Condition, BoundExpression Result);

/// <summary>Entries are applied in order; one without a value stands for all properties of the target (<c>.*</c>).</summary>
internal sealed record BoundMapProjection(BoundExpression Target, IReadOnlyList<BoundProjectedEntry> Entries) : BoundExpression;

/// <summary>Both are null for <c>.*</c>.</summary>
internal sealed record BoundProjectedEntry(string? Key, BoundExpression? Value);

internal sealed record BoundListComprehension(
    BoundVariable Variable, BoundExpression List, BoundExpression? Where, BoundExpression? Projection) : BoundExpression;

internal sealed record BoundQuantifier(QuantifierKind Kind, BoundVariable Variable, BoundExpression List, BoundExpression? Where) : BoundExpression;

internal sealed record BoundReduce(
    BoundVariable Accumulator, BoundExpression Initial, BoundVariable Variable, BoundExpression List, BoundExpression Step) : BoundExpression;

internal enum BoundSubqueryKind : byte
{
    /// <summary>True where there is a row.</summary>
    Exists,

    /// <summary>The number of rows.</summary>
    Count,

    /// <summary>The list of the values of the one output. Pattern comprehensions are this.</summary>
    Collect,

    /// <summary>The one output of the first row, or null without one: <c>shortestPath(…)</c> used as a value.</summary>
    First,
}

/// <summary>
/// A query inside an expression; pattern predicates and pattern comprehensions are bound as one. It is run on a copy of the row around
/// it, so that it reads the outer variables in their slots.
/// </summary>
internal sealed record BoundSubqueryExpression(BoundSubqueryKind Kind, BoundQuery Query) : BoundExpression;
