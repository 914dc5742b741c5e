using Chancery.Cypher.Binding;

namespace Chancery.Cypher.Planning.Rewrites;

/// <summary>Aggregation straight over a scan reads property columns instead of rows.</summary>
internal static class AggregateColumns
{
    public static LogicalPlan Apply(LogicalPlan plan, PlanningContext context) => plan.Rewrite(step =>
    {
        if (step is not Aggregate aggregate)
        {
            return step;
        }

        Filter? filter = aggregate.Input as Filter;
        IReadOnlyList<BoundExpression> conditions = filter?.Conditions ?? [];
        return (filter?.Input ?? aggregate.Input) switch
        {
            LabelScan { Input: Unit } scan => new ScanAggregate(scan.Input, scan.Node, scan.Label, conditions, aggregate.Keys, aggregate.Calls),
            AllNodesScan { Input: Unit } scan => new ScanAggregate(scan.Input, scan.Node, null, conditions, aggregate.Keys, aggregate.Calls),
            _ => step,
        };
    });
}
