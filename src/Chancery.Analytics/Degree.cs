namespace Chancery.Analytics;

/// <summary>The number of distinct neighbours of each node, itself not counted.</summary>
public static class Degree
{
    public static int[] Compute(AdjacencySnapshot network)
    {
        int[] degree = new int[network.Count];
        for (int node = 0; node < degree.Length; node++)
        {
            foreach (int neighbor in network.NeighborsOf(node))
            {
                degree[node] += neighbor == node ? 0 : 1;
            }
        }

        return degree;
    }
}
