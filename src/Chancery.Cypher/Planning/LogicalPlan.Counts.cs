using Chancery.Cypher.Binding;

namespace Chancery.Cypher.Planning;

/// <summary>
/// How many nodes or relationships the graph has, of a label or of some types where they are given, without looking at any: one row or,
/// with <c>Type</c>, one for each type that has relationships.
/// </summary>
internal sealed record StoreCount(
    LogicalPlan Input, bool OfNodes, IReadOnlyList<string> Names, IReadOnlyList<BoundVariable> Outputs, BoundVariable? Type = null)
    : InputPlan(Input)
{
    public override string Details =>
        $"{(OfNodes ? "nodes" : "relationships")}{(Names.Count == 0 ? "" : " :" + string.Join('|', Names))}{(Type is null ? "" : " by type")}";

    public override IEnumerable<BoundVariable> Introduced => Type is null ? Outputs : Outputs.Append(Type);
}

/// <summary>
/// Stands for an expansion whose relationship and far node nobody reads further on: each row passes once, if there is a step at all, with
/// the number of steps on which the conditions hold as its weight, times the weight it had before.
/// </summary>
internal sealed record CountExpand(
    LogicalPlan Input,
    BoundVariable From,
    Hop Hop,
    BoundVariable To,
    IReadOnlyList<BoundVariable> Others,
    IReadOnlyList<BoundExpression> Conditions,
    BoundVariable Weight,
    BoundVariable? Before) : InputPlan(Input)
{
    public override string Details =>
        $"({ExpressionText.Of(From)}){Hop}({ExpressionText.Of(To)})"
        + (Conditions.Count == 0 ? "" : $" where {ExpressionText.Of(Conditions, " AND ")}");

    public override IEnumerable<BoundVariable> Introduced => [Hop.Relationship, To, Weight];
}

/// <summary>
/// Groups the nodes of a label, or all nodes, by their own properties, page by page of the property columns, without making a row of
/// each node.
/// </summary>
internal sealed record ScanAggregate(
    LogicalPlan Input,
    BoundVariable Node,
    string? Label,
    IReadOnlyList<BoundExpression> Conditions,
    IReadOnlyList<BoundItem> Keys,
    IReadOnlyList<BoundAggregateItem> Calls) : InputPlan(Input)
{
    public override string Details
    {
        get
        {
            string node = ExpressionText.Of(Node) + (Label is null ? "" : ":" + Label);
            string conditions = Conditions.Count == 0 ? "" : " where " + ExpressionText.Of(Conditions, " AND ");
            return $"{node}{conditions} → {new Aggregate(Input, Keys, Calls).Details}";
        }
    }

    public override IEnumerable<BoundVariable> Introduced => Keys.Select(key => key.Output).Concat(Calls.Select(call => call.Output));
}
