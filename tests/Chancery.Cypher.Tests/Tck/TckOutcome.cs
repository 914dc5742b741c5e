using Chancery.Graph;

namespace Chancery.Cypher.Tests.Tck;

/// <summary>What a query answered: rows, or an error.</summary>
internal sealed record TckOutcome(IReadOnlyList<string> Columns, IReadOnlyList<IReadOnlyList<Value>> Rows, Exception? Error)
{
    public static async Task<TckOutcome> RunAsync(EmbeddedGraph graph, string query, MapValue parameters)
    {
        List<IReadOnlyList<Value>> rows = [];
        try
        {
            await using IGraphResult result = await graph.RunAsync(query, parameters);
            while (await result.ReadAsync())
            {
                rows.Add([.. result.Current]);
            }

            await result.ConsumeAsync();
            return new TckOutcome(result.Columns, rows, null);
        }
        // Any failure is an outcome here: the scenario says which one it expects.
        catch (Exception error)
        {
            return new TckOutcome([], rows, error);
        }
    }

    /// <summary>Null where the rows are those of the table (its first row holds the columns), else what differs.</summary>
    public string? Compare(IReadOnlyList<IReadOnlyList<string>>? table, bool ordered, bool listsAsBags)
    {
        if (Error is GraphException wrong)
        {
            return $"unexpected error: {wrong.Kind} {wrong.Detail} ({wrong.Code}: {wrong.Message})";
        }

        if (Error is not null)
        {
            return $"unexpected error: {Error}";
        }

        if (table is null)
        {
            return Rows.Count == 0 ? null : $"{Rows.Count} rows: {Print()}";
        }

        if (!Columns.SequenceEqual(table[0]))
        {
            return $"columns {string.Join(" | ", Columns)}";
        }

        TckValue[][] expected = [.. table.Skip(1).Select(row => row.Select(TckValueParser.Parse).ToArray())];
        bool RowMatches(TckValue[] wanted, IReadOnlyList<Value> actual) =>
            wanted.Zip(actual).All(pair => pair.First.Matches(pair.Second, listsAsBags));
        bool equal = ordered
            ? expected.Length == Rows.Count && expected.Zip(Rows).All(pair => RowMatches(pair.First, pair.Second))
            : TckValue.MatchBags(expected, [.. Rows.Select(row => (Func<TckValue[], bool>)(wanted => RowMatches(wanted, row)))]);
        return equal ? null : $"rows: {Print()}";
    }

    private string Print() => string.Join("; ", Rows.Take(20).Select(row => string.Join(" | ", row.Select(Print))));

    private static string Print(Value value) => value.Kind switch
    {
        ValueKind.Null => "null",
        ValueKind.String => $"'{value.AsString()}'",
        ValueKind.Integer => $"{value.AsInteger()}",
        ValueKind.Float => $"{value.AsFloat():R}f",
        ValueKind.Boolean => value.AsBoolean() ? "true" : "false",
        ValueKind.List => $"[{string.Join(", ", value.AsList().Select(Print))}]",
        ValueKind.Map => Print(value.AsMap()),
        ValueKind.Node => $"({string.Concat(value.AsNode().Labels.Select(label => ":" + label))} {Print(value.AsNode().Properties)})",
        ValueKind.Relationship => $"[:{value.AsRelationship().Type} {Print(value.AsRelationship().Properties)}]",
        ValueKind.Path => $"<{string.Join(", ", value.AsPath().Nodes.Select(Print))} by {string.Join(", ", value.AsPath().Relationships.Select(Print))}>",
        _ => $"{value.Kind} {ValueText.Temporal(value)}",
    };

    private static string Print(MapValue map) => $"{{{string.Join(", ", map.Select(pair => $"{pair.Key}: {Print(pair.Value)}"))}}}";
}
