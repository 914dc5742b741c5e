using Chancery.Extraction;
using Chancery.Graph;

namespace Chancery.Http;

/// <summary>What one request may take of the graph.</summary>
/// <param name="Timeout">A statement ends with an error after this long.</param>
/// <param name="MaxRows">More records than this are not sent; the answer says that it was cut.</param>
internal sealed record ApiLimits(TimeSpan Timeout, int MaxRows)
{
    public static ApiLimits Default { get; } = new(TimeSpan.FromSeconds(30), 10_000);
}

/// <summary>Reads for the pages of the API: read-only, within the limits.</summary>
internal sealed class GraphReads(IGraphDatabase graph, ApiLimits limits)
{
    /// <summary>The labels of entities, which every statement of the dashboard takes as <c>$types</c>.</summary>
    public static Value Types { get; } = Value.List([.. Enum.GetNames<EntityType>().Select(name => Value.String(name))]);

    public IGraphDatabase Graph { get; } = graph;

    public ApiLimits Limits { get; } = limits;

    public TransactionOptions ReadOnly => new() { Mode = AccessMode.Read, Timeout = Limits.Timeout };

    public async Task<List<Value[]>> ListAsync(string statement, MapValue parameters, CancellationToken cancellationToken)
    {
        List<Value[]> rows = [];
        await using IGraphResult result = await Graph.RunAsync(statement, parameters, ReadOnly, cancellationToken);
        while (await result.ReadAsync(cancellationToken))
        {
            rows.Add([.. result.Current]);
        }

        return rows;
    }

    /// <summary>The first column of every record.</summary>
    public async Task<Value> ColumnAsync(string statement, MapValue parameters, CancellationToken cancellationToken) =>
        Value.List([.. (await ListAsync(statement, parameters, cancellationToken)).Select(row => row[0])]);
}
