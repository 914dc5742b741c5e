using Chancery.Graph;
using Xunit;

namespace Chancery.Bolt.Tests.Conformance;

public abstract partial class GraphConformance
{
    [Fact]
    public async Task What_is_committed_stays_and_what_is_rolled_back_does_not()
    {
        await using (IGraphTransaction lost = await Graph.BeginAsync(cancellationToken: Cancel))
        {
            await Run(lost, $"CREATE (:{Label})");
            await lost.RollbackAsync(Cancel);
        }

        await using (IGraphTransaction forgotten = await Graph.BeginAsync(cancellationToken: Cancel))
        {
            await Run(forgotten, $"CREATE (:{Label})");
        }

        Assert.Equal(0, await Count());
        await using (IGraphTransaction kept = await Graph.BeginAsync(cancellationToken: Cancel))
        {
            await Run(kept, $"CREATE (:{Label})");
            Assert.NotNull(await kept.CommitAsync(Cancel));
        }

        Assert.Equal(1, await Count());
    }

    [Fact]
    public async Task A_transaction_sees_its_own_writes_and_others_do_not_before_it_commits()
    {
        await using IGraphTransaction transaction = await Graph.BeginAsync(cancellationToken: Cancel);
        await Run(transaction, $"UNWIND range(1, 3) AS i CREATE (:{Label} {{i: i}})");
        await using IGraphResult own = await transaction.RunAsync($"MATCH (n:{Label}) RETURN count(n)", cancellationToken: Cancel);
        Assert.Equal(3, Assert.Single(await Rows(own))[0].AsInteger());
        Assert.Equal(0, await Count());
        await transaction.CommitAsync(Cancel);
        Assert.Equal(3, await Count());
    }

    [Fact]
    public async Task A_failed_statement_leaves_nothing_of_its_transaction()
    {
        await using IGraphTransaction transaction = await Graph.BeginAsync(cancellationToken: Cancel);
        await Run(transaction, $"CREATE (:{Label})");
        await Assert.ThrowsAsync<GraphException>(async () => await Run(transaction, $"CREATE (:{Label} {{x: 1 / 0}})"));
        await transaction.DisposeAsync();
        Assert.Equal(0, await Count());
    }

    [Fact]
    public async Task A_failed_statement_ends_its_transaction()
    {
        await using IGraphTransaction transaction = await Graph.BeginAsync(cancellationToken: Cancel);
        await Run(transaction, $"CREATE (:{Label})");
        GraphException first = await Assert.ThrowsAsync<GraphException>(async () => await Run(transaction, $"CREATE (:{Label} {{x: 1 / 0}})"));
        await TellsOf(first, transaction);
    }

    [Fact]
    public async Task A_statement_that_fails_while_it_is_read_ends_its_transaction()
    {
        await using IGraphTransaction transaction = await Graph.BeginAsync(cancellationToken: Cancel);
        await Run(transaction, $"CREATE (:{Label})");
        await using IGraphResult result = await transaction.RunAsync("UNWIND range(1, 3000) AS i RETURN 1 / (2500 - i) AS x", cancellationToken: Cancel);
        GraphException first = await Assert.ThrowsAsync<GraphException>(async () => await Rows(result));
        await TellsOf(first, transaction);
    }

    private async Task TellsOf(GraphException first, IGraphTransaction transaction)
    {
        GraphException later = await Assert.ThrowsAsync<GraphException>(async () => await transaction.RunAsync("RETURN 1", cancellationToken: Cancel));
        Assert.False(later.IsTransient);
        Assert.Equal(first.Code, Assert.IsType<GraphException>(later.InnerException).Code);
        later = await Assert.ThrowsAsync<GraphException>(async () => await transaction.CommitAsync(Cancel));
        Assert.Equal(first.Code, Assert.IsType<GraphException>(later.InnerException).Code);
        await transaction.RollbackAsync(Cancel);
        Assert.Equal(0, await Count());
    }

