namespace Chancery.Analytics;

/// <summary>
/// Betweenness centrality over unweighted shortest paths: Brandes, "A Faster Algorithm for Betweenness Centrality" (2001).
/// Each unordered pair counts once. Beyond <c>exactLimit</c> nodes, an even sample of sources estimates it
/// (Brandes and Pich, 2007), scaled to the whole.
/// </summary>
public static class Betweenness
{
    public static double[] Compute(AdjacencySnapshot network, int exactLimit = 5_000, CancellationToken cancellationToken = default)
    {
        int count = network.Count;
        double[] centrality = new double[count];
        int[] distance = new int[count];
        double[] paths = new double[count];
        double[] dependency = new double[count];
        int[] order = new int[count];
        // An even stride over the ids: the same network gives the same sample.
        int stride = Math.Max(1, (count + exactLimit - 1) / exactLimit);
        int sources = 0;
        for (int source = 0; source < count; source += stride)
        {
            cancellationToken.ThrowIfCancellationRequested();
            sources++;
            Array.Fill(distance, -1);
            Array.Clear(paths);
            Array.Clear(dependency);
            int reached = Search(network, source, distance, paths, order);
            for (int i = reached - 1; i > 0; i--)
            {
                int node = order[i];
                foreach (int before in network.NeighborsOf(node))
                {
                    if (distance[before] == distance[node] - 1)
                    {
                        dependency[before] += paths[before] / paths[node] * (1 + dependency[node]);
                    }
                }

                centrality[node] += dependency[node];
            }
        }

        // Both directions of a pair were counted; a sample stands for all sources.
        double scale = sources == 0 ? 0 : (double)count / sources / 2;
        for (int node = 0; node < count; node++)
        {
            centrality[node] *= scale;
        }

        return centrality;
    }

    /// <summary>Breadth-first from the source; fills distances, path counts and the order of visits, and returns how many were reached.</summary>
    private static int Search(AdjacencySnapshot network, int source, int[] distance, double[] paths, int[] order)
    {
        int head = 0;
        int tail = 0;
        distance[source] = 0;
        paths[source] = 1;
        order[tail++] = source;
        while (head < tail)
        {
            int node = order[head++];
            foreach (int next in network.NeighborsOf(node))
            {
                if (distance[next] < 0)
                {
                    distance[next] = distance[node] + 1;
                    order[tail++] = next;
                }

                if (distance[next] == distance[node] + 1)
                {
                    paths[next] += paths[node];
                }
            }
        }

        return tail;
    }
}
