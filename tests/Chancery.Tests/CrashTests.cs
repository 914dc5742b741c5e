using Chancery.Cli;
using Xunit;

namespace Chancery.Tests;

/// <summary>The real program, killed in the middle and started again.</summary>
public sealed class CrashTests
{
    private const int Cables = 400;

    private const string Dump =
        """
        MATCH (n) WHERE NOT n:Job AND NOT n:Problem AND NOT n:Migration
        OPTIONAL MATCH (n)-[r]->(m)
        WITH n, r, m ORDER BY coalesce(n.id, n.tag), type(r), coalesce(m.id, m.tag), r.key
        RETURN labels(n) AS labels, properties(n) AS node, collect([type(r), coalesce(m.id, m.tag), properties(r)]) AS edges
        ORDER BY coalesce(node.id, node.tag), labels
        """;

    [Fact]
    public async Task A_killed_ingest_started_again_gives_the_clean_graph()
    {
        using TemporaryFolder folder = new();
        SeedCorpus.Write(folder, Cables);
        string clean = "embedded:" + folder["clean"];
        Assert.Equal(ExitCode.Done, (await CommandRun.RunAsync("ingest", folder["in"], "--graph", clean)).Code);

        string graph = "embedded:" + folder["graph"];
        int kills = 0;
        foreach (int commits in new[] { 1, 3, 6 })
        {
            using CommandRun run = CommandRun.Start([], "ingest", folder["in"], "--graph", graph);
            kills += await KillAfterWritesAsync(run, folder["graph"], commits) ? 1 : 0;
        }

        Assert.True(kills > 0, "the program was always done before it could be killed");
        (int code, _, string error) = await CommandRun.RunAsync("ingest", folder["in"], "--graph", graph);
        Assert.True(code == ExitCode.Done, error);
        Assert.Equal(ExitCode.Done, (await CommandRun.RunAsync("check", "--graph", graph)).Code);
        Assert.Equal(
            (await CommandRun.RunAsync("query", Dump, "--format", "jsonl", "--graph", clean)).Output,
            (await CommandRun.RunAsync("query", Dump, "--format", "jsonl", "--graph", graph)).Output);
    }

    [Fact]
    public async Task A_second_process_on_the_same_folder_is_told_so()
    {
        using TemporaryFolder folder = new();
        SeedCorpus.Write(folder, Cables);
        string graph = "embedded:" + folder["graph"];
        using CommandRun first = CommandRun.Start([], "ingest", folder["in"], "--graph", graph);
        await WaitAsync(() => first.HasExited || SeedCorpus.Written(folder["graph"]) > 0);
        (int code, _, string error) = await CommandRun.RunAsync("query", "RETURN 1", "--graph", graph);
        Assert.False(first.HasExited, "the first process was done before the second came");
        Assert.Equal(ExitCode.GraphUnavailable, code);
        Assert.Contains(folder["graph"], error);
        Assert.Equal(ExitCode.Done, (await first.EndAsync()).Code);
    }

    /// <summary>Kills the process once the store grew so many times; false where it was done before.</summary>
    private static async Task<bool> KillAfterWritesAsync(CommandRun run, string store, int times)
    {
        long size = SeedCorpus.Written(store);
        for (int grown = 0; grown < times; grown++)
        {
            await WaitAsync(() => run.HasExited || SeedCorpus.Written(store) != size);
            size = SeedCorpus.Written(store);
        }

        if (run.HasExited)
        {
            return false;
        }

        run.Kill();
        await run.EndAsync();
        return true;
    }

    private static async Task WaitAsync(Func<bool> condition)
    {
        while (!condition())
        {
            await Task.Yield();
        }
    }
}
