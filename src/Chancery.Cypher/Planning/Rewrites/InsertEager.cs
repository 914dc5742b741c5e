namespace Chancery.Cypher.Planning.Rewrites;

/// <summary>
/// Keeps reads and writes of one statement apart where one could see the other: each clause sees what the clauses before it did, all of
/// it, and nothing of what those after it do. Rows flow through a plan one by one, so an <see cref="Eager"/> must hold them where
/// that would show. Without the optimizer every step waits for the one beneath it, which needs no such reasoning: the yardstick.
/// </summary>
internal static class InsertEager
{
    public static LogicalPlan Apply(LogicalPlan plan, PlanningContext context) =>
        !plan.Steps().Any(step => step.Writes) ? plan : context.Optimize ? Visit(plan).Plan : HoldAll(plan);

    /// <summary>The step with what it needs beneath it, and the effects that are still going on while it passes rows.</summary>
    private static (LogicalPlan Plan, Effects Live) Visit(LogicalPlan step)
    {
        switch (step)
        {
            case Union union:
                (LogicalPlan Plan, Effects Live)[] parts = [.. union.Parts.Select(Visit)];
                return (union with { Parts = [.. parts.Select(part => part.Plan)] }, Sum([.. parts.Select(part => part.Live)]));
            case NestedPlan nested:
                (LogicalPlan inner, Effects innerLive) = Visit(nested.Inner);
                return Over(nested.Input, Sum(PlanEffects.Of(step), innerLive, Total(inner)), input => step.WithInputs([input, inner]));
            case InputPlan over:
                return Over(over.Input, PlanEffects.Of(step), input => step.WithInputs([input]));
            default:
                return (step, PlanEffects.Of(step));
        }
    }

    private static (LogicalPlan Plan, Effects Live) Over(LogicalPlan below, Effects own, Func<LogicalPlan, LogicalPlan> rebuild)
    {
        (LogicalPlan input, Effects live) = Visit(below);
        if (live.ConflictsWith(own))
        {
            input = new Eager(input) { Rows = input.Rows };
            live = new Effects();
        }

        LogicalPlan made = rebuild(input);
        return made is Sort or Top or Aggregate or Exhaust ? (made, new Effects()) : (made, Sum(live, own));
    }

    private static LogicalPlan HoldAll(LogicalPlan plan) => plan.Rewrite(step => step switch
    {
        InputPlan { Input: not Unit } over => over with { Input = new Eager(over.Input) },
        NestedPlan { Input: not Unit } nested => nested with { Input = new Eager(nested.Input) },
        _ => step,
    });

    // What an inner plan does has happened for some rows before it happens for others, whatever barriers it has inside.
    private static Effects Total(LogicalPlan plan) => Sum([.. plan.Steps().Select(PlanEffects.Of)]);

    private static Effects Sum(params Effects[] effects)
    {
        Effects sum = new();
        foreach (Effects one in effects)
        {
            sum.Add(one);
        }

        return sum;
    }
}
