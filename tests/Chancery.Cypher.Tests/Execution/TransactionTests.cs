using Chancery.Cypher.Tests.Tck;
using Chancery.Graph;
using Xunit;

namespace Chancery.Cypher.Tests.Execution;

public sealed class TransactionTests
{
    [Theory]
    [InlineData("CREATE (:A)")]
    [InlineData("CALL () { CREATE (:A) } RETURN 1")]
    [InlineData("FOREACH (x IN [] | CREATE (:A))")]
    [InlineData("CREATE INDEX FOR (n:A) ON (n.x)")]
    [InlineData("MATCH (n) SET n.x = 1")]
    public async Task Read_only_sessions_refuse_plans_that_write(string statement)
    {
        await using EmbeddedGraph graph = EmbeddedGraph.InMemory();
        GraphException error = await Assert.ThrowsAsync<GraphException>(async () => await graph.RunAsync(statement, null, TransactionOptions.ReadOnly));
        Assert.Equal("Neo.ClientError.Statement.AccessMode", error.Code);
        Assert.Equal(0, graph.Store.CommitNumber);
    }

    [Fact]
    public async Task Read_only_sessions_may_explain_a_write()
    {
        await using EmbeddedGraph graph = EmbeddedGraph.InMemory();
        await using IGraphResult result = await graph.RunAsync("EXPLAIN CREATE (:A)", null, TransactionOptions.ReadOnly);
        Assert.NotNull((await result.ConsumeAsync()).Plan);
        Assert.Equal(0, await CountAsync(graph));
    }

    [Fact]
    public async Task A_statement_that_fails_ends_its_transaction()
    {
        await using EmbeddedGraph graph = EmbeddedGraph.InMemory();
        await using IGraphTransaction transaction = await graph.BeginAsync();
        await RunAsync(transaction, "CREATE (:A {x: 1})");
        GraphException error = await Assert.ThrowsAsync<GraphException>(
            () => RunAsync(transaction, "UNWIND [1, 0] AS x CREATE (:A {x: 1 / x})"));
        Assert.Equal("Neo.ClientError.Statement.ArithmeticError", error.Code);
        GraphException later = await Assert.ThrowsAsync<GraphException>(() => RunAsync(transaction, "CREATE (:A {x: 2})"));
        Assert.Same(error, later.InnerException);
        Assert.Equal(0, await CountAsync(graph));
        await RunAsync(graph, "CREATE (:A)");
        Assert.Equal(1, await CountAsync(graph));
    }

    [Fact]
    public async Task Disposing_without_commit_rolls_back()
    {
        await using EmbeddedGraph graph = EmbeddedGraph.InMemory();
        await using (IGraphTransaction transaction = await graph.BeginAsync())
        {
            await RunAsync(transaction, "CREATE (:A)");
        }

        Assert.Equal(0, await CountAsync(graph));
        await RunAsync(graph, "CREATE (:A)");
        Assert.Equal(1, await CountAsync(graph));
    }

    [Fact]
    public async Task A_failed_auto_commit_statement_changes_nothing()
    {
        await using EmbeddedGraph graph = EmbeddedGraph.InMemory();
        await Assert.ThrowsAsync<GraphException>(() => RunAsync(graph, "UNWIND [1, 0] AS x CREATE (:A {x: 1 / x})"));
        Assert.Equal(0, await CountAsync(graph));
    }

    [Fact]
    public async Task A_transaction_reads_one_snapshot_and_does_not_write_by_an_old_one()
    {
        await using EmbeddedGraph graph = EmbeddedGraph.InMemory();
        await using IGraphTransaction transaction = await graph.BeginAsync();
        Assert.Equal(0, await CountAsync(transaction));
        await RunAsync(graph, "CREATE (:A)");
        Assert.Equal(0, await CountAsync(transaction));
        GraphException error = await Assert.ThrowsAsync<GraphException>(() => RunAsync(transaction, "CREATE (:A)"));
        Assert.True(error.IsTransient);
    }

    [Fact]
    public async Task Records_of_a_read_are_not_changed_by_writes_that_come_later()
    {
        await using EmbeddedGraph graph = EmbeddedGraph.InMemory();
        await RunAsync(graph, "UNWIND range(1, 3) AS i CREATE (:A {i: i})");
        await using IGraphTransaction transaction = await graph.BeginAsync();
        await RunAsync(transaction, "CREATE (:A {i: 4})");
        await using IGraphResult open = await transaction.RunAsync("MATCH (a:A) RETURN a.i AS i ORDER BY i");
        Assert.True(await open.ReadAsync());
        await RunAsync(transaction, "MATCH (a:A) DETACH DELETE a");
        int read = 1;
        while (await open.ReadAsync())
        {
            read++;
        }

        Assert.Equal(4, read);
        Assert.Equal(0, await CountAsync(transaction));
    }

