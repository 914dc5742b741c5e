namespace Chancery.Tests;

/// <summary>Many cables alike, for work that takes long enough to be stopped in the middle.</summary>
internal static class SeedCorpus
{
    /// <summary>Writes the seed cable under so many numbers into the folder's <c>in</c>.</summary>
    public static void Write(TemporaryFolder folder, int cables)
    {
        string seed = File.ReadAllText(Path.Combine(SampleGraph.Samples, "seed", "05BUCHAREST1129.txt"));
        for (int i = 1; i <= cables; i++)
        {
            string number = (20_000 + i).ToString(System.Globalization.CultureInfo.InvariantCulture);
            folder.Write($"in/{number}.txt", seed.Replace("05BUCHAREST1129", "05BUCHAREST" + number).Replace("BUCHAREST 001129", "BUCHAREST 0" + number));
        }
    }

    /// <summary>Bytes that a store has on disk so far.</summary>
    public static long Written(string store) =>
        Directory.Exists(store) ? new DirectoryInfo(store).EnumerateFiles("*", SearchOption.AllDirectories).Sum(file => file.Exists ? file.Length : 0) : 0;
}
