using System.Diagnostics;
using Chancery.Bolt.Client;
using Chancery.Graph;

namespace Chancery.Benchmarks.Bolt;

/// <summary>The workload on our client. driver.js is the same on the official driver for node, under the same names.</summary>
internal static class OwnClient
{
    public static async Task<Dictionary<string, double>> RunAsync(string uri)
    {
        await using BoltGraph graph = BoltGraph.Connect(uri, new BoltClientOptions { MaxPoolSize = Workload.IdleConnections });
        Dictionary<string, double> figures = [];
        double[] trips = new double[Workload.RoundTrips];
        for (int i = -Workload.WarmUp; i < trips.Length; i++)
        {
            long start = Stopwatch.GetTimestamp();
            await OneAsync(graph, i);
            if (i >= 0)
            {
                trips[i] = Stopwatch.GetElapsedTime(start).TotalMicroseconds;
            }
        }

        Array.Sort(trips);
        figures["trip_p50_us"] = trips[trips.Length / 2];
        figures["trip_p99_us"] = trips[trips.Length * 99 / 100];
        foreach ((string name, string cypher) in Workload.Streams)
        {
            await StreamAsync(graph, cypher, Workload.Records / 10);
            long start = Stopwatch.GetTimestamp();
            await StreamAsync(graph, cypher, Workload.Records);
            figures[name] = Workload.Records / Stopwatch.GetElapsedTime(start).TotalSeconds;
        }

        foreach (int sessions in Workload.Sessions)
        {
            await SideBySideAsync(graph, sessions, 50);
            long start = Stopwatch.GetTimestamp();
            await SideBySideAsync(graph, sessions, Workload.TripsTogether / sessions);
            figures[$"sessions_{sessions}"] = Workload.TripsTogether / Stopwatch.GetElapsedTime(start).TotalSeconds;
        }

        return figures;
    }

    /// <summary>Opens the connections, leaves them idle, and says what they hold while <paramref name="measure"/> looks at the server.</summary>
    public static async Task<double> IdleAsync(string uri, Func<Task> measure)
    {
        await using BoltGraph graph = BoltGraph.Connect(uri, new BoltClientOptions { MaxPoolSize = Workload.IdleConnections });
        await OneAsync(graph, 0);
        long before = GC.GetTotalMemory(forceFullCollection: true);
        IGraphTransaction[] open = new IGraphTransaction[Workload.IdleConnections];
        for (int i = 0; i < open.Length; i++)
        {
            open[i] = await graph.BeginAsync();
        }

        foreach (IGraphTransaction transaction in open)
        {
            await transaction.RollbackAsync();
        }

        Array.Clear(open);
        long after = GC.GetTotalMemory(forceFullCollection: true);
        await measure();
        return (after - before) / (double)Workload.IdleConnections;
    }

    private static async Task OneAsync(BoltGraph graph, int i)
    {
        await using IGraphResult result = await graph.RunAsync(Workload.Trip, MapValue.Of(("i", (long)i)));
        if (!await result.ReadAsync() || result.Current[0].AsInteger() != i)
        {
            throw new InvalidOperationException($"{Workload.Trip} did not answer {i}.");
        }

        await result.ConsumeAsync();
    }

    private static async Task StreamAsync(BoltGraph graph, string cypher, int records)
    {
        await using IGraphResult result = await graph.RunAsync(cypher, MapValue.Of(("records", (long)records)));
        long sum = 0;
        while (await result.ReadAsync())
        {
            sum += result.Current[0].AsInteger();
        }

        if (sum != (long)records * (records + 1) / 2)
        {
            throw new InvalidOperationException($"{cypher} gave records whose sum is {sum}.");
        }
    }

    private static Task SideBySideAsync(BoltGraph graph, int sessions, int trips) => Task.WhenAll(Enumerable.Range(0, sessions).Select(async _ =>
    {
        for (int i = 0; i < trips; i++)
        {
            await OneAsync(graph, i);
        }
    }));
}
