using Chancery.Ingestion.Jobs;
using Chancery.Settings;
using Quartz;

namespace Chancery.Service;

/// <summary>Reads the configured paths whenever the schedule says so; what has not changed is skipped.</summary>
internal sealed class ScheduledIngestion(JobRunner runner, ChancerySettings settings, ILogger<ScheduledIngestion> log) : IJob
{
    public async ValueTask Execute(IJobExecutionContext context, CancellationToken cancellationToken = default)
    {
        log.Scheduled(string.Join(' ', settings.Ingestion.Paths));
        await runner.StartAsync(new JobRequest(settings.Ingestion.Paths), cancellationToken);
    }
}
