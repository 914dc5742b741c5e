using Chancery.Cypher.Tests.Tck;
using Chancery.Graph;
using CsCheck;
using Xunit;

namespace Chancery.Cypher.Tests.Execution.Generated;

/// <summary>Every way of asking for paths, against a list of all walks without a repeated relationship.</summary>
public sealed class GeneratedPathTests
{
    private const int Graphs = 30;

    [Fact]
    public void Paths_are_those_found_by_trying_everything() => Gen.Int.Sample(
        seed =>
        {
            Random random = new(seed);
            ModelGraph model = ModelGraph.Make(random);
            model = model with { Relationships = [.. model.Relationships.Take(7)] };
            EmbeddedGraph graph = EmbeddedGraph.InMemory();
            model.LoadAsync(graph, indexes: false).GetAwaiter().GetResult();
            for (int i = 0; i < 4; i++)
            {
                Check(graph, model, random);
            }
        },
        iter: Graphs,
        threads: 1);

    private static void Check(EmbeddedGraph graph, ModelGraph model, Random random)
    {
        ModelNode from = model.Nodes[random.Next(model.Nodes.Count)];
        ModelNode to = model.Nodes[random.Next(model.Nodes.Count)];
        bool directed = random.Next(2) == 0;
        string? type = random.Next(2) == 0 ? "R" : null;
        int count = random.Next(1, 4);
        int[] all = [.. Walks(model, from, to, directed, type, []).Order()];
        int[] ways = [.. all.Where(length => length > 0)];
        string arrow = $"-[r{(type is null ? "" : ":" + type)}]-{(directed ? ">" : "")}";
        string ends = $"MATCH (a {{i: {from.Id}}}), (b {{i: {to.Id}}}) MATCH p = ";
        int[] nearest = [.. ways.TakeWhile(length => length == ways[0])];

        Expect(ways, $"{ends}(a){arrow.Replace("]", "*]", StringComparison.Ordinal)}(b)");
        Expect(ways, $"{ends}(a) ((x){arrow}(y))+ (b)");
        Expect([.. all.Where(length => length is 0 or 1 or 2)], $"{ends}(a) ((x){arrow}(y)){{0,2}} (b)");
        Expect([.. ways.Take(1)], $"{ends}ANY SHORTEST (a){arrow.Replace("r", "", StringComparison.Ordinal)}+(b)");
        Expect(nearest, $"{ends}ALL SHORTEST (a){arrow}+(b)");
        Expect([.. ways.Take(count)], $"{ends}SHORTEST {count} (a) ((x){arrow}(y))+ (b)");
        Expect(
            [.. ways.Where(length => ways.Distinct().Take(count).Contains(length))], $"{ends}SHORTEST {count} GROUPS (a) ((x){arrow}(y))+ (b)");
        Expect([.. ways.Where(length => length > 1).Take(1)], $"{ends}SHORTEST 1 (a) ((x){arrow}(y)){{2,}} (b)");
        if (from != to)
        {
            string walk = arrow.Replace("]", "*]", StringComparison.Ordinal);
            Expect([.. ways.Take(1)], $"{ends}shortestPath((a){walk}(b))");
            Expect(nearest, $"{ends}allShortestPaths((a){walk}(b))");
            Expect([.. ways.Where(length => length > 2).Take(1)], $"{ends}shortestPath((a){walk}(b)) WHERE length(p) > 2");
        }

        void Expect(int[] lengths, string match)
        {
            string query = $"{match} RETURN length(p) AS n ORDER BY n";
            TckOutcome outcome = TckOutcome.RunAsync(graph, query, MapValue.Empty).GetAwaiter().GetResult();
            long[] actual = outcome.Error is null ? [.. outcome.Rows.Select(row => row[0].AsInteger())] : throw outcome.Error;
            if (!actual.SequenceEqual(lengths.Select(length => (long)length)))
            {
                Assert.Fail($"{query}\non {model}\nexpected {string.Join(' ', lengths)}\nactual   {string.Join(' ', actual)}");
            }
        }
    }

    /// <summary>The lengths of all walks from one node to the other, the empty one among them.</summary>
    private static IEnumerable<int> Walks(
        ModelGraph model, ModelNode at, ModelNode to, bool directed, string? type, IReadOnlyList<ModelRelationship> way)
    {
        if (at == to)
        {
            yield return way.Count;
        }

        foreach (ModelRelationship step in model.Relationships.Where(step => (type is null || step.Type == type) && !way.Contains(step)))
        {
            IEnumerable<ModelNode> ends = new[] { step.From == at ? step.To : null, !directed && step.To == at ? step.From : null }
                .OfType<ModelNode>().Distinct();
            foreach (int length in ends.SelectMany(end => Walks(model, end, to, directed, type, [.. way, step])))
            {
                yield return length;
            }
        }
    }
}
