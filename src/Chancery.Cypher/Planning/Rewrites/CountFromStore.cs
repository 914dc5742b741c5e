using Chancery.Cypher.Binding;
using Chancery.Cypher.Syntax;

namespace Chancery.Cypher.Planning.Rewrites;

/// <summary>Counts of all nodes, of a label's nodes, or of a type's relationships are known without a scan.</summary>
internal static class CountFromStore
{
    public static LogicalPlan Apply(LogicalPlan plan, PlanningContext context) => plan.Rewrite(step => step switch
    {
        Aggregate { Keys.Count: 0, Input: AllNodesScan { Input: Unit } scan } all when Counts(all, scan.Node) =>
            Known(all, scan.Input, ofNodes: true, []),
        Aggregate { Keys.Count: 0, Input: LabelScan { Input: Unit } scan } labelled when Counts(labelled, scan.Node) =>
            Known(labelled, scan.Input, ofNodes: true, [scan.Label]),
        Aggregate { Keys.Count: 0, Input: RelationshipScan { Input: Unit } scan } typed
            when IsDirected(scan.Hop) && Counts(typed, scan.From, scan.Hop.Relationship, scan.To) =>
            Known(typed, scan.Input, ofNodes: false, scan.Hop.Types),
        Aggregate { Keys.Count: 0, Input: Expand { Into: false, Others.Count: 0, Input: AllNodesScan { Input: Unit } scan } expand } every
            when IsDirected(expand.Hop) && Counts(every, expand.From, expand.Hop.Relationship, expand.To) =>
            Known(every, scan.Input, ofNodes: false, expand.Hop.Types),
        _ => step,
    });

    private static bool IsDirected(Hop hop) => hop.Direction is RelationshipDirection.Left or RelationshipDirection.Right;

    private static bool Counts(Aggregate aggregate, params BoundVariable[] present) =>
        aggregate.Calls.All(item => CountCalls.CountsRows(item.Call, present));

    private static StoreCount Known(Aggregate aggregate, LogicalPlan input, bool ofNodes, IReadOnlyList<string> names) =>
        new(input, ofNodes, names, [.. aggregate.Calls.Select(item => item.Output)]);
}
