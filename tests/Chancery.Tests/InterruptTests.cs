using System.Diagnostics;
using System.Globalization;
using Chancery.Cli;
using Xunit;

namespace Chancery.Tests;

/// <summary>Ctrl-C in the middle of the real program's work.</summary>
public sealed class InterruptTests
{
    private const int Cables = 100;

    // A batch of cables takes twice as much on disk, the empty graph a fraction of it.
    private const long FirstBatch = 1_000_000;

    [Fact]
    public async Task An_interrupted_ingest_stops_cleanly_and_goes_on_where_it_was()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "There is no SIGINT to send to another process on Windows.");
        using TemporaryFolder folder = new();
        SeedCorpus.Write(folder, Cables);
        string graph = "embedded:" + folder["graph"];
        using CommandRun run = CommandRun.Start([], "ingest", folder["in"], "--graph", graph);
        while (!run.HasExited && SeedCorpus.Written(folder["graph"]) < FirstBatch)
        {
            await Task.Yield();
        }

        using (Process kill = Process.Start("sh", ["-c", string.Create(CultureInfo.InvariantCulture, $"kill -INT {run.Id}")]))
        {
            await kill.WaitForExitAsync(TestContext.Current.CancellationToken);
        }

        (int code, _, string error) = await run.EndAsync();
        Assert.True(code == ExitCode.Cancelled, $"{code}: {error}");
        string told = error.Split('\n').First(line => line.StartsWith("cancelled:", StringComparison.Ordinal));
        string job = told[(told.LastIndexOf(' ') + 1)..].Trim();

        Assert.Equal(ExitCode.Done, (await RunAsync("check", "--graph", graph)).Code);
        int loaded = await CountAsync(graph, "MATCH (c:Cable) WHERE c.text IS NOT NULL RETURN count(c) AS n");
        Assert.InRange(loaded, 1, Cables - 1);
        Assert.Equal(1, await CountAsync(graph, $"MATCH (j:Job {{id: '{job}'}}) WHERE toLower(j.state) = 'cancelled' RETURN count(j) AS n"));

        (code, _, error) = await RunAsync("ingest", "--resume", job, "--graph", graph);
        Assert.True(code == ExitCode.Done, error);
        Assert.Contains($"{Cables - loaded} loaded, {loaded} unchanged", error);
    }

    // In this process, which is quicker.
    private static async Task<(int Code, string Output, string Error)> RunAsync(params string[] arguments)
    {
        using StringWriter output = new();
        using StringWriter error = new();
        int code = await CommandLine.RunAsync(arguments, output, error);
        return (code, output.ToString(), error.ToString());
    }

    private static async Task<int> CountAsync(string graph, string query)
    {
        string output = (await RunAsync("query", query, "--format", "jsonl", "--graph", graph)).Output;
        return System.Text.Json.JsonElement.Parse(output).GetProperty("n").GetInt32();
    }
}
