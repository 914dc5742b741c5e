using Chancery.Graph;
using Xunit;

namespace Chancery.Cypher.Tests.Planning;

public sealed class ProfileTests
{
    [Fact]
    public async Task Explain_gives_the_plan_and_runs_nothing()
    {
        await using EmbeddedGraph graph = EmbeddedGraph.InMemory();
        await using IGraphResult result = await graph.RunAsync("EXPLAIN CREATE (a:A) RETURN a.x AS x");
        Assert.Equal(["x"], result.Columns);
        Assert.False(await result.ReadAsync());
        QuerySummary summary = await result.ConsumeAsync();
        Assert.Equal(["ProduceResults", "Project", "Create", "Unit"], Names(summary.Plan!));
        Assert.False(summary.Profiled);
        Assert.Equal(0, graph.Store.Current.NodeCount);
    }

    [Fact]
    public async Task Profile_counts_the_rows_of_each_operator()
    {
        await using EmbeddedGraph graph = EmbeddedGraph.InMemory();
        await using (IGraphResult made = await graph.RunAsync("UNWIND range(1, 10) AS i CREATE (:A {i: i})-[:R]->(:B)"))
        {
            await made.ConsumeAsync();
        }

        await using IGraphResult result = await graph.RunAsync("PROFILE MATCH (a:A)-[:R]->(b) WHERE a.i <= 4 RETURN a.i AS i, b LIMIT 3");
        int rows = 0;
        while (await result.ReadAsync())
        {
            rows++;
        }

        QuerySummary summary = await result.ConsumeAsync();
        Assert.Equal(3, rows);
        Assert.True(summary.Profiled);
        PlanDescription[] steps = [.. Steps(summary.Plan!)];
        Assert.Equal(3, steps[0].Rows);
        PlanDescription scan = Assert.Single(steps, step => step.Operator == "LabelScan");
        Assert.InRange(scan.Rows!.Value, 3, 10);
        Assert.True(scan.Hits >= scan.Rows);
        Assert.All(steps, step => Assert.NotNull(step.Rows));
    }

    private static IEnumerable<PlanDescription> Steps(PlanDescription plan) => plan.Children.SelectMany(Steps).Prepend(plan);

    private static IEnumerable<string> Names(PlanDescription plan) => Steps(plan).Select(step => step.Operator);
}
