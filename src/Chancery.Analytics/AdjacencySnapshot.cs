namespace Chancery.Analytics;

/// <summary>
/// An undirected, weighted network at one moment, laid out for traversal: the neighbours of node i stand in
/// <c>Targets[Offsets[i]..Offsets[i + 1]]</c>, ascending, their weights beside them. Parallel edges are one edge of summed
/// weight; a loop appears once, in its own node's row.
/// </summary>
public sealed class AdjacencySnapshot
{
    private AdjacencySnapshot(string[] ids, int[] offsets, int[] targets, double[] weights)
    {
        Ids = ids;
        Offsets = offsets;
        Targets = targets;
        Weights = weights;
    }

    /// <summary>The entity id of each node, ascending by ordinal comparison; a node's number is its place here.</summary>
    public IReadOnlyList<string> Ids { get; }

    public int Count => Ids.Count;

    internal int[] Offsets { get; }

    internal int[] Targets { get; }

    internal double[] Weights { get; }

    public ReadOnlySpan<int> NeighborsOf(int node) => Targets.AsSpan(Offsets[node]..Offsets[node + 1]);

    public ReadOnlySpan<double> WeightsOf(int node) => Weights.AsSpan(Offsets[node]..Offsets[node + 1]);

    /// <summary>Builds the snapshot; the same network gives the same numbering in whatever order it arrives.</summary>
    /// <exception cref="ArgumentException">An edge names an id that is not among <paramref name="ids"/>.</exception>
    public static AdjacencySnapshot Build(IEnumerable<string> ids, IEnumerable<(string Source, string Target, double Weight)> edges)
    {
        string[] sorted = [.. ids.Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal)];
        Dictionary<string, int> numbers = new(sorted.Length, StringComparer.Ordinal);
        for (int i = 0; i < sorted.Length; i++)
        {
            numbers.Add(sorted[i], i);
        }

        int Number(string id) => numbers.TryGetValue(id, out int number)
            ? number
            : throw new ArgumentException($"An edge names '{id}', which is not a node.", nameof(edges));

        SortedDictionary<(int, int), double> merged = [];
        foreach ((string source, string target, double weight) in edges)
        {
            int a = Number(source);
            int b = Number(target);
            Add(merged, (a, b), weight);
            if (a != b)
            {
                Add(merged, (b, a), weight);
            }
        }

        int[] offsets = new int[sorted.Length + 1];
        int[] targets = new int[merged.Count];
        double[] weights = new double[merged.Count];
        int at = 0;
        foreach (((int from, int to), double weight) in merged)
        {
            offsets[from + 1]++;
            targets[at] = to;
            weights[at++] = weight;
        }

        for (int i = 0; i < sorted.Length; i++)
        {
            offsets[i + 1] += offsets[i];
        }

        return new AdjacencySnapshot(sorted, offsets, targets, weights);
    }

    private static void Add(SortedDictionary<(int, int), double> edges, (int, int) ends, double weight) =>
        edges[ends] = edges.TryGetValue(ends, out double before) ? before + weight : weight;
}
