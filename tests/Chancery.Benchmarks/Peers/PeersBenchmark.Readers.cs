using System.Diagnostics;
using System.Text.Json;
using Chancery.Cypher;
using Chancery.Graph;

namespace Chancery.Benchmarks.Peers;

internal sealed partial class PeersBenchmark
{
    private const string Read = "MATCH (p:Person {id:$id})-[h:HOLDS]->(o:Organization) RETURN o.name";
    private const double ReadMilliseconds = 1000;

    private static readonly (string Name, string? Cypher, TimeSpan Pause)[] Writers =
    [
        ("alone", null, default),
        ("paced_writer", "UNWIND range(1, 100) AS number CREATE (:Note {number:number})", TimeSpan.FromMilliseconds(50)),
        ("busy_writer", "CREATE (:Note {number:1})", TimeSpan.Zero),
    ];

    /// <summary>
    /// 1-hop reads a second by one thread and by two: alone, beside a writer that commits a batch every 50 ms, and beside one that commits
    /// without a pause and so wants a core of its own. Each commit is synced.
    /// </summary>
    private async Task ReadersAsync()
    {
        await using EmbeddedGraph graph = await EmbeddedGraph.OpenAsync(Graph("copy"));
        string[] ids = _data.Parameters().Ids;
        // Until the code is compiled for speed, which it is in the background.
        await ReadForAsync(graph, ids, 0, 1500);
        foreach ((string name, string? cypher, TimeSpan pause) in Writers)
        {
            foreach (int threads in (int[])[1, 2])
            {
                using CancellationTokenSource done = new();
                TimeSpan paused = GC.GetTotalPauseDuration();
                TimeSpan processor = Environment.CpuUsage.TotalTime;
                long allocated = GC.GetTotalAllocatedBytes();
                Task<int> writer = cypher is null ? Task.FromResult(0) : OnThread(() => WriteUntilAsync(graph, cypher, pause, done.Token));
                long start = Stopwatch.GetTimestamp();
                int[] reads = await Task.WhenAll(Enumerable.Range(0, threads).Select(thread => OnThread(() => ReadForAsync(graph, ids, thread, ReadMilliseconds))));
                double seconds = Stopwatch.GetElapsedTime(start).TotalSeconds;
                await done.CancelAsync();
                _results[$"{name}_{threads}"] = new
                {
                    reads_s = Math.Round(reads.Sum() / seconds),
                    commits_s = Math.Round(await writer / seconds),
                    cores = Math.Round((Environment.CpuUsage.TotalTime - processor).TotalSeconds / seconds, 2),
                    gc_pause_ms = Math.Round((GC.GetTotalPauseDuration() - paused).TotalMilliseconds),
                    allocated_mb = (GC.GetTotalAllocatedBytes() - allocated) >> 20,
                };
                Console.Error.WriteLine($"{name} {threads} {JsonSerializer.Serialize(_results[$"{name}_{threads}"])}");
            }
        }
    }

    // Readers would keep the writer off the thread pool, which has as many threads as there are cores.
    private static Task<int> OnThread(Func<Task<int>> work) =>
        Task.Factory.StartNew(() => work().GetAwaiter().GetResult(), CancellationToken.None, TaskCreationOptions.LongRunning, TaskScheduler.Default);

    private static async Task<int> ReadForAsync(EmbeddedGraph graph, string[] ids, int thread, double milliseconds)
    {
        long start = Stopwatch.GetTimestamp();
        int reads = 0;
        while (Elapsed(start) < milliseconds)
        {
            await CountAsync(graph, Read, MapValue.Of(("id", ids[(reads * 7 + thread) % ids.Length])));
            reads++;
        }

        return reads;
    }

    private static async Task<int> WriteUntilAsync(EmbeddedGraph graph, string cypher, TimeSpan pause, CancellationToken done)
    {
        int commits = 0;
        while (!done.IsCancellationRequested)
        {
            await using (IGraphResult result = await graph.RunAsync(cypher, cancellationToken: CancellationToken.None))
            {
                await result.ConsumeAsync(CancellationToken.None);
            }

            commits++;
            if (pause > TimeSpan.Zero)
            {
                Thread.Sleep(pause);
            }
        }

        return commits;
    }
}
