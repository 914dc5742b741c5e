using Chancery.Cypher.Binding;
using Chancery.Cypher.Syntax;

namespace Chancery.Cypher.Planning.Rewrites;

/// <summary>One expansion to a new node, and the conditions that are asked after it.</summary>
internal sealed record Layer(Expand Step, IReadOnlyList<BoundExpression> Conditions)
{
    /// <summary>What the layer reads of the rows beneath it, and of its own findings.</summary>
    public IEnumerable<BoundVariable> Read => [Step.From, .. Step.Others, .. Conditions.SelectMany(VariableUse.Of)];

    /// <summary>True where neither the relationship nor the far node is read above the layer.</summary>
    public bool IsUnread(HashSet<BoundVariable> read) => !read.Contains(Step.To) && !read.Contains(Step.Hop.Relationship);

    public LogicalPlan Over(LogicalPlan input)
    {
        LogicalPlan step = Step with { Input = input };
        return Conditions.Count == 0 ? step : new Filter(step, Conditions) { Rows = step.Rows };
    }
}

/// <summary>A run of expansions, each to a new node, over whatever stands beneath them.</summary>
internal sealed class Chain
{
    private Chain(LogicalPlan bottom, List<Layer> layers)
    {
        Bottom = bottom;
        Layers = layers;
    }

    public LogicalPlan Bottom { get; }

    public List<Layer> Layers { get; }

    /// <summary>The node that the bottom scans for, where it is a scan for nodes of a label or for all.</summary>
    public BoundVariable? ScannedNode => Scan switch
    {
        AllNodesScan { Input: Unit } scan => scan.Node,
        LabelScan { Input: Unit } scan => scan.Node,
        _ => null,
    };

    /// <summary>What is asked of the scanned node, its label among it.</summary>
    public IReadOnlyList<BoundExpression> ScanConditions
    {
        get
        {
            IReadOnlyList<BoundExpression> conditions = Bottom is Filter filter ? filter.Conditions : [];
            return Scan is LabelScan scan
                ? [new BoundLabelPredicate(new BoundReference(scan.Node) { Type = StaticType.Node }, new LabelName(scan.Label)) { Type = StaticType.Boolean }, .. conditions]
                : conditions;
        }
    }

    private LogicalPlan Scan => Bottom is Filter filter ? filter.Input : Bottom;

    public static Chain Of(LogicalPlan plan)
    {
        List<Layer> layers = [];
        while (true)
        {
            List<BoundExpression> conditions = [];
            LogicalPlan step = plan;
            while (step is Filter filter)
            {
                conditions.InsertRange(0, filter.Conditions);
                step = filter.Input;
            }

            if (step is not Expand { Into: false } expand)
            {
                return new Chain(plan, layers);
            }

            layers.Insert(0, new Layer(expand, conditions));
            plan = expand.Input;
        }
    }
}
