using Chancery.Graph;

namespace Chancery.Http;

/// <summary>Cables: search, and one cable with its mentions marked.</summary>
internal static class CableRoutes
{
    public static void MapCables(this IEndpointRouteBuilder routes)
    {
        routes.MapGet("/api/cables", Find).WithSummary("Cables, the latest first, by a text in their reference or subject.");
        routes.MapGet("/api/cables/{id}", Show).WithSummary("One cable, paragraph by paragraph, with the places of its mentions in each paragraph's text.");
    }

    private static async Task<IResult> Find(GraphReads reads, CancellationToken cancellationToken, string? q = null, int limit = 50) =>
        new ValueAnswer(await reads.ColumnAsync(
            DashboardStatement.Cables, MapValue.Of(("text", q), ("limit", (long)Math.Clamp(limit, 1, 1_000))), cancellationToken));

    private static async Task<IResult> Show(string id, GraphReads reads, CancellationToken cancellationToken)
    {
        MapValue parameters = MapValue.Of(("id", id), ("types", GraphReads.Types));
        List<Value[]> found = await reads.ListAsync(DashboardStatement.Cable, parameters, cancellationToken);
        if (found.Count == 0)
        {
            return Results.Problem($"There is no cable with the reference '{id}'.", statusCode: StatusCodes.Status404NotFound);
        }

        List<Value[]> paragraphs = await reads.ListAsync(DashboardStatement.CableParagraphs, parameters, cancellationToken);
        MapValue.Builder page = new(8);
        foreach ((string key, Value value) in found[0][0].AsMap())
        {
            page.Set(key, value);
        }

        page.Set("paragraphs", Value.List([.. paragraphs.Select(row => Paragraph(row))]));
        return new ValueAnswer(page.Build());
    }

    private static Value Paragraph(Value[] row) => MapValue.Of(
        ("ordinal", row[0]), ("number", row[1]), ("heading", row[2]), ("kind", row[3]), ("text", row[4]),
        ("marks", Value.List([.. row[5].AsList().SelectMany(mention => Marks(mention.AsMap()))])));

    /// <summary>Each place of a mention by itself; those that the paragraph's text leaves out are at -1.</summary>
    private static IEnumerable<Value> Marks(MapValue mention)
    {
        Value[] starts = mention["starts"].AsList();
        Value[] ends = mention["ends"].AsList();
        return Enumerable.Range(0, starts.Length).Where(i => starts[i].AsInteger() >= 0).Select(i => Value.Map(MapValue.Of(
            ("start", starts[i]), ("end", ends[i]),
            ("entity", mention["entity"]), ("name", mention["name"]), ("type", mention["type"]), ("confidence", mention["confidence"]),
            ("reason", mention["reason"]), ("link", mention["link"]))));
    }
}
