using Chancery.Graph;
using Xunit;

namespace Chancery.Cypher.Tests.Planning;

/// <summary>Queries that count and group, on the same random graph with the optimizer and without it.</summary>
public sealed class CountingPlanTests(CountingPlanTests.Graphs graphs) : IClassFixture<CountingPlanTests.Graphs>
{
    [Theory]
    [InlineData("MATCH (n) RETURN count(*)", "StoreCount")]
    [InlineData("MATCH (n:A) RETURN count(n)", "StoreCount")]
    [InlineData("MATCH (n:Unknown) RETURN count(n)", "StoreCount")]
    [InlineData("MATCH ()-[r:R]->() RETURN count(r)", "StoreCount")]
    [InlineData("MATCH ()-[r:R|S]->() RETURN count(*) AS c", "StoreCount")]
    [InlineData("MATCH ()-[r]->() RETURN count(*)", "StoreCount")]
    [InlineData("MATCH ()-[r:R|R]->() RETURN count(r)", "StoreCount")]
    [InlineData("MATCH ()-[r]->() RETURN type(r) AS type, count(*) AS c, count(r) AS d", "StoreCount")]
    [InlineData("MATCH ()-[r:S|T]->() RETURN type(r) AS type, count(r) AS c", "StoreCount")]
    [InlineData("MATCH (a)<-[r]-(b) RETURN DISTINCT type(r) AS type", null)]
    [InlineData("MATCH ()-[r]-() RETURN type(r) AS type, count(r) AS c", null)]
    [InlineData("UNWIND [1, 2] AS x CALL { MATCH ()-[r]->() RETURN type(r) AS type, count(*) AS c } RETURN x, type, c", "StoreCount")]
    [InlineData("MATCH ()-[r:R]-() RETURN count(r)", "CountExpand")]
    [InlineData("MATCH (a:A)-[:R]->(b:B) RETURN count(*)", "CountExpand")]
    [InlineData("MATCH (a:A)-[:R]->(b)-[:S]->(c:B) RETURN count(*)", "CountExpand")]
    [InlineData("MATCH (a:A)-[:R]->(b)<-[:S]-(c:B) WHERE b.n > 3 RETURN count(a)", "CountExpand")]
    [InlineData("MATCH (a:A)-[:R]-(b) RETURN a.n AS n, count(*) AS c", "CountExpand")]
    [InlineData("MATCH (a)-[:R]-(b) RETURN b.t AS t, count(b) AS c", "CountExpand")]
    [InlineData("MATCH (a)-[:R]-(b:A|B) RETURN a.n AS n, count(*) AS c, max(a.f) AS f, count(DISTINCT a.t) AS t", "CountExpand")]
    [InlineData("MATCH (a)-[:R]->(b), (a)-[:S]->(c) RETURN a.n AS n, count(*) AS c", "CountExpand")]
    [InlineData("MATCH (a)-[:R]->(b)-[:R]->(c) RETURN count(*)", "CountExpand")]
    [InlineData("MATCH (a)-[:R]-(b)-[:R]-(c:A) RETURN a.t AS t, count(*) AS c", null)]
    [InlineData("MATCH (a:A)-[r:R]->(b:B) WHERE r.w > 3 RETURN b.t AS t, count(*) AS c", "CountExpand")]
    [InlineData("MATCH (a:A)-[r:R]->(b:B) WHERE 0.5 >= r.w AND a.n < b.n RETURN count(r)", "CountExpand")]
    [InlineData("MATCH (a:A)-[r:R]->(b) WHERE r.w >= a.n RETURN a.t AS t, count(*) AS c", "CountExpand")]
    [InlineData("UNWIND [1, 3] AS x MATCH (a:A)-[r:R]->(b) WHERE r.w > x RETURN x, count(*) AS c", "CountExpand")]
    [InlineData("UNWIND [1, 3] AS x MATCH (a:A) WHERE a.n > x RETURN x, count(*) AS c", null)]
    [InlineData("UNWIND [1, 3] AS x CALL { WITH x MATCH (a:A)-[r:R]->(b) WHERE r.w > x RETURN count(*) AS c } RETURN x, c", "CountExpand")]
    [InlineData("MATCH (a:A)-[r:R]->(b) WHERE b.n > 4 OR r.w = 2 RETURN a.n AS n, count(*) AS c", "CountExpand")]
    [InlineData("MATCH (a)-[r:R]->(b) WHERE EXISTS { (b)-[:S]->(a) } RETURN a.n AS n, count(*) AS c", "CountExpand")]
    [InlineData("MATCH (a)-[r:R]->(b)-[:R]->(a) RETURN count(*)", null)]
    [InlineData("MATCH (a)-[:R]->(b)-[:S]->(c) RETURN DISTINCT a.n AS n", null)]
    [InlineData("MATCH (a)-[:R]->(b) RETURN count(b.n)", null)]
    [InlineData("MATCH (a)-[:R]->(b) RETURN sum(a.n), count(*)", null)]
    [InlineData("MATCH (n) RETURN n.n AS n, count(*) AS c, sum(n.f) AS s, avg(n.n) AS a, min(n.t) AS t", "ScanAggregate")]
    [InlineData("MATCH (n:A) WHERE n.n >= 2 AND n.n < 7 RETURN count(*), sum(n.n), collect(n.n)", "ScanAggregate")]
    [InlineData("MATCH (n:A) WHERE n.d > date('2005-06-01') RETURN n.t AS t, count(n.f) AS c", "ScanAggregate")]
    [InlineData("MATCH (n) RETURN labels(n) AS labels, count(*) AS c, max(n.n) AS m", "ScanAggregate")]
    [InlineData("MATCH (n) RETURN labels(n) AS labels, n.n AS n, count(*) AS c", "ScanAggregate")]
    [InlineData("MATCH (n) WHERE 5 <> n.m RETURN n.m AS m, count(*) AS c", "ScanAggregate")]
    [InlineData("MATCH (n) WHERE n.m = 3 OR n:B RETURN n.m AS m, n.n AS n, count(*) AS c", "ScanAggregate")]
    [InlineData("MATCH (n) WHERE n.f > 0.5 RETURN stDev(n.f), percentileCont(n.f, 0.5), count(DISTINCT n.n)", "ScanAggregate")]
    [InlineData("MATCH (n) WHERE n.n < $limit RETURN max(n.n)", "ScanAggregate")]
    [InlineData("MATCH (n:Unknown) WHERE n.n > 1 / 0 RETURN count(n.n)", "ScanAggregate")]
    [InlineData("UNWIND [1, 2] AS x CALL { WITH x MATCH (n:A) WHERE n.n > x RETURN count(*) AS c, max(n.n) AS m } RETURN x, c, m", "ScanAggregate")]
    [InlineData("MATCH (n:A) WHERE n.n = 1 RETURN n.n, COUNT { (n)-[:R]->(:B) } AS c", "")]
    public async Task The_optimizer_changes_no_answer(string query, string? step)
    {
        Assert.Equal(await RunAsync(graphs.Plain, query), await RunAsync(graphs.Quick, query));
        string plan = await ExplainAsync(graphs.Quick, query);
        Assert.True(step is null ? !plan.Contains("CountExpand", StringComparison.Ordinal) : plan.Contains(step, StringComparison.Ordinal), plan);
    }

