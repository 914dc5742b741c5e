namespace Chancery.Cypher.Functions.Aggregates;

/// <summary>An aggregating function: its name, how many arguments it takes, and how a group begins.</summary>
internal sealed record AggregateFunction(string Name, int Arity, string ResultType, Func<Accumulator> Begin, string Description)
{
    public Accumulator NewAccumulator(bool distinct) => distinct ? new DistinctAccumulator(Begin()) : Begin();
}

/// <summary>The aggregating functions, by name without regard to case.</summary>
internal static class AggregateFunctions
{
    public static IReadOnlyList<AggregateFunction> All { get; } =
    [
        new("avg", 1, "ANY", () => new AverageAccumulator(), "The mean of numbers or durations."),
        new("collect", 1, "LIST<ANY>", () => new CollectAccumulator(), "A list of all values that are not null."),
        new("count", 1, "INTEGER", () => new CountAccumulator(), "How many values are not null."),
        new("max", 1, "ANY", () => new ExtremeAccumulator(1), "The greatest value in the order of ORDER BY."),
        new("min", 1, "ANY", () => new ExtremeAccumulator(-1), "The least value in the order of ORDER BY."),
        new("percentileCont", 2, "FLOAT", () => new PercentileAccumulator(continuous: true), "The percentile, interpolated."),
        new("percentileDisc", 2, "ANY", () => new PercentileAccumulator(continuous: false), "The nearest value to the percentile."),
        new("stDev", 1, "FLOAT", () => new DeviationAccumulator(population: false), "The standard deviation of a sample."),
        new("stDevP", 1, "FLOAT", () => new DeviationAccumulator(population: true), "The standard deviation of a population."),
        new("sum", 1, "ANY", () => new SumAccumulator(), "The sum of numbers or durations."),
    ];

    private static readonly Dictionary<string, AggregateFunction> _byName =
        All.ToDictionary(function => function.Name, StringComparer.OrdinalIgnoreCase);

    /// <summary><c>count(*)</c>: counts rows, whatever they hold.</summary>
    public static AggregateFunction CountRows { get; } =
        new("count", 0, "INTEGER", () => new CountRowsAccumulator(), "How many rows there are.");

    public static AggregateFunction? Find(string name) => _byName.GetValueOrDefault(name);
}
