using Chancery.Graph;
using Xunit;

namespace Chancery.Cypher.Tests.Execution;

/// <summary>Limits of time, rows and memory, and cancellation: a clear error, and the graph as it was.</summary>
public sealed class LimitTests
{
    // Long enough to pass any limit, in operators of every kind.
    public static TheoryData<string> LongStatements =>
    [
        "UNWIND range(1, 1000000000) AS i RETURN count(i)",
        "MATCH (a), (b), (c), (d), (e), (f) RETURN count(a.x + b.x)",
        "MATCH (a)-[*]-(b) RETURN count(b)",
        "MATCH (a) ((x)-->(y))+ (b) RETURN count(b)",
        "RETURN reduce(s = 0, x IN range(1, 1000000) | s + x)",
        "RETURN all(x IN range(1, 1000000) WHERE x > 0)",
        "UNWIND range(1, 1000000000) AS i WITH i WHERE i < 0 RETURN i",
        "UNWIND range(1, 1000000000) AS i WITH DISTINCT i % 10 AS k RETURN k",
        "MATCH (a), (b), (c), (d), (e), (f) WHERE a.x + b.x + c.x + d.x + e.x + f.x < 0 CREATE (:New)",
        "UNWIND range(1, 1000000000) AS i CALL (i) { RETURN i AS j } RETURN max(j)",
        "RETURN COUNT { UNWIND range(1, 1000000000) AS i RETURN i }",
        "MATCH (a)-[r]-() WITH collect(r) AS rs UNWIND range(1, 1000000000) AS i FOREACH (x IN rs | SET x.done = true)",
    ];

    [Theory]
    [MemberData(nameof(LongStatements))]
    public async Task Time_limit_ends_the_statement(string statement)
    {
        await using EmbeddedGraph graph = await DenseGraphAsync(new EmbeddedGraphOptions { Clock = new HurriedClock() });
        long commits = graph.Store.CommitNumber;
        GraphException error = await Assert.ThrowsAsync<GraphException>(
            () => ReadAllAsync(graph, statement, new TransactionOptions { Timeout = TimeSpan.FromHours(2) }));
        Assert.Equal("Neo.ClientError.Transaction.TransactionTimedOut", error.Code);
        Assert.Equal(commits, graph.Store.CommitNumber);
    }

    [Theory]
    [MemberData(nameof(LongStatements))]
    public async Task Cancellation_ends_the_statement(string statement)
    {
        using CancellationTokenSource source = new();
        // The statement itself comes by the clock again and again; the third time it is cancelled.
        await using EmbeddedGraph graph = await DenseGraphAsync(new EmbeddedGraphOptions { Clock = new HurriedClock(3, source.Cancel) });
        GraphException error = await Assert.ThrowsAsync<GraphException>(
            () => ReadAllAsync(graph, statement, new TransactionOptions { Timeout = TimeSpan.FromDays(1000) }, source.Token));
        Assert.Equal("Neo.TransientError.Transaction.Terminated", error.Code);
    }

    [Theory]
    [InlineData("UNWIND range(1, 10000000) AS i WITH i ORDER BY -i RETURN i")]
    [InlineData("UNWIND range(1, 10000000) AS i WITH collect(i) AS all RETURN size(all)")]
    [InlineData("UNWIND range(1, 10000000) AS i WITH DISTINCT i RETURN count(i)")]
    [InlineData("UNWIND range(1, 10000000) AS i WITH i, count(*) AS c RETURN max(c)")]
    [InlineData("UNWIND range(1, 10000000) AS i RETURN count(DISTINCT i)")]
    [InlineData("UNWIND range(1, 10000000) AS i RETURN percentileDisc(i, 0.5)")]
    public async Task Memory_limit_ends_the_statement(string statement)
    {
        await using EmbeddedGraph graph = EmbeddedGraph.InMemory();
        GraphException error = await Assert.ThrowsAsync<GraphException>(
            () => ReadAllAsync(graph, statement, new TransactionOptions { MaxMemory = 1_000_000 }));
        Assert.Equal("Neo.TransientError.General.MemoryPoolOutOfMemoryError", error.Code);
    }

