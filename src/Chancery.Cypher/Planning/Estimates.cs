using Chancery.Cypher.Binding;
using Chancery.Cypher.Storage;
using Chancery.Cypher.Syntax;

namespace Chancery.Cypher.Planning;

/// <summary>Expected numbers of rows, from the graph's counts where there are any, and from habit where there are none.</summary>
internal sealed class Estimates(GraphView view)
{
    public const double EqualitySelectivity = 0.1;
    public const double RangeSelectivity = 0.3;
    public const double PrefixSelectivity = 0.1;
    public const double OtherSelectivity = 0.5;

    // Long walks would estimate to infinity and drown every other difference.
    private const double MostWalks = 1e6;

    private readonly Dictionary<(int Label, int Type, Side Side), double> _degrees = [];

    public double Nodes => Math.Max(1, view.NodeCount);

    public double Relationships => Math.Max(1, view.RelationshipCount);

    public double NodesWithLabel(string label) => view.NodesWithLabel(view.Tokens.Labels.Find(label)).Count;

    public double RelationshipsOf(IReadOnlyList<string> types) => types.Count == 0
        ? Relationships
        : types.Sum(type => view.RelationshipsOfType(view.Tokens.Types.Find(type)).Count);

    /// <summary>How many relationships a node has along a hop; the label narrows which nodes are asked.</summary>
    public double Degree(string? label, Hop hop)
    {
        int labelId = label is null ? -1 : view.Tokens.Labels.Find(label);
        labelId = labelId >= 0 && view.NodesWithLabel(labelId).Count > 0 ? labelId : -1;
        int[] types = hop.Types.Count == 0 ? [-1] : [.. hop.Types.Select(view.Tokens.Types.Find).Where(id => id >= 0)];
        return types.Length == 0 ? 1 : types.Sum(type => hop.Direction switch
        {
            RelationshipDirection.Right => Degree(labelId, type, Side.Out),
            RelationshipDirection.Left => Degree(labelId, type, Side.In),
            _ => Degree(labelId, type, Side.Out) + Degree(labelId, type, Side.In),
        });
    }

    /// <summary>How many walks of a length start at a node.</summary>
    public static double Walks(double degree, BoundLength length)
    {
        const int UnboundedDepth = 8;
        double walks = length.Minimum == 0 ? 1 : 0;
        double ofLength = 1;
        long longest = Math.Min(length.Maximum ?? UnboundedDepth, UnboundedDepth);
        for (int depth = 1; depth <= longest && walks < MostWalks; depth++)
        {
            ofLength *= degree;
            walks += depth >= length.Minimum ? ofLength : 0;
        }

        return Math.Min(walks, MostWalks);
    }

    /// <summary>The share of rows on which a condition holds.</summary>
    public double Selectivity(BoundExpression condition) => condition switch
    {
        BoundLabelPredicate { Labels: LabelName label, Operand.Type: var type } when type.Is(TypeSet.Node) =>
            LabelShare(label.Name),
        BoundComparison { Operator: ComparisonOperator.Equal } => EqualitySelectivity,
        BoundComparison { Operator: ComparisonOperator.NotEqual } => 1 - EqualitySelectivity,
        BoundComparison => RangeSelectivity,
        BoundBinary { Operator: BinaryOperator.In } => EqualitySelectivity * 2,
        BoundBinary { Operator: BinaryOperator.StartsWith } => PrefixSelectivity,
        BoundNullPredicate { Not: true } => 1 - EqualitySelectivity,
        _ => OtherSelectivity,
    };

    // A label without nodes is one that is yet to be filled, and says nothing.
    private double LabelShare(string label) =>
        NodesWithLabel(label) is > 0 and double count ? Math.Min(1, count / Nodes) : OtherSelectivity;

    private double Degree(int label, int type, Side side)
    {
        // The same of a type.
        if (type >= 0 && view.RelationshipsOfType(type).Count == 0)
        {
            return 1;
        }

        if (!_degrees.TryGetValue((label, type, side), out double degree))
        {
            degree = view.AverageDegree(label, type, side);
            _degrees.Add((label, type, side), degree);
        }

        return degree;
    }
}
