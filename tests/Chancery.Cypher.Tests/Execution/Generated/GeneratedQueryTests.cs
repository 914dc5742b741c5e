using Chancery.Graph;
using CsCheck;
using Xunit;

namespace Chancery.Cypher.Tests.Execution.Generated;

/// <summary>Random queries on random graphs: what the engine answers is what trying everything answers, with the optimizer and without.</summary>
public sealed class GeneratedQueryTests
{
    private const int Graphs = 60;
    private const int QueriesPerGraph = 12;

    [Fact]
    public void Engine_agrees_with_the_naive_interpreter()
    {
        int judged = 0;
        Gen.Int.Sample(
            seed =>
            {
                Random random = new(seed);
                ModelGraph model = ModelGraph.Make(random);
                NaiveInterpreter naive = new(model);
                EmbeddedGraph optimized = Load(model, optimize: true);
                EmbeddedGraph plain = Load(model, optimize: false);
                for (int i = 0; i < QueriesPerGraph; i++)
                {
                    ModelQuery query = ModelQuery.Make(random);
                    if (naive.Run(query) is not { } expected)
                    {
                        continue;
                    }

                    judged++;
                    AssertEqual(expected, Rows(optimized, query), model, query, "with the optimizer");
                    AssertEqual(expected, Rows(plain, query), model, query, "without the optimizer");
                }
            },
            iter: Graphs,
            threads: 1);
        Assert.True(judged > Graphs * QueriesPerGraph / 2, $"Only {judged} queries were small enough to be judged.");
    }

    private static EmbeddedGraph Load(ModelGraph model, bool optimize)
    {
        EmbeddedGraph graph = EmbeddedGraph.InMemory(new EmbeddedGraphOptions { Optimize = optimize });
        model.LoadAsync(graph, indexes: optimize).GetAwaiter().GetResult();
        return graph;
    }

    private static List<string> Rows(EmbeddedGraph graph, ModelQuery query)
    {
        List<string> rows = [];
        IGraphResult result = graph.RunAsync(query.ToString()).AsTask().GetAwaiter().GetResult();
        while (result.ReadAsync().AsTask().GetAwaiter().GetResult())
        {
            rows.Add(string.Join('|', result.Current.Select(Print)));
        }

        rows.Sort(StringComparer.Ordinal);
        return rows;
    }

    private static string Print(Value value) => value.Kind switch
    {
        ValueKind.Null => "null",
        ValueKind.List => $"[{string.Join(',', value.AsList().Select(Print))}]",
        _ => $"{value.AsInteger()}",
    };

    private static void AssertEqual(IReadOnlyList<string> expected, List<string> actual, ModelGraph model, ModelQuery query, string how)
    {
        if (!expected.SequenceEqual(actual))
        {
            Assert.Fail($"{how}: {query}\non {model}\nexpected {string.Join(' ', expected)}\nactual   {string.Join(' ', actual)}");
        }
    }
}
