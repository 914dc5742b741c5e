using System.CommandLine;
using System.Globalization;
using Chancery.Cables;
using Chancery.Graph;
using Chancery.Ingestion.Jobs;
using Chancery.Output;

namespace Chancery.Cli;

/// <summary><c>chancery jobs</c>: what was ingested, how it went, and what was set aside.</summary>
internal static class JobsCommand
{
    public static Command Create()
    {
        Argument<string?> id = new("id") { Description = "a job's id: shows the inputs that it set aside", Arity = ArgumentArity.ZeroOrOne };
        Option<int> limit = new("--limit") { Description = "at most so many", DefaultValueFactory = _ => 20 };
        Command command = new("jobs", "List ingestion jobs, newest first.") { id, limit };
        command.SetAction(async (parsed, cancellationToken) =>
        {
            await using IGraphDatabase graph = await GraphOption.OpenAsync(parsed, cancellationToken);
            JobLog log = new(graph);
            TextWriter output = parsed.InvocationConfiguration.Output;
            if (parsed.GetValue(id) is not { } wanted)
            {
                Write(await log.ListAsync(parsed.GetValue(limit), cancellationToken), output);
                return ExitCode.Done;
            }

            IngestionJob job = await log.FindAsync(wanted, cancellationToken)
                ?? throw new CommandException(ExitCode.Usage, $"There is no job '{wanted}'.");
            Write([job], output);
            foreach (CableProblem problem in await log.ProblemsAsync(wanted, cancellationToken))
            {
                await output.WriteLineAsync(problem.ToString());
            }

            return ExitCode.Done;
        });
        return command;
    }

    private static void Write(IReadOnlyList<IngestionJob> jobs, TextWriter output)
    {
        DateTimeOffset now = TimeProvider.System.GetUtcNow();
        RowWriter.WriteTable(
            ["job", "state", "started (UTC)", "done", "loaded", "unchanged", "withdrawn", "set aside", "paths"],
            jobs.Select(job => new[]
            {
                job.Id,
                job.IsInterrupted(now) ? "interrupted" : job.State.ToString().ToLowerInvariant() + (job.Message is null ? "" : ": " + job.Message),
                job.StartedAt.UtcDateTime.ToString("yyyy-MM-dd HH:mm:ss", CultureInfo.InvariantCulture),
                job.Done.ToString(CultureInfo.InvariantCulture) + (job.Total is { } total ? $" of {total}" : ""),
                job.Loaded.ToString(CultureInfo.InvariantCulture),
                job.Unchanged.ToString(CultureInfo.InvariantCulture),
                job.Withdrawn.ToString(CultureInfo.InvariantCulture),
                job.Failed.ToString(CultureInfo.InvariantCulture),
                string.Join(' ', job.Request.Paths),
            }),
            output);
    }
}