    [Fact]
    public async Task Bookmarks_name_commits()
    {
        await using EmbeddedGraph graph = EmbeddedGraph.InMemory();
        await using IGraphResult result = await graph.RunAsync("CREATE (:A)");
        string bookmark = Assert.IsType<string>((await result.ConsumeAsync()).Bookmark);
        await using IGraphResult later = await graph.RunAsync(
            "MATCH (a:A) RETURN count(a)", null, new TransactionOptions { Bookmarks = [bookmark, "another:graph:9"] });
        Assert.True(await later.ReadAsync());
        Assert.Equal(1, later.Current[0].AsInteger());
    }

    [Fact]
    public async Task Summary_counts_what_was_changed()
    {
        await using EmbeddedGraph graph = EmbeddedGraph.InMemory();
        await using IGraphResult result = await graph.RunAsync("CREATE (a:A:B {x: 1})-[:R {y: 2}]->(:C) SET a.z = 3 REMOVE a:B");
        QueryCounters counters = (await result.ConsumeAsync()).Counters;
        Assert.Equal(
            new QueryCounters { NodesCreated = 2, RelationshipsCreated = 1, PropertiesSet = 3, LabelsAdded = 3, LabelsRemoved = 1 }, counters);
    }

    [Fact]
    public async Task In_transactions_needs_a_transaction_of_its_own()
    {
        await using EmbeddedGraph graph = EmbeddedGraph.InMemory();
        await using IGraphTransaction transaction = await graph.BeginAsync();
        GraphException error = await Assert.ThrowsAsync<GraphException>(
            () => RunAsync(transaction, "UNWIND [1] AS x CALL (x) { CREATE (:A) } IN TRANSACTIONS"));
        Assert.Contains("auto-commit", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Batches_that_were_committed_stay_when_a_later_one_fails()
    {
        await using EmbeddedGraph graph = EmbeddedGraph.InMemory();
        await Assert.ThrowsAsync<GraphException>(
            () => RunAsync(graph, "UNWIND [1, 2, 0, 3] AS x CALL (x) { CREATE (:A {x: 1 / x}) } IN TRANSACTIONS OF 2 ROWS"));
        Assert.Equal(2, await CountAsync(graph));
    }

    [Fact]
    public async Task A_terminated_transaction_ends_with_an_error()
    {
        await using EmbeddedGraph graph = EmbeddedGraph.InMemory();
        await using IGraphResult running = await graph.RunAsync("UNWIND range(1, 1000000) AS i UNWIND range(1, 1000000) AS j RETURN i");
        Assert.True(await running.ReadAsync());
        TckOutcome listed = await TckOutcome.RunAsync(
            graph, "SHOW TRANSACTIONS YIELD transactionId, currentQuery WHERE currentQuery STARTS WITH 'UNWIND' RETURN transactionId AS id", MapValue.Empty);
        await RunAsync(graph, $"TERMINATE TRANSACTION '{listed.Rows[0][0].AsString()}'");
        GraphException error = await Assert.ThrowsAsync<GraphException>(async () =>
        {
            while (await running.ReadAsync())
            {
            }
        });
        Assert.Equal("Neo.TransientError.Transaction.Terminated", error.Code);
    }

    private static async Task RunAsync(EmbeddedGraph graph, string statement)
    {
        await using IGraphResult result = await graph.RunAsync(statement);
        await result.ConsumeAsync();
    }

    private static async Task RunAsync(IGraphTransaction transaction, string statement)
    {
        await using IGraphResult result = await transaction.RunAsync(statement);
        await result.ConsumeAsync();
    }

    private static async Task<long> CountAsync(EmbeddedGraph graph)
    {
        await using IGraphResult result = await graph.RunAsync("MATCH (n) RETURN count(n)");
        Assert.True(await result.ReadAsync());
        return result.Current[0].AsInteger();
    }

    private static async Task<long> CountAsync(IGraphTransaction transaction)
    {
        await using IGraphResult result = await transaction.RunAsync("MATCH (n) RETURN count(n)");
        Assert.True(await result.ReadAsync());
        return result.Current[0].AsInteger();
    }
}
