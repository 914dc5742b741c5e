using System.Diagnostics;
using System.Globalization;
using System.Text.Json;

namespace Chancery.Benchmarks.Bolt;

/// <summary>Our server over Bolt on the loopback, with our client and with the official driver for node, each in a process of its own.</summary>
internal static class BoltBenchmark
{
    public static async Task<int> RunAsync(string[] args)
    {
        if (args is ["serve"])
        {
            return await ServerProcess.ServeAsync();
        }

        if (args is not [string drivers])
        {
            Console.Error.WriteLine("Usage: Chancery.Benchmarks bolt FOLDER, where FOLDER is tests/bolt-drivers after 'npm ci'.");
            return 2;
        }

        Dictionary<string, double> ours;
        await using (ServerProcess server = await ServerProcess.StartAsync())
        {
            ours = await OwnClient.RunAsync($"bolt://127.0.0.1:{server.Port}");
        }

        await using (ServerProcess server = await ServerProcess.StartAsync())
        {
            ours["idle_client_bytes"] = await WithServerMemoryAsync(
                server, ours, measure => OwnClient.IdleAsync($"bolt://127.0.0.1:{server.Port}", measure));
        }

        Dictionary<string, double> theirs;
        await using (ServerProcess server = await ServerProcess.StartAsync())
        {
            theirs = (await NodeAsync(drivers, server.Port, "run", null))!;
        }

        await using (ServerProcess server = await ServerProcess.StartAsync())
        {
            theirs["idle_client_bytes"] = await WithServerMemoryAsync(
                server, theirs, async measure => (await NodeAsync(drivers, server.Port, "idle", measure))["idle_client_bytes"]);
        }

        Console.WriteLine("| | our client | npm neo4j-driver |");
        Console.WriteLine("|---|---|---|");
        foreach ((string name, double value) in ours)
        {
            Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"| {name} | {value:#,0} | {theirs[name]:#,0} |"));
        }

        return 0;
    }

    // One connection has been there before: what the first of all costs is not the connections'.
    private static async Task<double> WithServerMemoryAsync(
        ServerProcess server, Dictionary<string, double> figures, Func<Func<Task>, Task<double>> connect)
    {
        await OwnClient.IdleAsync($"bolt://127.0.0.1:{server.Port}", static () => Task.CompletedTask);
        (long managed, long all) = await server.MemoryAsync();
        return await connect(async () =>
        {
            (long managedThen, long allThen) = await server.MemoryAsync();
            figures["idle_server_managed_bytes"] = (managedThen - managed) / (double)Workload.IdleConnections;
            figures["idle_server_growth_bytes"] = (allThen - all) / (double)Workload.IdleConnections;
        });
    }

    private static async Task<Dictionary<string, double>> NodeAsync(string drivers, int port, string phase, Func<Task>? measure)
    {
        string workload = JsonSerializer.Serialize(new
        {
            Workload.WarmUp,
            Workload.RoundTrips,
            Workload.Records,
            Workload.TripsTogether,
            Workload.IdleConnections,
            Workload.Trip,
            Workload.Sessions,
            Streams = Workload.Streams.Select(stream => new { stream.Name, stream.Cypher }),
        });
        using Process node = Process.Start(new ProcessStartInfo(
            "node",
            ["--expose-gc", Path.Combine(AppContext.BaseDirectory, "Bolt", "driver.mjs"), Path.GetFullPath(drivers), $"bolt://127.0.0.1:{port}", phase, workload])
        {
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
        })!;
        string line = await node.StandardOutput.ReadLineAsync() ?? throw new InvalidOperationException("The driver for node gave no figures.");
        if (measure is not null)
        {
            await measure();
        }

        node.StandardInput.Close();
        await node.WaitForExitAsync();
        return JsonSerializer.Deserialize<Dictionary<string, double>>(line)!;
    }
}
