using Chancery.Graph;
using Chancery.Ingestion;

namespace Chancery.Http;

/// <summary>The network that the dashboard draws, and paths through it.</summary>
internal static class NetworkRoutes
{
    private const int MaxEdges = 5_000;

    /// <summary>All projected relations.</summary>
    public static Value Relations { get; } = Value.List([.. RelationTypes.Projected.Order(StringComparer.Ordinal).Select(type => Value.String(type))]);

    public static void MapNetwork(this IEndpointRouteBuilder routes)
    {
        routes.MapGet("/api/network", Show)
            .WithSummary("The best supported relations that pass the filters, with both ends. Lists are separated by commas; days are ISO.");
        routes.MapGet("/api/paths", Path)
            .WithSummary("A shortest chain of relations between two entities, by their ids.");
    }

    /// <summary>Records of source, target and edge as <c>{nodes, edges, truncated}</c>, each node once.</summary>
    public static Value Network(List<Value[]> rows, int limit)
    {
        Dictionary<string, Value> nodes = new(StringComparer.Ordinal);
        foreach (Value[] row in rows)
        {
            nodes.TryAdd(row[0].AsMap()["id"].AsString(), row[0]);
            nodes.TryAdd(row[1].AsMap()["id"].AsString(), row[1]);
        }

        return MapValue.Of(
            ("nodes", Value.List([.. nodes.Values])),
            ("edges", Value.List([.. rows.Select(row => row[2])])),
            ("truncated", rows.Count >= limit));
    }

    private static async Task<IResult> Show(
        GraphReads reads,
        CancellationToken cancellationToken,
        string? types = null,
        string? relations = null,
        double confidence = 0,
        DateOnly? from = null,
        DateOnly? to = null,
        int limit = 400)
    {
        int most = Math.Clamp(limit, 1, MaxEdges);
        List<Value[]> rows = await reads.ListAsync(
            DashboardStatement.Network,
            MapValue.Of(
                ("types", GraphReads.Types),
                ("chosen", types is null ? GraphReads.Types : Names(types)),
                ("relations", relations is null ? Relations : Names(relations)),
                ("confidence", confidence),
                ("from", Day(from)),
                ("to", Day(to)),
                ("limit", (long)most)),
            cancellationToken);
        return new ValueAnswer(Network(rows, most));
    }

    private static async Task<IResult> Path(string from, string to, GraphReads reads, CancellationToken cancellationToken) =>
        new ValueAnswer(Network(
            await reads.ListAsync(DashboardStatement.Path, MapValue.Of(("from", from), ("to", to), ("types", GraphReads.Types)), cancellationToken),
            int.MaxValue));

    private static Value Names(string list) =>
        Value.List([.. list.Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries).Select(name => Value.String(name))]);

    private static Value Day(DateOnly? day) => day?.ToString("O", System.Globalization.CultureInfo.InvariantCulture);
}
