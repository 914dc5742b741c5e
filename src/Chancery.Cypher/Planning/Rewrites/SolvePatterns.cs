namespace Chancery.Cypher.Planning.Rewrites;

/// <summary>Replaces each pattern by scans and expansions.</summary>
internal static class SolvePatterns
{
    public static LogicalPlan Apply(LogicalPlan plan, PlanningContext context) => plan.Rewrite(step => step switch
    {
        MatchPattern match => new PatternSolver(match.Match, context).Solve(match.Input),
        _ => step,
    });
}
