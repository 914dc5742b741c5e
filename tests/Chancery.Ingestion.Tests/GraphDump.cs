using Chancery.Graph;

namespace Chancery.Ingestion.Tests;

/// <summary>A graph as sorted lines: every node with labels and properties, every relationship with ends and properties.</summary>
internal static class GraphDump
{
    /// <summary>Without the labels of bookkeeping, which tell of jobs and not of cables.</summary>
    public static async Task<string> OfAsync(IGraphDatabase graph)
    {
        List<string> lines = [];
        await using (IGraphResult nodes = await graph.RunAsync(
            "MATCH (n) WHERE NOT n:Job AND NOT n:Problem AND NOT n:Migration RETURN labels(n), properties(n)"))
        {
            while (await nodes.ReadAsync())
            {
                IEnumerable<string> labels = nodes.Current[0].AsList().Select(label => label.AsString()).Order(StringComparer.Ordinal);
                lines.Add($"(:{string.Join(':', labels)} {Properties(nodes.Current[1])})");
            }
        }

        await using (IGraphResult relationships = await graph.RunAsync(
            """
            MATCH (a)-[r]->(b)
            WHERE NOT a:Job
            RETURN labels(a), coalesce(a.id, a.tag), type(r), properties(r), labels(b), coalesce(b.id, b.tag)
            """))
        {
            while (await relationships.ReadAsync())
            {
                IReadOnlyList<Value> row = relationships.Current;
                lines.Add($"({First(row[0])} {row[1].AsString()})-[:{row[2].AsString()} {Properties(row[3])}]->({First(row[4])} {row[5].AsString()})");
            }
        }

        lines.Sort(StringComparer.Ordinal);
        return string.Join('\n', lines);
    }

    private static string First(Value labels) => labels.AsList().Select(label => label.AsString()).Order(StringComparer.Ordinal).First();

    private static string Properties(Value map) => string.Join(
        ", ", map.AsMap().OrderBy(pair => pair.Key, StringComparer.Ordinal).Select(pair => $"{pair.Key}: {ValueText.Literal(pair.Value)}"));
}
