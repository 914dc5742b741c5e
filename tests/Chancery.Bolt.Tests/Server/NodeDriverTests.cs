using System.Diagnostics;
using Chancery.Bolt.Server;
using Chancery.Cypher;
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
        await using LoopbackServer server = await LoopbackServer.StartAsync(graph, options);
        (int code, string output) = await RunNodeAsync(file, server.Port);
        Assert.True(code == 0, output);
    }

    private static async Task<(int Code, string Output)> RunNodeAsync(string file, int port)
    {
        ProcessStartInfo start = new("node", ["--experimental-websocket", "--no-warnings", "--expose-gc", "--test", file])
        {
            WorkingDirectory = Suite,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
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
