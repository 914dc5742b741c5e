using Chancery.Graph;
using Xunit;

namespace Chancery.Cypher.Tests.Expressions;

public sealed class MemoryTests
{
    [Theory]
    [InlineData("RETURN size(range(1, 1000000000)) AS size")]
    [InlineData("RETURN size(reduce(list = [1], x IN range(1, 35) | list + list)) AS size")]
    [InlineData("RETURN size(reduce(text = 'a', x IN range(1, 35) | text + text)) AS size")]
    [InlineData("UNWIND range(1, 500000) AS x RETURN size(collect(x)) AS size")]
    [InlineData("UNWIND range(1, 500000) AS x RETURN count(DISTINCT x) AS size")]
    public async Task A_value_beyond_the_limit_ends_the_statement(string query)
    {
        GraphException failure = await Assert.ThrowsAsync<GraphException>(async () => await RunAsync(query));
        Assert.Equal("Neo.TransientError.General.MemoryPoolOutOfMemoryError", failure.Code);
    }

    [Theory]
    [InlineData("UNWIND range(1, 2000) AS x RETURN sum(size(range(1, 10000))) AS size", 20_000_000)]
    [InlineData("UNWIND range(1, 2000) AS x CALL { WITH x UNWIND range(1, 1000) AS y RETURN collect(DISTINCT y) AS all } RETURN sum(size(all)) AS size", 2_000_000)]
    public async Task What_was_let_go_counts_no_more(string query, long size) => Assert.Equal(size, await RunAsync(query));

    private static async Task<Value> RunAsync(string query)
    {
        await using EmbeddedGraph graph = EmbeddedGraph.InMemory(new EmbeddedGraphOptions { MaxMemory = 4_000_000 });
        await using IGraphResult result = await graph.RunAsync(query);
        Assert.True(await result.ReadAsync());
        return result.Current[0];
    }
}
