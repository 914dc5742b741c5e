using System.Globalization;
using System.Text.RegularExpressions;
using Chancery.Graph;

namespace Chancery.Bolt.Tests.Server;

/// <summary>
/// A peer for talks: a list of names behind the seam, with transactions, and a handful of statements that it knows by their text.
/// </summary>
internal sealed partial class ToyGraph : IGraphDatabase
{
    private readonly SemaphoreSlim _writing = new(1);
    private readonly List<string> _names = [];
    private int _bookmark;

    public string Description => "toy";

    /// <summary>What the last transaction was opened with.</summary>
    public TransactionOptions? LastOptions { get; private set; }

    /// <summary>Transactions that neither committed nor rolled back.</summary>
    public int OpenTransactions { get; private set; }

    /// <summary>Records that statements produced, whoever read them.</summary>
    public long Produced { get; private set; }

    public async ValueTask<IGraphResult> RunAsync(
        string cypher, MapValue? parameters = null, TransactionOptions? options = null, CancellationToken cancellationToken = default)
    {
        ToyTransaction transaction = Begin(options);
        try
        {
            return await transaction.RunAsync(cypher, parameters, autoCommit: true, cancellationToken);
        }
        catch
        {
            await transaction.DisposeAsync();
            throw;
        }
    }

    public ValueTask<IGraphTransaction> BeginAsync(TransactionOptions? options = null, CancellationToken cancellationToken = default) =>
        new(Begin(options));

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;

    private ToyTransaction Begin(TransactionOptions? options)
    {
        LastOptions = options;
        OpenTransactions++;
        return new ToyTransaction(this, options ?? TransactionOptions.Default);
    }

    [GeneratedRegex(@"^UNWIND range\(1, (\d+)\) AS n RETURN n$")]
    private static partial Regex Range();

    private sealed class ToyTransaction(ToyGraph graph, TransactionOptions options) : IGraphTransaction
    {
        private readonly List<string> _created = [];
        private bool _open = true;

        public ValueTask<IGraphResult> RunAsync(string cypher, MapValue? parameters = null, CancellationToken cancellationToken = default) =>
            RunAsync(cypher, parameters, autoCommit: false, cancellationToken);

        public async ValueTask<IGraphResult> RunAsync(string cypher, MapValue? parameters, bool autoCommit, CancellationToken cancellationToken)
        {
            ToyTransaction? owner = autoCommit ? this : null;
            if (Range().Match(cypher) is { Success: true } range)
            {
                int last = int.Parse(range.Groups[1].Value, CultureInfo.InvariantCulture);
                return new ToyResult(graph, ["n"], Enumerable.Range(1, last).Select(n => new Value[] { (long)n }), owner, null);
            }

            switch (cypher)
            {
                case "RETURN $x AS x":
                    return new ToyResult(graph, ["x"], [[parameters!.GetOrNull("x")]], owner, null);
                case "MATCH (n) RETURN count(n) AS count":
                    return new ToyResult(graph, ["count"], [[(long)graph._names.Count + _created.Count]], owner, null);
                case "CREATE ({name: $name})" when options.Mode == AccessMode.Read:
                    throw new GraphException("Neo.ClientError.Statement.AccessMode", "Writing in read access mode not allowed.");
                case "CREATE ({name: $name})":
                    _created.Add(parameters!["name"].AsString());
                    return new ToyResult(graph, [], [], owner, new QueryCounters { NodesCreated = 1, PropertiesSet = 1, LabelsAdded = 0 });
                case "FAIL":
                    throw new GraphException("Neo.ClientError.Statement.SyntaxError", "Invalid input 'FAIL'.") { GqlStatus = "42001" };
                case "BREAK":
                    throw new InvalidOperationException("a fault of the database");
                case "WAIT":
                    await Task.Delay(Timeout.Infinite, cancellationToken);
                    throw new InvalidOperationException("waiting has no end");
                case "HINT":
                    return new ToyResult(graph, ["x"], [], owner, null)
                    {
                        Notifications = [new Notification("Neo.ClientNotification.Statement.UnknownLabelWarning", "unknown label", "No node has it.", "WARNING", new TextPosition(7, 1, 8))],
                    };
                default:
                    throw new GraphException("Neo.ClientError.Statement.SyntaxError", $"The toy does not know '{cypher}'.");
            }
        }

        public async ValueTask<string?> CommitAsync(CancellationToken cancellationToken = default)
        {
            await graph._writing.WaitAsync(cancellationToken);
            graph._names.AddRange(_created);
            graph._writing.Release();
            Close();
            return _created.Count > 0 ? $"toy:{++graph._bookmark}" : null;
        }

        public ValueTask RollbackAsync(CancellationToken cancellationToken = default) => DisposeAsync();

        public ValueTask DisposeAsync()
        {
            Close();
            return ValueTask.CompletedTask;
        }

        private void Close()
        {
            if (_open)
            {
                _open = false;
                graph.OpenTransactions--;
            }
        }
    }

    private sealed class ToyResult(
        ToyGraph graph, IReadOnlyList<string> columns, IEnumerable<Value[]> rows, ToyTransaction? owner, QueryCounters? counters) : IGraphResult
    {
        private readonly IEnumerator<Value[]> _rows = rows.GetEnumerator();

        public IReadOnlyList<string> Columns => columns;

        public IReadOnlyList<Notification> Notifications { get; init; } = [];

        public IReadOnlyList<Value> Current => _rows.Current;

        public ValueTask<bool> ReadAsync(CancellationToken cancellationToken = default)
        {
            cancellationToken.ThrowIfCancellationRequested();
            bool more = _rows.MoveNext();
            graph.Produced += more ? 1 : 0;
            return new ValueTask<bool>(more);
        }

        public async ValueTask<QuerySummary> ConsumeAsync(CancellationToken cancellationToken = default) => new()
        {
            Type = counters is null ? QueryType.Read : QueryType.Write,
            Counters = counters ?? QueryCounters.None,
            Notifications = Notifications,
            Bookmark = owner is null ? null : await owner.CommitAsync(cancellationToken),
        };

        public ValueTask DisposeAsync() => owner?.DisposeAsync() ?? ValueTask.CompletedTask;
    }
}