    [Theory]
    [InlineData("UNWIND range(1, 200) AS i WITH i, $text + i AS s ORDER BY -i RETURN size(s)")]
    [InlineData("UNWIND range(1, 200) AS i WITH collect($text + i) AS all RETURN size(all)")]
    [InlineData("UNWIND range(1, 200) AS i WITH DISTINCT $text + i AS s RETURN count(s)")]
    [InlineData("UNWIND range(1, 200) AS i WITH $text + i AS s, count(*) AS c RETURN max(c)")]
    [InlineData("UNWIND range(1, 200) AS i RETURN count(DISTINCT $text + i)")]
    public async Task Long_strings_that_are_kept_count_in_full(string statement)
    {
        await using EmbeddedGraph graph = EmbeddedGraph.InMemory();
        MapValue parameters = MapValue.Of(("text", new string('x', 5000)));
        GraphException error = await Assert.ThrowsAsync<GraphException>(
            () => ReadAllAsync(graph, statement, parameters, new TransactionOptions { MaxMemory = 1_000_000 }));
        Assert.Equal("Neo.TransientError.General.MemoryPoolOutOfMemoryError", error.Code);
        await ReadAllAsync(graph, statement, parameters, new TransactionOptions { MaxMemory = 10_000_000 });
    }

    [Fact]
    public async Task Memory_that_was_given_back_does_not_count()
    {
        await using EmbeddedGraph graph = EmbeddedGraph.InMemory();
        Assert.Equal(1000, await ReadAllAsync(
            graph,
            "UNWIND range(1, 1000) AS i CALL (i) { UNWIND range(1, 100) AS j WITH j ORDER BY -j RETURN max(j) AS m } RETURN m",
            new TransactionOptions { MaxMemory = 100_000 }));
    }

    [Fact]
    public async Task Row_limit_lets_as_many_records_through()
    {
        await using EmbeddedGraph graph = EmbeddedGraph.InMemory();
        TransactionOptions options = new() { MaxRows = 10 };
        Assert.Equal(10, await ReadAllAsync(graph, "UNWIND range(1, 10) AS i RETURN i", options));
        GraphException error = await Assert.ThrowsAsync<GraphException>(() => ReadAllAsync(graph, "UNWIND range(1, 11) AS i RETURN i", options));
        Assert.Contains("10", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_write_that_exceeds_its_limit_leaves_no_trace()
    {
        await using EmbeddedGraph graph = EmbeddedGraph.InMemory();
        await Assert.ThrowsAsync<GraphException>(
            () => ReadAllAsync(graph, "UNWIND range(1, 100) AS i CREATE (:A {i: i}) RETURN i", new TransactionOptions { MaxRows = 50 }));
        Assert.Equal(0, graph.Store.Current.NodeCount);
    }

    private static async Task<EmbeddedGraph> DenseGraphAsync(EmbeddedGraphOptions options)
    {
        EmbeddedGraph graph = EmbeddedGraph.InMemory(options);
        await ReadAllAsync(graph, "UNWIND range(1, 40) AS i CREATE (:N {x: i})", TransactionOptions.Default);
        await ReadAllAsync(graph, "MATCH (a:N), (b:N) WHERE a.x < b.x CREATE (a)-[:R]->(b)", TransactionOptions.Default);
        return graph;
    }

    private static async Task<int> ReadAllAsync(
        EmbeddedGraph graph, string statement, TransactionOptions options, CancellationToken cancellationToken = default) =>
        await ReadAllAsync(graph, statement, null, options, cancellationToken);

    private static async Task<int> ReadAllAsync(
        EmbeddedGraph graph, string statement, MapValue? parameters, TransactionOptions options, CancellationToken cancellationToken = default)
    {
        await using IGraphResult result = await graph.RunAsync(statement, parameters, options, cancellationToken);
        int rows = 0;
        while (await result.ReadAsync(CancellationToken.None))
        {
            rows++;
        }

        return rows;
    }

    /// <summary>A clock on which an hour passes at every look; at one of them it may call somebody.</summary>
    private sealed class HurriedClock(int callAt = 0, Action? call = null) : TimeProvider
    {
        private long _looks;

        public override long TimestampFrequency => 1;

        public override long GetTimestamp()
        {
            _looks++;
            if (call is not null && _looks > callAt)
            {
                call();
            }

            return _looks * 3600;
        }
    }
}
