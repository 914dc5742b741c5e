using Chancery.Cypher.Binding;
using Chancery.Cypher.Syntax;

namespace Chancery.Cypher.Planning.Rewrites;

/// <summary>Counts of all nodes, of a label's nodes, or of relationships, together or type by type, are known without a scan.</summary>
internal static class CountFromStore
{
    public static LogicalPlan Apply(LogicalPlan plan, PlanningContext context) =>
        plan.Rewrite(step => step is Aggregate aggregate ? Known(aggregate) ?? step : step);

    private static StoreCount? Known(Aggregate aggregate) => aggregate.Input switch
    {
        AllNodesScan { Input: Unit } scan when aggregate.Keys.Count == 0 && Counts(aggregate, scan.Node) =>
            new(scan.Input, OfNodes: true, [], Outputs(aggregate)),
        LabelScan { Input: Unit } scan when aggregate.Keys.Count == 0 && Counts(aggregate, scan.Node) =>
            new(scan.Input, OfNodes: true, [scan.Label], Outputs(aggregate)),
        RelationshipScan { Input: Unit } scan => OfRelationships(aggregate, scan.Input, scan.From, scan.Hop, scan.To),
        Expand { Into: false, Others.Count: 0, Input: AllNodesScan { Input: Unit } scan } expand =>
            OfRelationships(aggregate, scan.Input, expand.From, expand.Hop, expand.To),
        _ => null,
    };

    private static StoreCount? OfRelationships(Aggregate aggregate, LogicalPlan input, BoundVariable from, Hop hop, BoundVariable to)
    {
        // Without a direction a relationship is met twice, but for a loop.
        if (hop.Direction is not (RelationshipDirection.Left or RelationshipDirection.Right) || !Counts(aggregate, from, hop.Relationship, to))
        {
            return null;
        }

        return aggregate.Keys switch
        {
            [] => new StoreCount(input, OfNodes: false, hop.Types, Outputs(aggregate)),
            [{ Expression: BoundFunctionCall { Function.Name: "type", Arguments: [BoundReference reference] } } key]
                when reference.Variable == hop.Relationship =>
                new StoreCount(input, OfNodes: false, hop.Types, Outputs(aggregate), key.Output),
            _ => null,
        };
    }

    private static bool Counts(Aggregate aggregate, params BoundVariable[] present) =>
        aggregate.Calls.All(item => CountCalls.CountsRows(item.Call, present));

    private static BoundVariable[] Outputs(Aggregate aggregate) => [.. aggregate.Calls.Select(item => item.Output)];
}
