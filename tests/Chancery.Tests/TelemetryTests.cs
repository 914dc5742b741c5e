using System.Collections.Concurrent;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Xunit;

namespace Chancery.Tests;

/// <summary>What the service exports where the environment names a collector.</summary>
public sealed class TelemetryTests
{
    [Fact]
    public async Task Traces_and_metrics_go_to_the_collector_of_the_environment()
    {
        ConcurrentDictionary<string, long> received = new();
        WebApplicationBuilder builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        await using WebApplication collector = builder.Build();
        collector.Run(async context =>
        {
            using MemoryStream body = new();
            await context.Request.Body.CopyToAsync(body, context.RequestAborted);
            received.AddOrUpdate(context.Request.Path, body.Length, (_, earlier) => earlier + body.Length);
        });
        await collector.StartAsync(TestContext.Current.CancellationToken);

        using TemporaryFolder folder = new();
        Dictionary<string, string> environment = new()
        {
            ["OTEL_EXPORTER_OTLP_ENDPOINT"] = collector.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.First(),
            ["OTEL_EXPORTER_OTLP_PROTOCOL"] = "http/protobuf",
            ["OTEL_BSP_SCHEDULE_DELAY"] = "50",
            ["OTEL_METRIC_EXPORT_INTERVAL"] = "50",
        };
        using CommandRun service = CommandRun.Start(environment, "serve", "--graph", "embedded:" + folder["graph"], "--port", "0", "--bolt-port", "0");
        using HttpClient http = new() { BaseAddress = await service.ListeningAsync() };
        Assert.Equal("Healthy", await http.GetStringAsync(new Uri("health/ready", UriKind.Relative), TestContext.Current.CancellationToken));
        while (!received.ContainsKey("/v1/traces") || !received.ContainsKey("/v1/metrics"))
        {
            Assert.False(service.HasExited);
            await Task.Delay(20, TestContext.Current.CancellationToken);
        }

        service.Kill();
        await service.EndAsync();
        Assert.Equal(["/v1/metrics", "/v1/traces"], received.Keys.Order());
        Assert.All(received.Values, bytes => Assert.True(bytes > 0));
    }
}
