using System.Globalization;
using Chancery.Cypher.Execution;
using Chancery.Cypher.Import;
using Chancery.Cypher.Storage;
using Chancery.Graph;

namespace Chancery.Cypher;

/// <summary>A graph in this process: Cypher on a store that lives in memory and, where it was opened on a folder, on disk.</summary>
public sealed class EmbeddedGraph : IGraphDatabase
{
    private readonly GraphStore _store;
    private readonly EmbeddedGraphOptions _options;
    private readonly CypherEngine _engine;
    private readonly TransactionRegistry _transactions = new();

    private EmbeddedGraph(GraphStore store, EmbeddedGraphOptions options, string description)
    {
        _store = store;
        _options = options;
        _engine = new CypherEngine(options);
        Description = description;
    }

    public string Description { get; }

    internal GraphStore Store => _store;

    /// <summary>Opens the graph in a folder, or creates one there. Takes time in proportion to the graph: all of its shape is read into memory.</summary>
    /// <exception cref="GraphException">The folder cannot be used, is open in another process, or fails its checksums.</exception>
    public static Task<EmbeddedGraph> OpenAsync(string path, EmbeddedGraphOptions? options = null) => Task.Run(
        () => EngineErrors.Guard(() => new EmbeddedGraph(GraphStore.Open(path), options ?? EmbeddedGraphOptions.Default, $"embedded:{path}")));

    /// <summary>Copies a backup into a new folder and opens it there.</summary>
    /// <inheritdoc cref="OpenAsync"/>
    public static Task<EmbeddedGraph> RestoreAsync(string backup, string path, EmbeddedGraphOptions? options = null) => Task.Run(
        () => EngineErrors.Guard(
            () => new EmbeddedGraph(GraphStore.Restore(backup, path), options ?? EmbeddedGraphOptions.Default, $"embedded:{path}")));

    /// <summary>A graph that is gone when it is disposed.</summary>
    public static EmbeddedGraph InMemory(EmbeddedGraphOptions? options = null) =>
        new(GraphStore.InMemory(), options ?? EmbeddedGraphOptions.Default, "embedded: in memory");

    /// <inheritdoc/>
    public async ValueTask<IGraphResult> RunAsync(
        string cypher, MapValue? parameters = null, TransactionOptions? options = null, CancellationToken cancellationToken = default)
    {
        options ??= TransactionOptions.Default;
        await WaitForBookmarksAsync(options, cancellationToken);
        RunningTransaction transaction = _transactions.Begin(_options, options, cypher);
        bool streaming = false;
        try
        {
            GraphView view = _store.Current;
            PreparedStatement statement = Prepare(cypher, view, options);
            if (statement.IsRead || statement.RunsTransactions)
            {
                EmbeddedResult result = Read(statement, view, parameters, transaction, transaction.End, null, cancellationToken);
                streaming = !statement.RunsAtOnce;
                return result;
            }

            using GraphWriter writer = await _store.BeginWriteAsync(cancellationToken: cancellationToken);
            return Write(cypher, parameters, options, writer, transaction, () => BookmarkOf(writer.Commit()), cancellationToken);
        }
        finally
        {
            if (!streaming)
            {
                transaction.End();
            }
        }
    }

    /// <inheritdoc/>
    public async ValueTask<IGraphTransaction> BeginAsync(TransactionOptions? options = null, CancellationToken cancellationToken = default)
    {
        options ??= TransactionOptions.Default;
        await WaitForBookmarksAsync(options, cancellationToken);
        return new EmbeddedTransaction(this, options, _transactions.Begin(_options, options, null));
    }

    /// <summary>Proves that what is on disk, what is in memory and what the indexes and constraints say are one; a line for each fault found.</summary>
    public Task<IReadOnlyList<string>> CheckAsync() => Task.Run(() => EngineErrors.Guard(_store.Check));

    /// <summary>Fills the graph, which has no nodes yet, from CSV files in one transaction: all of it is there when this completes, or nothing.</summary>
    /// <exception cref="GraphException">The graph is not empty, or a file is not what it should be: the message names the file and the place.</exception>
    public Task<ImportReport> ImportAsync(
        GraphImport import, IProgress<ImportProgress>? progress = null, CancellationToken cancellationToken = default) => Task.Run(
        () => EngineErrors.Guard(() => new ImportRun(_store, import, progress, cancellationToken).Run()), cancellationToken);

