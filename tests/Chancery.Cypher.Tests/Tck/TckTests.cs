using System.Text;
using Chancery.Testing;
using Xunit;

namespace Chancery.Cypher.Tests.Tck;

/// <summary>
/// The openCypher TCK. Scenarios that still fail stand by name in <c>failing.txt</c>, which may only shrink: a listed scenario that
/// passes fails the test as an unlisted one that fails does. <c>TCK_WRITE_FAILING=1</c> rewrites the list.
/// </summary>
public sealed class TckTests(ITestOutputHelper output)
{
    private static readonly string FailingFile = Path.Combine(Repository.Root, "tests", "Chancery.Cypher.Tests", "Tck", "failing.txt");

    [Fact]
    public async Task Scenarios_pass_but_for_those_listed()
    {
        string? folder = Repository.SharedData("tck");
        if (folder is null)
        {
            Assert.Skip("The openCypher TCK is not beside this checkout (shared/data/tck).");
        }

        IReadOnlyList<TckScenario> scenarios = TckFeatures.Load(Path.Combine(folder, "features"));
        Assert.Equal(scenarios.Count, scenarios.DistinctBy(scenario => scenario.Id).Count());
        string?[] problems = new string?[scenarios.Count];
        await Parallel.ForAsync(0, scenarios.Count, async (i, _) => problems[i] = await ExecuteAsync(scenarios[i], Path.Combine(folder, "graphs")));

        string report = Report(scenarios, problems);
        output.WriteLine(report);
        await Console.Out.WriteLineAsync(report);
        string[] failing = [.. scenarios.Where((_, i) => problems[i] is not null).Select(scenario => scenario.Id)];
        if (Environment.GetEnvironmentVariable("TCK_REPORT") is { } reportFile)
        {
            await File.WriteAllLinesAsync(reportFile, scenarios.Select((scenario, i) => (scenario.Id, Problem: problems[i]))
                .Where(pair => pair.Problem is not null).Select(pair => $"{pair.Id}\n    {pair.Problem}"));
        }

        if (Environment.GetEnvironmentVariable("TCK_WRITE_FAILING") is not null)
        {
            await File.WriteAllLinesAsync(FailingFile, failing);
        }

        HashSet<string> listed = [.. await File.ReadAllLinesAsync(FailingFile)];
        Assert.Equal([], failing.Except(listed));
        Assert.Equal([], listed.Except(failing));
    }

    private static async Task<string?> ExecuteAsync(TckScenario scenario, string graphs)
    {
        try
        {
            return await TckRun.ExecuteAsync(scenario, graphs);
        }
        // A scenario that breaks the runner is a failed scenario, with its reason.
        catch (Exception error)
        {
            return error.ToString();
        }
    }

    private static string Report(IReadOnlyList<TckScenario> scenarios, string?[] problems)
    {
        StringBuilder report = new();
        report.AppendLine($"TCK: {problems.Count(problem => problem is null)} / {scenarios.Count}");
        foreach (var category in scenarios.Select((scenario, i) => (scenario.Category, Passed: problems[i] is null)).GroupBy(pair => pair.Category))
        {
            report.AppendLine($"| {category.Key} | {category.Count(pair => pair.Passed)} | {category.Count()} |");
        }

        return report.ToString();
    }
}
