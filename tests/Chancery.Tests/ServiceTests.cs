using System.Net.Http.Json;
using System.Net.ServerSentEvents;
using System.Security.Cryptography.X509Certificates;
using System.Text.Json;
using Chancery.Bolt.Client;
using Chancery.Cli;
using Chancery.Graph;
using Chancery.Ingestion.Jobs;
using Chancery.Settings;
using Chancery.Testing;
using Xunit;

namespace Chancery.Tests;

/// <summary>What the service does beside answering statements: live events, a watched folder, TLS from its settings.</summary>
public sealed class ServiceTests
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_job_is_seen_live_from_its_start_to_its_end()
    {
        await using HostedService service = await HostedService.StartAsync();
        using HttpClient http = service.Client();
        using HttpResponseMessage all = await http.GetAsync(new Uri("api/jobs/events", UriKind.Relative), HttpCompletionOption.ResponseHeadersRead, Cancel);
        Assert.Equal("text/event-stream", all.Content.Headers.ContentType?.MediaType);
        using HttpResponseMessage started = await http.PostAsJsonAsync(
            new Uri("api/jobs", UriKind.Relative), new JobRequest([Path.Combine(SampleGraph.Samples, "seed")]), Cancel);
        string id = (await started.Content.ReadFromJsonAsync<JsonElement>(Cancel)).GetProperty("id").GetString()!;

        List<string> states = [];
        JsonElement last = default;
        await foreach (SseItem<string> item in SseParser.Create(await all.Content.ReadAsStreamAsync(Cancel)).EnumerateAsync(Cancel))
        {
            Assert.Equal("job", item.EventType);
            last = JsonElement.Parse(item.Data);
            Assert.Equal(id, last.GetProperty("id").GetString());
            states.Add(last.GetProperty("state").GetString()!);
            if (states[^1] != "running")
            {
                break;
            }
        }

        Assert.Equal(["running", "done"], states.Distinct());
        Assert.Equal((1, 1, 0), (last.GetProperty("done").GetInt32(), last.GetProperty("loaded").GetInt32(), last.GetProperty("failed").GetInt32()));

        // One job's stream ends by itself, also for who comes late.
        string late = await http.GetStringAsync(new Uri($"api/jobs/{id}/events", UriKind.Relative), Cancel);
        Assert.Contains("\"state\":\"done\"", late);
    }

    [Fact]
    public async Task An_open_stream_of_events_does_not_hold_up_the_service()
    {
        await using HostedService service = await HostedService.StartAsync();
        using HttpClient http = service.Client();
        await using Stream events = await http.GetStreamAsync(new Uri("api/jobs/events", UriKind.Relative), Cancel);
        service.AskToStop();
        Assert.Equal(0, await events.ReadAsync(new byte[1], Cancel));
    }

    [Fact]
    public async Task The_graph_mirrors_a_watched_folder()
    {
        using TemporaryFolder folder = new();
        string seed = await File.ReadAllTextAsync(Path.Combine(SampleGraph.Samples, "seed", "05BUCHAREST1129.txt"), Cancel);
        folder.Write("in/first.txt", seed);
        await using HostedService service = await HostedService.StartAsync(new ChancerySettings { Ingestion = { Watch = folder["in"] } });
        await EventuallyAsync(service, "05BUCHAREST1129");
        folder.Write("in/more/second.txt", seed.Replace("05BUCHAREST1129", "05BUCHAREST1130").Replace("BUCHAREST 001129", "BUCHAREST 001130"));
        await EventuallyAsync(service, "05BUCHAREST1129", "05BUCHAREST1130");
        File.Delete(folder["in/first.txt"]);
        await EventuallyAsync(service, "05BUCHAREST1130");
    }

    [Fact]
    public async Task Bolt_speaks_TLS_by_the_certificate_of_the_settings()
    {
        using TestCertificates certificates = new();
        using X509Certificate2 certificate = certificates.Issue("localhost");
        using TemporaryFolder folder = new();
        ChancerySettings settings = new()
        {
            Bolt =
            {
                Certificate = folder.Write("chain.pem", certificate.ExportCertificatePem() + "\n" + certificates.Authority.ExportCertificatePem()),
                CertificateKey = folder.Write("key.pem", certificate.GetECDsaPrivateKey()!.ExportPkcs8PrivateKeyPem()),
            },
        };
        await using HostedService service = await HostedService.StartAsync(settings);
        BoltClientOptions options = new() { Encrypted = true, Trust = BoltTrust.Given, TrustedAuthorities = [certificates.Authority] };
        await using BoltGraph graph = BoltGraph.Connect($"neo4j://localhost:{service.BoltPort}", options);
        Assert.Equal("Neo4j/5.26.0", await graph.VerifyAsync(Cancel));

        Assert.SkipUnless(OperatingSystem.IsLinux(), "Only OpenSSL takes further authorities from the environment.");
        string authority = folder.Write("authority.pem", certificates.Authority.ExportCertificatePem());
        (int code, string output, string error) = await QueryAsync($"bolt+s://localhost:{service.BoltPort}", authority);
        Assert.True(code == ExitCode.Done, error);
        Assert.Equal("{\"x\":1}", output.Trim());
        (code, _, error) = await QueryAsync($"bolt+s://localhost:{service.BoltPort}", null);
        Assert.Equal(ExitCode.GraphUnavailable, code);
        Assert.Matches("TLS with localhost:[0-9]+ failed: .*certificate.*(UntrustedRoot|PartialChain)", error);
    }

    [Theory]
    [InlineData("absent.pem", null, "absent.pem")]
    [InlineData("certificate.pem", null, "certificate.pem")]
    [InlineData("certificate.pem", "other.pem", "other.pem")]
    [InlineData("certificate.pem", "text.pem", "text.pem")]
    [InlineData(null, "other.pem", "Bolt:CertificateKey is given without Bolt:Certificate")]
    public async Task A_certificate_that_is_none_is_told(string? certificate, string? key, string expected)
    {
        using TestCertificates certificates = new();
        using X509Certificate2 issued = certificates.Issue("localhost");
        using X509Certificate2 other = certificates.Issue("localhost");
        using TemporaryFolder folder = new();
        folder.Write("certificate.pem", issued.ExportCertificatePem());
        folder.Write("other.pem", other.GetECDsaPrivateKey()!.ExportPkcs8PrivateKeyPem());
        folder.Write("text.pem", "no key at all");
        ChancerySettings settings = new()
        {
            Bolt = { Certificate = certificate is null ? null : folder[certificate], CertificateKey = key is null ? null : folder[key] },
        };
        InvalidOperationException wrong = await Assert.ThrowsAsync<InvalidOperationException>(() => HostedService.StartAsync(settings));
        Assert.StartsWith("Settings: Bolt:Certificate", wrong.Message);
        Assert.Contains(expected, wrong.Message);
    }

    [Fact]
    public async Task A_driver_that_is_not_there_is_told()
    {
        ArgumentException unknown = await Assert.ThrowsAsync<ArgumentException>(() => GraphAddress.ConnectAsync("bolt://localhost", "other", Cancel));
        Assert.Contains("'other' is none of chancery and neo4j", unknown.Message);
#if !NEO4J_DRIVER
        ArgumentException absent = await Assert.ThrowsAsync<ArgumentException>(() => GraphAddress.ConnectAsync("bolt://localhost", "neo4j", Cancel));
        Assert.Contains("-p:Neo4jDriver=true", absent.Message);
#endif
    }

    private static async Task<(int Code, string Output, string Error)> QueryAsync(string graph, string? authority)
    {
        using CommandRun run = CommandRun.Start(
            authority is null ? [] : new Dictionary<string, string> { ["SSL_CERT_FILE"] = authority }, "query", "RETURN 1 AS x", "--format", "jsonl", "--graph", graph);
        return await run.EndAsync();
    }

    // The folder's news come in their own time; the test's limit is the runner's.
    private static async Task EventuallyAsync(HostedService service, params string[] cables)
    {
        while (true)
        {
            List<string> held = [];
            await using (IGraphResult result = await service.Graph.RunAsync("MATCH (c:Cable) WHERE c.text IS NOT NULL RETURN c.id ORDER BY c.id", cancellationToken: Cancel))
            {
                while (await result.ReadAsync(Cancel))
                {
                    held.Add(result.Current[0].AsString());
                }
            }

            if (held.SequenceEqual(cables))
            {
                return;
            }

            await Task.Delay(20, Cancel);
        }
    }
}
