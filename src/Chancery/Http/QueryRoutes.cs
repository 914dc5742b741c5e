using System.Text.Json;
using Chancery.Graph;
using Chancery.Ingestion.Library;

namespace Chancery.Http;

/// <summary>A statement with its parameters.</summary>
/// <param name="Write">True asks for a session that may write; the caller's role decides.</param>
internal sealed record QueryRequest(string Statement, Dictionary<string, JsonElement>? Parameters = null, bool Write = false);

/// <summary>A question of the library for people and programs.</summary>
internal sealed record QuestionAnswer(
    string Name, string Title, string Description, IReadOnlyList<QueryParameter> Parameters, IReadOnlyList<QueryColumn> Columns);

/// <summary>Cypher by hand, and the questions of the library.</summary>
internal static class QueryRoutes
{
    public static void MapQueries(this IEndpointRouteBuilder routes)
    {
        routes.MapPost("/api/query", Query).WithSummary("Runs a Cypher statement, read-only unless the caller asks to write and may.");
        routes.MapGet("/api/questions", () => CypherLibrary.Questions.Select(question =>
                new QuestionAnswer(question.Name, question.Title, question.Description, question.Parameters, question.Columns)))
            .WithSummary("The saved questions, with their parameters and columns.");
        routes.MapPost("/api/questions/{name}", Ask).WithSummary("Answers a saved question; parameters left out take their defaults.");
    }

    private static IResult Query(QueryRequest request, HttpContext context, GraphReads reads)
    {
        if (request.Write && !context.User.IsInRole(Role.Curator) && !context.User.IsInRole(Role.Admin))
        {
            return Results.Problem("Writing needs the role curator or admin.", statusCode: StatusCodes.Status403Forbidden);
        }

        MapValue parameters = request.Parameters is { } given
            ? MapValue.Of([.. given.Select(pair => (pair.Key, JsonValues.ToValue(pair.Value)))])
            : MapValue.Empty;
        return new StatementAnswer(reads, request.Statement, parameters, request.Write ? AccessMode.Write : AccessMode.Read);
    }

    private static IResult Ask(string name, Dictionary<string, JsonElement> given, GraphReads reads)
    {
        if (CypherLibrary.Question(name) is not { } question)
        {
            return Results.Problem($"There is no question '{name}'.", statusCode: StatusCodes.Status404NotFound);
        }

        try
        {
            return new StatementAnswer(reads, question.Text, QueryArguments.FromJson(question, given), AccessMode.Read);
        }
        catch (ArgumentException error)
        {
            return Results.Problem(error.Message, statusCode: StatusCodes.Status400BadRequest);
        }
    }
}
