using System.Text;
using Chancery.Cypher.Binding;
using Chancery.Cypher.Procedures;
using Chancery.Graph;
using Xunit;

namespace Chancery.Cypher.Tests.Syntax;

public sealed class StatementRunTests
{
    private static readonly MapValue s_parameters = MapValue.Of(
        ("p", 1L), ("0", 2L), ("odd name", 3L), ("k", 2L), ("n", 1L), ("key", "k"), ("all", MapValue.Of(("a", 1L))), ("url", "file:///none.csv"),
        ("rows", Value.List(Value.Map(MapValue.Of(("x", 1L))))), ("size", 10L), ("props", MapValue.Of(("b", 2L))), ("name", "by_parameter"),
        ("options", MapValue.Empty), ("id", "transaction-1"));

    [Fact]
    public async Task No_statement_of_the_table_finds_a_fault_of_the_engine()
    {
        StringBuilder failures = new();
        foreach (string statement in CaseTable.Read("statements.txt"))
        {
            EmbeddedGraphOptions options = new()
            {
                MoreProcedures =
                [
                    new(ProcedureSignature.Parse("test.optional(in :: INTEGER, other = 1 + 1 :: INTEGER) :: (out :: INTEGER)"), (arguments, _) => [[arguments[1]]]),
                ],
            };
            await using EmbeddedGraph graph = EmbeddedGraph.InMemory(options);
            await RunAsync(graph, "CREATE (a:A {x: 1, name: 'a'})-[:R {w: 1}]->(b:B {x: 2, name: 'b'})-[:R]->(c:A:C {x: 3}), (a)-[:T]->(c)");
            try
            {
                await RunAsync(graph, statement);
            }
            catch (GraphException error) when (error.Code.StartsWith("Neo.DatabaseError.", StringComparison.Ordinal))
            {
                failures.AppendLine(statement).AppendLine($"    {error}");
            }
            catch (GraphException)
            {
                // The statement's own fault: a name that is taken or missing, a folder that is not open.
            }
        }

        Assert.True(failures.Length == 0, failures.ToString());
    }

    [Theory]
    [InlineData("RETURN 1", " + 1", 500, "")]
    [InlineData("RETURN true", " AND true", 5000, "")]
    [InlineData("RETURN [1", ", 1", 20_000, "]")]
    [InlineData("RETURN ", "[", 100, "1]", "]")]
    [InlineData("RETURN ", "(1 + ", 100, "1)", ")")]
    [InlineData("RETURN ", "abs(", 100, "1)", ")")]
    [InlineData("RETURN ", "CASE WHEN true THEN ", 60, "1 END", " END")]
    [InlineData("RETURN ", "COUNT { RETURN ", 40, "1 AS x }", " AS x }")]
    [InlineData("RETURN 1 AS x", " UNION ALL RETURN 1 AS x", 500, "")]
    [InlineData("CREATE ()", ", ()", 2000, "")]
    [InlineData("MATCH (n)", "-->()", 40, " RETURN n")]
    public async Task Large_statements_run(string before, string repeated, int times, string after, string close = "")
    {
        string statement = before + string.Concat(Enumerable.Repeat(repeated, times)) + after + string.Concat(Enumerable.Repeat(close, times - 1));
        await using EmbeddedGraph graph = EmbeddedGraph.InMemory();
        await RunAsync(graph, statement);
    }

    private static async Task RunAsync(EmbeddedGraph graph, string statement)
    {
        await using IGraphResult result = await graph.RunAsync(statement, s_parameters);
        while (await result.ReadAsync())
        {
        }

        await result.ConsumeAsync();
    }
}