    /// <summary>Copies the graph as of the last commit into a new folder, while readers and writers go on.</summary>
    /// <exception cref="GraphException">The folder exists already, or cannot be written.</exception>
    public Task BackupAsync(string target) => Task.Run(() => EngineErrors.Guard(() =>
    {
        _store.Backup(target);
        return true;
    }));

    public ValueTask DisposeAsync()
    {
        _store.Dispose();
        return ValueTask.CompletedTask;
    }

    internal PreparedStatement Prepare(string cypher, GraphView view, TransactionOptions options)
    {
        PreparedStatement statement = EngineErrors.Guard(() => _engine.Prepare(cypher, view));
        if (statement.Administers && !options.MayAdminister)
        {
            throw EngineErrors.NotAdministrator();
        }

        return statement.IsRead || options.Mode == AccessMode.Write ? statement : throw EngineErrors.ReadOnly();
    }

    /// <summary>
    /// Runs a statement on a view that will not change: record by record, or to its end where it must not wait for a reader. Of a
    /// statement that is read record by record <paramref name="ended"/> and <paramref name="failed"/> hear.
    /// </summary>
    internal EmbeddedResult Read(
        PreparedStatement statement,
        GraphView view,
        MapValue? parameters,
        RunningTransaction transaction,
        Action? ended,
        Action<GraphException>? failed,
        CancellationToken cancellationToken) => EngineErrors.Guard(() =>
    {
        QueryRun run = _engine.Start(statement, transaction.NewContext(view, parameters, cancellationToken));
        string? bookmark = null;
        if (statement.RunsAtOnce)
        {
            EmbeddedResult completed = EmbeddedResult.Completed(run, done => Summarize(done, transaction, bookmark));
            bookmark = statement.RunsTransactions ? BookmarkOf(_store.CommitNumber) : null;
            return completed;
        }

        return EmbeddedResult.Streaming(run, done => Summarize(done, transaction, null), ended, failed);
    });

    /// <summary>Runs a statement that writes to its end, and then lets <paramref name="finish"/> give the bookmark, if any.</summary>
    internal EmbeddedResult Write(
        string cypher,
        MapValue? parameters,
        TransactionOptions options,
        GraphWriter writer,
        RunningTransaction transaction,
        Func<string?> finish,
        CancellationToken cancellationToken) => EngineErrors.Guard(() =>
    {
        // The writer may see more than the view that the statement was first looked at with.
        PreparedStatement statement = Prepare(cypher, writer, options);
        using QueryRun run = _engine.Start(statement, transaction.NewContext(writer, parameters, cancellationToken));
        string? bookmark = null;
        EmbeddedResult result = EmbeddedResult.Completed(run, ended => Summarize(ended, transaction, bookmark));
        SchemaCommands.Run(statement.Statement, run.Context);
        writer.EndStatement();
        bookmark = finish();
        return result;
    });

    internal string BookmarkOf(long commit) => string.Create(CultureInfo.InvariantCulture, $"chancery:{_store.Id}:{commit}");

    internal QuerySummary Summarize(QueryRun run, RunningTransaction transaction, string? bookmark) => new()
    {
        Type = run.Statement.Statement.QueryType,
        Counters = run.Context.Counters.ToCounters(),
        Plan = run.Describe(),
        Profiled = run.IsProfiled,
        Notifications = UnknownNames.In(run.Statement.Statement, _store.Tokens),
        Bookmark = bookmark,
        Database = _options.DatabaseName,
        Consumed = transaction.Elapsed,
    };

    private async ValueTask WaitForBookmarksAsync(TransactionOptions options, CancellationToken cancellationToken)
    {
        if (options.Bookmarks.Count == 0)
        {
            return;
        }

        string prefix = $"chancery:{_store.Id}:";
        foreach (string bookmark in options.Bookmarks)
        {
            // A bookmark of another graph names nothing that could be waited for.
            if (bookmark.StartsWith(prefix, StringComparison.Ordinal)
                && long.TryParse(bookmark.AsSpan(prefix.Length), NumberStyles.None, CultureInfo.InvariantCulture, out long commit))
            {
                await _store.WaitForCommitAsync(commit, cancellationToken);
            }
        }
    }
}
