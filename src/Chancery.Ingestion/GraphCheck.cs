using Chancery.Graph;
using Chancery.Ingestion.Library;

namespace Chancery.Ingestion;

/// <summary>One promise and what breaks it; nothing where it holds.</summary>
public sealed record CheckResult(string Name, string Promise, IReadOnlyList<string> Violations);

/// <summary>Holds the graph to its promises by the statements of <c>cypher/checks</c>.</summary>
public static class GraphCheck
{
    public static async Task<IReadOnlyList<CheckResult>> RunAsync(IGraphDatabase graph, CancellationToken cancellationToken = default)
    {
        List<CheckResult> results = [];
        await using IGraphTransaction transaction = await graph.BeginAsync(TransactionOptions.ReadOnly, cancellationToken);
        foreach ((string name, string promise, string text) in CypherLibrary.Checks)
        {
            List<Value[]> rows = await transaction.ReadAsync(LoadStatement.Parse(name, text), cancellationToken: cancellationToken);
            results.Add(new CheckResult(name, promise, [.. rows.Select(row => row[0].AsString())]));
        }

        return results;
    }
}