    [Fact]
    public async Task Counts_see_the_transactions_own_changes()
    {
        await using EmbeddedGraph graph = await BuildAsync(optimize: true);
        await using IGraphTransaction transaction = await graph.BeginAsync();
        long before = await CountAsync(transaction, "MATCH (n:A) RETURN count(*)");
        await using (IGraphResult created = await transaction.RunAsync("CREATE (a:A {n: 1})-[:R]->(:B) WITH a MATCH (x:A) WHERE x.n = 0 DETACH DELETE x"))
        {
            await created.ConsumeAsync();
        }

        Assert.Equal(
            await CountAsync(transaction, "MATCH (n) WITH n WHERE n:A RETURN count(*)"),
            await CountAsync(transaction, "MATCH (n:A) RETURN count(*)"));
        Assert.Equal(
            await CountAsync(transaction, "MATCH (a)-[r:R]->() WITH a, r RETURN count(*)"),
            await CountAsync(transaction, "MATCH ()-[r:R]->() RETURN count(*)"));
        Assert.NotEqual(before, await CountAsync(transaction, "MATCH (n:A) RETURN count(*)"));
    }

    public sealed class Graphs : IAsyncLifetime
    {
        public EmbeddedGraph Quick { get; private set; } = null!;

        public EmbeddedGraph Plain { get; private set; } = null!;

