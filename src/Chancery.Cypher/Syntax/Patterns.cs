namespace Chancery.Cypher.Syntax;

/// <summary>
/// One comma-separated part of a pattern. Elements alternate: nodes (or parenthesized paths) and relationships; two nodes or
/// parenthesized paths side by side are one place in the path.
/// </summary>
internal sealed record PathPattern(
    Identifier? Variable, PathSelector? Selector, ShortestForm Shortest, SyntaxList<PatternElement> Elements) : SyntaxNode;

/// <summary>The older spelling: <c>shortestPath(…)</c> and <c>allShortestPaths(…)</c>.</summary>
internal enum ShortestForm : byte
{
    None,
    One,
    All,
}

internal enum PathSelectorKind : byte
{
    /// <summary><c>ALL PATHS</c>, the same as no selector.</summary>
    All,

    /// <summary><c>ANY [k]</c></summary>
    Any,

    /// <summary><c>SHORTEST k</c>; <c>ANY SHORTEST</c> is <c>SHORTEST 1</c>.</summary>
    Shortest,

    /// <summary><c>ALL SHORTEST</c></summary>
    AllShortest,

    /// <summary><c>SHORTEST k GROUPS</c></summary>
    ShortestGroups,
}

/// <summary>The count is a literal or a parameter; null means one.</summary>
internal sealed record PathSelector(PathSelectorKind Kind, Expression? Count) : SyntaxNode;

internal abstract record PatternElement : SyntaxNode;

/// <summary><c>(n:Label {p: 1} WHERE …)</c>; properties are a map or a parameter.</summary>
internal sealed record NodePattern(Identifier? Variable, LabelExpression? Labels, Expression? Properties, Expression? Where) : PatternElement;

internal enum RelationshipDirection : byte
{
    /// <summary><c>--&gt;</c></summary>
    Right,

    /// <summary><c>&lt;--</c></summary>
    Left,

    /// <summary><c>--</c></summary>
    Either,

    /// <summary><c>&lt;--&gt;</c>: the same as <see cref="Either"/> in MATCH, refused in CREATE.</summary>
    Both,
}

internal sealed record RelationshipPattern(
    Identifier? Variable,
    LabelExpression? Types,
    PathLength? Length,
    Expression? Properties,
    Expression? Where,
    RelationshipDirection Direction,
    PathQuantifier? Quantifier) : PatternElement;

/// <summary><c>*</c>, <c>*2</c>, <c>*1..</c>, <c>*..3</c>: bounds are null where none was written; a fixed length has both.</summary>
internal sealed record PathLength(long? Minimum, long? Maximum) : SyntaxNode;

/// <summary><c>{n}</c>, <c>{n,m}</c>, <c>*</c>, <c>+</c>: no maximum means unbounded.</summary>
internal sealed record PathQuantifier(long Minimum, long? Maximum) : SyntaxNode;

/// <summary><c>((a)-[:R]->(b) WHERE …){1,3}</c>; without a quantifier it only groups.</summary>
internal sealed record ParenthesizedPath(PathPattern Inner, Expression? Where, PathQuantifier? Quantifier) : PatternElement;

/// <summary>What stands after the colon of a node or relationship: <c>A</c>, <c>!A</c>, <c>A&amp;B</c>, <c>A|B</c>, <c>%</c>.</summary>
internal abstract record LabelExpression : SyntaxNode;

internal sealed record LabelName(string Name) : LabelExpression;

/// <summary>
/// <c>$(names)</c>: names worked out for each row, a string or a list of strings. All of them must fit, or one of them where <c>Any</c>
/// (<c>$any(names)</c>).
/// </summary>
internal sealed record LabelComputed(Expression Names, bool Any) : LabelExpression;

/// <summary><c>%</c>: any label at all.</summary>
internal sealed record LabelWildcard : LabelExpression;

internal sealed record LabelNot(LabelExpression Operand) : LabelExpression;

/// <summary><c>A&amp;B</c>, and the older <c>A:B</c>.</summary>
internal sealed record LabelAnd(SyntaxList<LabelExpression> Operands) : LabelExpression;

/// <summary><c>A|B</c>, and the older <c>A|:B</c>.</summary>
internal sealed record LabelOr(SyntaxList<LabelExpression> Operands) : LabelExpression;
