using System.Text;
using Chancery.Cypher.Binding;
using Chancery.Cypher.Functions;
using Chancery.Cypher.Functions.Aggregates;
using Chancery.Cypher.Tests.Expressions;
using Chancery.Graph;
using Chancery.Testing;
using Xunit;

namespace Chancery.Cypher.Tests.Functions;

public sealed class FunctionCases
{
    public static TheoryData<string> Tables =>
        [.. Directory.EnumerateFiles(Folder, "*.txt").Select(path => Path.GetFileName(path)!).Order(StringComparer.Ordinal)];

    private static string Folder => Path.Combine(Repository.Root, "tests", "Chancery.Cypher.Tests", "Functions", "Cases");

    [Theory]
    [MemberData(nameof(Tables))]
    public void Every_line_holds(string table)
    {
        StringBuilder failures = new();
        foreach (string line in File.ReadLines(Path.Combine(Folder, table)).Where(line => line.Length > 0 && line[0] != '#'))
        {
            string[] sides = line.Split('⇶', StringSplitOptions.TrimEntries);
            string actual = Outcome(sides[0]);
            if (!Fits(sides[1], actual))
            {
                failures.AppendLine($"{line}   was   {actual}");
            }
        }

        Assert.True(failures.Length == 0, failures.ToString());
    }

    [Fact]
    public void Every_signature_has_an_implementation_and_the_other_way_round() => Assert.Equal(
        FunctionCatalogue.All.Select(function => function.Name).Order(StringComparer.Ordinal),
        FunctionTable.All.Select(function => function.Name)
            .Concat(AggregateFunctions.All.Select(function => function.Name))
            .Order(StringComparer.Ordinal));

    private static bool Fits(string expected, string actual) => expected switch
    {
        "! *" => actual.StartsWith('!'),
        _ when expected.StartsWith('!') => actual == expected,
        _ => actual == Outcome(expected),
    };

    private static string Outcome(string expression)
    {
        try
        {
            Value value = ExpressionRun.Evaluate(expression);
            return ValueText.Literal(value);
        }
        catch (GraphException failure)
        {
            return $"! {failure.Kind} {failure.Detail}";
        }
    }
}
