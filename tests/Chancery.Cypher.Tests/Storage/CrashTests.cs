using System.Diagnostics;
using System.Globalization;
using Chancery.Crash;
using Chancery.Cypher.Storage;
using Chancery.Graph;
using Xunit;

namespace Chancery.Cypher.Tests.Storage;

/// <summary>
/// A child process writes at random and is killed. Set CHANCERY_CRASH_KILLS to the number of kills wanted (10 by default).
/// </summary>
public sealed class CrashTests
{
    private static readonly int Kills =
        int.TryParse(Environment.GetEnvironmentVariable("CHANCERY_CRASH_KILLS"), CultureInfo.InvariantCulture, out int kills) ? kills : 10;

    [Fact]
    public void What_was_acknowledged_survives_a_kill_and_nothing_is_half_there()
    {
        int seed = Environment.TickCount;
        Random random = new(seed);
        using TemporaryFolder folder = new();
        for (int kill = 0; kill < Kills; kill++)
        {
            // A fresh graph now and then, so that histories stay short and early moments are met too.
            string graph = folder.At($"graph{kill / 5}");
            long acknowledged = RunAndKill(graph, seed, random.Next(1, 12));
            Verify(graph, seed, acknowledged, acknowledged + 1);
        }
    }

    [Fact]
    public void A_torn_last_write_costs_no_more_than_that_write()
    {
        int seed = Environment.TickCount;
        Random random = new(seed);
        using TemporaryFolder folder = new();
        for (int kill = 0; kill < Math.Max(3, Kills / 3); kill++)
        {
            string graph = folder.At($"graph{kill}");
            long acknowledged = RunAndKill(graph, seed, random.Next(3, 12));
            string log = Directory.EnumerateFiles(graph, "*.log").Order(StringComparer.Ordinal).Last();
            byte[] bytes = File.ReadAllBytes(log);
            int end = Array.FindLastIndex(bytes, one => one != 0) + 1;
            if (end == 0)
            {
                continue;
            }

            int tear = Math.Min(end, random.Next(1, 40));
            if (kill % 2 == 0)
            {
                File.WriteAllBytes(log, bytes[..(end - tear)]);
                Verify(graph, seed, acknowledged - 1, acknowledged + 1);
            }
            else
            {
                bytes[end - tear] ^= 0x55;
                File.WriteAllBytes(log, bytes);
                VerifyOrDamaged(graph, seed, acknowledged);
            }
        }
    }

    [Fact]
    public void A_full_disk_refuses_commits_and_spoils_nothing()
    {
        if (!OperatingSystem.IsLinux())
        {
            Assert.Skip("Limits of file sizes are set by a POSIX shell.");
        }

        int seed = Environment.TickCount;
        using TemporaryFolder folder = new();
        for (int limit = 64; limit <= 128; limit *= 2)
        {
            string graph = folder.At($"graph{limit}");
            (long acknowledged, bool refused) = RunUntilRefused(graph, seed, limit);
            Assert.True(refused, $"No commit was refused with files of at most {limit} blocks.");
            Verify(graph, seed, acknowledged, acknowledged + 1);
        }
    }

    private static string Child => Path.Combine(AppContext.BaseDirectory, "Chancery.Crash.dll");

    private static long RunAndKill(string graph, int seed, int commits)
    {
        using Process child = Start("dotnet", Child, graph, seed.ToString(CultureInfo.InvariantCulture));
        long acknowledged = 0;
        string? line;
        while (commits >= 0 && (line = child.StandardOutput.ReadLine()) is not null)
        {
            acknowledged = Acknowledged(line, acknowledged);
            commits--;
        }

        Assert.False(child.HasExited, $"The child ended by itself: {(child.HasExited ? child.StandardError.ReadToEnd() : "")}");
        child.Kill();
        while ((line = child.StandardOutput.ReadLine()) is not null)
        {
            acknowledged = Acknowledged(line, acknowledged);
        }

        child.WaitForExit();
        return acknowledged;
    }

    private static (long Acknowledged, bool Refused) RunUntilRefused(string graph, int seed, int blocks)
    {
        // The runtime maps its code twice through a file that the limit would catch; that is switched off.
        string script = $"trap '' XFSZ; ulimit -f {blocks}; export DOTNET_EnableWriteXorExecute=0; exec dotnet '{Child}' '{graph}' {seed}";
        using Process child = Start("sh", "-c", script);
        long acknowledged = 0;
        bool refused = false;
        while (child.StandardOutput.ReadLine() is { } line)
        {
            refused |= line == "refused";
            acknowledged = Acknowledged(line, acknowledged);
        }

        child.WaitForExit();
        return (acknowledged, refused);
    }

    private static long Acknowledged(string line, long before) =>
        long.TryParse(line.Replace("open ", "", StringComparison.Ordinal), CultureInfo.InvariantCulture, out long commit) ? commit : before;

    private static Process Start(string program, params string[] arguments) =>
        Process.Start(new ProcessStartInfo(program, arguments) { RedirectStandardOutput = true, RedirectStandardError = true })!;

    private static void Verify(string graph, int seed, long least, long most)
    {
        using GraphStore store = GraphStore.Open(graph);
        Assert.InRange(store.CommitNumber, least, most);
        CrashHistory history = new(seed);
        history.AdvanceTo(store.CommitNumber);
        Assert.Empty(history.Model.Differences(store.Current));
        Assert.Empty(store.Check());
    }

    // Damage in the middle of the last record cannot always be told from a torn write: then the graph says so, by the folder's name.
    private static void VerifyOrDamaged(string graph, int seed, long acknowledged)
    {
        try
        {
            Verify(graph, seed, acknowledged - 1, acknowledged + 1);
        }
        catch (GraphException damage)
        {
            Assert.Contains(graph, damage.Message, StringComparison.Ordinal);
            Assert.Contains("damaged", damage.Message, StringComparison.Ordinal);
        }
    }
}
