using Chancery.Cypher.Binding;
using Chancery.Cypher.Syntax;

namespace Chancery.Cypher.Planning.Rewrites;

/// <summary>A limit over a sort keeps only the first rows: <c>Limit(Sort(x))</c> and <c>Limit(Skip(Sort(x)))</c>.</summary>
internal static class FuseTop
{
    public static LogicalPlan Apply(LogicalPlan plan, PlanningContext context) => plan.Rewrite(step => step switch
    {
        Limit { Input: Sort sort } limit when !sort.Steps().Any(below => below.Writes) => new Top(sort.Input, sort.Items, limit.Count),
        Limit { Input: Skip { Input: Sort sort } skip } limit when !sort.Steps().Any(below => below.Writes) =>
            skip with { Input = new Top(sort.Input, sort.Items, Sum(skip.Count, limit.Count)) },
        _ => step,
    });

    private static BoundBinary Sum(BoundExpression skip, BoundExpression limit) =>
        new(BinaryOperator.Add, skip, limit) { Type = StaticType.Integer };
}
