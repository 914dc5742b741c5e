using System.Diagnostics;
using System.Globalization;
using System.Text.Json;
using Chancery.Cypher;
using Chancery.Cypher.Storage;
using Chancery.Graph;

namespace Chancery.Benchmarks.Peers;

/// <summary>The workload of the peers' harness, one phase a process: copy, merge, single, open, query, readers.</summary>
internal sealed partial class PeersBenchmark(string folder)
{
    private readonly PeersData _data = new(Path.Combine(folder, "data"));
    private readonly Dictionary<string, object> _results = [];

    public async Task<int> RunAsync(string phase)
    {
        if (phase == "generate")
        {
            _data.Ensure();
            return 0;
        }

        bool right = true;
        switch (phase)
        {
            case "copy":
                Copy();
                break;
            case "merge":
                await MergeAsync();
                break;
            case "single":
                await SingleAsync();
                break;
            case "open":
                await OpenAsync();
                break;
            case "query":
                right = await QueryAsync();
                break;
            case "readers":
                await ReadersAsync();
                break;
            default:
                Console.Error.WriteLine($"Unknown phase '{phase}': generate, copy, merge, single, open, query or readers.");
                return 2;
        }

        _results["peak_rss_mb"] = PeakMemory();
        string json = JsonSerializer.Serialize(_results);
        Console.WriteLine(json);
        Directory.CreateDirectory(Path.Combine(folder, "results"));
        await File.WriteAllTextAsync(Path.Combine(folder, "results", $"chancery-{phase}.json"), json);
        return right ? 0 : 1;
    }

    private string Graph(string name) => Path.Combine(folder, "work", $"chancery-{name}.db");

    private string FreshGraph(string name)
    {
        if (Directory.Exists(Graph(name)))
        {
            Directory.Delete(Graph(name), recursive: true);
        }

        return Graph(name);
    }

    private void Copy()
    {
        string path = FreshGraph("copy");
        long start = Stopwatch.GetTimestamp();
        int rows;
        using (GraphStore store = GraphStore.Open(path))
        {
            rows = new PeersLoad(_data, store).Run();
            _results["load_ms"] = Elapsed(start);
        }

        _results["close_total_ms"] = Elapsed(start);
        _results["rows_s"] = Math.Round(rows / (double)_results["load_ms"] * 1000);
        _results["db_bytes"] = SizeOf(path);
    }

    private async Task MergeAsync()
    {
        string path = FreshGraph("merge");
        await using (EmbeddedGraph graph = await EmbeddedGraph.OpenAsync(path))
        {
            await CreateConstraintsAsync(graph);
            foreach ((string name, string cypher, (string Key, int Field, bool Number)[] columns) in Merges)
            {
                (int rows, List<double> times) = await RunBatchesAsync(graph, cypher, _data.Rows($"{name}.csv"), columns);
                (int again, List<double> timesAgain) = await RunBatchesAsync(graph, cypher, _data.Rows($"{name}.csv").Take(20_000), columns);
                _results[name] = new
                {
                    rows,
                    rows_s = Math.Round(rows / times.Sum() * 1000),
                    batch = Latencies(times),
                    rerun_rows_s = Math.Round(again / timesAgain.Sum() * 1000),
                };
                Console.Error.WriteLine($"{name} {JsonSerializer.Serialize(_results[name])}");
            }
        }

        _results["db_bytes"] = SizeOf(path);
    }

    // One synced commit for each batch of 1,000; reading the file and making the maps is not counted.
    private static async Task<(int Rows, List<double> Times)> RunBatchesAsync(
        EmbeddedGraph graph, string cypher, IEnumerable<string[]> rows, (string Key, int Field, bool Number)[] columns)
    {
        List<double> times = [];
        int count = 0;
        foreach (string[][] batch in rows.Chunk(1000))
        {
            MapValue parameters = MapValue.Of(("rows", Value.List([.. batch.Select(fields => Value.Map(RowOf(fields, columns)))])));
            long began = Stopwatch.GetTimestamp();
            await using IGraphResult result = await graph.RunAsync(cypher, parameters);
            await result.ConsumeAsync();
            times.Add(Elapsed(began));
            count += batch.Length;
        }

        return (count, times);
    }

