using System.Collections.Concurrent;
using System.Runtime.CompilerServices;
using System.Threading.Channels;
using Chancery.Graph;
using Chancery.Ingestion.Jobs;

namespace Chancery.Service;

/// <summary>
/// Runs the service's jobs one after the other, tells watchers how far they are, and takes up again what the last process left unfinished.
/// </summary>
internal sealed class JobRunner(IngestionJobs jobs, TimeProvider clock, ILogger<JobRunner> log) : BackgroundService
{
    private readonly Channel<IngestionJob> _waiting = Channel.CreateUnbounded<IngestionJob>();
    private readonly ConcurrentDictionary<string, CancellationTokenSource> _cancel = new();
    private readonly ConcurrentDictionary<string, JobUpdate> _latest = new();
    private readonly ConcurrentDictionary<Channel<JobUpdate>, byte> _watchers = new();

    public async Task<IngestionJob> StartAsync(JobRequest request, CancellationToken cancellationToken)
    {
        IngestionJob job = await jobs.CreateAsync(request, cancellationToken);
        Enqueue(job);
        return job;
    }

    /// <summary>Runs a job again; false where it is running or waiting already.</summary>
    public bool Resume(IngestionJob job)
    {
        if (_cancel.ContainsKey(job.Id))
        {
            return false;
        }

        Enqueue(job);
        return true;
    }

    /// <summary>False where no such job is running or waiting.</summary>
    public bool Cancel(string id)
    {
        if (!_cancel.TryGetValue(id, out CancellationTokenSource? source))
        {
            return false;
        }

        source.Cancel();
        return true;
    }

    /// <summary>The job as its own record has it, or newer where it is running here.</summary>
    public JobUpdate Latest(IngestionJob recorded) => _latest.GetValueOrDefault(recorded.Id) ?? new JobUpdate(recorded, 0, null);

    /// <summary>Updates from now on, of one job to its end or of all.</summary>
    public async IAsyncEnumerable<JobUpdate> WatchAsync(string? id, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        // A slow watcher misses steps in between, never the last one.
        Channel<JobUpdate> updates = Channel.CreateBounded<JobUpdate>(new BoundedChannelOptions(64) { FullMode = BoundedChannelFullMode.DropOldest });
        _watchers.TryAdd(updates, 0);
        try
        {
            if (id is not null && _latest.TryGetValue(id, out JobUpdate? latest))
            {
                yield return latest;
                if (latest.Job.State != JobState.Running)
                {
                    yield break;
                }
            }

            await foreach (JobUpdate update in updates.Reader.ReadAllAsync(cancellationToken))
            {
                if (id is null || update.Job.Id == id)
                {
                    yield return update;
                    if (id is not null && update.Job.State != JobState.Running)
                    {
                        yield break;
                    }
                }
            }
        }
        finally
        {
            _watchers.TryRemove(updates, out _);
        }
    }

    public override void Dispose()
    {
        foreach (CancellationTokenSource source in _cancel.Values)
        {
            source.Dispose();
        }

        base.Dispose();
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        foreach (IngestionJob job in (await jobs.Log.ListAsync(100, stoppingToken)).Where(job => job.State == JobState.Running && !_cancel.ContainsKey(job.Id)).Reverse())
        {
            log.Resuming(job.Id);
            Resume(job);
        }

        await foreach (IngestionJob job in _waiting.Reader.ReadAllAsync(stoppingToken))
        {
            await RunAsync(job, stoppingToken);
        }
    }

    private async Task RunAsync(IngestionJob job, CancellationToken stoppingToken)
    {
        using CancellationTokenSource linked = CancellationTokenSource.CreateLinkedTokenSource(stoppingToken, _cancel[job.Id].Token);
        try
        {
            (IngestionJob done, _) = await jobs.RunAsync(job, new Broadcast(this), linked.Token);
            log.Finished(done.Id, done.State, done.Loaded, done.Unchanged, done.Failed, clock.GetUtcNow() - job.StartedAt);
        }
        catch (GraphException error)
        {
            // The graph failed even to record the failure: the job stays marked running, and the next start takes it up.
            log.Lost(error, job.Id);
        }
        finally
        {
            if (_cancel.TryRemove(job.Id, out CancellationTokenSource? source))
            {
                source.Dispose();
            }
        }
    }

    private void Enqueue(IngestionJob job)
    {
        _cancel[job.Id] = new CancellationTokenSource();
        Publish(new JobUpdate(job with { State = JobState.Running, FinishedAt = null }, 0, null));
        _waiting.Writer.TryWrite(job);
    }

    private void Publish(JobUpdate update)
    {
        _latest[update.Job.Id] = update;
        foreach (Channel<JobUpdate> watcher in _watchers.Keys)
        {
            watcher.Writer.TryWrite(update);
        }
    }

    private sealed class Broadcast(JobRunner runner) : IProgress<JobUpdate>
    {
        public void Report(JobUpdate value) => runner.Publish(value);
    }
}
