using Chancery.Cables;
using Chancery.Graph;
using Chancery.Ingestion.Pipeline;
using Chancery.Resolution;

namespace Chancery.Ingestion.Jobs;

/// <summary>What a job's watcher sees: the job as it stands, and for a running one the pace.</summary>
public sealed record JobUpdate(IngestionJob Job, double Rate, TimeSpan? Remaining);

/// <summary>
/// Runs ingestions as jobs: recorded from start to end, one after the other, cancellable, and after a crash run again by their id; what
/// was loaded before is skipped, so that a resumed job goes on where it stopped.
/// </summary>
public sealed class IngestionJobs(IGraphDatabase graph, Extractor extractor, Curation curation, TimeProvider clock) : IDisposable
{
    private static readonly TimeSpan s_saveEvery = TimeSpan.FromSeconds(3);

    private readonly SemaphoreSlim _turn = new(1, 1);

    public JobLog Log { get; } = new(graph);

    /// <summary>A job that is recorded as running but has not begun; <see cref="RunAsync"/> runs it.</summary>
    public async Task<IngestionJob> CreateAsync(JobRequest request, CancellationToken cancellationToken = default)
    {
        DateTimeOffset now = clock.GetUtcNow();
        IngestionJob job = new()
        {
            Id = Guid.CreateVersion7(now).ToString("n"),
            Request = request,
            State = JobState.Running,
            StartedAt = now,
            UpdatedAt = now,
        };
        await Log.SaveAsync(job, cancellationToken);
        return job;
    }

    /// <summary>
    /// Runs a job to its end, which its state and message tell: done, cancelled by the token, or failed. Also runs one again that was
    /// interrupted, cancelled or failed.
    /// </summary>
    public async Task<(IngestionJob Job, IReadOnlyList<CableProblem> Problems)> RunAsync(
        IngestionJob job, IProgress<JobUpdate>? progress = null, CancellationToken cancellationToken = default)
    {
        List<CableProblem> problems = [];
        job = job with { State = JobState.Running, FinishedAt = null, Message = null, Done = 0, Loaded = 0, Unchanged = 0, Superseded = 0, Withdrawn = 0, Failed = 0 };
        try
        {
            await _turn.WaitAsync(cancellationToken);
            try
            {
                job = await RunSourcesAsync(job, problems, progress, cancellationToken);
            }
            finally
            {
                _turn.Release();
            }
        }
        catch (OperationCanceledException) when (cancellationToken.IsCancellationRequested)
        {
            job = (await Log.FindAsync(job.Id, CancellationToken.None) ?? job) with { State = JobState.Cancelled };
        }
        catch (Exception error)
        {
            job = (await Log.FindAsync(job.Id, CancellationToken.None) ?? job) with { State = JobState.Failed, Message = error.Message };
        }

        DateTimeOffset now = clock.GetUtcNow();
        job = job with { FinishedAt = now, UpdatedAt = now, Failed = problems.Count };
        await Log.SaveProblemsAsync(job.Id, problems, CancellationToken.None);
        await Log.SaveAsync(job, CancellationToken.None);
        progress?.Report(new JobUpdate(job, 0, null));
        return (job, problems);
    }

    public void Dispose() => _turn.Dispose();

    private async Task<IngestionJob> RunSourcesAsync(
        IngestionJob job, List<CableProblem> problems, IProgress<JobUpdate>? progress, CancellationToken cancellationToken)
    {
        await SchemaMigrations.ApplyAsync(graph, clock, cancellationToken);
        CableSource source = CableSources.Open(job.Request);
        Tally tally = new(job with { Total = source.Total }, clock, Log, progress);
        IngestReport report = await new CablePipeline(graph, extractor, curation, clock).RunAsync(source, tally, cancellationToken);
        await tally.SavedAsync();
        problems.AddRange(report.Problems);
        return job with
        {
            State = JobState.Done,
            Total = source.Total,
            Done = report.Read,
            Loaded = report.Loaded,
            Unchanged = report.Unchanged,
            Superseded = report.Superseded,
            Withdrawn = report.Withdrawn,
        };
    }

    /// <summary>Tells the watcher how far the job is, and now and then writes it down.</summary>
    private sealed class Tally(IngestionJob job, TimeProvider clock, JobLog log, IProgress<JobUpdate>? watcher) : IProgress<IngestProgress>
    {
        private long _saved = clock.GetTimestamp();
        private Task _saving = Task.CompletedTask;

        public void Report(IngestProgress value)
        {
            IngestionJob now = job with
            {
                Done = value.Done,
                Loaded = value.Loaded,
                Unchanged = value.Unchanged,
                Failed = value.Failed,
                UpdatedAt = clock.GetUtcNow(),
            };
            watcher?.Report(new JobUpdate(now, value.Rate, value.Remaining));
            if (_saving.IsCompleted && clock.GetElapsedTime(_saved) > s_saveEvery)
            {
                _saved = clock.GetTimestamp();
                _saving = log.SaveAsync(now);
            }
        }

        public Task SavedAsync() => _saving;
    }
}
