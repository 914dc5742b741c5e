using Chancery.Graph;
using Chancery.Ingestion.Library;

namespace Chancery.Ingestion;

/// <summary>Statements of the library on an open transaction: read whole, or run for their effect.</summary>
internal static class Statements
{
    private const int Attempts = 10;

    /// <summary>
    /// One unit of work in one transaction, committed at its end. What another writer or a lost connection spoiled is run again as a whole;
    /// the statements of the library may be repeated.
    /// </summary>
    public static async Task<T> TransactAsync<T>(
        this IGraphDatabase graph, Func<IGraphTransaction, Task<T>> work, CancellationToken cancellationToken)
    {
        for (int attempt = 1; ; attempt++)
        {
            try
            {
                await using IGraphTransaction transaction = await graph.BeginAsync(cancellationToken: cancellationToken);
                T result = await work(transaction);
                await transaction.CommitAsync(cancellationToken);
                return result;
            }
            catch (GraphException error) when (error.IsTransient && attempt < Attempts)
            {
                await Task.Delay(TimeSpan.FromMilliseconds(Random.Shared.Next(5, 10 << attempt)), TimeProvider.System, cancellationToken);
            }
        }
    }

    public static Task TransactAsync(this IGraphDatabase graph, Func<IGraphTransaction, Task> work, CancellationToken cancellationToken) =>
        graph.TransactAsync(
            async transaction =>
            {
                await work(transaction);
                return true;
            },
            cancellationToken);

    public static async Task<List<Value[]>> ReadAsync(
        this IGraphTransaction transaction, LoadStatement statement, MapValue? parameters = null, CancellationToken cancellationToken = default)
    {
        List<Value[]> rows = [];
        await using IGraphResult result = await transaction.RunAsync(statement.Text, parameters, cancellationToken);
        while (await result.ReadAsync(cancellationToken))
        {
            rows.Add([.. result.Current]);
        }

        return rows;
    }

    /// <summary>Runs it once for all rows; without rows there is nothing to run.</summary>
    public static Task WriteRowsAsync(
        this IGraphTransaction transaction, LoadStatement statement, IReadOnlyCollection<MapValue> rows, CancellationToken cancellationToken) =>
        transaction.WriteRowsAsync(statement.Text, rows, cancellationToken);

    /// <summary>Runs the statement's variants, each with its rows, in the order of the variants' names.</summary>
    public static async Task WriteVariantsAsync(
        this IGraphTransaction transaction, LoadStatement statement, IEnumerable<(string Variant, MapValue Row)> rows, CancellationToken cancellationToken)
    {
        foreach (IGrouping<string, MapValue> group in rows.ToLookup(row => row.Variant, row => row.Row).OrderBy(group => group.Key, StringComparer.Ordinal))
        {
            await transaction.WriteRowsAsync(statement.For(group.Key), [.. group], cancellationToken);
        }
    }

    public static Task WriteIdsAsync(
        this IGraphTransaction transaction, LoadStatement statement, IReadOnlyCollection<string> ids, CancellationToken cancellationToken) =>
        ids.Count == 0 ? Task.CompletedTask : transaction.WriteAsync(statement.Text, MapValue.Of(("ids", Texts(ids))), cancellationToken);

    public static async Task WriteAsync(
        this IGraphTransaction transaction, string cypher, MapValue? parameters, CancellationToken cancellationToken)
    {
        await using IGraphResult result = await transaction.RunAsync(cypher, parameters, cancellationToken);
        await result.ConsumeAsync(cancellationToken);
    }

    public static Value Texts(IEnumerable<string> texts) => Value.List([.. texts.Select(Value.String)]);

    private static Task WriteRowsAsync(
        this IGraphTransaction transaction, string cypher, IReadOnlyCollection<MapValue> rows, CancellationToken cancellationToken) =>
        rows.Count == 0
            ? Task.CompletedTask
            : transaction.WriteAsync(cypher, MapValue.Of(("rows", Value.List([.. rows.Select(Value.Map)]))), cancellationToken);
}
