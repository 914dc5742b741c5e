using Chancery.Analytics;

namespace Chancery.Analytics.Tests;

/// <summary>Small networks whose measures can be worked out by hand.</summary>
internal static class KnownNetworks
{
    /// <summary>a – b – c – d – e.</summary>
    public static AdjacencySnapshot Line { get; } = Of("a-b", "b-c", "c-d", "d-e");

    /// <summary>h in the middle of a, b, c, d.</summary>
    public static AdjacencySnapshot Star { get; } = Of("h-a", "h-b", "h-c", "h-d");

    /// <summary>Two triangles joined by one edge.</summary>
    public static AdjacencySnapshot Barbell { get; } = Of("a-b", "b-c", "c-a", "x-y", "y-z", "z-x", "c-x");

    public static AdjacencySnapshot Of(params string[] edges)
    {
        (string, string, double)[] ends = [.. edges.Select(edge => edge.Split('-')).Select(pair => (pair[0], pair[1], 1.0))];
        return AdjacencySnapshot.Build(ends.SelectMany(end => new[] { end.Item1, end.Item2 }), ends);
    }

    public static double At(this double[] scores, AdjacencySnapshot network, string id) => scores[network.Ids.ToList().IndexOf(id)];

    public static int At(this int[] scores, AdjacencySnapshot network, string id) => scores[network.Ids.ToList().IndexOf(id)];
}
