using System.CommandLine;
using System.Globalization;
using Chancery.Cables;
using Chancery.Graph;
using Chancery.Ingestion;
using Chancery.Ingestion.Jobs;
using Chancery.Ingestion.Pipeline;
using Chancery.Output;
using Chancery.Resolution;
using Chancery.Settings;

namespace Chancery.Cli;

/// <summary><c>chancery ingest</c>: cables into the graph.</summary>
internal static class IngestCommand
{
    public static Command Create()
    {
        Argument<string[]> paths = new("path") { Description = "files and folders with cables, in any of the known forms", Arity = ArgumentArity.ZeroOrMore };
        Option<bool> mirror = new("--mirror") { Description = "withdraw cables that the graph holds from these paths and that are there no more" };
        Option<FileInfo?> curation = new("--curation") { Description = "the file of standing decisions (default: the setting Ingestion:Curation)" };
        Option<string[]> withdraw = new("--withdraw") { Description = "take this cable out of the graph, by reference", HelpName = "REFERENCE" };
        Option<string?> resume = new("--resume") { Description = "run an interrupted or cancelled job again; what it loaded is skipped", HelpName = "JOB" };
        Command command = new("ingest", "Read, parse, extract, resolve and load cables. Unchanged ones are skipped. " + ExitCode.Help)
        {
            paths, mirror, curation, withdraw, resume,
        };
        command.SetAction(async (parsed, cancellationToken) =>
        {
            string[] given = parsed.GetValue(paths) ?? [];
            string[] withdrawn = parsed.GetValue(withdraw) ?? [];
            string? resumed = parsed.GetValue(resume);
            if (given.Length == 0 && withdrawn.Length == 0 && resumed is null)
            {
                throw new CommandException(ExitCode.Usage, "Give a path to ingest, --withdraw or --resume.");
            }

            if (given.FirstOrDefault(path => !Path.Exists(path)) is { } missing)
            {
                throw new CommandException(ExitCode.Usage, $"{missing}: there is no such file or folder.");
            }

            Curation decisions = Decisions(parsed.GetValue(curation)?.FullName);
            await using IGraphDatabase graph = await GraphOption.OpenAsync(parsed, cancellationToken, create: true);
            await SchemaMigrations.ApplyAsync(graph, TimeProvider.System, cancellationToken);
            TextWriter error = parsed.InvocationConfiguration.Error;
            if (withdrawn.Length > 0)
            {
                await new CablePipeline(graph, Extractors.Cables, decisions, TimeProvider.System).WithdrawAsync(withdrawn, cancellationToken);
                await error.WriteLineAsync($"withdrawn: {string.Join(", ", withdrawn)}");
            }

            if (given.Length == 0 && resumed is null)
            {
                return ExitCode.Done;
            }

            IngestionJobs jobs = new(graph, Extractors.Cables, decisions, TimeProvider.System);
            IngestionJob job = resumed is null
                ? await jobs.CreateAsync(new JobRequest(given, parsed.GetValue(mirror)), cancellationToken)
                : await jobs.Log.FindAsync(resumed, cancellationToken) ?? throw new CommandException(ExitCode.Usage, $"There is no job '{resumed}'.");
            return await RunAsync(jobs, job, error, cancellationToken);
        });
        return command;
    }

    /// <summary>Runs a job with its progress on the error writer, and tells what became of it.</summary>
    internal static async Task<int> RunAsync(IngestionJobs jobs, IngestionJob job, TextWriter error, CancellationToken cancellationToken)
    {
        long started = TimeProvider.System.GetTimestamp();
        IReadOnlyList<CableProblem> problems = [];
        await ProgressLine.ShowAsync<JobUpdate>(
            error, Describe, async progress => (job, problems) = await jobs.RunAsync(job, progress, cancellationToken));
        foreach (CableProblem problem in problems)
        {
            await error.WriteLineAsync($"set aside: {problem}");
        }

        TimeSpan elapsed = TimeProvider.System.GetElapsedTime(started);
        string rate = elapsed > TimeSpan.Zero ? $" ({job.Done / elapsed.TotalSeconds:0} a second)" : "";
        await error.WriteLineAsync(
            $"{job.State.ToString().ToLowerInvariant()}: {Counts.Of(job.Done, "input")} in {Counts.Time(elapsed)}{rate}: "
            + $"{job.Loaded} loaded, {job.Unchanged} unchanged, {job.Superseded} superseded, {job.Withdrawn} withdrawn, {job.Failed} set aside; job {job.Id}");
        return job.State switch
        {
            JobState.Failed => throw new CommandException(ExitCode.Failed, job.Message ?? "The job failed."),
            JobState.Cancelled => ExitCode.Cancelled,
            _ => problems.Count > 0 ? ExitCode.SomeSetAside : ExitCode.Done,
        };
    }

    private static ProgressStep Describe(JobUpdate update)
    {
        string remaining = update.Remaining is { } time ? $", {Counts.Time(time)} left" : "";
        string failed = update.Job.Failed > 0 ? $", {update.Job.Failed} set aside" : "";
        string text = string.Create(CultureInfo.InvariantCulture, $"{update.Job.Done} done, {update.Rate:0}/s{remaining}{failed}");
        return new ProgressStep(text, update.Job.Done, update.Job.Total);
    }

    private static Curation Decisions(string? path)
    {
        path ??= ChancerySettings.Load().Ingestion.Curation;
        return path is null ? Curation.None : CurationFile.Read(path);
    }
}
