using System.Text;
using Chancery.Cli;
using Xunit;

namespace Chancery.Tests;

/// <summary>Bad input through the command line: a message that names the file, the rest unharmed, nothing half-written.</summary>
public sealed class BadInputTests
{
    private const string Cable =
        """
        R 131416Z MAY 05
        FM AMEMBASSY BUCHAREST
        TO SECSTATE WASHDC

        UNCLAS BUCHAREST 000901

        E.O. 12958: N/A
        TAGS: PREL, RO
        SUBJECT: A CABLE FOR A TEST

        1. The BSEC Secretariat is located in Istanbul.

        DELARE

        """;

    [Fact]
    public async Task Bad_files_are_set_aside_and_the_rest_is_loaded()
    {
        using TemporaryFolder folder = new();
        folder.Write("in/good.txt", Cable);
        folder.Write("in/empty.txt", "");
        File.WriteAllBytes(folder["in/noise.txt"], Noise(50 * 1024 * 1024));
        (int code, _, string error) = await RunAsync("ingest", folder["in"], "--graph", "embedded:" + folder["graph"]);
        Assert.Equal(ExitCode.SomeSetAside, code);
        Assert.Contains("empty.txt", error);
        Assert.Contains("noise.txt", error);
        Assert.Contains("1 loaded", error);
        (_, string cables, _) = await RunAsync("query", "MATCH (c:Cable) RETURN c.id AS id", "--format", "csv", "--graph", "embedded:" + folder["graph"]);
        Assert.Equal(["id", "05BUCHAREST901"], cables.Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries));
        (int check, _, _) = await RunAsync("check", "--graph", "embedded:" + folder["graph"]);
        Assert.Equal(ExitCode.Done, check);
    }

    [Fact]
    public async Task A_cable_cut_short_is_loaded_as_far_as_it_goes()
    {
        using TemporaryFolder folder = new();
        folder.Write("in/cut.txt", Cable[..Cable.IndexOf("Istanbul", StringComparison.Ordinal)]);
        (int code, _, string error) = await RunAsync("ingest", folder["in"], "--graph", "embedded:" + folder["graph"]);
        Assert.True(code == ExitCode.Done, error);
        Assert.Contains("1 loaded", error);
    }

    [Theory]
    [InlineData("latin1")]
    [InlineData("utf-16")]
    public async Task Text_in_other_encodings_is_read(string encoding)
    {
        using TemporaryFolder folder = new();
        Directory.CreateDirectory(folder["in"]);
        Encoding used = Encoding.GetEncoding(encoding);
        byte[] text = [.. used.GetPreamble(), .. used.GetBytes(Cable.Replace("A CABLE FOR A TEST", "CAFÉ DE L'EUROPE"))];
        await File.WriteAllBytesAsync(folder["in/other.txt"], text, TestContext.Current.CancellationToken);
        (int code, _, string error) = await RunAsync("ingest", folder["in"], "--graph", "embedded:" + folder["graph"]);
        Assert.True(code == ExitCode.Done, error);
        (_, string subject, _) = await RunAsync("query", "MATCH (c:Cable) RETURN c.subject AS s", "--format", "jsonl", "--graph", "embedded:" + folder["graph"]);
        Assert.Contains("CAFÉ DE L'EUROPE", subject);
    }

    [Fact]
    public async Task Cypher_and_html_in_a_cable_are_only_text()
    {
        using TemporaryFolder folder = new();
        const string Attack = "') DETACH DELETE n // <script>alert(1)</script> `x` \\' MATCH (n) SET n:Owned";
        folder.Write("in/attack.txt", Cable.Replace("A CABLE FOR A TEST", Attack));
        (int code, _, string error) = await RunAsync("ingest", folder["in"], "--graph", "embedded:" + folder["graph"]);
        Assert.True(code == ExitCode.Done, error);
        (_, string output, _) = await RunAsync(
            "query", "MATCH (c:Cable) RETURN c.subject AS s, size([x IN labels(c) WHERE x = 'Owned' | x]) AS owned", "--format", "jsonl", "--graph", "embedded:" + folder["graph"]);
        Assert.Contains("DETACH DELETE n // <script>alert(1)</script>", output);
        Assert.Contains("\"owned\":0", output);
    }

    [Fact]
    public async Task A_graph_folder_that_cannot_be_made_is_named()
    {
        using TemporaryFolder folder = new();
        string file = folder.Write("file", "not a folder");
        folder.Write("in/good.txt", Cable);
        (int code, _, string error) = await RunAsync("ingest", folder["in"], "--graph", $"embedded:{file}/graph");
        Assert.Equal(ExitCode.GraphUnavailable, code);
        Assert.Contains(file, error);
    }

    private static byte[] Noise(int length)
    {
        byte[] noise = new byte[length];
        new Random(7).NextBytes(noise);
        return noise;
    }

    private static async Task<(int Code, string Output, string Error)> RunAsync(params string[] arguments)
    {
        using StringWriter output = new();
        using StringWriter error = new();
        int code = await CommandLine.RunAsync(arguments, output, error);
        return (code, output.ToString(), error.ToString());
    }
}
