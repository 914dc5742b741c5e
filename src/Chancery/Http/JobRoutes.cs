using Chancery.Cables;
using Chancery.Ingestion.Jobs;
using Chancery.Service;

namespace Chancery.Http;

/// <summary>A job for programs and the dashboard.</summary>
/// <param name="Skipped">Unchanged cables, and versions of cables of which there is a better one.</param>
internal sealed record JobAnswer(
    string Id, string State, string Source, int? Total, int Done, int Loaded, int Skipped, int Withdrawn, int Failed,
    DateTimeOffset StartedAt, DateTimeOffset? FinishedAt, double? RatePerSecond, double? RemainingSeconds, string? Message)
{
    public static JobAnswer Of(JobUpdate update, DateTimeOffset now)
    {
        IngestionJob job = update.Job;
        return new JobAnswer(
            job.Id, job.IsInterrupted(now) ? "interrupted" : job.State.ToString().ToLowerInvariant(), string.Join(' ', job.Request.Paths),
            job.Total, job.Done, job.Loaded, job.Unchanged + job.Superseded, job.Withdrawn, job.Failed, job.StartedAt, job.FinishedAt,
            update.Rate > 0 ? Math.Round(update.Rate, 1) : null, update.Remaining?.TotalSeconds, job.Message);
    }
}

internal sealed record JobDetail(JobAnswer Job, IReadOnlyList<CableProblem> SetAside);

/// <summary>Ingestion jobs: list, start, watch, cancel, resume.</summary>
internal static class JobRoutes
{
    public static void MapJobs(this IEndpointRouteBuilder routes)
    {
        routes.MapGet("/api/jobs", List).WithSummary("Ingestion jobs, the newest first.");
        routes.MapGet("/api/jobs/events", Events).WithSummary("Progress of all jobs as server-sent events named 'job'.");
        routes.MapGet("/api/jobs/{id}", Show).WithSummary("One job and the inputs that it set aside.");
        routes.MapGet("/api/jobs/{id}/events", EventsOf).WithSummary("Progress of one job as server-sent events, up to its end.");
        routes.MapPost("/api/jobs", Start).RequireAuthorization(Role.Admin)
            .WithSummary("Starts reading files and folders of the server's machine. Needs the role admin.");
        routes.MapPost("/api/jobs/{id}/resume", Resume).RequireAuthorization(Role.Admin)
            .WithSummary("Runs an interrupted, cancelled or failed job again; what it loaded is skipped. Needs the role admin.");
        routes.MapDelete("/api/jobs/{id}", Cancel).RequireAuthorization(Role.Admin)
            .WithSummary("Cancels a job after the batch in hand. Needs the role admin.");
    }

    private static async Task<IEnumerable<JobAnswer>> List(
        JobRunner runner, IngestionJobs jobs, TimeProvider clock, CancellationToken cancellationToken, int limit = 50) =>
        (await jobs.Log.ListAsync(Math.Clamp(limit, 1, 1_000), cancellationToken)).Select(job => JobAnswer.Of(runner.Latest(job), clock.GetUtcNow()));

    private static async Task<IResult> Show(string id, JobRunner runner, IngestionJobs jobs, TimeProvider clock, CancellationToken cancellationToken) =>
        await jobs.Log.FindAsync(id, cancellationToken) is { } job
            ? Results.Ok(new JobDetail(JobAnswer.Of(runner.Latest(job), clock.GetUtcNow()), await jobs.Log.ProblemsAsync(id, cancellationToken)))
            : NoJob(id);

    private static async Task<IResult> Start(JobRequest request, JobRunner runner, TimeProvider clock, CancellationToken cancellationToken)
    {
        if (request.Paths.Count == 0 || request.Paths.FirstOrDefault(path => !Path.Exists(path)) is not null)
        {
            string? missing = request.Paths.FirstOrDefault(path => !Path.Exists(path));
            return Results.Problem(
                missing is null ? "'paths' names nothing to read." : $"{missing}: there is no such file or folder.", statusCode: StatusCodes.Status400BadRequest);
        }

        IngestionJob job = await runner.StartAsync(request, cancellationToken);
        return Results.Accepted($"/api/jobs/{job.Id}", JobAnswer.Of(runner.Latest(job), clock.GetUtcNow()));
    }

    private static async Task<IResult> Resume(string id, JobRunner runner, IngestionJobs jobs, CancellationToken cancellationToken) =>
        await jobs.Log.FindAsync(id, cancellationToken) is not { } job ? NoJob(id)
        : runner.Resume(job) ? Results.Accepted($"/api/jobs/{id}")
        : Results.Problem($"The job '{id}' is running or waiting.", statusCode: StatusCodes.Status409Conflict);

    private static IResult Cancel(string id, JobRunner runner) =>
        runner.Cancel(id) ? Results.Accepted($"/api/jobs/{id}") : Results.Problem($"The job '{id}' is not running here.", statusCode: StatusCodes.Status409Conflict);

    private static JobEvents Events(JobRunner runner) => new(runner, null);

    private static JobEvents EventsOf(string id, JobRunner runner) => new(runner, id);

    private static IResult NoJob(string id) => Results.Problem($"There is no job '{id}'.", statusCode: StatusCodes.Status404NotFound);
}
