using System.Security.Cryptography.X509Certificates;
using Chancery.Bolt.Client;
using Chancery.Graph;
using Chancery.Testing;
using Xunit;

namespace Chancery.Bolt.Tests.Server;

/// <summary>Both sides of TLS: whom the client believes, and what it says of whom it does not.</summary>
public sealed class TlsTests : IDisposable
{
    private readonly TestCertificates _certificates = new();

    private BoltClientOptions KnowingTheAuthority => new() { Encrypted = true, Trust = BoltTrust.Given, TrustedAuthorities = [_certificates.Authority] };

    public void Dispose() => _certificates.Dispose();

    [Theory]
    [InlineData("bolt+ssc")]
    [InlineData("neo4j+ssc")]
    public async Task Any_certificate_will_do_where_the_address_says_so(string scheme)
    {
        using X509Certificate2 expired = _certificates.Issue("elsewhere.example", DateTimeOffset.UtcNow.AddYears(-2));
        await using LoopbackServer server = await LoopbackServer.StartAsync(new ToyGraph(), certificate: expired);
        Assert.Equal(7, await AskAsync($"{scheme}://localhost:{server.Port}"));
    }

    [Theory]
    [InlineData("bolt", "localhost")]
    [InlineData("bolt", "127.0.0.1")]
    [InlineData("neo4j", "localhost")]
    public async Task A_server_is_known_by_its_authority_and_its_name(string scheme, string host)
    {
        using X509Certificate2 certificate = _certificates.Issue(host);
        await using LoopbackServer server = await LoopbackServer.StartAsync(new ToyGraph(), certificate: certificate);
        Assert.Equal(7, await AskAsync($"{scheme}://{host}:{server.Port}", KnowingTheAuthority));
    }

    [Theory]
    [InlineData("bolt+s")]
    [InlineData("neo4j+s")]
    public async Task An_authority_that_the_system_does_not_know_is_not_believed(string scheme)
    {
        using X509Certificate2 certificate = _certificates.Issue("localhost");
        await AssertRefusedAsync(certificate, $"{scheme}://localhost", null, @"certificate.*(UntrustedRoot|PartialChain)");
    }

    [Fact]
    public async Task Another_authority_is_not_believed()
    {
        using TestCertificates others = new();
        using X509Certificate2 certificate = others.Issue("localhost");
        await AssertRefusedAsync(certificate, "bolt://localhost", KnowingTheAuthority, "certificate.*(UntrustedRoot|PartialChain)");
    }

    [Fact]
    public async Task A_certificate_for_another_host_is_refused()
    {
        using X509Certificate2 certificate = _certificates.Issue("elsewhere.example");
        await AssertRefusedAsync(certificate, "bolt://localhost", KnowingTheAuthority, "certificate.*RemoteCertificateNameMismatch");
    }

    [Theory]
    [InlineData(-2)]
    [InlineData(2)]
    public async Task A_certificate_of_another_time_is_refused(int years)
    {
        using X509Certificate2 certificate = _certificates.Issue("localhost", DateTimeOffset.UtcNow.AddYears(years));
        await AssertRefusedAsync(certificate, "bolt://localhost", KnowingTheAuthority, "certificate.*NotTimeValid");
    }

    [Fact]
    public async Task Plain_Bolt_to_a_port_of_TLS_is_told_so_on_both_sides()
    {
        using X509Certificate2 certificate = _certificates.Issue("localhost");
        LogLines log = new();
        await using LoopbackServer server = await LoopbackServer.StartAsync(new ToyGraph(), certificate: certificate, logger: log);
        GraphException e = await Assert.ThrowsAsync<GraphException>(() => AskAsync($"bolt://localhost:{server.Port}"));
        Assert.Contains("TLS", e.Message);
        await server.StopAsync();
        Assert.Contains(log.Lines, line => line.StartsWith("Warning") && line.Contains("it did not come to TLS"));
    }

    [Fact]
    public async Task TLS_to_a_port_of_plain_Bolt_is_told_so_on_both_sides()
    {
        LogLines log = new();
        await using LoopbackServer server = await LoopbackServer.StartAsync(new ToyGraph(), logger: log);
        GraphException e = await Assert.ThrowsAsync<GraphException>(() => AskAsync($"bolt+ssc://localhost:{server.Port}"));
        Assert.Contains("TLS", e.Message);
        Assert.Contains(log.Lines, line => line.StartsWith("Warning") && line.Contains("it began with TLS, and no certificate is set here"));
    }

    private static async Task AssertRefusedAsync(X509Certificate2 certificate, string address, BoltClientOptions? options, string message)
    {
        await using LoopbackServer server = await LoopbackServer.StartAsync(new ToyGraph(), certificate: certificate);
        GraphException e = await Assert.ThrowsAsync<GraphException>(() => AskAsync($"{address}:{server.Port}", options));
        Assert.Equal(ClientErrors.Security, e.Code);
        Assert.Matches(message, e.Message);
        Assert.Contains($"localhost:{server.Port}", e.Message);
    }

    private static async Task<long> AskAsync(string address, BoltClientOptions? options = null)
    {
        await using BoltGraph graph = BoltGraph.Connect(address, options);
        await using IGraphResult result = await graph.RunAsync("RETURN $x AS x", MapValue.Of(("x", 7L)));
        Assert.True(await result.ReadAsync(TestContext.Current.CancellationToken));
        return result.Current[0].AsInteger();
    }
}
