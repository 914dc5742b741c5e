using Chancery.Cypher.Syntax;

namespace Chancery.Cypher.Binding;

internal abstract record BoundClause
{
    public TextSpan Span { get; init; }
}

/// <summary>
/// <c>Introduced</c> are the variables, hidden ones among them, that this clause gives values to: an OPTIONAL MATCH without a match sets
/// them to null. Relationships of one clause differ from each other, those inside a legacy shortest path excepted.
/// </summary>
internal sealed record BoundMatch(
    bool Optional, IReadOnlyList<BoundPathPattern> Patterns, BoundExpression? Where, IReadOnlyList<BoundVariable> Introduced) : BoundClause;

internal sealed record BoundUnwind(BoundExpression List, BoundVariable Variable) : BoundClause;

/// <summary>The condition filters last, after SKIP and LIMIT.</summary>
internal sealed record BoundWith(BoundProjection Projection, BoundExpression? Where) : BoundClause;

internal sealed record BoundReturn(BoundProjection Projection) : BoundClause;

/// <summary>
/// In order: grouping where there is an <c>Aggregation</c>, the items, DISTINCT over the items' outputs, ORDER BY, SKIP, LIMIT.
/// With an aggregation the items read the slots of its keys and aggregates. Sort keys read outputs and, where legal, variables from
/// before the projection, which are still in the row.
/// An item whose expression is a reference to its own output passes the variable on.
/// </summary>
internal sealed record BoundProjection(
    IReadOnlyList<BoundItem> Items,
    BoundAggregation? Aggregation,
    bool Distinct,
    IReadOnlyList<BoundSortItem> OrderBy,
    BoundExpression? Skip,
    BoundExpression? Limit);

internal sealed record BoundItem(BoundExpression Expression, BoundVariable Output);

/// <summary>Without keys there is one group, even over no rows.</summary>
internal sealed record BoundAggregation(IReadOnlyList<BoundItem> Keys, IReadOnlyList<BoundAggregateItem> Aggregates);

internal sealed record BoundAggregateItem(BoundAggregate Call, BoundVariable Output);

internal sealed record BoundSortItem(BoundExpression Expression, bool Descending);

/// <summary>Ends a query without rows.</summary>
internal sealed record BoundFinish : BoundClause;

internal sealed record BoundCreate(IReadOnlyList<BoundCreatePath> Paths) : BoundClause;

/// <summary><c>Pattern</c> is what to look for, <c>Create</c> what to make where it is not found; both speak of the same variables.</summary>
internal sealed record BoundMerge(
    BoundPathPattern Pattern, BoundCreatePath Create, IReadOnlyList<BoundSetItem> OnCreate, IReadOnlyList<BoundSetItem> OnMatch) : BoundClause;

/// <summary>SET and REMOVE: the removal of a property is bound as setting it to null.</summary>
internal sealed record BoundSet(IReadOnlyList<BoundSetItem> Items) : BoundClause;

internal abstract record BoundSetItem
{
    public TextSpan Span { get; init; }
}

internal sealed record BoundSetProperty(BoundExpression Target, string Key, BoundExpression Value) : BoundSetItem;

internal sealed record BoundSetDynamicProperty(BoundExpression Target, BoundExpression Key, BoundExpression Value) : BoundSetItem;

/// <summary>The value is a map, a node or a relationship. <c>Merge</c> (<c>+=</c>) keeps the properties that it does not name.</summary>
internal sealed record BoundSetAllProperties(BoundExpression Target, BoundExpression Value, bool Merge) : BoundSetItem;

internal sealed record BoundSetLabels(BoundExpression Target, BoundTokens Labels) : BoundSetItem;

internal sealed record BoundRemoveLabels(BoundExpression Target, BoundTokens Labels) : BoundSetItem;

/// <summary>Targets are nodes, relationships, paths or null.</summary>
internal sealed record BoundDelete(bool Detach, IReadOnlyList<BoundExpression> Targets) : BoundClause;

internal sealed record BoundForeach(BoundVariable Variable, BoundExpression List, IReadOnlyList<BoundClause> Updates) : BoundClause;

/// <summary>
/// Arguments are complete: implicit ones are bound as parameters, omitted ones as their defaults. Rows of a procedure without results
/// pass through.
/// </summary>
internal sealed record BoundCall(
    ProcedureSignature Procedure,
    bool Optional,
    IReadOnlyList<BoundExpression> Arguments,
    IReadOnlyList<BoundYield> Yields,
    BoundExpression? Where) : BoundClause;

/// <summary><c>Field</c> is the position in the procedure's outputs.</summary>
internal sealed record BoundYield(int Field, BoundVariable Output);

/// <summary>
/// Run once for each row around it. With outputs it multiplies rows; without, each row passes once. The inner query may read exactly
/// <c>Imports</c>, in their slots.
/// </summary>
internal sealed record BoundCallSubquery(
    BoundQuery Query, bool Optional, IReadOnlyList<BoundVariable> Imports, BoundInTransactions? InTransactions) : BoundClause;

/// <summary>Status is a map <c>{started, committed, transactionId, errorMessage}</c>. A null batch size means 1,000.</summary>
internal sealed record BoundInTransactions(
    bool Concurrent, BoundExpression? Concurrency, BoundExpression? BatchSize, ErrorBehaviour OnError, BoundVariable? Status);

/// <summary>Each line becomes a list of strings, or a map by the header's names.</summary>
internal sealed record BoundLoadCsv(bool WithHeaders, BoundExpression From, BoundVariable Variable, BoundExpression? FieldTerminator) : BoundClause;

/// <summary>
/// The rows of a SHOW command, one value for each of <c>Columns</c> by name. The filter is the upper-case word between SHOW and the
/// kind, <c>User</c> the name after EXECUTABLE BY (empty for the current user, null without).
/// </summary>
internal sealed record BoundShow(
    ShowKind Kind, string Filter, IReadOnlyList<BoundExpression> Names, string? User, IReadOnlyList<BoundVariable> Columns) : BoundClause;

/// <summary>Columns: <c>transactionId, username, message</c>.</summary>
internal sealed record BoundTerminateTransactions(IReadOnlyList<BoundExpression> Ids, IReadOnlyList<BoundVariable> Columns) : BoundClause;
