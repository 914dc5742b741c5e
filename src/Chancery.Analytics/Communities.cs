namespace Chancery.Analytics;

/// <summary>
/// Communities of high modularity by the Louvain method: Blondel, Guillaume, Lambiotte and Lefebvre,
/// "Fast unfolding of communities in large networks" (2008). Nodes are visited in their order and ties go to the lower
/// number, so that the same network gives the same communities.
/// </summary>
public static class Communities
{
    // A move must gain this much modularity (times twice the total weight), lest rounding moves nodes for ever.
    private const double LeastGain = 1e-9;

    /// <summary>A community number for each node, from 0, numbered by their first member.</summary>
    public static int[] Compute(AdjacencySnapshot network, CancellationToken cancellationToken = default)
    {
        int[] membership = new int[network.Count];
        for (int node = 0; node < membership.Length; node++)
        {
            membership[node] = node;
        }

        List<Dictionary<int, double>> level = Rows(network);
        while (true)
        {
            (int[] moved, bool changed) = MoveNodes(level, cancellationToken);
            Renumber(moved);
            for (int node = 0; node < membership.Length; node++)
            {
                membership[node] = moved[membership[node]];
            }

            if (!changed)
            {
                Renumber(membership);
                return membership;
            }

            level = Merge(level, moved);
        }
    }

    private static List<Dictionary<int, double>> Rows(AdjacencySnapshot network)
    {
        List<Dictionary<int, double>> rows = new(network.Count);
        for (int node = 0; node < network.Count; node++)
        {
            Dictionary<int, double> row = [];
            ReadOnlySpan<int> neighbors = network.NeighborsOf(node);
            for (int i = 0; i < neighbors.Length; i++)
            {
                // A loop counts from both of its ends.
                row[neighbors[i]] = network.WeightsOf(node)[i] * (neighbors[i] == node ? 2 : 1);
            }

            rows.Add(row);
        }

        return rows;
    }

    private static (int[] Community, bool Changed) MoveNodes(List<Dictionary<int, double>> rows, CancellationToken cancellationToken)
    {
        int count = rows.Count;
        int[] community = [.. Enumerable.Range(0, count)];
        double[] strength = [.. rows.Select(row => row.Values.Sum())];
        double[] total = [.. strength];
        double twiceWeight = strength.Sum();
        bool changed = false;
        if (twiceWeight <= 0)
        {
            return (community, false);
        }

        bool moving = true;
        while (moving)
        {
            cancellationToken.ThrowIfCancellationRequested();
            moving = false;
            for (int node = 0; node < count; node++)
            {
                int home = community[node];
                SortedDictionary<int, double> links = new() { [home] = 0 };
                foreach ((int neighbor, double weight) in rows[node])
                {
                    if (neighbor != node)
                    {
                        links[community[neighbor]] = links.GetValueOrDefault(community[neighbor]) + weight;
                    }
                }

                total[home] -= strength[node];
                int best = home;
                double bestGain = links[home] - (total[home] * strength[node] / twiceWeight);
                foreach ((int candidate, double link) in links)
                {
                    double gain = link - (total[candidate] * strength[node] / twiceWeight);
                    if (gain > bestGain + LeastGain)
                    {
                        (best, bestGain) = (candidate, gain);
                    }
                }

                total[best] += strength[node];
                if (best != home)
                {
                    community[node] = best;
                    moving = changed = true;
                }
            }
        }

        return (community, changed);
    }

    private static List<Dictionary<int, double>> Merge(List<Dictionary<int, double>> rows, int[] community)
    {
        List<Dictionary<int, double>> merged = [.. Enumerable.Range(0, community.Max() + 1).Select(_ => new Dictionary<int, double>())];
        for (int node = 0; node < rows.Count; node++)
        {
            Dictionary<int, double> row = merged[community[node]];
            foreach ((int neighbor, double weight) in rows[node])
            {
                row[community[neighbor]] = row.GetValueOrDefault(community[neighbor]) + weight;
            }
        }

        return merged;
    }

    /// <summary>Numbers from 0 in the order of first appearance.</summary>
    private static void Renumber(int[] community)
    {
        Dictionary<int, int> numbers = [];
        for (int node = 0; node < community.Length; node++)
        {
            if (!numbers.TryGetValue(community[node], out int number))
            {
                number = numbers.Count;
                numbers.Add(community[node], number);
            }

            community[node] = number;
        }
    }
}
