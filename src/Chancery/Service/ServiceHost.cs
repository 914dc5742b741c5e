using System.Net;
using System.Security.Cryptography.X509Certificates;
using Chancery.Bolt.Server;
using Chancery.Graph;
using Chancery.Http;
using Chancery.Ingestion.Jobs;
using Chancery.Resolution;
using Chancery.Settings;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.HostFiltering;
using OpenTelemetry;
using OpenTelemetry.Metrics;
using OpenTelemetry.Trace;
using Quartz;

namespace Chancery.Service;

/// <summary>The service: HTTP, Bolt, jobs, schedule and watched folder in one process around one graph.</summary>
internal static class ServiceHost
{
    /// <exception cref="InvalidOperationException">The settings contradict each other; says how.</exception>
    public static WebApplication Build(ChancerySettings settings, IGraphDatabase graph, Curation curation)
    {
        Credentials credentials = new(settings.Access);
        WebApplicationBuilder builder = WebApplication.CreateSlimBuilder(new WebApplicationOptions { ContentRootPath = AppContext.BaseDirectory });
        builder.Logging.ClearProviders().AddSimpleConsole(console => console.SingleLine = true);
        builder.Services.Configure<Microsoft.Extensions.Logging.Console.ConsoleLoggerOptions>(console => console.LogToStandardErrorThreshold = LogLevel.Trace);
        builder.Logging.AddFilter("Microsoft.AspNetCore", LogLevel.Warning).AddFilter("Quartz", LogLevel.Warning);

        builder.Services.AddSingleton(settings).AddSingleton(graph).AddSingleton(credentials).AddSingleton(TimeProvider.System);
        builder.Services.AddSingleton(new ApiLimits(TimeSpan.FromSeconds(settings.Http.Timeout), settings.Http.MaxRows)).AddSingleton<GraphReads>();
        builder.Services.AddSingleton(services => new IngestionJobs(graph, Extractors.Cables, curation, services.GetRequiredService<TimeProvider>()));
        builder.Services.AddSingleton<JobRunner>().AddHostedService(services => services.GetRequiredService<JobRunner>());
        builder.Services.AddHostedService<WatchedFolder>();
        AddSchedule(builder, settings);
        AddAccess(builder.Services);
        AddTelemetry(builder.Services);
        builder.Services.AddHealthChecks().AddCheck<GraphHealth>("graph");
        builder.Services.AddOpenApi().AddProblemDetails();
        Listen(builder, settings, graph, credentials);

        WebApplication application = builder.Build();
        application.UseHostFiltering();
        application.UseAuthentication();
        application.UseAuthorization();
        application.UseGraphErrors();
        application.MapOpenApi();
        application.MapHealth();
        application.MapQueries();
        application.MapEntities();
        application.MapNetwork();
        application.MapCables();
        application.MapJobs();
        application.MapDashboard();
        return application;
    }

    private static void AddSchedule(WebApplicationBuilder builder, ChancerySettings settings)
    {
        if (settings.Ingestion.Schedule is not { } schedule)
        {
            return;
        }

        if (settings.Ingestion.Paths.Length == 0)
        {
            throw new InvalidOperationException("Settings: Ingestion:Schedule is given, but Ingestion:Paths names nothing to read.");
        }

        builder.AddQuartz(quartz => quartz.ScheduleJob<ScheduledIngestion>(trigger => trigger.WithIdentity("ingestion").WithCronSchedule(schedule)));
        builder.AddQuartzHostedService();
    }

    private static void AddAccess(IServiceCollection services)
    {
        services.AddAuthentication(KeyAuthentication.SchemeName)
            .AddScheme<AuthenticationSchemeOptions, KeyAuthentication>(KeyAuthentication.SchemeName, null);
        services.AddAuthorizationBuilder()
            .SetFallbackPolicy(new AuthorizationPolicyBuilder().RequireAuthenticatedUser().Build())
            .AddPolicy(Role.Admin, policy => policy.RequireRole(Role.Admin));
    }

    private static void AddTelemetry(IServiceCollection services)
    {
        OpenTelemetryBuilder telemetry = services.AddOpenTelemetry()
            .WithTracing(tracing => tracing.AddAspNetCoreInstrumentation())
            .WithMetrics(metrics => metrics.AddAspNetCoreInstrumentation().AddRuntimeInstrumentation());
        if (Environment.GetEnvironmentVariable("OTEL_EXPORTER_OTLP_ENDPOINT") is not null)
        {
            telemetry.UseOtlpExporter();
        }
    }

    private static void Listen(WebApplicationBuilder builder, ChancerySettings settings, IGraphDatabase graph, Credentials credentials)
    {
        IPEndPoint http = EndPoint("Http", settings.Http.Address, settings.Http.Port, credentials);
        BoltServerOptions options = new()
        {
            Authenticate = credentials.AreAbsent ? null : (user, password, _) => ValueTask.FromResult(BoltRoleOf(credentials.Find(user, password))),
        };
        builder.Services.AddSingleton(services => new BoltServer(graph, options, services.GetRequiredService<ILogger<BoltServer>>()));
        X509Certificate2Collection certificates = BoltCertificate.Read(settings.Bolt);
        builder.WebHost.UseKestrelCore().UseKestrelHttpsConfiguration();
        builder.WebHost.ConfigureKestrel(kestrel =>
        {
            kestrel.Listen(http);
            if (settings.Bolt.Enabled)
            {
                kestrel.ListenBolt(
                    EndPoint("Bolt", settings.Bolt.Address, settings.Bolt.Port, credentials),
                    kestrel.ApplicationServices.GetRequiredService<BoltServer>(),
                    certificates.FirstOrDefault(),
                    [.. certificates.Skip(1)]);
            }
        });

        // Without credentials a foreign page must not reach the API under a name of its own that it lets point here.
        builder.Services.Configure<HostFilteringOptions>(filter =>
            filter.AllowedHosts = credentials.AreAbsent ? ["localhost", "127.0.0.1", "[::1]"] : ["*"]);
    }

    private static IPEndPoint EndPoint(string section, string address, int port, Credentials credentials)
    {
        IPAddress parsed = address == "localhost" ? IPAddress.Loopback
            : IPAddress.TryParse(address, out IPAddress? given) ? given
            : throw new InvalidOperationException($"Settings: {section}:Address: '{address}' is no IP address.");
        return IPAddress.IsLoopback(parsed) || !credentials.AreAbsent
            ? new IPEndPoint(parsed, port)
            : throw new InvalidOperationException($"Settings: {section}:Address is {address}, but there are no callers under Access: nothing listens beyond this machine without credentials.");
    }

    private static BoltRole? BoltRoleOf(AccessSettings? caller) => caller?.Role switch
    {
        Role.Reader => BoltRole.Reader,
        Role.Curator => BoltRole.Curator,
        Role.Admin => BoltRole.Admin,
        _ => null,
    };
}
