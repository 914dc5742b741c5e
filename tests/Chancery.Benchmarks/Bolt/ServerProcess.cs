using System.Diagnostics;
using System.Globalization;
using System.Net;
using Chancery.Bolt.Server;
using Chancery.Cypher;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace Chancery.Benchmarks.Bolt;

/// <summary>An empty graph behind Bolt in a process of its own, so that its memory and its processor time are the server's alone.</summary>
internal sealed class ServerProcess : IAsyncDisposable
{
    private readonly Process _process;

    private ServerProcess(Process process, int port)
    {
        _process = process;
        Port = port;
    }

    public int Port { get; }

    public static async Task<ServerProcess> StartAsync()
    {
        Process process = Process.Start(new ProcessStartInfo(Environment.ProcessPath!, ["bolt", "serve"])
        {
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
        })!;
        string? port = await process.StandardOutput.ReadLineAsync();
        return new ServerProcess(process, int.Parse(port ?? throw new InvalidOperationException("The server did not start."), CultureInfo.InvariantCulture));
    }

    /// <summary>Serves until the input ends; each line asks for the memory that is in use: managed bytes, and all.</summary>
    public static async Task<int> ServeAsync()
    {
        await using EmbeddedGraph graph = EmbeddedGraph.InMemory();
        await using BoltServer bolt = new(graph);
        WebApplicationBuilder builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.ConfigureKestrel(kestrel => kestrel.ListenBolt(new IPEndPoint(IPAddress.Loopback, 0), bolt));
        await using WebApplication host = builder.Build();
        await host.StartAsync();
        string address = host.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.First();
        Console.WriteLine(new Uri(address).Port);
        while (Console.ReadLine() is not null)
        {
            Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{GC.GetTotalMemory(forceFullCollection: true)} {Environment.WorkingSet}"));
        }

        return 0;
    }

    public async Task<(long Managed, long All)> MemoryAsync()
    {
        await _process.StandardInput.WriteLineAsync();
        string[] parts = (await _process.StandardOutput.ReadLineAsync() ?? throw new InvalidOperationException("The server is gone.")).Split(' ');
        return (long.Parse(parts[0], CultureInfo.InvariantCulture), long.Parse(parts[1], CultureInfo.InvariantCulture));
    }

    public async ValueTask DisposeAsync()
    {
        _process.StandardInput.Close();
        await _process.WaitForExitAsync();
        _process.Dispose();
    }
}
