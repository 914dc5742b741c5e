using System.Diagnostics;
using System.Security.Cryptography.X509Certificates;
using Chancery.Bolt.Server;
using Chancery.Cypher;
using Chancery.Graph;
using Chancery.Testing;
using Xunit;

namespace Chancery.Bolt.Tests.Server;

/// <summary>Runs the suite of the official JavaScript driver (tests/bolt-drivers) against our server over the embedded engine.</summary>
public sealed class NodeDriverTests
{
    private static readonly string Suite = Path.Combine(Repository.Root, "tests", "bolt-drivers");

    [Theory]
    [InlineData("connect.test.js")]
    [InlineData("types.test.js")]
    [InlineData("transactions.test.js")]
    [InlineData("streaming.test.js")]
    [InlineData("websocket.test.js")]
    [InlineData("tools.test.js")]
    [InlineData("old.test.js")]
    [InlineData("tls.test.js")]
    public async Task The_official_driver_for_node_finds_no_fault(string file)
    {
        Assert.SkipUnless(Directory.Exists(Path.Combine(Suite, "node_modules")), "The driver for node is not installed: run 'npm ci' in tests/bolt-drivers.");
        await using EmbeddedGraph graph = EmbeddedGraph.InMemory();
        BoltServerOptions options = new()
        {
            Authenticate = (user, password, _) => new((user, password) switch
            {
                ("admin", "admin-password") => BoltRole.Admin,
                ("reader", "reader-password") => BoltRole.Reader,
                _ => null,
            }),
        };
        using TestCertificates certificates = new();
        using X509Certificate2? certificate = file == "tls.test.js" ? certificates.Issue("localhost") : null;
        await using LoopbackServer server = await LoopbackServer.StartAsync(graph, options, certificate);
        string authority = Path.GetTempFileName();
        await File.WriteAllTextAsync(authority, certificates.Authority.ExportCertificatePem(), TestContext.Current.CancellationToken);
        (int code, string output) = await RunNodeAsync(file, server.Port, authority);
        File.Delete(authority);
        Assert.True(code == 0, output);
        await Eventually(() => server.Bolt.ConnectionCount == 0);
        await using IGraphResult open = await graph.RunAsync("SHOW TRANSACTIONS YIELD transactionId RETURN count(*)", cancellationToken: TestContext.Current.CancellationToken);
        Assert.True(await open.ReadAsync(TestContext.Current.CancellationToken));
        Assert.Equal(1, open.Current[0].AsInteger());
    }

    // A server learns of a closed connection in its own time; the test's limit is the runner's.
    private static async Task Eventually(Func<bool> condition)
    {
        while (!condition())
        {
            await Task.Delay(10, TestContext.Current.CancellationToken);
        }
    }

    private static async Task<(int Code, string Output)> RunNodeAsync(string file, int port, string authority)
    {
        ProcessStartInfo start = new("node", ["--experimental-websocket", "--no-warnings", "--expose-gc", "--test", file])
        {
            WorkingDirectory = Suite,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        start.Environment["NODE_EXTRA_CA_CERTS"] = authority;
        start.Environment["BOLT_PORT"] = port.ToString();
        start.Environment["BOLT_ADMIN_PASSWORD"] = "admin-password";
        start.Environment["BOLT_READER_PASSWORD"] = "reader-password";
        Process? node = null;
        try
        {
            node = Process.Start(start);
        }
        catch (System.ComponentModel.Win32Exception e)
        {
            Assert.Skip($"There is no node: {e.Message}");
        }

        using (node)
        {
            Task<string> output = node!.StandardOutput.ReadToEndAsync(TestContext.Current.CancellationToken);
            Task<string> errors = node.StandardError.ReadToEndAsync(TestContext.Current.CancellationToken);
            await node.WaitForExitAsync(TestContext.Current.CancellationToken);
            return (node.ExitCode, await output + await errors);
        }
    }
}
