using System.Net;
using System.Security.Cryptography.X509Certificates;
using Chancery.Bolt.Server;
using Chancery.Graph;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace Chancery.Bolt.Tests.Server;

/// <summary>A Bolt server on a free port of the loopback, as the executable hosts it.</summary>
internal sealed class LoopbackServer : IAsyncDisposable
{
    private readonly WebApplication _host;

    private LoopbackServer(WebApplication host, BoltServer bolt)
    {
        _host = host;
        Bolt = bolt;
        string address = host.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.First();
        Port = new Uri(address).Port;
    }

    public BoltServer Bolt { get; }

    public int Port { get; }

    public string Uri => $"bolt://127.0.0.1:{Port}";

    public static async Task<LoopbackServer> StartAsync(
        IGraphDatabase graph, BoltServerOptions? options = null, X509Certificate2? certificate = null, int port = 0, ILogger<BoltServer>? logger = null)
    {
        WebApplicationBuilder builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        BoltServer bolt = new(graph, options, logger);
        builder.WebHost.ConfigureKestrel(kestrel => kestrel.ListenBolt(new IPEndPoint(IPAddress.Loopback, port), bolt, certificate));
        // UseHttps by a certificate needs more than the slim builder registers.
        builder.WebHost.UseKestrelHttpsConfiguration();
        WebApplication host = builder.Build();
        await host.StartAsync();
        return new LoopbackServer(host, bolt);
    }

    public Task StopAsync() => _host.StopAsync();

    public async ValueTask DisposeAsync()
    {
        await Bolt.DisposeAsync();
        await _host.DisposeAsync();
    }
}
