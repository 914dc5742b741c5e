using Chancery.Graph;

namespace Chancery.Cypher.Syntax;

internal enum ExecutionMode : byte
{
    Run,
    Explain,
    Profile,
}

/// <summary>One statement with its prefixes: <c>EXPLAIN</c> or <c>PROFILE</c>, and <c>CYPHER 5 runtime=…</c>, which is read and has no effect.</summary>
internal sealed record StatementSyntax(ExecutionMode Mode, SyntaxList<StatementOption> Options, Statement Body) : SyntaxNode;

/// <summary><c>CYPHER 5</c> has the name <c>version</c>.</summary>
internal sealed record StatementOption(string Name, string Value) : SyntaxNode;

internal abstract record Statement : SyntaxNode;

/// <summary>Parts joined by UNION; a query without UNION has one part. <c>Unions[i]</c> stands between part i and part i+1.</summary>
internal sealed record Query(SyntaxList<SingleQuery> Parts, SyntaxList<UnionOperator> Unions) : Statement;

internal sealed record UnionOperator(bool All) : SyntaxNode;

internal sealed record SingleQuery(SyntaxList<Clause> Clauses) : SyntaxNode;

internal enum EntityKind : byte
{
    Node,
    Relationship,
}

internal enum IndexKind : byte
{
    Range,
    Text,
    Point,
    Fulltext,
    Lookup,
    Vector,
}

/// <summary>
/// <c>FOR (n:A|B) ON (n.p, n.q)</c> or <c>FOR ()-[r:T]-() …</c>. A lookup index covers all labels or types and has no names.
/// </summary>
internal sealed record SchemaTarget(
    EntityKind Entity, Identifier Variable, SyntaxList<Identifier> Names, SyntaxList<Identifier> Properties) : SyntaxNode;

/// <summary>A schema object's name: a literal name, or a parameter.</summary>
internal sealed record SchemaName(string? Name, Parameter? Parameter) : SyntaxNode;

internal sealed record CreateIndex(IndexKind Kind, SchemaName? Name, bool IfNotExists, SchemaTarget Target, Expression? Options) : Statement;

internal sealed record DropIndex(SchemaName Name, bool IfExists) : Statement;

internal enum ConstraintKind : byte
{
    Unique,
    NotNull,
    Key,
    Type,
}

/// <summary><c>Type</c> is present for <c>REQUIRE n.p IS :: TYPE</c> only.</summary>
internal sealed record CreateConstraint(
    ConstraintKind Kind, SchemaName? Name, bool IfNotExists, SchemaTarget Target, TypeSyntax? Type, Expression? Options) : Statement;

internal sealed record DropConstraint(SchemaName Name, bool IfExists) : Statement;

internal enum ShowKind : byte
{
    Indexes,
    Constraints,
    Procedures,
    Functions,
    Databases,
    Transactions,
    Settings,
    Users,
    CurrentUser,
}

/// <summary>
/// <c>SHOW [filter] kind [names] [YIELD … [WHERE …] [RETURN …] | WHERE …]</c>. The filter is the upper-case word between SHOW and the
/// kind: <c>RANGE</c>, <c>BUILT IN</c>, <c>DEFAULT</c>, <c>ALL</c>, <c>NODE UNIQUE</c>, …; empty where there is none.
/// </summary>
internal sealed record ShowCommand(
    ShowKind Kind, string Filter, SyntaxList<Expression> Names, ExecutableBy? ExecutableBy, CommandYield? Yield, Expression? Where, Projection? Return)
    : Statement;

/// <summary><c>EXECUTABLE [BY name | BY CURRENT USER]</c>; a null user is the current one.</summary>
internal sealed record ExecutableBy(Identifier? User) : SyntaxNode;

internal sealed record TerminateTransactions(
    SyntaxList<Expression> Ids, CommandYield? Yield, Expression? Where, Projection? Return) : Statement;

/// <summary><c>YIELD *</c> has no items.</summary>
internal sealed record CommandYield(bool All, SyntaxList<YieldItem> Items, SyntaxList<SortItem> OrderBy, Expression? Skip, Expression? Limit) : SyntaxNode;

/// <summary>A type as written in <c>IS :: TYPE</c>: a union of simple types.</summary>
internal sealed record TypeSyntax(SyntaxList<TypeName> Alternatives) : SyntaxNode;

/// <summary><c>Kind</c> is null for <c>ANY</c>, <c>PROPERTY VALUE</c> (then <c>IsPropertyValue</c>) and <c>NOTHING</c> (then <c>IsNothing</c>).</summary>
internal sealed record TypeName(ValueKind? Kind, bool Nullable, TypeSyntax? Element, bool IsPropertyValue, bool IsNothing) : SyntaxNode;
