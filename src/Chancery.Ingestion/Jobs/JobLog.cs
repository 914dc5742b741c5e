using Chancery.Cables;
using Chancery.Graph;
using Chancery.Ingestion.Library;

namespace Chancery.Ingestion.Jobs;

/// <summary>
/// Jobs and the inputs that they set aside, kept in the graph itself: one place that survives a restart, goes into the backup, and is the
/// same for the embedded graph and for a server that several processes share. Their labels (<c>Job</c>, <c>Problem</c>) are bookkeeping
/// and no part of what the cables say.
/// </summary>
public sealed class JobLog(IGraphDatabase graph)
{
    private const int ProblemRows = 1_000;

    public Task SaveAsync(IngestionJob job, CancellationToken cancellationToken = default) => graph.TransactAsync(
        transaction => transaction.WriteAsync(s_write.Text, MapValue.Of(("id", job.Id), ("properties", job.ToMap())), cancellationToken),
        cancellationToken);

    public async Task SaveProblemsAsync(string job, IReadOnlyList<CableProblem> problems, CancellationToken cancellationToken = default)
    {
        int number = 0;
        foreach (CableProblem[] batch in problems.Chunk(ProblemRows))
        {
            MapValue[] rows = [.. batch.Select(problem => MapValue.Of(
                ("job", job), ("id", $"{job}#{++number}"), ("source", problem.Source), ("place", problem.Place), ("reason", problem.Reason)))];
            await graph.TransactAsync(transaction => transaction.WriteRowsAsync(s_writeProblems, rows, cancellationToken), cancellationToken);
        }
    }

    /// <summary>Jobs, newest first.</summary>
    public Task<IReadOnlyList<IngestionJob>> ListAsync(int limit, CancellationToken cancellationToken = default) => ReadAsync(null, limit, cancellationToken);

    public async Task<IngestionJob?> FindAsync(string id, CancellationToken cancellationToken = default) =>
        await ReadAsync(id, 1, cancellationToken) is [IngestionJob job, ..] ? job : null;

    public async Task<IReadOnlyList<CableProblem>> ProblemsAsync(string job, CancellationToken cancellationToken = default)
    {
        await using IGraphTransaction transaction = await graph.BeginAsync(TransactionOptions.ReadOnly, cancellationToken);
        List<Value[]> rows = await transaction.ReadAsync(s_readProblems, MapValue.Of(("id", job)), cancellationToken);
        return [.. rows.Select(row => new CableProblem(row[0].AsString(), row[1].IsNull ? null : row[1].AsString(), row[2].AsString()))];
    }

    private async Task<IReadOnlyList<IngestionJob>> ReadAsync(string? id, int limit, CancellationToken cancellationToken)
    {
        await using IGraphTransaction transaction = await graph.BeginAsync(TransactionOptions.ReadOnly, cancellationToken);
        List<Value[]> rows = await transaction.ReadAsync(s_read, MapValue.Of(("id", id), ("limit", (long)limit)), cancellationToken);
        return [.. rows.Select(row => IngestionJob.Of(row[0].AsMap()))];
    }

    private static readonly LoadStatement s_write = CypherLibrary.Load("job.write");
    private static readonly LoadStatement s_read = CypherLibrary.Load("job.read");
    private static readonly LoadStatement s_writeProblems = CypherLibrary.Load("job.problems.write");
    private static readonly LoadStatement s_readProblems = CypherLibrary.Load("job.problems.read");
}
