using Chancery.Graph;
using Xunit;

namespace Chancery.Bolt.Tests.Conformance;

public abstract partial class GraphConformance
{
    [Fact]
    public async Task Columns_are_known_before_the_first_record_and_without_any()
    {
        await using IGraphResult result = await Graph.RunAsync("UNWIND [] AS x RETURN x, x AS other, 1 + 1", cancellationToken: Cancel);
        Assert.Equal(["x", "other", "1 + 1"], result.Columns);
        Assert.False(await result.ReadAsync(Cancel));
    }

    [Fact]
    public async Task Large_results_come_whole_and_in_order()
    {
        await using IGraphResult result = await Graph.RunAsync("UNWIND range(1, 100000) AS n RETURN n, toString(n) AS text", cancellationToken: Cancel);
        long expected = 0;
        while (await result.ReadAsync(Cancel))
        {
            expected++;
            if (result.Current[0].AsInteger() != expected || result.Current[1].AsString() != expected.ToString())
            {
                Assert.Fail($"Record {expected} holds {result.Current[0]} and {result.Current[1]}.");
            }
        }

        Assert.Equal(100_000, expected);
    }

    [Fact]
    public async Task Wide_records_come_whole()
    {
        string columns = string.Join(", ", Enumerable.Range(0, 300).Select(i => $"{i} AS c{i}"));
        Value[] row = Assert.Single(await Rows("RETURN " + columns));
        Assert.Equal(Enumerable.Range(0, 300).Select(i => (long)i), row.Select(value => value.AsInteger()));
    }

    [Fact]
    public async Task A_result_may_be_dropped_in_the_middle()
    {
        for (int i = 0; i < 5; i++)
        {
            await using IGraphResult result = await Graph.RunAsync("UNWIND range(1, 1000000) AS n RETURN n", cancellationToken: Cancel);
            Assert.True(await result.ReadAsync(Cancel));
        }

        Assert.Equal(1, (await Single("RETURN 1")).AsInteger());
    }

    [Fact]
    public async Task The_summary_counts_what_was_done()
    {
        QuerySummary created = await Write($"CREATE (a:{Label} {{x: 1, y: 2}})-[:R {{z: 3}}]->(:{Label})");
        Assert.Equal(
            new QueryCounters { NodesCreated = 2, RelationshipsCreated = 1, PropertiesSet = 3, LabelsAdded = 2 },
            created.Counters);
        Assert.Equal(QueryType.Write, created.Type);
        QuerySummary changed = await Write($"MATCH (a:{Label} {{x: 1}})-[r]->(b) DELETE r REMOVE a.y RETURN a");
        Assert.Equal((1L, 1L, QueryType.ReadWrite), (changed.Counters.RelationshipsDeleted, changed.Counters.PropertiesSet, changed.Type));
        QuerySummary deleted = await Write($"MATCH (a:{Label}) DETACH DELETE a");
        Assert.Equal(2, deleted.Counters.NodesDeleted);
        await using IGraphResult read = await Graph.RunAsync("RETURN 1", cancellationToken: Cancel);
        QuerySummary nothing = await read.ConsumeAsync(Cancel);
        Assert.Equal((QueryType.Read, false), (nothing.Type, nothing.Counters.ContainsUpdates));
    }

    [Fact]
    public async Task Explain_gives_a_plan_and_does_nothing()
    {
        await using IGraphResult result = await Graph.RunAsync($"EXPLAIN CREATE (:{Label})", cancellationToken: Cancel);
        QuerySummary summary = await result.ConsumeAsync(Cancel);
        Assert.NotNull(summary.Plan);
        Assert.False(summary.Profiled);
        Assert.Equal(0, await Count());
    }

    [Fact]
    public async Task Profile_gives_rows()
    {
        await using IGraphResult result = await Graph.RunAsync("PROFILE UNWIND range(1, 10) AS n RETURN n", cancellationToken: Cancel);
        Assert.Equal(10, (await Rows(result)).Count);
        QuerySummary summary = await result.ConsumeAsync(Cancel);
        Assert.True(summary.Profiled);
        Assert.Equal(10, summary.Plan!.Rows);
    }

