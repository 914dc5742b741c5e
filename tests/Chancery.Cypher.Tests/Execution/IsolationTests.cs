using Chancery.Graph;
using Xunit;

namespace Chancery.Cypher.Tests.Execution;

/// <summary>Transactions side by side: no update is lost, and no reader sees half of one.</summary>
public sealed class IsolationTests
{
    private const int Accounts = 6;
    private const int Writers = 3;
    private const int TransfersPerWriter = 40;
    private const long Total = Accounts * 100;

    [Fact]
    public async Task Transfers_that_read_before_they_write_keep_the_sum_and_lose_no_update()
    {
        await using EmbeddedGraph graph = EmbeddedGraph.InMemory();
        await RunAsync(graph, $"UNWIND range(0, {Accounts - 1}) AS i CREATE (:Account {{i: i, balance: 100, moves: 0}})");
        using CancellationTokenSource done = new();
        Task<int> reader = Task.Run(() => WatchAsync(graph, done.Token));
        Task[] writers = [.. Enumerable.Range(0, Writers).Select(seed => Task.Run(() => TransferAsync(graph, new Random(seed))))];
        await Task.WhenAll(writers);
        await done.CancelAsync();
        Assert.True(await reader > 0);
        long[] sums = await SumsAsync(graph);
        Assert.Equal([Total, 2L * Writers * TransfersPerWriter], sums);
    }

    private static async Task TransferAsync(EmbeddedGraph graph, Random random)
    {
        for (int i = 0; i < TransfersPerWriter; i++)
        {
            int from = random.Next(Accounts);
            int to = (from + 1 + random.Next(Accounts - 1)) % Accounts;
            while (!await TryTransferAsync(graph, from, to, random.Next(1, 20)))
            {
                await Task.Yield();
            }
        }
    }

    /// <summary>False where another transaction came in between.</summary>
    private static async Task<bool> TryTransferAsync(EmbeddedGraph graph, int from, int to, long amount)
    {
        try
        {
            await using IGraphTransaction transaction = await graph.BeginAsync();
            (long Balance, long Moves) source = await ReadAsync(transaction, from);
            (long Balance, long Moves) target = await ReadAsync(transaction, to);
            await WriteAsync(transaction, from, source.Balance - amount, source.Moves + 1);
            await WriteAsync(transaction, to, target.Balance + amount, target.Moves + 1);
            await transaction.CommitAsync();
            return true;
        }
        catch (GraphException error) when (error.IsTransient)
        {
            return false;
        }
    }

    private static async Task<(long Balance, long Moves)> ReadAsync(IGraphTransaction transaction, int account)
    {
        await using IGraphResult result = await transaction.RunAsync(
            "MATCH (a:Account {i: $i}) RETURN a.balance, a.moves", MapValue.Of(("i", account)));
        Assert.True(await result.ReadAsync());
        return (result.Current[0].AsInteger(), result.Current[1].AsInteger());
    }

    private static async Task WriteAsync(IGraphTransaction transaction, int account, long balance, long moves)
    {
        await using IGraphResult result = await transaction.RunAsync(
            "MATCH (a:Account {i: $i}) SET a.balance = $balance, a.moves = $moves",
            MapValue.Of(("i", account), ("balance", balance), ("moves", moves)));
        await result.ConsumeAsync();
    }

    /// <summary>Looks at the sum as often as it can; how often it did.</summary>
    private static async Task<int> WatchAsync(EmbeddedGraph graph, CancellationToken done)
    {
        int looks = 0;
        do
        {
            Assert.Equal(Total, (await SumsAsync(graph))[0]);
            looks++;
        }
        while (!done.IsCancellationRequested);
        return looks;
    }

    private static async Task<long[]> SumsAsync(EmbeddedGraph graph)
    {
        await using IGraphResult result = await graph.RunAsync("MATCH (a:Account) RETURN sum(a.balance), sum(a.moves)", null, TransactionOptions.ReadOnly);
        Assert.True(await result.ReadAsync());
        return [result.Current[0].AsInteger(), result.Current[1].AsInteger()];
    }

    private static async Task RunAsync(EmbeddedGraph graph, string statement)
    {
        await using IGraphResult result = await graph.RunAsync(statement);
        await result.ConsumeAsync();
    }
}