    private async Task SingleAsync()
    {
        await using EmbeddedGraph graph = await EmbeddedGraph.OpenAsync(FreshGraph("single"));
        await CreateConstraintsAsync(graph);
        List<double> times = [];
        foreach (string[] fields in _data.Rows("person.csv").Take(1000))
        {
            long began = Stopwatch.GetTimestamp();
            await using IGraphResult result = await graph.RunAsync(
                "CREATE (p:Person {id:$id, name:$name, score:$score})",
                MapValue.Of(("id", fields[0]), ("name", fields[1]), ("score", double.Parse(fields[5], CultureInfo.InvariantCulture))));
            await result.ConsumeAsync();
            times.Add(Elapsed(began));
        }

        _results["autocommit_create"] = Latencies(times);
    }

    private async Task OpenAsync()
    {
        string id = _data.Parameters().Ids[0];
        long start = Stopwatch.GetTimestamp();
        await using EmbeddedGraph graph = await EmbeddedGraph.OpenAsync(Graph("copy"));
        _results["open_ms"] = Elapsed(start);
        (int rows, _) = await CountAsync(graph, "MATCH (p:Person {id:$id}) RETURN p.name, p.score", MapValue.Of(("id", id)));
        _results["open_first_query_ms"] = Elapsed(start);
        _results["rows"] = rows;
    }

    private static async Task CreateConstraintsAsync(EmbeddedGraph graph)
    {
        foreach (string label in (string[])["Person", "Organization"])
        {
            await using IGraphResult result = await graph.RunAsync($"CREATE CONSTRAINT {label.ToLowerInvariant()}_id FOR (n:{label}) REQUIRE n.id IS UNIQUE");
            await result.ConsumeAsync();
        }
    }

    private static MapValue RowOf(string[] fields, (string Key, int Field, bool Number)[] columns) => MapValue.Of(
        [.. columns.Select(column => (column.Key, column.Number
            ? fields[column.Field].Contains('.') ? Value.Float(double.Parse(fields[column.Field], CultureInfo.InvariantCulture)) : long.Parse(fields[column.Field], CultureInfo.InvariantCulture)
            : Value.String(fields[column.Field])))]);

    /// <summary>Reads a result to its end: its rows, and the sum of all numbers in them.</summary>
    private static async Task<(int Rows, double Sum)> CountAsync(EmbeddedGraph graph, string cypher, MapValue? parameters)
    {
        await using IGraphResult result = await graph.RunAsync(cypher, parameters, TransactionOptions.ReadOnly);
        int rows = 0;
        double sum = 0;
        while (await result.ReadAsync())
        {
            rows++;
            for (int i = 0; i < result.Columns.Count; i++)
            {
                Value value = result.Current[i];
                sum += value.Kind is ValueKind.Integer or ValueKind.Float ? value.AsNumber() : 0;
            }
        }

        return (rows, sum);
    }

    private static double Elapsed(long since) => Math.Round(Stopwatch.GetElapsedTime(since).TotalMilliseconds, 4);

    private static object Latencies(List<double> times)
    {
        double[] sorted = [.. times.Order()];
        double At(double share) => sorted[Math.Min(sorted.Length - 1, (int)(share * sorted.Length))];
        return new { n = sorted.Length, p50ms = At(.5), p95ms = At(.95), p99ms = At(.99), qps = Math.Round(sorted.Length / sorted.Sum() * 1000, 1) };
    }

    private static long SizeOf(string path) => new DirectoryInfo(path).EnumerateFiles("*", SearchOption.AllDirectories).Sum(file => file.Length);

    private static double PeakMemory()
    {
        if (!OperatingSystem.IsLinux())
        {
            return Math.Round(Environment.WorkingSet / 1048576.0);
        }

        string line = File.ReadLines("/proc/self/status").First(text => text.StartsWith("VmHWM:", StringComparison.Ordinal));
        return Math.Round(double.Parse(line.Split(' ', StringSplitOptions.RemoveEmptyEntries)[^2], CultureInfo.InvariantCulture) / 1024);
    }
}
