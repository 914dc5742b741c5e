using Chancery.Ingestion.Jobs;

namespace Chancery.Service;

/// <summary>The service's log messages.</summary>
internal static partial class ServiceLog
{
    [LoggerMessage(1, LogLevel.Information, "The graph is {Graph}")]
    public static partial void Opened(this ILogger log, string graph);

    [LoggerMessage(2, LogLevel.Information, "Migration {Migration} applied")]
    public static partial void Migrated(this ILogger log, string migration);

    [LoggerMessage(3, LogLevel.Information, "Job {Job}, left unfinished by an earlier process, goes on")]
    public static partial void Resuming(this ILogger log, string job);

    [LoggerMessage(4, LogLevel.Information, "Job {Job} {State}: {Loaded} loaded, {Unchanged} unchanged, {Failed} set aside, in {Elapsed}")]
    public static partial void Finished(this ILogger log, string job, JobState state, int loaded, int unchanged, int failed, TimeSpan elapsed);

    [LoggerMessage(5, LogLevel.Error, "Job {Job} could not be recorded; it goes on at the next start")]
    public static partial void Lost(this ILogger log, Exception error, string job);

    [LoggerMessage(6, LogLevel.Information, "{Folder} changed: reading it again")]
    public static partial void FolderChanged(this ILogger log, string folder);

    [LoggerMessage(7, LogLevel.Information, "Scheduled reading of {Paths}")]
    public static partial void Scheduled(this ILogger log, string paths);

    [LoggerMessage(8, LogLevel.Warning, "{Folder} cannot be watched any more ({Reason}); it is read again")]
    public static partial void WatchLost(this ILogger log, string folder, string reason);
}
