using Chancery.Cypher.Execution;
using Chancery.Graph;

namespace Chancery.Cypher.Planning;

/// <summary>A plan as EXPLAIN and PROFILE give it to clients.</summary>
internal static class PlanDescriber
{
    public static PlanDescription Describe(LogicalPlan plan, ProfileRecorder? profile)
    {
        MapValue arguments = plan.Details.Length == 0 ? MapValue.Empty : MapValue.Of(("Details", plan.Details));
        string[] identifiers = [.. PlanVariables.FilledBy(plan).Where(variable => !variable.IsHidden).Select(variable => variable.Name).Distinct()];
        return new PlanDescription(plan.Name, arguments, identifiers, [.. plan.Inputs.Select(input => Describe(input, profile))])
        {
            EstimatedRows = plan.Rows,
            Rows = profile?.RowsOf(plan),
            Hits = profile?.HitsOf(plan),
        };
    }
}