    [Fact]
    public async Task A_transaction_that_ended_is_of_no_more_use()
    {
        await using IGraphTransaction transaction = await Graph.BeginAsync(cancellationToken: Cancel);
        await transaction.CommitAsync(Cancel);
        await Assert.ThrowsAsync<GraphException>(async () => await transaction.RunAsync("RETURN 1", cancellationToken: Cancel));
        await Assert.ThrowsAsync<GraphException>(async () => await transaction.CommitAsync(Cancel));
    }

    [Fact]
    public async Task Several_results_of_a_transaction_are_open_at_once()
    {
        await using IGraphTransaction transaction = await Graph.BeginAsync(TransactionOptions.ReadOnly, Cancel);
        await using IGraphResult numbers = await transaction.RunAsync("UNWIND range(1, 2500) AS n RETURN n", cancellationToken: Cancel);
        for (long expected = 1; await numbers.ReadAsync(Cancel); expected++)
        {
            Assert.Equal(expected, numbers.Current[0].AsInteger());
            if (expected % 500 == 0)
            {
                await using IGraphResult inner = await transaction.RunAsync("RETURN $n * 2 AS d", MapValue.Of(("n", expected)), Cancel);
                Assert.Equal(expected * 2, Assert.Single(await Rows(inner))[0].AsInteger());
            }
        }

        await transaction.CommitAsync(Cancel);
    }

    [Fact]
    public async Task Readers_cannot_write()
    {
        GraphException e = await Fails($"CREATE (:{Label})", options: TransactionOptions.ReadOnly);
        Assert.Equal("Neo.ClientError.Statement.AccessMode", e.Code);
        Assert.Equal(0, await Count());
    }

    [Fact]
    public async Task A_bookmark_of_a_write_is_waited_for()
    {
        string? bookmark = (await Write($"CREATE (:{Label})")).Bookmark;
        Assert.NotNull(bookmark);
        List<Value[]> rows = await Rows($"MATCH (n:{Label}) RETURN count(n)", options: new TransactionOptions { Bookmarks = [bookmark] });
        Assert.Equal(1, rows[0][0].AsInteger());
    }

    [Fact]
    public async Task Work_that_was_deadlocked_is_run_again_as_a_whole()
    {
        int attempts = 0;
        long created = await Graph.ExecuteAsync(
            async (transaction, cancel) =>
            {
                await Run(transaction, $"CREATE (:{Label})");
                return ++attempts < 3 ? throw new GraphException("Neo.TransientError.Transaction.DeadlockDetected", "again") : 1L;
            },
            policy: new RetryPolicy { FirstDelay = TimeSpan.Zero },
            cancellationToken: Cancel);
        Assert.Equal((1, 3), (created, attempts));
        Assert.Equal(1, await Count());
    }

    [Fact]
    public async Task Writers_side_by_side_lose_nothing()
    {
        await Write($"CREATE (:{Label} {{count: 0}})");
        await Task.WhenAll(Enumerable.Range(0, 8).Select(async _ =>
        {
            for (int i = 0; i < 5; i++)
            {
                await Graph.ExecuteAsync(
                    async (transaction, cancel) =>
                    {
                        await Run(transaction, $"MATCH (n:{Label}) SET n.count = n.count + 1");
                        return 0;
                    },
                    cancellationToken: Cancel);
            }
        }));
        Assert.Equal(40, (await Single($"MATCH (n:{Label}) RETURN n.count")).AsInteger());
    }

    [Fact]
    public async Task Readers_side_by_side_read_each_their_own() =>
        await Task.WhenAll(Enumerable.Range(0, 16).Select(async i =>
        {
            long sum = 0;
            foreach (Value[] row in await Rows("UNWIND range(1, 200) AS n RETURN n * $i", MapValue.Of(("i", (long)i))))
            {
                sum += row[0].AsInteger();
            }

            Assert.Equal(20_100L * i, sum);
        }));

    private static async Task<QuerySummary> Run(IGraphTransaction transaction, string cypher)
    {
        await using IGraphResult result = await transaction.RunAsync(cypher, cancellationToken: Cancel);
        return await result.ConsumeAsync(Cancel);
    }
}
