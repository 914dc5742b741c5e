using CsCheck;
using Xunit;

namespace Chancery.Analytics.Tests;

public class AlgorithmTests
{
    private static readonly Gen<AdjacencySnapshot> AnyNetwork =
        from count in Gen.Int[1, 12]
        from edges in Gen.Select(Gen.Int[0, count - 1], Gen.Int[0, count - 1]).Array[0, 30]
        select AdjacencySnapshot.Build(
            Enumerable.Range(0, count).Select(Name), edges.Select(edge => (Name(edge.Item1), Name(edge.Item2), 1.0)));

    [Fact]
    public void Degree_counts_distinct_neighbours_without_loops()
    {
        AdjacencySnapshot network = KnownNetworks.Of("a-b", "b-a", "a-c", "c-c");
        int[] degree = Degree.Compute(network);
        Assert.Equal((2, 1, 1), (degree.At(network, "a"), degree.At(network, "b"), degree.At(network, "c")));
    }

    [Fact]
    public void Betweenness_of_a_line_counts_the_pairs_on_either_side()
    {
        double[] score = Betweenness.Compute(KnownNetworks.Line);
        Assert.Equal([0, 3, 4, 3, 0], score);
    }

    [Fact]
    public void Betweenness_of_a_star_lies_in_its_middle()
    {
        double[] score = Betweenness.Compute(KnownNetworks.Star);
        Assert.Equal(6, score.At(KnownNetworks.Star, "h"));
        Assert.Equal(6, score.Sum());
    }

    [Fact]
    public void PageRank_of_a_star_solves_its_two_equations()
    {
        // h = 0.15/5 + 0.85·4·l and l = 0.15/5 + 0.85·h/4.
        double hub = (0.03 + (0.85 * 4 * 0.03)) / (1 - (0.85 * 0.85));
        double[] rank = PageRank.Compute(KnownNetworks.Star);
        Assert.Equal(hub, rank.At(KnownNetworks.Star, "h"), 1e-8);
        Assert.Equal((1 - hub) / 4, rank.At(KnownNetworks.Star, "a"), 1e-8);
    }

    [Fact]
    public void Two_triangles_are_two_communities()
    {
        AdjacencySnapshot network = KnownNetworks.Barbell;
        int[] community = Communities.Compute(network);
        Assert.Equal(2, community.Distinct().Count());
        Assert.Single(new[] { "a", "b", "c" }.Select(id => community.At(network, id)).Distinct());
        Assert.Single(new[] { "x", "y", "z" }.Select(id => community.At(network, id)).Distinct());
    }

    [Fact]
    public void Ranks_sum_to_one_on_any_network() =>
        AnyNetwork.Sample(network => Assert.Equal(1, PageRank.Compute(network).Sum(), 1e-9));

    [Fact]
    public void Betweenness_equals_counting_shortest_paths_pair_by_pair() =>
        AnyNetwork.Sample(network =>
        {
            double[] expected = ByPairs(network);
            double[] actual = Betweenness.Compute(network);
            for (int node = 0; node < network.Count; node++)
            {
                Assert.Equal(expected[node], actual[node], 1e-9);
            }
        });

    [Fact]
    public void A_community_never_joins_what_no_path_connects() =>
        AnyNetwork.Sample(network =>
        {
            int[] community = Communities.Compute(network);
            int[,] distance = Distances(network);
            for (int a = 0; a < network.Count; a++)
            {
                for (int b = 0; b < network.Count; b++)
                {
                    Assert.True(community[a] != community[b] || distance[a, b] < int.MaxValue / 2);
                }
            }
        });

    [Fact]
    public void The_order_of_arrival_does_not_count()
    {
        AdjacencySnapshot turned = KnownNetworks.Of("x-c", "x-z", "z-y", "y-x", "a-c", "c-b", "b-a");
        Assert.Equal(Communities.Compute(KnownNetworks.Barbell), Communities.Compute(turned));
        Assert.Equal(PageRank.Compute(KnownNetworks.Barbell), PageRank.Compute(turned));
    }

    [Fact]
    public void An_edge_to_nowhere_is_refused_by_name()
    {
        ArgumentException error = Assert.Throws<ArgumentException>(() => AdjacencySnapshot.Build(["a"], [("a", "ghost", 1)]));
        Assert.Contains("ghost", error.Message);
    }

    [Fact]
    public void An_empty_network_has_no_scores()
    {
        AdjacencySnapshot empty = AdjacencySnapshot.Build([], []);
        Assert.Empty(PageRank.Compute(empty));
        Assert.Empty(Betweenness.Compute(empty));
        Assert.Empty(Communities.Compute(empty));
    }

    private static string Name(int number) => $"n{number:00}";

    private static int[,] Distances(AdjacencySnapshot network)
    {
        int count = network.Count;
        int[,] distance = new int[count, count];
        for (int a = 0; a < count; a++)
        {
            for (int b = 0; b < count; b++)
            {
                distance[a, b] = a == b ? 0 : network.NeighborsOf(a).Contains(b) ? 1 : int.MaxValue / 2;
            }
        }

        for (int via = 0; via < count; via++)
        {
            for (int a = 0; a < count; a++)
            {
                for (int b = 0; b < count; b++)
                {
                    distance[a, b] = Math.Min(distance[a, b], distance[a, via] + distance[via, b]);
                }
            }
        }

        return distance;
    }

    /// <summary>Freeman's definition (1977), counted from all-pairs distances.</summary>
    private static double[] ByPairs(AdjacencySnapshot network)
    {
        int count = network.Count;
        int[,] distance = Distances(network);
        double[,] paths = new double[count, count];
        for (int a = 0; a < count; a++)
        {
            paths[a, a] = 1;
            foreach (int b in Enumerable.Range(0, count).OrderBy(b => distance[a, b]).Where(b => b != a && distance[a, b] < int.MaxValue / 2))
            {
                foreach (int before in network.NeighborsOf(b))
                {
                    paths[a, b] += distance[a, before] + 1 == distance[a, b] ? paths[a, before] : 0;
                }
            }
        }

        double[] score = new double[count];
        for (int a = 0; a < count; a++)
        {
            for (int b = a + 1; b < count; b++)
            {
                for (int via = 0; via < count; via++)
                {
                    if (via != a && via != b && paths[a, b] > 0 && distance[a, via] + distance[via, b] == distance[a, b])
                    {
                        score[via] += paths[a, via] * paths[via, b] / paths[a, b];
                    }
                }
            }
        }

        return score;
    }
}
