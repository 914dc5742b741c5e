using Chancery.Graph;
using Official = Neo4j.Driver;

namespace Chancery.Bolt.Neo4jDriver;

/// <summary>The records of one statement, as the official driver's cursor gives them.</summary>
internal sealed class Neo4jResult : IGraphResult
{
    private readonly Neo4jSession _session;
    private readonly Official.IResultCursor _cursor;
    private readonly bool _ownsSession;

    private Neo4jResult(Neo4jSession session, Official.IResultCursor cursor, string[] columns, bool ownsSession)
    {
        _session = session;
        _cursor = cursor;
        _ownsSession = ownsSession;
        Columns = columns;
    }

    public IReadOnlyList<string> Columns { get; }

    public IReadOnlyList<Value> Current { get; private set; } = [];

    /// <summary>Waits until the server has accepted the statement.</summary>
    public static async ValueTask<Neo4jResult> OpenAsync(
        Neo4jSession session, Official.IResultCursor cursor, bool ownsSession, CancellationToken cancellationToken)
    {
        string[] columns = await session.CallAsync(_ => cursor.KeysAsync(), cancellationToken).ConfigureAwait(false);
        return new Neo4jResult(session, cursor, columns, ownsSession);
    }

    public async ValueTask<bool> ReadAsync(CancellationToken cancellationToken = default)
    {
        if (!await _session.CallAsync(_ => _cursor.FetchAsync(), cancellationToken).ConfigureAwait(false))
        {
            return false;
        }

        Official.IRecord record = _cursor.Current;
        Value[] row = new Value[Columns.Count];
        for (int i = 0; i < row.Length; i++)
        {
            row[i] = FromDriver.Value(record[i]);
        }

        Current = row;
        return true;
    }

    public async ValueTask<QuerySummary> ConsumeAsync(CancellationToken cancellationToken = default)
    {
        Official.IResultSummary summary = await _session.CallAsync(_ => _cursor.ConsumeAsync(), cancellationToken).ConfigureAwait(false);
        return Neo4jSummary.Read(summary, _ownsSession ? _session.Bookmark : null);
    }

    public ValueTask DisposeAsync() => _ownsSession ? _session.DisposeAsync() : default;
}
