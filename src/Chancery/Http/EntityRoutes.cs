using Chancery.Graph;

namespace Chancery.Http;

/// <summary>Entities: search, one entity with its facts and their sentences, its neighbours.</summary>
internal static class EntityRoutes
{
    private const int MaxFacts = 2_000;
    private const int MaxCables = 500;
    private const int MaxNeighbors = 300;

    public static void MapEntities(this IEndpointRouteBuilder routes)
    {
        routes.MapGet("/api/entities", Find)
            .WithSummary("Entities whose name or alias contains a text, the best match first.");
        routes.MapGet("/api/entities/{id}", Show)
            .WithSummary("One entity: its properties, every claim about it with the sentence that states it, and the cables that mention it.");
        routes.MapGet("/api/entities/{id}/network", Neighbors)
            .WithSummary("The relations of one entity, with both ends.");
    }

    private static async Task<IResult> Find(
        GraphReads reads, CancellationToken cancellationToken, string q = "", string? type = null, int limit = 20) =>
        new ValueAnswer(await reads.ColumnAsync(
            DashboardStatement.Find,
            MapValue.Of(("text", q), ("type", type), ("limit", (long)Math.Clamp(limit, 1, 200)), ("types", GraphReads.Types)),
            cancellationToken));

    private static async Task<IResult> Show(string id, GraphReads reads, CancellationToken cancellationToken)
    {
        MapValue Parameters(int limit) => MapValue.Of(("id", id), ("types", GraphReads.Types), ("limit", (long)limit));
        List<Value[]> found = await reads.ListAsync(DashboardStatement.Entity, Parameters(1), cancellationToken);
        if (found.Count == 0)
        {
            return Results.Problem($"There is no entity with the id '{id}'.", statusCode: StatusCodes.Status404NotFound);
        }

        return new ValueAnswer(MapValue.Of(
            ("entity", found[0][0]),
            ("properties", found[0][1]),
            ("facts", await reads.ColumnAsync(DashboardStatement.EntityFacts, Parameters(MaxFacts), cancellationToken)),
            ("cables", await reads.ColumnAsync(DashboardStatement.EntityCables, Parameters(MaxCables), cancellationToken))));
    }

    private static async Task<IResult> Neighbors(string id, GraphReads reads, CancellationToken cancellationToken) =>
        new ValueAnswer(NetworkRoutes.Network(
            await reads.ListAsync(
                DashboardStatement.Neighbors,
                MapValue.Of(("id", id), ("types", GraphReads.Types), ("relations", NetworkRoutes.Relations), ("limit", (long)MaxNeighbors)),
                cancellationToken),
            MaxNeighbors));
}
