namespace Chancery.Analytics;

/// <summary>
/// PageRank by power iteration over weighted, undirected edges: Page, Brin, Motwani and Winograd,
/// "The PageRank Citation Ranking" (1999). Ranks sum to 1; nodes without edges spread theirs evenly.
/// </summary>
public static class PageRank
{
    /// <param name="network">The network.</param>
    /// <param name="damping">The chance to follow an edge rather than to jump, 0 to 1.</param>
    /// <param name="tolerance">Ends when the ranks change by less than this in sum.</param>
    /// <param name="maxIterations">Ends at the latest after this many rounds.</param>
    /// <param name="cancellationToken">Ends the work between two rounds.</param>
    public static double[] Compute(
        AdjacencySnapshot network, double damping = 0.85, double tolerance = 1e-10, int maxIterations = 200, CancellationToken cancellationToken = default)
    {
        int count = network.Count;
        if (count == 0)
        {
            return [];
        }

        double[] strength = new double[count];
        for (int node = 0; node < count; node++)
        {
            foreach (double weight in network.WeightsOf(node))
            {
                strength[node] += weight;
            }
        }

        double[] rank = new double[count];
        double[] next = new double[count];
        Array.Fill(rank, 1.0 / count);
        for (int round = 0; round < maxIterations; round++)
        {
            cancellationToken.ThrowIfCancellationRequested();
            double dangling = 0;
            for (int node = 0; node < count; node++)
            {
                dangling += strength[node] > 0 ? 0 : rank[node];
            }

            double change = 0;
            for (int node = 0; node < count; node++)
            {
                double sum = 0;
                ReadOnlySpan<int> neighbors = network.NeighborsOf(node);
                ReadOnlySpan<double> weights = network.WeightsOf(node);
                for (int i = 0; i < neighbors.Length; i++)
                {
                    sum += rank[neighbors[i]] * weights[i] / strength[neighbors[i]];
                }

                next[node] = ((1 - damping) / count) + (damping * (sum + (dangling / count)));
                change += Math.Abs(next[node] - rank[node]);
            }

            (rank, next) = (next, rank);
            if (change < tolerance)
            {
                break;
            }
        }

        return rank;
    }
}
