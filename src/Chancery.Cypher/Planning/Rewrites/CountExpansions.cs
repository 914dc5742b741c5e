using Chancery.Cypher.Binding;
using Chancery.Cypher.Syntax;

namespace Chancery.Cypher.Planning.Rewrites;

/// <summary>
/// Where rows are only counted, an expansion whose relationship and far node nobody reads need not make them: it weighs the row that it
/// starts from. The first expansion, too, where its start is what nobody reads: the scan then begins at its other end.
/// </summary>
internal static class CountExpansions
{
    public static LogicalPlan Apply(LogicalPlan plan, PlanningContext context) =>
        plan.Rewrite(step => step is Aggregate aggregate ? Weigh(aggregate, context) : step);

    private static LogicalPlan Weigh(Aggregate aggregate, PlanningContext context)
    {
        Chain chain = Chain.Of(aggregate.Input);
        // These have a value in every row: an expansion from a null, or to nothing, gives none.
        HashSet<BoundVariable> present = [.. chain.Layers.SelectMany(layer => (BoundVariable[])[layer.Step.From, layer.Step.Hop.Relationship, layer.Step.To])];
        if (chain.Layers.Count == 0
            || !aggregate.Calls.All(item => CountCalls.CountsRows(item.Call, present) || CountCalls.IgnoresRepeats(item.Call)))
        {
            return aggregate;
        }

        HashSet<BoundVariable> read =
        [
            .. aggregate.Keys.SelectMany(key => VariableUse.Of(key.Expression)),
            .. aggregate.Calls.Where(item => !CountCalls.CountsRows(item.Call, present)).SelectMany(item => VariableUse.Of(item.Call)),
        ];
        List<Layer> counted = TakeUnread(chain, read);
        LogicalPlan input = chain.Bottom;
        BoundVariable? weight = null;
        if (StartAtOtherEnd(chain, read, context) is { } turned)
        {
            chain.Layers.RemoveAt(0);
            (input, weight) = (turned, turned.Weight);
        }

        if (counted.Count == 0 && weight is null)
        {
            return aggregate;
        }

        foreach (Layer layer in chain.Layers)
        {
            input = layer.Over(input);
        }

        foreach (Layer layer in counted)
        {
            BoundVariable next = context.NewVariable("weight", StaticType.Integer);
            Expand step = layer.Step;
            input = new CountExpand(input, step.From, step.Hop, step.To, step.Others, layer.Conditions, next, weight) { Rows = input.Rows };
            weight = next;
        }

        return aggregate with { Input = input, Calls = [.. aggregate.Calls.Select(item => Weighted(item, present, weight!))] };
    }

    /// <summary>Takes layers off the end of the chain as long as nobody reads what they found; in the order in which they shall run.</summary>
    private static List<Layer> TakeUnread(Chain chain, HashSet<BoundVariable> read)
    {
        List<Layer> taken = [];
        while (chain.Layers is [.., Layer last] && last.IsUnread(read))
        {
            chain.Layers.RemoveAt(chain.Layers.Count - 1);
            taken.Insert(0, last);
            read.UnionWith(last.Read);
        }

        return taken;
    }

    /// <summary>The first expansion begun from its far node, where its near node and relationship are not read and that means fewer rows.</summary>
    private static CountExpand? StartAtOtherEnd(Chain chain, HashSet<BoundVariable> readAbove, PlanningContext context)
    {
        if (chain.Layers is not [Layer first, ..] || first.Step.From != chain.ScannedNode)
        {
            return null;
        }

        Expand step = first.Step;
        HashSet<BoundVariable> read = [.. readAbove, .. chain.Layers.Skip(1).SelectMany(layer => layer.Read)];
        if (read.Contains(step.From) || read.Contains(step.Hop.Relationship) || step.Others.Count > 0)
        {
            return null;
        }

        ILookup<bool, BoundExpression> conditions = first.Conditions.ToLookup(condition =>
            VariableUse.Of(condition) is var used && !used.Contains(step.From) && !used.Contains(step.Hop.Relationship));
        LogicalPlan scan = Scan(step.To, [.. conditions[true]], context);
        if (scan.Rows >= step.Rows)
        {
            return null;
        }

        Hop back = step.Hop with
        {
            Direction = step.Hop.Direction switch
            {
                RelationshipDirection.Left => RelationshipDirection.Right,
                RelationshipDirection.Right => RelationshipDirection.Left,
                RelationshipDirection direction => direction,
            },
        };
        BoundVariable weight = context.NewVariable("weight", StaticType.Integer);
        return new CountExpand(scan, step.To, back, step.From, [], [.. chain.ScanConditions, .. conditions[false]], weight, null) { Rows = scan.Rows };
    }

    private static LogicalPlan Scan(BoundVariable node, IReadOnlyList<BoundExpression> conditions, PlanningContext context)
    {
        string? label = conditions.Select(condition => LabelOf(node, condition)).OfType<string>()
            .MinBy(context.Estimates.NodesWithLabel);
        LogicalPlan scan = label is null
            ? new AllNodesScan(new Unit(), node) { Rows = context.Estimates.Nodes }
            : new LabelScan(new Unit(), node, label) { Rows = context.Estimates.NodesWithLabel(label) };
        BoundExpression[] rest = [.. conditions.Where(condition => label is null || LabelOf(node, condition) != label)];
        return rest.Length == 0 ? scan : new Filter(scan, rest) { Rows = scan.Rows };
    }

    private static string? LabelOf(BoundVariable node, BoundExpression condition) =>
        condition is BoundLabelPredicate { Labels: LabelName label, Operand: BoundReference reference } && reference.Variable == node
            ? label.Name
            : null;

    private static BoundAggregateItem Weighted(BoundAggregateItem item, IEnumerable<BoundVariable> present, BoundVariable weight)
    {
        if (!CountCalls.CountsRows(item.Call, present))
        {
            return item;
        }

        BoundReference reference = new(weight) { Type = StaticType.Integer };
        return item with { Call = new BoundAggregate(FunctionCatalogue.Find("sum")!, false, [reference]) { Type = StaticType.Integer, Span = item.Call.Span } };
    }
}
