using Chancery.Graph;

namespace Chancery.Http;

/// <summary>Turns an error of the graph into a problem document: 400 for a wrong statement, 403, 408 or 503 by its code, 500 else.</summary>
internal static class GraphErrors
{
    public static void UseGraphErrors(this IApplicationBuilder application) => application.Use(async (context, next) =>
    {
        try
        {
            await next(context);
        }
        catch (GraphException error) when (!context.Response.HasStarted)
        {
            await Results.Problem(
                error.Message,
                statusCode: Status(error),
                title: error.Code,
                extensions: error.Position is { } position
                    ? new Dictionary<string, object?> { ["offset"] = position.Offset, ["line"] = position.Line, ["column"] = position.Column }
                    : null).ExecuteAsync(context);
        }
        catch (OperationCanceledException) when (context.RequestAborted.IsCancellationRequested && !context.Response.HasStarted)
        {
            // The caller went away: there is nobody to answer.
            context.Response.StatusCode = StatusCodes.Status499ClientClosedRequest;
        }
    });

    private static int Status(GraphException error) => error.Code switch
    {
        "Neo.ClientError.Statement.AccessMode" or "Neo.ClientError.Security.Forbidden" => StatusCodes.Status403Forbidden,
        _ when error.Code.Contains("TimedOut", StringComparison.Ordinal) => StatusCodes.Status408RequestTimeout,
        _ when error.Code.StartsWith("Neo.ClientError.", StringComparison.Ordinal) => StatusCodes.Status400BadRequest,
        _ when error.IsTransient => StatusCodes.Status503ServiceUnavailable,
        _ => StatusCodes.Status500InternalServerError,
    };
}