    [Theory]
    [InlineData("RETURN", "Neo.ClientError.Statement.SyntaxError")]
    [InlineData("RETURN x", "Neo.ClientError.Statement.SyntaxError")]
    [InlineData("RETURN $missing", "Neo.ClientError.Statement.ParameterMissing")]
    [InlineData("RETURN 1 / 0", "Neo.ClientError.Statement.ArithmeticError")]
    [InlineData("RETURN noSuchFunction(1)", "Neo.ClientError.Statement.SyntaxError")]
    [InlineData("CALL no.such.procedure()", "Neo.ClientError.Procedure.ProcedureNotFound")]
    [InlineData("UNWIND [1, 'a'] AS x RETURN x + date('2020-01-01')", "Neo.ClientError.Statement.TypeError")]
    public async Task Errors_have_the_codes_of_Neo4j(string cypher, string code)
    {
        GraphException e = await Fails(cypher);
        Assert.Equal(code, e.Code);
        Assert.False(e.IsTransient);
        Assert.NotEmpty(e.Message);
    }

    [Fact]
    public async Task An_error_in_the_middle_comes_after_the_records_before_it()
    {
        GraphException e = await Fails("UNWIND [2, 1, 0] AS n RETURN 10 / n");
        Assert.Equal("Neo.ClientError.Statement.ArithmeticError", e.Code);
        Assert.Equal(1, (await Single("RETURN 1")).AsInteger());
    }

    [Fact]
    public async Task Too_many_records_are_an_error()
    {
        await Fails("UNWIND range(1, 100) AS n RETURN n", options: new TransactionOptions { MaxRows = 10 });
        Assert.Equal(10, (await Rows("UNWIND range(1, 10) AS n RETURN n", options: new TransactionOptions { MaxRows = 10 })).Count);
    }

    [Fact]
    public async Task Too_much_time_is_an_error()
    {
        GraphException e = await Fails(
            "UNWIND range(1, 100000) AS a UNWIND range(1, 100000) AS b WITH a, b WHERE a + b < 0 RETURN count(*)",
            options: new TransactionOptions { Timeout = TimeSpan.FromMilliseconds(200) });
        Assert.StartsWith("Neo.ClientError.Transaction.TransactionTimedOut", e.Code);
        Assert.Equal(1, (await Single("RETURN 1")).AsInteger());
    }

    [Fact]
    public async Task Running_work_is_cancelled()
    {
        using CancellationTokenSource cancel = new();
        Task running = Task.Run(
            async () =>
            {
                await using IGraphResult result = await Graph.RunAsync(
                    "UNWIND range(1, 100000) AS a UNWIND range(1, 100000) AS b WITH a, b WHERE a + b < 0 RETURN count(*)", cancellationToken: cancel.Token);
                await result.ReadAsync(cancel.Token);
            },
            Cancel);
        await cancel.CancelAsync();
        Exception e = await Assert.ThrowsAnyAsync<Exception>(() => running);
        Assert.True(e is OperationCanceledException or GraphException { InnerException: OperationCanceledException }, e.ToString());
        Assert.Equal(1, (await Single("RETURN 1")).AsInteger());
    }

    [Fact]
    public async Task Batches_of_rows_are_loaded_as_the_loader_does()
    {
        Value rows = Value.List([.. Enumerable.Range(0, 1000).Select(i => Value.Map(MapValue.Of(("id", $"e{i % 500}"), ("name", $"Näme {i}"))))]);
        QuerySummary summary = await Write(
            $"UNWIND $rows AS row MERGE (n:{Label} {{id: row.id}}) SET n.name = row.name", MapValue.Of(("rows", rows)));
        Assert.Equal(500, summary.Counters.NodesCreated);
        Assert.Equal("Näme 999", (await Single($"MATCH (n:{Label} {{id: 'e499'}}) RETURN n.name")).AsString());
    }
}
