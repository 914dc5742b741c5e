using System.Globalization;
using Chancery.Ingestion.Jobs;
using Spectre.Console;

namespace Chancery.Output;

/// <summary>A job's progress: a bar with rate and remaining time on a terminal; a line now and then where there is none.</summary>
internal static class ProgressLine
{
    private static readonly TimeSpan s_lineEvery = TimeSpan.FromSeconds(10);

    public static async Task ShowAsync(TextWriter writer, Func<IProgress<JobUpdate>, Task> work)
    {
        if (writer != Console.Error || Console.IsErrorRedirected)
        {
            await work(new Lines(writer));
            return;
        }

        await Screen.On(writer).Progress()
            .AutoClear(true)
            .Columns(new SpinnerColumn(), new TaskDescriptionColumn(), new ProgressBarColumn(), new PercentageColumn())
            .StartAsync(async context => await work(new Bar(context.AddTask("reading", autoStart: true))));
    }

    private static string Describe(JobUpdate update)
    {
        string remaining = update.Remaining is { } time ? $", {Counts.Time(time)} left" : "";
        string failed = update.Job.Failed > 0 ? $", {update.Job.Failed} set aside" : "";
        return string.Create(CultureInfo.InvariantCulture, $"{update.Job.Done} done, {update.Rate:0}/s{remaining}{failed}");
    }

    private sealed class Bar(ProgressTask task) : IProgress<JobUpdate>
    {
        public void Report(JobUpdate value)
        {
            task.IsIndeterminate = value.Job.Total is null;
            task.MaxValue = Math.Max(1, value.Job.Total ?? value.Job.Done);
            task.Value = value.Job.Done;
            task.Description = Markup.Escape(Describe(value));
        }
    }

    private sealed class Lines(TextWriter writer) : IProgress<JobUpdate>
    {
        private long _last = TimeProvider.System.GetTimestamp();

        public void Report(JobUpdate value)
        {
            if (TimeProvider.System.GetElapsedTime(_last) >= s_lineEvery)
            {
                _last = TimeProvider.System.GetTimestamp();
                writer.WriteLine(Describe(value));
            }
        }
    }
}
