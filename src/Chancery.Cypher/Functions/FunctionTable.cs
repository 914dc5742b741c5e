using Chancery.Cypher.Functions.Temporal;

namespace Chancery.Cypher.Functions;

/// <summary>All functions but the aggregating ones, by name without regard to case.</summary>
internal static class FunctionTable
{
    private static readonly Dictionary<string, Function> _byName = new[]
    {
        ScalarFunctions.Rows,
        ConversionFunctions.Rows,
        GraphFunctions.Rows,
        ListFunctions.Rows,
        StringFunctions.Rows,
        MathFunctions.Rows,
        SpatialFunctions.Rows,
        VectorFunctions.Rows,
        TemporalFunctions.Rows,
        ClockFunctions.Rows,
        TruncateFunctions.Rows,
        DurationFunctions.Rows,
    }.SelectMany(rows => rows).ToDictionary(function => function.Name, StringComparer.OrdinalIgnoreCase);

    public static IReadOnlyCollection<Function> All => _byName.Values;

    /// <summary>The function, or null where there is none of this name.</summary>
    public static Function? Find(string name) => _byName.GetValueOrDefault(name);
}
