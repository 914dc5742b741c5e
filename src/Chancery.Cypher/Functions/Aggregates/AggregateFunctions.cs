namespace Chancery.Cypher.Functions.Aggregates;

/// <summary>An aggregating function: how one group begins, and how many do. The signature stands in the binder's catalogue.</summary>
internal sealed record AggregateFunction(string Name, Func<Accumulator> Begin, Func<GroupStates> BeginGroups)
{
    public static AggregateFunction Of(string name, Func<Accumulator> begin) => new(name, begin, () => new AccumulatorStates(begin));

    public static AggregateFunction Of<TState>(string name)
        where TState : struct, IAccumulatorState => new(name, () => new StateAccumulator<TState>(), () => new ValueStates<TState>());

    public Accumulator NewAccumulator(bool distinct) => distinct ? new DistinctAccumulator(Begin()) : Begin();

    public GroupStates NewGroups(bool distinct) => distinct ? new AccumulatorStates(() => NewAccumulator(true)) : BeginGroups();
}

/// <summary>The aggregating functions, by name without regard to case.</summary>
internal static class AggregateFunctions
{
    public static IReadOnlyList<AggregateFunction> All { get; } =
    [
        AggregateFunction.Of<AverageState>("avg"),
        AggregateFunction.Of("collect", () => new CollectAccumulator()),
        AggregateFunction.Of<CountState>("count"),
        AggregateFunction.Of("max", () => new ExtremeAccumulator(1)),
        AggregateFunction.Of("min", () => new ExtremeAccumulator(-1)),
        AggregateFunction.Of("percentileCont", () => new PercentileAccumulator(continuous: true)),
        AggregateFunction.Of("percentileDisc", () => new PercentileAccumulator(continuous: false)),
        AggregateFunction.Of("stDev", () => new DeviationAccumulator(population: false)),
        AggregateFunction.Of("stDevP", () => new DeviationAccumulator(population: true)),
        AggregateFunction.Of<SumState>("sum"),
    ];

    private static readonly Dictionary<string, AggregateFunction> _byName =
        All.ToDictionary(function => function.Name, StringComparer.OrdinalIgnoreCase);

    /// <summary><c>count(*)</c>: counts rows, whatever they hold.</summary>
    public static AggregateFunction CountRows { get; } = AggregateFunction.Of<RowCountState>("count");

    public static AggregateFunction? Find(string name) => _byName.GetValueOrDefault(name);
}
