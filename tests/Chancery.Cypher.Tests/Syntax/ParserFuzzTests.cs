using System.Globalization;
using System.Text;
using Chancery.Cypher.Binding;
using Chancery.Cypher.Syntax;
using Chancery.Graph;
using Xunit;

namespace Chancery.Cypher.Tests.Syntax;

/// <summary>
/// Any text either means something or fails with a place. <c>CHANCERY_FUZZ_ROUNDS</c> asks for more rounds, <c>CHANCERY_FUZZ_SEED</c> for
/// others; a failure names the seed and the text.
/// </summary>
public sealed class ParserFuzzTests
{
    private const int SmallStack = 1024 * 1024;

    private static readonly string[] s_pieces =
    [
        "MATCH ", "RETURN ", " WHERE ", "WITH ", " AS x ", "(n)", "(", ")", "[", "]", "{", "}", "-[:R*1..2]->", "-->", "<-", "--", "'", "\"", "`", "$p", "$",
        "1", "0x", "1.5e", "..", ".", ",", ";", ":", "::", "|", "||", "&", "!", "%", "*", "+", "-", "/", "//", "/*", "*/", "^", "=", "=~", "<>", "<", ">=", "!=",
        " AND ", " OR ", " NOT ", " IN ", " IS NULL", " CASE WHEN ", " THEN ", " END", "EXISTS {", "COUNT {", "CALL {", "count(*)", "collect(n)", "[x IN ",
        "all(x IN ", "reduce(a = 0, x IN ", "\\u00", "\\", "\n", "\t", "\u2014", "\uD83D", "\uD83D\uDE00", "é", "\0", " ORDER BY ", " LIMIT ", "UNION ",
        "CREATE ", "MERGE ", "SET n.x = ", "DELETE ", "SHOW ", "INDEX ", " YIELD ", "shortestPath(", "SHORTEST 2 ", "{1,3}", "n {.*}", " IS :: LIST<", "null",
    ];

    private static readonly BindingOptions s_options = new(ProcedureCatalogue.Empty);

    [Fact]
    public void Any_text_means_something_or_fails_with_a_place()
    {
        int rounds = Setting("CHANCERY_FUZZ_ROUNDS", 4000);
        int seed = Setting("CHANCERY_FUZZ_SEED", 20050426);
        Random random = new(seed);
        string[] seeds = [.. CaseTable.Read("statements.txt"), .. CaseTable.ReadPairs("errors.txt").Select(p => p.Input)];
        for (int round = 0; round < rounds; round++)
        {
            string text = Mutate(seeds[random.Next(seeds.Length)], random);
            string? fault = FaultOf(text);
            Assert.True(fault is null, $"Seed {seed}, round {round}: {fault}\n{text}");
        }
    }

    [Fact]
    public async Task Whatever_binds_runs_or_fails_for_a_reason_of_its_own()
    {
        int rounds = Setting("CHANCERY_FUZZ_ROUNDS", 4000) / 4;
        int seed = Setting("CHANCERY_FUZZ_SEED", 20050426);
        Random random = new(seed);
        string[] seeds = [.. CaseTable.Read("statements.txt"), .. (TckStatements.ReadAll() ?? []).Select(s => s.Text).Distinct()];
        TransactionOptions limits = new() { Timeout = TimeSpan.FromSeconds(10), MaxRows = 10_000, MaxMemory = 16_000_000 };
        for (int round = 0; round < rounds; round++)
        {
            string seedText = seeds[random.Next(seeds.Length)];
            string text = random.Next(4) == 0 ? Mutate(seedText, random) : Exchange(seedText, seeds[random.Next(seeds.Length)], random);
            if (FaultOf(text) is null)
            {
                await using EmbeddedGraph graph = EmbeddedGraph.InMemory();
                await RunAsync(graph, "CREATE (a:A {x: 1, name: 'a'})-[:R {w: 1}]->(b:B {x: 2})-[:R]->(c:A:C {x: 3}), (a)-[:T]->(c)", limits);
                string? fault = await RunAsync(graph, text, limits);
                Assert.True(fault is null, $"Seed {seed}, round {round}: {fault}\n{text}");
            }
        }
    }

    private static async Task<string?> RunAsync(EmbeddedGraph graph, string text, TransactionOptions limits)
    {
        try
        {
            await using IGraphResult result = await graph.RunAsync(text, MapValue.Of(("p", 1L)), limits);
            while (await result.ReadAsync())
            {
            }

            return null;
        }
        catch (GraphException error)
        {
            return error.Code.StartsWith("Neo.DatabaseError.", StringComparison.Ordinal) ? error.ToString() : null;
        }
    }

