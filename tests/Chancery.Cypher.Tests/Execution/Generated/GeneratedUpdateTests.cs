using Chancery.Cypher.Tests.Tck;
using Chancery.Graph;
using CsCheck;
using Xunit;

namespace Chancery.Cypher.Tests.Execution.Generated;

/// <summary>
/// Random statements that read and write: rows that flow through an optimized plan leave the same graph, and the same answer, as one
/// clause run to its end after the other.
/// </summary>
public sealed class GeneratedUpdateTests
{
    private const int Graphs = 50;
    private const int StatementsPerGraph = 5;

    [Fact]
    public void Clauses_see_each_other_whole() => Gen.Int.Sample(
        seed =>
        {
            Random random = new(seed);
            ModelGraph model = ModelGraph.Make(random);
            EmbeddedGraph flowing = Load(model, optimize: true);
            EmbeddedGraph held = Load(model, optimize: false);
            for (int i = 0; i < StatementsPerGraph; i++)
            {
                string statement = Statement(random);
                string? expected = Run(held, statement);
                string? actual = Run(flowing, statement);
                if (expected is null || actual is null)
                {
                    // Whether a row comes by what is deleted depends on the order in which conditions are asked.
                    return;
                }

                if (expected != actual)
                {
                    Assert.Fail($"{statement}\non {model}\nheld    {expected}\nflowing {actual}");
                }
            }
        },
        iter: Graphs,
        threads: 1);

    private static EmbeddedGraph Load(ModelGraph model, bool optimize)
    {
        EmbeddedGraph graph = EmbeddedGraph.InMemory(new EmbeddedGraphOptions { Optimize = optimize });
        model.LoadAsync(graph, indexes: false).GetAwaiter().GetResult();
        if (optimize)
        {
            Outcome(graph, "CREATE INDEX FOR (n:A) ON (n.x)");
        }

        return graph;
    }

    private static string Statement(Random random)
    {
        string Pick(params string[] choices) => choices[random.Next(choices.Length)];
        string label = Pick("A", "B", "C");
        string match = Pick(
            $"MATCH (v:{label})",
            "MATCH (v)",
            "MATCH (v)-[e]->(w)",
            $"MATCH (v)-[e:R]-(w:{label})",
            $"MATCH (v:A {{x: {random.Next(4)}}})",
            $"MATCH (v), (w:{label}) WHERE v.x = w.x",
            $"UNWIND [0, 1, 1, 2] AS n MATCH (v:{label} {{x: n}})");
        List<string> parts = [match];
        for (int i = random.Next(1, 4); i > 0; i--)
        {
            parts.Add(Pick(
                $"CREATE (v)-[:R]->(:{label} {{x: v.x}})",
                $"CREATE (:{label} {{x: {random.Next(4)}}})",
                $"SET v.x = {random.Next(4)}",
                "SET v.x = coalesce(v.x, 0) + 1",
                $"SET v:{label}",
                $"REMOVE v:{label}",
                $"MERGE (m{i}:{label} {{x: {random.Next(4)}}}) ON MATCH SET m{i}.met = coalesce(m{i}.met, 0) + 1",
                $"MERGE (v)-[k{i}:S]->(t{i}:{label})",
                $"MERGE (v)-[k{i}:R]->(v)",
                "DETACH DELETE v",
                $"FOREACH (y IN [1, 2] | MERGE (:{label} {{x: y}}))",
                $"WITH v MATCH (u{i}:{label}) WHERE u{i}.x > 0",
                $"WITH v OPTIONAL MATCH (v)-->(o{i}) SET o{i}.seen = true",
                $"WITH v WHERE v.x > 0 CALL (v) {{ MATCH (z:{label}) RETURN count(z) AS n{i} }}",
                "WITH DISTINCT v"));
        }

        return string.Join(' ', parts) + Pick(" RETURN count(*) AS c", "", " RETURN count(v.x) AS c, sum(v.x) AS s");
    }

    /// <summary>The answer and the graph that is left, or null where the statement reads what it has deleted.</summary>
    private static string? Run(EmbeddedGraph graph, string statement)
    {
        TckOutcome outcome = Outcome(graph, statement);
        if (outcome.Error is GraphException { Kind: "EntityNotFound" })
        {
            return null;
        }

        string answer = outcome.Error is GraphException error ? error.Code : Print(outcome);
        string nodes = Print(Outcome(graph, "MATCH (n) RETURN labels(n), n.i, n.x, n.met, n.seen"));
        string relationships = Print(Outcome(graph, "MATCH (a)-[r]->(b) RETURN type(r), a.i, a.x, labels(a), b.i, b.x, labels(b)"));
        return $"{answer}  {nodes}  {relationships}";
    }

    private static TckOutcome Outcome(EmbeddedGraph graph, string statement)
    {
        TckOutcome outcome = TckOutcome.RunAsync(graph, statement, MapValue.Empty).GetAwaiter().GetResult();
        return outcome.Error is null or GraphException ? outcome : throw outcome.Error;
    }

    private static string Print(TckOutcome outcome) => string.Join(
        ' ', outcome.Rows.Select(row => $"({string.Join(", ", row.Select(value => Sorted(value).ToString()))})").Order(StringComparer.Ordinal));

    // Labels come in the order of their first use, which is that of the clauses.
    private static Value Sorted(Value value) =>
        value.Kind == ValueKind.List ? Value.List([.. value.AsList().OrderBy(item => item.ToString(), StringComparer.Ordinal)]) : value;
}
