using Chancery.Graph;
using Chancery.Output;

namespace Chancery.Cli;

/// <summary>Runs one statement and prints what comes of it: records and plan to the output, hints and counts to the errors.</summary>
/// <param name="hints">False for statements that their reader did not write.</param>
internal sealed class StatementRun(IGraphDatabase graph, TextWriter output, TextWriter error, bool hints = true)
{
    /// <exception cref="CommandException">The statement is wrong or failed; the message shows the place.</exception>
    public async Task RunAsync(
        string statement, MapValue parameters, TransactionOptions options, RowFormat format, CancellationToken cancellationToken)
    {
        try
        {
            await using IGraphResult result = await graph.RunAsync(statement, parameters, options, cancellationToken);
            int count = await RowWriter.WriteAsync(result, format, output, cancellationToken);
            QuerySummary summary = await result.ConsumeAsync(cancellationToken);
            if (summary.Plan is { } plan)
            {
                PlanWriter.Write(plan, output);
            }

            foreach (Notification notification in hints ? summary.Notifications : [])
            {
                string place = notification.Position is { } at ? $"line {at.Line}, column {at.Column}: " : "";
                await error.WriteLineAsync($"{notification.Severity.ToLowerInvariant()}: {place}{notification.Title}: {notification.Description}");
            }

            string changes = Counts.Describe(summary.Counters);
            if (format == RowFormat.Table && summary.Plan is null)
            {
                string rows = result.Columns.Count == 0 ? "" : Counts.Of(count, "row");
                await error.WriteLineAsync(string.Join(", ", new[] { rows, changes }.Where(text => text.Length > 0)));
            }
        }
        catch (GraphException wrong) when (wrong.Code.StartsWith("Neo.ClientError.", StringComparison.Ordinal))
        {
            throw new CommandException(
                wrong.Code.StartsWith("Neo.ClientError.Statement.", StringComparison.Ordinal) ? ExitCode.Usage : ExitCode.Failed,
                StatementError.Describe(wrong, statement),
                wrong);
        }
    }
}
