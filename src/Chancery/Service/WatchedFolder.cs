using System.Threading.Channels;
using Chancery.Ingestion.Jobs;
using Chancery.Settings;

namespace Chancery.Service;

/// <summary>
/// Reads the watched folder at the start and whenever it was changed and then left alone for a moment. The graph mirrors it.
/// </summary>
internal sealed class WatchedFolder(JobRunner runner, ChancerySettings settings, TimeProvider clock, ILogger<WatchedFolder> log) : BackgroundService
{
    // Programs that copy files in touch them several times.
    private static readonly TimeSpan s_quiet = TimeSpan.FromSeconds(1);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        if (settings.Ingestion.Watch is not { } folder)
        {
            return;
        }

        Channel<bool> changes = Channel.CreateBounded<bool>(new BoundedChannelOptions(1) { FullMode = BoundedChannelFullMode.DropWrite });
        using FileSystemWatcher watcher = new(folder) { IncludeSubdirectories = true, InternalBufferSize = 64 * 1024 };
        watcher.Changed += (_, _) => changes.Writer.TryWrite(true);
        watcher.Created += (_, _) => changes.Writer.TryWrite(true);
        watcher.Deleted += (_, _) => changes.Writer.TryWrite(true);
        watcher.Renamed += (_, _) => changes.Writer.TryWrite(true);
        watcher.Error += (_, error) =>
        {
            log.WatchLost(folder, error.GetException().Message);
            changes.Writer.TryWrite(true);
        };
        watcher.EnableRaisingEvents = true;
        do
        {
            while (changes.Reader.TryRead(out _))
            {
                await Task.Delay(s_quiet, clock, stoppingToken);
            }

            log.FolderChanged(folder);
            await runner.StartAsync(new JobRequest([folder], Mirror: true), stoppingToken);
        }
        while (await changes.Reader.WaitToReadAsync(stoppingToken));
    }
}
