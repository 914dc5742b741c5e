using Chancery.Cypher.Binding;
using Chancery.Cypher.Syntax;

namespace Chancery.Cypher.Planning.Rewrites;

/// <summary>One expansion to a new node, and the conditions that are asked after it.</summary>
internal sealed record Layer(Expand Step, IReadOnlyList<BoundExpression> Conditions)
{
    /// <summary>What the layer reads of the rows beneath it, and of its own findings.</summary>
    public IEnumerable<BoundVariable> Read => [Step.From, .. Step.Others, .. Conditions.SelectMany(VariableUse.Of)];

    /// <summary>True where neither the relationship nor the far node is read, nor must differ from another.</summary>
    public bool IsUnread(HashSet<BoundVariable> read) =>
        Step.Others.Count == 0 && !read.Contains(Step.To) && !read.Contains(Step.Hop.Relationship);

    /// <summary>The labels that the far node must have, where that is all that is asked; null where more is.</summary>
    public IReadOnlyList<LabelExpression>? LabelsOfFarNode() => LabelsOf(Step.To, Conditions);

    public LogicalPlan Over(LogicalPlan input)
    {
        LogicalPlan step = Step with { Input = input };
        return Conditions.Count == 0 ? step : new Filter(step, Conditions) { Rows = step.Rows };
    }

    public static IReadOnlyList<LabelExpression>? LabelsOf(BoundVariable node, IReadOnlyList<BoundExpression> conditions)
    {
        List<LabelExpression> labels = [];
        foreach (BoundExpression condition in conditions)
        {
            if (condition is not BoundLabelPredicate { Operand: BoundReference operand } predicate || operand.Variable != node)
            {
                return null;
            }

            labels.Add(predicate.Labels);
        }

        return labels;
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

    /// <summary>The labels of the scanned node, where labels are all that is asked of it; null otherwise.</summary>
    public IReadOnlyList<LabelExpression>? ScanLabels
    {
        get
        {
            if (ScannedNode is not { } node || Layer.LabelsOf(node, Bottom is Filter filter ? filter.Conditions : []) is not { } labels)
            {
                return null;
            }

            return Scan is LabelScan scan ? [new LabelName(scan.Label), .. labels] : labels;
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
