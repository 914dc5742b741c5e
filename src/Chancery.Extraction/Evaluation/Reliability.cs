using System.Globalization;

namespace Chancery.Extraction.Evaluation;

/// <summary>How often answers that were said to be right with some confidence were right.</summary>
public sealed class Reliability
{
    private static readonly double[] s_edges = [0, 0.5, 0.6, 0.7, 0.8, 0.9, 1];

    private readonly (double Said, int Right, int All)[] _bins = new (double, int, int)[s_edges.Length - 1];

    public int Count => _bins.Sum(bin => bin.All);

    /// <summary>The mean distance between what was said and what proved right, bins weighed by their size.</summary>
    public double Error => Count == 0 ? 0 : _bins.Sum(bin => Math.Abs(bin.Said - bin.Right)) / Count;

    /// <param name="confidence">0 to 1.</param>
    public void Add(double confidence, bool right)
    {
        int bin = 0;
        while (bin < _bins.Length - 1 && confidence >= s_edges[bin + 1])
        {
            bin++;
        }

        (double said, int known, int all) = _bins[bin];
        _bins[bin] = (said + confidence, known + (right ? 1 : 0), all + 1);
    }

    public void Add(Reliability other)
    {
        ArgumentNullException.ThrowIfNull(other);
        for (int i = 0; i < _bins.Length; i++)
        {
            _bins[i] = (_bins[i].Said + other._bins[i].Said, _bins[i].Right + other._bins[i].Right, _bins[i].All + other._bins[i].All);
        }
    }

    /// <summary>The bins' bounds, as the head of <see cref="Row"/>.</summary>
    public static string Head { get; } = "| said | " + string.Join(" | ", Enumerable.Range(0, s_edges.Length - 1).Select(i => string.Create(CultureInfo.InvariantCulture, $"{s_edges[i]:0.0}–{s_edges[i + 1]:0.0}"))) + " | mean distance |";

    /// <summary>For each bin the share that was right and how many there were.</summary>
    public string Row(string name) =>
        $"| {name} | " + string.Join(" | ", _bins.Select(bin => bin.All == 0 ? "–" : string.Create(CultureInfo.InvariantCulture, $"{(double)bin.Right / bin.All:0.00} of {bin.All}")))
        + string.Create(CultureInfo.InvariantCulture, $" | {Error:0.000} |");
}
