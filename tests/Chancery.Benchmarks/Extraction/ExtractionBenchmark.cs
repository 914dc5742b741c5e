using System.Diagnostics;
using System.Globalization;
using Chancery.Cables;
using Chancery.Extraction;
using Chancery.Extraction.Text;

namespace Chancery.Benchmarks.Extraction;

/// <summary>
/// Cables read, parsed, tagged, resolved and related on one thread: the start of model and tables, then rounds over the same folder, of
/// which the first compiles the code. Tokens are those of the whole text.
/// </summary>
internal static class ExtractionBenchmark
{
    private const int Rounds = 5;

    public static async Task<int> RunAsync(string folder)
    {
        TimeSpan before = Environment.CpuUsage.TotalTime;
        long started = Stopwatch.GetTimestamp();
        var extractor = new CableExtractor();
        Tell($"model and tables: {Stopwatch.GetElapsedTime(started).TotalMilliseconds:0} ms, {(Environment.CpuUsage.TotalTime - before).TotalMilliseconds:0} ms of processor time");
        for (int round = 1; round <= Rounds; round++)
        {
            await RunRoundAsync(folder, extractor, round);
        }

        Tell($"memory: {Environment.WorkingSet / 1_000_000} MB");
        return 0;
    }

    private static async Task RunRoundAsync(string folder, CableExtractor extractor, int round)
    {
        long allocated = GC.GetTotalAllocatedBytes();
        TimeSpan before = Environment.CpuUsage.TotalTime;
        TimeSpan counting = TimeSpan.Zero;
        long tokens = 0;
        int cables = 0;
        await foreach (CableInput input in CableReader.Read(folder))
        {
            if (input.Cable is { } raw)
            {
                extractor.Extract(CableParser.Parse(raw));
                cables++;
                TimeSpan read = Environment.CpuUsage.TotalTime;
                tokens += Tokenizer.Tokenize(raw.Text).Length;
                counting += Environment.CpuUsage.TotalTime - read;
            }
        }

        TimeSpan taken = Environment.CpuUsage.TotalTime - before - counting;
        Tell($"round {round}: {cables:N0} cables, {tokens:N0} tokens, {taken.TotalSeconds:0.00} s of processor time, {tokens / taken.TotalSeconds:N0} tokens a second, {(GC.GetTotalAllocatedBytes() - allocated) / 1_000_000:N0} MB allocated");
    }

    private static void Tell(FormattableString line) => Console.WriteLine(line.ToString(CultureInfo.InvariantCulture));
}
