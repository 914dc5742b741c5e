using Spectre.Console;

namespace Chancery.Output;

/// <summary>How far something is; <c>Total</c> is null where it is not known.</summary>
internal readonly record struct ProgressStep(string Text, double Done, double? Total);

/// <summary>The progress of long work: a bar on a terminal; a line now and then where there is none.</summary>
internal static class ProgressLine
{
    private static readonly TimeSpan s_lineEvery = TimeSpan.FromSeconds(10);

    public static async Task ShowAsync<T>(TextWriter writer, Func<T, ProgressStep> describe, Func<IProgress<T>, Task> work)
    {
        if (writer != Console.Error || Console.IsErrorRedirected)
        {
            await work(new Lines<T>(writer, describe));
            return;
        }

        await Screen.On(writer).Progress()
            .AutoClear(true)
            .Columns(new SpinnerColumn(), new TaskDescriptionColumn(), new ProgressBarColumn(), new PercentageColumn())
            .StartAsync(async context => await work(new Bar<T>(context.AddTask("reading", autoStart: true), describe)));
    }

    private sealed class Bar<T>(ProgressTask task, Func<T, ProgressStep> describe) : IProgress<T>
    {
        public void Report(T value)
        {
            ProgressStep step = describe(value);
            task.IsIndeterminate = step.Total is null;
            task.MaxValue = Math.Max(double.Epsilon, step.Total ?? step.Done);
            task.Value = step.Done;
            task.Description = Markup.Escape(step.Text);
        }
    }

    private sealed class Lines<T>(TextWriter writer, Func<T, ProgressStep> describe) : IProgress<T>
    {
        private readonly Lock _gate = new();
        private long _last = TimeProvider.System.GetTimestamp();

        public void Report(T value)
        {
            lock (_gate)
            {
                if (TimeProvider.System.GetElapsedTime(_last) >= s_lineEvery)
                {
                    _last = TimeProvider.System.GetTimestamp();
                    writer.WriteLine(describe(value).Text);
                }
            }
        }
    }
}
