using System.Net.Http.Headers;
using Chancery.Bolt.Client;
using Chancery.Cypher;
using Chancery.Ingestion;
using Chancery.Resolution;
using Chancery.Service;
using Chancery.Settings;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.Extensions.DependencyInjection;

namespace Chancery.Tests;

/// <summary>The service as <c>chancery serve</c> builds it, in this process, on free ports, over a graph in memory.</summary>
internal sealed class HostedService : IAsyncDisposable
{
    private readonly WebApplication _application;

    // The service's log is for its console, which here is that of the tests.
    static HostedService() => Environment.SetEnvironmentVariable("Logging__LogLevel__Default", "None");

    private HostedService(WebApplication application, EmbeddedGraph graph)
    {
        _application = application;
        Graph = graph;
        Uri[] addresses = [.. application.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.Select(address => new Uri(address))];
        Http = addresses[0];
        BoltPort = addresses[1].Port;
    }

    public EmbeddedGraph Graph { get; }

    public Uri Http { get; }

    public int BoltPort { get; }

    public static async Task<HostedService> StartAsync(ChancerySettings? settings = null)
    {
        settings ??= new ChancerySettings();
        settings.Http.Port = 0;
        settings.Bolt.Port = 0;
        EmbeddedGraph graph = EmbeddedGraph.InMemory();
        await SchemaMigrations.ApplyAsync(graph, TimeProvider.System);
        WebApplication application = ServiceHost.Build(settings, graph, Curation.None);
        await application.StartAsync();
        return new HostedService(application, graph);
    }

    public HttpClient Client(string? key = null)
    {
        HttpClient client = new() { BaseAddress = Http };
        client.DefaultRequestHeaders.Authorization = key is null ? null : new AuthenticationHeaderValue("Bearer", key);
        return client;
    }

    public BoltGraph Bolt(string user = "", string password = "") =>
        BoltGraph.Connect($"bolt://{(user.Length > 0 ? $"{user}:{password}@" : "")}127.0.0.1:{BoltPort}");

    /// <summary>What Ctrl-C does first: everybody is told, and nothing is cut off yet.</summary>
    public void AskToStop() => _application.Lifetime.StopApplication();

    public async ValueTask DisposeAsync()
    {
        await _application.StopAsync();
        await _application.DisposeAsync();
        await Graph.DisposeAsync();
    }
}