    [Theory]
    [InlineData("RETURN ", "(", "1", ")")]
    [InlineData("RETURN ", "[", "1", "]")]
    [InlineData("RETURN ", "{a: ", "1", "}")]
    [InlineData("RETURN ", "[x IN ", "[1]", "]")]
    [InlineData("RETURN ", "NOT ", "true", "")]
    [InlineData("RETURN ", "- ", "1", "")]
    [InlineData("RETURN ", "abs(", "1", ")")]
    [InlineData("RETURN ", "[0][", "0", "]")]
    [InlineData("RETURN ", "CASE WHEN true THEN ", "1", " END")]
    [InlineData("RETURN ", "COUNT { RETURN ", "1", " }")]
    [InlineData("RETURN ", "all(x IN [1] WHERE ", "true", ")")]
    [InlineData("RETURN ", "[()-->() | ", "1", "]")]
    [InlineData("RETURN 1 IS :: ", "LIST<", "INTEGER", ">")]
    [InlineData("MATCH ", "(", "(a)-->(b)", ")")]
    [InlineData("MATCH (n:", "!", "A", ") RETURN n")]
    [InlineData("MATCH (n:", "(", "A", ")) RETURN n")]
    [InlineData("", "CALL { ", "RETURN 1 AS x", " }")]
    [InlineData("", "FOREACH (x IN [1] | ", "CREATE ()", ")")]
    [InlineData("RETURN ", "(", "", "")]
    [InlineData("RETURN 1", " ^ (1 + 1", "", "")]
    public void Deep_nesting_is_refused_in_little_stack(string before, string open, string middle, string close)
    {
        const int Depth = 100_000;
        StringBuilder text = new(before);
        text.Insert(text.Length, open, Depth).Append(middle).Insert(text.Length, close, Depth);
        Assert.StartsWith("The statement is nested more than 256 levels deep", OutcomeInSmallStack(text.ToString()), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("RETURN 1", " + 1")]
    [InlineData("RETURN 1", " - 1 * 2")]
    [InlineData("RETURN 'a'", " || 'a'")]
    [InlineData("RETURN {a: 1}", ".a")]
    [InlineData("RETURN [1]", "[0]")]
    [InlineData("RETURN [1]", "[0..]")]
    [InlineData("RETURN 1", " IS NULL")]
    [InlineData("RETURN 1", " IN [1]")]
    public void High_expressions_are_refused_in_little_stack(string before, string repeated)
    {
        string text = new StringBuilder(before).Insert(before.Length, repeated, 100_000).ToString();
        Assert.StartsWith("The expression is too deep", OutcomeInSmallStack(text), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("RETURN 1", " = 1")]
    [InlineData("RETURN true", " AND true")]
    [InlineData("RETURN true", " OR false")]
    [InlineData("RETURN [1", ", 1", "]")]
    [InlineData("MATCH (n)", "-->()", " RETURN n")]
    [InlineData("MATCH (n:A", "|A", ") RETURN n")]
    [InlineData("RETURN 'a", "\\n''", "'")]
    [InlineData("RETURN 1 AS x", " UNION ALL RETURN 1 AS x")]
    [InlineData("CREATE ()", " CREATE ()")]
    [InlineData("RETURN 1 /*", "*", "*/")]
    public void Wide_statements_are_taken_in_little_stack(string before, string repeated, string after = "")
    {
        string text = new StringBuilder(before).Insert(before.Length, repeated, 20_000).Append(after).ToString();
        Assert.Equal("", OutcomeInSmallStack(text));
    }

    private static int Setting(string name, int otherwise) =>
        int.TryParse(Environment.GetEnvironmentVariable(name), CultureInfo.InvariantCulture, out int value) ? value : otherwise;

    /// <summary>Exchanges tokens of one kind between statements, so that most of what comes out still parses.</summary>
    private static string Exchange(string text, string other, Random random)
    {
        for (int edits = random.Next(1, 4); edits > 0; edits--)
        {
            Token[] here = Lexer.Tokenize(text);
            Token old = here[random.Next(here.Length)];
            Token[] there = [.. Lexer.Tokenize(other).Where(t => t.Kind == old.Kind && t.Keyword == Keyword.None == (old.Keyword == Keyword.None))];
            if (there.Length > 0)
            {
                Token replacement = there[random.Next(there.Length)];
                text = text[..old.Offset] + replacement.Span.In(other) + text[old.End..];
            }
        }

        return text;
    }

    private static string Mutate(string text, Random random)
    {
        StringBuilder result = new(text);
        for (int edits = random.Next(1, 6); edits > 0; edits--)
        {
            int at = random.Next(result.Length + 1);
            int length = Math.Min(random.Next(1, 12), result.Length - at);
            switch (random.Next(4))
            {
                case 0:
                    result.Remove(at, length);
                    break;
                case 1:
                    result.Insert(at, result.ToString(at, length));
                    break;
                case 2:
                    result.Remove(at, length).Insert(at, s_pieces[random.Next(s_pieces.Length)]);
                    break;
                default:
                    result.Insert(at, s_pieces[random.Next(s_pieces.Length)]);
                    break;
            }
        }

        return result.ToString();
    }

    private static string? FaultOf(string text)
    {
        try
        {
            Binder.Bind(text, s_options);
            return null;
        }
        catch (GraphException error) when (error is { AtCompileTime: true, Kind: not null, Detail: not null, Position: { } position }
            && position.Offset >= 0 && position.Offset <= text.Length)
        {
            return null;
        }
#pragma warning disable CA1031 // Whatever else is thrown is the finding.
        catch (Exception error)
#pragma warning restore CA1031
        {
            return error.ToString();
        }
    }

    private static string OutcomeInSmallStack(string text)
    {
        string outcome = "";
        Thread thread = new(
            () =>
            {
                try
                {
                    Binder.Bind(text, s_options);
                }
                catch (GraphException error)
                {
                    outcome = error.Message;
                }
            },
            SmallStack);
        thread.Start();
        thread.Join();
        return outcome;
    }
}
