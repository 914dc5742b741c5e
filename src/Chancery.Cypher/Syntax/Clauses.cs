namespace Chancery.Cypher.Syntax;

internal abstract record Clause : SyntaxNode;

internal sealed record MatchClause(bool Optional, SyntaxList<PathPattern> Patterns, SyntaxList<Hint> Hints, Expression? Where) : Clause;

/// <summary><c>USING INDEX n:L(p)</c>, <c>USING SCAN n:L</c>, <c>USING JOIN ON n</c>: read, and left to the planner to follow.</summary>
internal sealed record Hint(string Kind, SyntaxList<Identifier> Variables, Identifier? Label, SyntaxList<Identifier> Properties) : SyntaxNode;

internal sealed record UnwindClause(Expression List, Identifier Variable) : Clause;

internal sealed record WithClause(Projection Projection, Expression? Where) : Clause;

internal sealed record ReturnClause(Projection Projection) : Clause;

/// <summary>What WITH and RETURN share. <c>All</c> is <c>*</c>, which may stand before further items.</summary>
internal sealed record Projection(
    bool Distinct, bool All, SyntaxList<ProjectionItem> Items, SyntaxList<SortItem> OrderBy, Expression? Skip, Expression? Limit) : SyntaxNode;

/// <summary><c>Text</c> is the expression as the author wrote it: the column's name where there is no alias.</summary>
internal sealed record ProjectionItem(Expression Expression, Identifier? Alias, string Text) : SyntaxNode
{
    // The text, like the span, tells how it was written and not what it says.
    public bool Equals(ProjectionItem? other) => base.Equals(other) && Expression.Equals(other.Expression) && Equals(Alias, other.Alias);

    public override int GetHashCode() => HashCode.Combine(Expression, Alias);
}

internal sealed record SortItem(Expression Expression, bool Descending) : SyntaxNode;

internal sealed record FinishClause : Clause;

internal sealed record CreateClause(SyntaxList<PathPattern> Patterns) : Clause;

internal sealed record MergeClause(PathPattern Pattern, SyntaxList<SetItem> OnCreate, SyntaxList<SetItem> OnMatch) : Clause;

internal sealed record SetClause(SyntaxList<SetItem> Items) : Clause;

internal abstract record SetItem : SyntaxNode;

/// <summary><c>SET n.p = v</c></summary>
internal sealed record SetProperty(Expression Target, Identifier Key, Expression Value) : SetItem;

/// <summary><c>SET n[key] = v</c></summary>
internal sealed record SetDynamicProperty(Expression Target, Expression Key, Expression Value) : SetItem;

/// <summary><c>SET n = map</c>, and <c>SET n += map</c> where <c>Merge</c> is true.</summary>
internal sealed record SetAllProperties(Variable Target, Expression Value, bool Merge) : SetItem;

/// <summary><c>SET n:A:$(names)</c>: each label is a <see cref="LabelName"/> or a <see cref="LabelComputed"/>.</summary>
internal sealed record SetLabels(Variable Target, SyntaxList<LabelExpression> Labels) : SetItem;

internal sealed record RemoveClause(SyntaxList<RemoveItem> Items) : Clause;

internal abstract record RemoveItem : SyntaxNode;

internal sealed record RemoveProperty(Expression Target, Identifier Key) : RemoveItem;

internal sealed record RemoveDynamicProperty(Expression Target, Expression Key) : RemoveItem;

internal sealed record RemoveLabels(Variable Target, SyntaxList<LabelExpression> Labels) : RemoveItem;

internal sealed record DeleteClause(bool Detach, SyntaxList<Expression> Targets) : Clause;

internal sealed record ForeachClause(Identifier Variable, Expression List, SyntaxList<Clause> Updates) : Clause;

/// <summary><c>Arguments</c> is null where no parentheses were written: the procedure's inputs are then taken from parameters.</summary>
internal sealed record CallProcedureClause(
    bool Optional, ProcedureName Name, SyntaxList<Expression>? Arguments, YieldClause? Yield) : Clause;

/// <summary>The dotted name, as written.</summary>
internal sealed record ProcedureName(string Name) : SyntaxNode;

/// <summary><c>YIELD *</c> has no items.</summary>
internal sealed record YieldClause(bool All, SyntaxList<YieldItem> Items, Expression? Where) : SyntaxNode;

internal sealed record YieldItem(Identifier Field, Identifier? Alias) : SyntaxNode;

/// <summary><c>CALL { … }</c>, and <c>CALL (x, y) { … }</c> where <c>Scope</c> is present.</summary>
internal sealed record CallSubqueryClause(bool Optional, SubqueryScope? Scope, Query Query, InTransactions? InTransactions) : Clause;

/// <summary><c>All</c> is <c>CALL (*)</c>; <c>CALL ()</c> has neither.</summary>
internal sealed record SubqueryScope(bool All, SyntaxList<Identifier> Variables) : SyntaxNode;

internal enum ErrorBehaviour : byte
{
    Fail,
    Continue,
    Break,
}

/// <summary><c>IN [n] [CONCURRENT] TRANSACTIONS [OF size ROWS] [ON ERROR …] [REPORT STATUS AS name]</c></summary>
internal sealed record InTransactions(
    bool Concurrent, Expression? Concurrency, Expression? BatchSize, ErrorBehaviour OnError, Identifier? Status) : SyntaxNode;

internal sealed record LoadCsvClause(bool WithHeaders, Expression From, Identifier Variable, Expression? FieldTerminator) : Clause;

/// <summary><c>USE name</c>: one database stands behind the door, and the name is checked against its own.</summary>
internal sealed record UseClause(string GraphName) : Clause;
