using Chancery.Cypher.Binding;
using Chancery.Cypher.Execution;
using Chancery.Cypher.Expressions;
using Chancery.Graph;
using Xunit;

namespace Chancery.Cypher.Tests.Expressions;

/// <summary>Whatever the arguments, a function or an operator answers with a value or with an error that has a Neo4j code.</summary>
public sealed class AnyArgumentsTests
{
    private static readonly string[] _operators =
    [
        "normalize($a)", "normalize($a, NFKD)",
        "$a + $b", "$a - $b", "$a * $b", "$a / $b", "$a % $b", "$a ^ $b", "-$a", "+$a", "$a || $b", "$a = $b", "$a <> $b", "$a < $b", "$a >= $b",
        "$a AND $b", "$a OR $b", "$a XOR $b", "NOT $a", "$a IN $b", "$a STARTS WITH $b", "$a ENDS WITH $b", "$a CONTAINS $b", "$a =~ $b",
        "$a[$b]", "$a[$b..$c]", "$a.year", "$a.timezone", "$a.x", "$a IS NULL", "$a IS :: LIST<INTEGER>", "$a IS NORMALIZED", "[x IN $a | x + $b]",
        "reduce(s = $a, x IN $b | s + x)", "all(x IN $a WHERE x < $b)", "single(x IN $a WHERE $b)", "CASE $a WHEN $b THEN 1 ELSE $c END", "{a: $a}",
    ];

    private static readonly Value[] _values =
    [
        Value.Null, true, false, 0, 1, -1, 7, long.MaxValue, long.MinValue, 0.0, -0.5, 1e300, double.NaN, double.PositiveInfinity, 1e18,
        "", "a", "P1Y2M", "2005-11-22", "10:15+01:00", "2005-11-22T10:15:30[Europe/Stockholm]", "year", "century", "NFC", "Europe/Bucharest", "+25:00", "(", "\uD800", "yyyy-MM-dd",
        Value.EmptyList, (Value[])[1, Value.Null, "a"], (Value[])[1.5, 2], (Value[])[Value.EmptyList, MapValue.Empty],
        MapValue.Empty, MapValue.Of(("year", 2005), ("month", 13)), MapValue.Of(("year", long.MaxValue), ("week", 1)), MapValue.Of(("hour", 10), ("timezone", "Mars/Base")),
        MapValue.Of(("years", 1e300), ("nanoseconds", long.MinValue)), MapValue.Of(("x", 1), ("y", double.NaN), ("crs", "wgs-84")), MapValue.Of(("date", 5), ("time", "x")),
        MapValue.Of(("epochSeconds", long.MaxValue)), MapValue.Of(("epochMillis", long.MinValue), ("nanosecond", long.MaxValue)), MapValue.Of(("longitude", 1e18), ("latitude", 90)),
        Value.Date(DateValue.Of(TemporalUnits.MaxYear, 12, 31)), Value.Date(DateValue.Of(-TemporalUnits.MaxYear, 1, 1)), Value.Date(DateValue.Of(2005, 11, 22)),
        Value.LocalTime(new LocalTimeValue(TemporalUnits.NanosPerDay - 1)), Value.Time(new ZonedTime(0, -64_800)),
        Value.LocalDateTime(LocalDateTimeValue.Of(DateValue.Of(-TemporalUnits.MaxYear, 1, 1), default)),
        Value.DateTime(ZonedDateTime.Of(LocalDateTimeValue.Of(DateValue.Of(TemporalUnits.MaxYear, 12, 31), default), 64_800)),
        Value.DateTime(ZonedDateTime.Of(LocalDateTimeValue.Of(DateValue.Of(2005, 3, 27), new LocalTimeValue(9_000_000_000_000)), "Europe/Stockholm")),
        Value.Duration(new DurationValue(long.MaxValue, long.MinValue, long.MaxValue, 999_999_999)), Value.Duration(new DurationValue(1, 2, 3, 4)), Value.Duration(DurationValue.Zero),
        Value.Point(new PointValue(PointValue.Wgs84, 179, 89, null)), Value.Point(new PointValue(PointValue.CartesianIn3D, 1, 2, 3)), Value.Bytes([1, 2]),
        Value.Node(new Node(1, "4:x:1", ["A"], MapValue.Of(("year", 1)))),
        Value.Relationship(new Relationship(1, "5:x:1", "R", 1, "4:x:1", 2, "4:x:2", MapValue.Empty)),
        Value.Path(new GraphPath([Value.Node(new Node(1, "4:x:1", [], MapValue.Empty))], [])),
    ];

    [Fact]
    public void Functions_and_operators_answer_or_refuse()
    {
        const int Rounds = 400;
        Random random = new(20051122);
        List<string> faults = [];
        foreach (string expression in Functions().Concat(_operators))
        {
            (Evaluator evaluator, int width) = ExpressionRun.Compile(expression);
            for (int round = 0; round < Rounds; round++)
            {
                MapValue parameters = MapValue.Of(("a", Pick(random)), ("b", Pick(random)), ("c", Pick(random)), ("d", Pick(random)));
                if (FaultOf(evaluator, width, parameters) is { } fault)
                {
                    faults.Add($"{expression} with {parameters["a"]}, {parameters["b"]}, {parameters["c"]}: {fault}");
                    break;
                }
            }
        }

        Assert.True(faults.Count == 0, string.Join('\n', faults));
    }

    private static IEnumerable<string> Functions() =>
        from function in FunctionCatalogue.All
        where !function.IsAggregate && function.Name is not ("exists" or "normalize")
        from count in Enumerable.Range(function.MinimumArguments, Math.Min(function.MaximumArguments, 4) - function.MinimumArguments + 1)
        select $"{function.Name}({string.Join(", ", "abcd".Take(count).Select(name => "$" + name))})";

    private static Value Pick(Random random) => _values[random.Next(_values.Length)];

    private static string? FaultOf(Evaluator evaluator, int width, MapValue parameters)
    {
        try
        {
            QueryContext context = ExpressionRun.NewContext(parameters, maxMemory: 10_000_000);
            _ = evaluator.Evaluate(new Value[width], context).ToString();
            return null;
        }
        catch (GraphException failure)
        {
            return failure.Code.StartsWith("Neo.", StringComparison.Ordinal) ? null : failure.ToString();
        }
        // Anything else is what this test looks for.
        catch (Exception failure)
        {
            return $"{failure.GetType().Name} {failure.Message} {failure.StackTrace?.Split('\n').FirstOrDefault()}";
        }
    }
}
