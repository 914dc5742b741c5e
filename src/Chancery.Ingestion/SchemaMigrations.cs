using Chancery.Graph;
using Chancery.Ingestion.Library;

namespace Chancery.Ingestion;

/// <summary>
/// Applies the migrations of <c>cypher/schema</c> that the graph has not recorded, in order. Each statement runs in its own transaction, as
/// servers demand of schema changes, and is written to be repeatable: after a crash the unrecorded migration runs again.
/// </summary>
public static class SchemaMigrations
{
    /// <returns>The names of the migrations applied now.</returns>
    /// <exception cref="InvalidOperationException">
    /// The graph records a migration that is not among these, or one whose text was changed after it was applied.
    /// </exception>
    public static async Task<IReadOnlyList<string>> ApplyAsync(IGraphDatabase graph, TimeProvider clock, CancellationToken cancellationToken = default)
    {
        Dictionary<long, (string Name, string Checksum)> applied = await ReadAsync(graph, cancellationToken);
        foreach ((long version, (string name, string checksum)) in applied)
        {
            Migration? known = CypherLibrary.Migrations.FirstOrDefault(migration => migration.Version == version)
                ?? throw new InvalidOperationException($"The graph was written by a newer version: it records migration V{version:000}__{name}, which this one does not know.");
            if (known.Checksum != checksum)
            {
                throw new InvalidOperationException($"Migration V{version:000}__{name} was changed after it was applied to this graph; add a new one instead.");
            }
        }

        List<string> now = [];
        foreach (Migration migration in CypherLibrary.Migrations.Where(migration => !applied.ContainsKey(migration.Version)))
        {
            foreach (string statement in migration.Statements)
            {
                await RunAsync(graph, statement, null, cancellationToken);
            }

            await RunAsync(
                graph,
                s_write.Text,
                MapValue.Of(
                    ("version", (long)migration.Version), ("name", migration.Name), ("checksum", migration.Checksum),
                    ("appliedAt", GraphDates.Moment(clock.GetUtcNow().UtcDateTime))),
                cancellationToken);
            now.Add($"V{migration.Version:000}__{migration.Name}");
        }

        return now;
    }

    private static async Task<Dictionary<long, (string, string)>> ReadAsync(IGraphDatabase graph, CancellationToken cancellationToken)
    {
        await using IGraphTransaction transaction = await graph.BeginAsync(TransactionOptions.ReadOnly, cancellationToken);
        List<Value[]> rows = await transaction.ReadAsync(s_read, cancellationToken: cancellationToken);
        return rows.ToDictionary(row => row[0].AsInteger(), row => (row[1].AsString(), row[2].AsString()));
    }

    private static async Task RunAsync(IGraphDatabase graph, string statement, MapValue? parameters, CancellationToken cancellationToken)
    {
        await using IGraphResult result = await graph.RunAsync(statement, parameters, cancellationToken: cancellationToken);
        await result.ConsumeAsync(cancellationToken);
    }

    private static readonly LoadStatement s_read = CypherLibrary.Load("migration.read");
    private static readonly LoadStatement s_write = CypherLibrary.Load("migration.write");
}
