using Chancery.Graph;

namespace Chancery.Cypher.Syntax;

internal abstract record Expression : SyntaxNode;

/// <summary>A null, boolean, number or string as written.</summary>
internal sealed record Literal(Value Value) : Expression
{
    // 1 and 1.0 are equal values and different words.
    public bool Equals(Literal? other) => base.Equals(other) && Value.Kind == other.Value.Kind && Value.Equals(other.Value);

    public override int GetHashCode() => HashCode.Combine(Value.Kind, Value);
}

internal sealed record Variable(string Name) : Expression;

/// <summary><c>$name</c>, without the dollar sign.</summary>
internal sealed record Parameter(string Name) : Expression;

internal sealed record ListExpression(SyntaxList<Expression> Items) : Expression;

internal sealed record MapExpression(SyntaxList<MapEntry> Entries) : Expression;

internal sealed record MapEntry(Identifier Key, Expression Value) : SyntaxNode;

/// <summary><c>a.b</c></summary>
internal sealed record PropertyAccess(Expression Target, Identifier Key) : Expression;

/// <summary><c>a[b]</c></summary>
internal sealed record IndexAccess(Expression Target, Expression Index) : Expression;

/// <summary><c>a[from..to]</c>, either end open.</summary>
internal sealed record SliceAccess(Expression Target, Expression? From, Expression? To) : Expression;

internal sealed record UnaryExpression(UnaryOperator Operator, Expression Operand) : Expression;

internal sealed record BinaryExpression(BinaryOperator Operator, Expression Left, Expression Right) : Expression;

/// <summary>AND, OR or XOR over two or more operands, so that long conditions are wide, not deep.</summary>
internal sealed record LogicalExpression(LogicalOperator Operator, SyntaxList<Expression> Operands) : Expression;

/// <summary><c>a &lt; b &lt;= c</c>: one operator fewer than operands; true where every neighbouring pair holds.</summary>
internal sealed record ComparisonExpression(SyntaxList<Expression> Operands, SyntaxList<ComparisonOperator> Operators) : Expression;

/// <summary><c>x IS [NOT] NULL</c></summary>
internal sealed record NullPredicate(Expression Operand, bool Not) : Expression;

/// <summary><c>x IS [NOT] TYPED t</c>, <c>x IS [NOT] :: t</c></summary>
internal sealed record TypePredicate(Expression Operand, TypeSyntax Type, bool Not) : Expression;

/// <summary><c>x IS [NOT] [NFC|NFD|NFKC|NFKD] NORMALIZED</c></summary>
internal sealed record NormalizedPredicate(Expression Operand, string Form, bool Not) : Expression;

/// <summary><c>n:A&amp;B</c>, <c>r:T</c></summary>
internal sealed record LabelPredicate(Expression Operand, LabelExpression Labels) : Expression;

/// <summary>The name is dotted and as written; functions are found without regard to case.</summary>
internal sealed record FunctionCall(string Name, bool Distinct, SyntaxList<Expression> Arguments) : Expression
{
    /// <summary>Where the name stands, without the arguments.</summary>
    public TextSpan NameSpan { get; init; }

    public bool Equals(FunctionCall? other) =>
        base.Equals(other)
        && string.Equals(Name, other.Name, StringComparison.OrdinalIgnoreCase)
        && Distinct == other.Distinct
        && Arguments.Equals(other.Arguments);

    public override int GetHashCode() =>
        HashCode.Combine(StringComparer.OrdinalIgnoreCase.GetHashCode(Name), Distinct, Arguments);
}

/// <summary><c>count(*)</c></summary>
internal sealed record CountStar : Expression;

/// <summary>Without an operand the conditions are predicates; with one they are tests of it, in which it appears as <see cref="CaseOperand"/>.</summary>
internal sealed record CaseExpression(Expression? Operand, SyntaxList<CaseAlternative> Alternatives, Expression? Else) : Expression;

/// <summary><c>WHEN a, b THEN r</c></summary>
internal sealed record CaseAlternative(SyntaxList<Expression> Conditions, Expression Result) : SyntaxNode;

/// <summary>The operand of the CASE around it, in a test such as <c>WHEN &gt; 3</c> or <c>WHEN IS NULL</c>.</summary>
internal sealed record CaseOperand : Expression;

/// <summary><c>n {.a, .*, b: 1, c}</c></summary>
internal sealed record MapProjection(Expression Target, SyntaxList<MapProjectionItem> Items) : Expression;

internal abstract record MapProjectionItem : SyntaxNode;

/// <summary><c>.a</c></summary>
internal sealed record ProjectedProperty(Identifier Key) : MapProjectionItem;

/// <summary><c>.*</c></summary>
internal sealed record ProjectedAllProperties : MapProjectionItem;

/// <summary><c>b: 1</c></summary>
internal sealed record ProjectedEntry(Identifier Key, Expression Value) : MapProjectionItem;

/// <summary><c>c</c></summary>
internal sealed record ProjectedVariable(Variable Variable) : MapProjectionItem;

internal sealed record ListComprehension(Identifier Variable, Expression List, Expression? Where, Expression? Projection) : Expression;

internal sealed record PatternComprehension(PathPattern Pattern, Expression? Where, Expression Projection) : Expression;

internal sealed record ReduceExpression(
    Identifier Accumulator, Expression Initial, Identifier Variable, Expression List, Expression Step) : Expression;

internal enum QuantifierKind : byte
{
    All,
    Any,
    None,
    Single,
}

internal sealed record QuantifierExpression(QuantifierKind Kind, Identifier Variable, Expression List, Expression? Where) : Expression;

/// <summary>A pattern used as a predicate, <c>(a)-->(b)</c>, or <c>shortestPath(…)</c> used as a value.</summary>
internal sealed record PatternExpression(PathPattern Pattern) : Expression;

internal enum SubqueryKind : byte
{
    Exists,
    Count,
    Collect,
}

/// <summary><c>EXISTS { … }</c>, <c>COUNT { … }</c>, <c>COLLECT { … }</c>; a bare pattern is parsed as a query of one MATCH without RETURN.</summary>
internal sealed record SubqueryExpression(SubqueryKind Kind, Query Query) : Expression;

internal enum UnaryOperator : byte
{
    Not,
    Plus,
    Minus,
}

internal enum BinaryOperator : byte
{
    Add,
    Subtract,
    Multiply,
    Divide,
    Modulo,
    Power,

    /// <summary><c>||</c></summary>
    Concatenate,
    In,
    StartsWith,
    EndsWith,
    Contains,

    /// <summary><c>=~</c></summary>
    RegexMatch,
}

internal enum LogicalOperator : byte
{
    And,
    Or,
    Xor,
}

internal enum ComparisonOperator : byte
{
    Equal,
    NotEqual,
    Less,
    LessOrEqual,
    Greater,
    GreaterOrEqual,
}