        public async ValueTask InitializeAsync()
        {
            Quick = await BuildAsync(optimize: true);
            Plain = await BuildAsync(optimize: false);
        }

        public async ValueTask DisposeAsync()
        {
            await Quick.DisposeAsync();
            await Plain.DisposeAsync();
        }
    }

    [Fact]
    public async Task A_type_named_twice_counts_once() =>
        Assert.Equal(await RunAsync(graphs.Quick, "MATCH ()-[r:R]->() RETURN count(r)"), await RunAsync(graphs.Quick, "MATCH ()-[r:R|R]->() RETURN count(r)"));

    private static async Task<EmbeddedGraph> BuildAsync(bool optimize)
    {
        EmbeddedGraph graph = EmbeddedGraph.InMemory(new EmbeddedGraphOptions { Optimize = optimize });
        Random random = new(11);
        Value[] nodes =
        [
            .. Enumerable.Range(0, 400).Select(i => Value.Map(MapValue.Of(
                ("n", random.Next(4) == 0 ? Value.Null : random.Next(10)),
                ("f", random.Next(4) == 0 ? Value.Null : Math.Round(random.NextDouble(), 2)),
                ("t", random.Next(4) == 0 ? Value.Null : "t" + random.Next(5)),
                ("d", Value.Date(DateValue.Of(2005, 1 + random.Next(12), 1))),
                ("m", random.Next(3) switch { 0 => random.Next(6), 1 => (Value)(double)random.Next(6), _ => "text" }),
                ("a", random.Next(2) == 0),
                ("b", random.Next(3) == 0)))),
        ];
        await ChangeAsync(
            graph,
            """
            UNWIND $rows AS row
            CREATE (x {n: row.n, f: row.f, t: row.t, d: row.d, m: row.m})
            FOREACH (_ IN CASE WHEN row.a THEN [1] ELSE [] END | SET x:A)
            FOREACH (_ IN CASE WHEN row.b THEN [1] ELSE [] END | SET x:B)
            """,
            MapValue.Of(("rows", nodes)));
        Value[] pairs = [.. Enumerable.Range(0, 1500).Select(_ => (Value)(Value[])[random.Next(400), random.Next(400) / (1 + random.Next(20)), random.Next(3) == 0 ? 0.5 : random.Next(6)])];
        foreach (string type in (string[])["R", "S"])
        {
            await ChangeAsync(
                graph,
                $"UNWIND $pairs AS pair MATCH (a) WHERE id(a) = pair[0] MATCH (b) WHERE id(b) = pair[1] CREATE (a)-[:{type} {{w: pair[2]}}]->(b)",
                MapValue.Of(("pairs", type == "R" ? pairs : pairs[..700])));
        }

        return graph;
    }

    private static async Task ChangeAsync(EmbeddedGraph graph, string cypher, MapValue parameters)
    {
        await using IGraphResult result = await graph.RunAsync(cypher, parameters);
        await result.ConsumeAsync();
    }

    private static async Task<string[]> RunAsync(EmbeddedGraph graph, string query)
    {
        List<string> rows = [];
        await using IGraphResult result = await graph.RunAsync(query, MapValue.Of(("limit", 7)));
        while (await result.ReadAsync())
        {
            rows.Add(string.Join(" | ", result.Current));
        }

        return [.. rows.Order(StringComparer.Ordinal)];
    }

    private static async Task<long> CountAsync(IGraphTransaction transaction, string query)
    {
        await using IGraphResult result = await transaction.RunAsync(query);
        Assert.True(await result.ReadAsync());
        return result.Current[0].AsInteger();
    }

    private static async Task<string> ExplainAsync(EmbeddedGraph graph, string query)
    {
        await using IGraphResult result = await graph.RunAsync("EXPLAIN " + query, MapValue.Of(("limit", 7)));
        return Names((await result.ConsumeAsync()).Plan!);

        static string Names(PlanDescription plan) => plan.Operator + " " + string.Concat(plan.Children.Select(Names));
    }
}
