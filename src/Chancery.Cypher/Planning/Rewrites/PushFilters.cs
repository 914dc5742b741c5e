using Chancery.Cypher.Binding;
using Chancery.Cypher.Syntax;

namespace Chancery.Cypher.Planning.Rewrites;

/// <summary>
/// Moves a condition beneath a projection that does not make what it reads, and into the pattern beneath it, where it may be answered
/// by an index: <c>MATCH (n) WITH n WHERE n.x = 1</c>. A pattern with a selector keeps its conditions as written, since they choose.
/// </summary>
internal static class PushFilters
{
    public static LogicalPlan Apply(LogicalPlan plan, PlanningContext context) => plan.Rewrite(Push);

    private static LogicalPlan Push(LogicalPlan step) => step switch
    {
        Filter { Input: Project project } filter when filter.Conditions.All(condition => !Reads(condition, project)) =>
            project with { Input = Push(new Filter(project.Input, filter.Conditions)) },
        Filter { Input: MatchPattern match } filter when match.Match.Patterns.All(pattern => pattern.Selector is null) =>
            match with { Match = match.Match with { Where = Both(match.Match.Where, filter.Conditions) } },
        _ => step,
    };

    private static bool Reads(BoundExpression condition, Project project) =>
        VariableUse.Of(condition) is var read && project.Items.Any(item => read.Contains(item.Output));

    private static BoundExpression Both(BoundExpression? where, IReadOnlyList<BoundExpression> conditions)
    {
        BoundExpression[] all = where is null ? [.. conditions] : [where, .. conditions];
        return all is [var only] ? only : new BoundLogical(LogicalOperator.And, all) { Type = StaticType.Boolean };
    }
}
