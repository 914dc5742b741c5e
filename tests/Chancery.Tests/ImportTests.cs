using System.Globalization;
using System.Text;
using Chancery.Cli;
using Chancery.Cypher;
using Chancery.Graph;
using Xunit;

namespace Chancery.Tests;

/// <summary><c>chancery import</c>: the command, and what a killed one leaves.</summary>
public sealed class ImportTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    private string Graph => "embedded:" + _folder["graph"];

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task Tables_become_a_graph_that_queries_and_checks()
    {
        (int code, string output, string error) = await ImportAsync(People("id:ID,name,born:int", "1,Ann,1950", "2,Ben,"), Knows("1,2,1999-01-31"));
        Assert.Equal((ExitCode.Done, ""), (code, output));
        Assert.Contains("has 2 nodes and 1 relationship after", error);
        Assert.EndsWith("0 rows set aside" + Environment.NewLine, error);
        (_, string rows, _) = await RunAsync(
            "query", "MATCH (a:Person:Official)-[r:KNOWS]->(b) RETURN a.name, a.born, toString(r.since), b.name, b.born", "--format", "csv", "--graph", Graph);
        Assert.EndsWith("Ann,1950,1999-01-31,Ben,", rows.TrimEnd());
        Assert.Equal(ExitCode.Done, (await RunAsync("check", "--graph", Graph)).Code);
        (code, _, error) = await ImportAsync(People("id:ID", "3"));
        Assert.Equal(ExitCode.Failed, code);
        Assert.Contains("The graph has 2 nodes already", error);
    }

    [Fact]
    public async Task The_first_bad_row_ends_it_and_skip_bad_sets_it_aside()
    {
        string people = People("id:ID|born:int", "1|1950", "2|x");
        (int code, _, string error) = await ImportAsync(people, "--delimiter", "|");
        Assert.Equal((ExitCode.Failed, $"{_folder["people.csv"]}: line 3, column 2 (born:int): 'x' is not a whole number of at most 64 bits."), (code, error.Trim()));
        (code, _, error) = await ImportAsync(people, "--delimiter", "|", "--skip-bad");
        Assert.Equal(ExitCode.SomeSetAside, code);
        Assert.Contains($"set aside: {_folder["people.csv"]}: line 3, column 2", error);
        Assert.Contains("has 1 node and 0 relationships", error);
        Assert.Contains("1 row set aside", error);
    }

    [Fact]
    public async Task Of_many_bad_rows_the_first_are_told()
    {
        (int code, _, string error) = await ImportAsync(People(["id:ID,born:int", .. Enumerable.Range(0, 50).Select(i => $"{i},x")]), "--skip-bad");
        Assert.Equal(ExitCode.SomeSetAside, code);
        Assert.Equal(20, error.Split("set aside: " + _folder["people.csv"]).Length - 1);
        Assert.Contains("set aside: 30 more rows", error);
    }

    [Fact]
    public async Task Wrong_usage_is_told()
    {
        string people = People("id:ID", "1");
        foreach ((string[] arguments, string message) in new[]
        {
            (new[] { "--graph", Graph }, "--nodes Person=people.csv"),
            (["--nodes", people, "--graph", "bolt://localhost:1"], "Only an embedded graph"),
            (["--nodes", "Person=" + _folder["absent.csv"], "--graph", Graph], $"{_folder["absent.csv"]}: there is no such file."),
            (["--nodes", people, "--delimiter", ";;", "--graph", Graph], "--delimiter takes one character"),
        })
        {
            (int code, string output, string error) = await RunAsync(["import", .. arguments]);
            Assert.Equal((ExitCode.Usage, ""), (code, output));
            Assert.Contains(message, error);
            Assert.False(Directory.Exists(_folder["graph"]));
        }
    }

    [Fact]
    public async Task A_killed_import_leaves_all_or_nothing()
    {
        const int Count = 100_000;
        string[] arguments =
        [
            "import", "--nodes", People(["id:ID,name", .. Enumerable.Range(0, Count).Select(i => $"{i},name of {i}")]),
            "--relationships", Knows([.. Enumerable.Range(0, Count).Select(i => $"{i},{i / 2},2001-02-03")]), "--graph", Graph,
        ];
        int kills = 0;
        foreach (int writes in new[] { 1, 2, 3, 4, 5 })
        {
            using CommandRun run = CommandRun.Start([], arguments);
            kills += await KillAfterWritesAsync(run, writes) ? 1 : 0;
            Assert.Contains(await CountAsync(), (long[])[0, 2 * Count]);
            Directory.Delete(_folder["graph"], recursive: true);
        }

        Assert.True(kills > 0, "the program was always done before it could be killed");
        using CommandRun first = CommandRun.Start([], arguments);
        await KillAfterWritesAsync(first, 1);
        if (await CountAsync() == 0)
        {
            Assert.Equal(ExitCode.Done, (await RunAsync(arguments)).Code);
        }

        Assert.Equal(2 * Count, await CountAsync());
        Assert.Equal(ExitCode.Done, (await RunAsync("check", "--graph", Graph)).Code);
    }

    private async Task<long> CountAsync()
    {
        await using EmbeddedGraph graph = await EmbeddedGraph.OpenAsync(_folder["graph"]);
        Assert.Empty(await graph.CheckAsync());
        await using IGraphResult result = await graph.RunAsync("RETURN COUNT { (n) } + COUNT { ()-->() }");
        Assert.True(await result.ReadAsync());
        return result.Current[0].AsInteger();
    }

    /// <summary>Kills the process once the store was seen to change so many times; false where it was done before.</summary>
    private async Task<bool> KillAfterWritesAsync(CommandRun run, int times)
    {
        long size = 0;
        for (int changed = 0; changed < times && !run.HasExited;)
        {
            await Task.Yield();
            long now = SeedCorpus.Written(_folder["graph"]);
            changed += now != size ? 1 : 0;
            size = now;
        }

        bool killed = !run.HasExited;
        run.Kill();
        await run.EndAsync();
        return killed;
    }

    private string People(params string[] lines) =>
        "Person:Official=" + _folder.Write("people.csv", string.Join('\n', lines) + "\n");

    private string Knows(params string[] lines) =>
        "KNOWS=" + _folder.Write("knows.csv", new StringBuilder(":START_ID,:END_ID,since:date\n").AppendJoin('\n', lines).ToString());

    private Task<(int Code, string Output, string Error)> ImportAsync(string nodes, params string[] more) =>
        more is [string relationships, ..] && relationships.StartsWith("KNOWS=", StringComparison.Ordinal)
            ? RunAsync("import", "--nodes", nodes, "--relationships", relationships, "--graph", Graph)
            : RunAsync(["import", "--nodes", nodes, "--graph", Graph, .. more]);

    private static async Task<(int Code, string Output, string Error)> RunAsync(params string[] arguments)
    {
        using StringWriter output = new(CultureInfo.InvariantCulture);
        using StringWriter error = new(CultureInfo.InvariantCulture);
        int code = await CommandLine.RunAsync(arguments, output, error);
        return (code, output.ToString(), error.ToString());
    }
}
