using Chancery.Cypher.Binding;

namespace Chancery.Cypher.Planning.Rewrites;

/// <summary>Tells what an aggregating call asks of the rows that it is given.</summary>
internal static class CountCalls
{
    /// <summary><c>count(*)</c>, and <c>count(x)</c> of a variable that has a value in every row.</summary>
    public static bool CountsRows(BoundAggregate call, IEnumerable<BoundVariable> present) =>
        call.Function.Name == "count" && !call.Distinct
        && (call.Arguments.Count == 0 || (call.Arguments is [BoundReference reference] && present.Contains(reference.Variable)));

    /// <summary>The same result however often a row comes.</summary>
    public static bool IgnoresRepeats(BoundAggregate call) => call.Distinct || call.Function.Name is "min" or "max";
}
