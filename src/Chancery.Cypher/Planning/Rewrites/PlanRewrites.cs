namespace Chancery.Cypher.Planning.Rewrites;

/// <summary>The passes that every plan goes through, in this order. Those that only make a plan quicker are left out without the optimizer.</summary>
internal static class PlanRewrites
{
    private static readonly (Func<LogicalPlan, PlanningContext, LogicalPlan> Pass, bool Needed)[] _passes =
    [
        (PushFilters.Apply, false),
        (SolvePatterns.Apply, true),
        (FuseTop.Apply, false),
        (InsertEager.Apply, true),
        (CountFromStore.Apply, false),
        (CountExpansions.Apply, false),
        (AggregateColumns.Apply, false),
    ];

    public static LogicalPlan Apply(LogicalPlan plan, PlanningContext context)
    {
        foreach ((Func<LogicalPlan, PlanningContext, LogicalPlan> pass, bool needed) in _passes)
        {
            if (needed || context.Optimize)
            {
                plan = pass(plan, context);
            }
        }

        return plan;
    }
}
