using Chancery.Graph;

namespace Chancery.Bolt.Client;

/// <summary>
/// A graph behind a Bolt server: Neo4j, a cluster of it, or Chancery itself. Opens connections when they are needed and
/// keeps them for the next use. What was written through this object is seen by what runs on it later, on whichever server.
/// </summary>
public sealed class BoltGraph : IGraphDatabase
{
    private readonly BookmarkStore _bookmarks = new();
    private readonly BoltUri _uri;
    private string _agent = "not connected yet";

    private BoltGraph(BoltUri uri, BoltClientOptions options)
    {
        _uri = uri;
        Source = new ConnectionSource(uri, options);
    }

    public string Description => $"{(_uri.Routed ? "neo4j" : "bolt")}://{_uri.Address} ({_agent})";

    internal ConnectionSource Source { get; }

    /// <param name="uri"><c>bolt://[user:password@]host[:port]</c>; <c>bolt+s</c> and <c>bolt+ssc</c> encrypt, with and without knowing the server; <c>neo4j</c>, <c>neo4j+s</c> and <c>neo4j+ssc</c> route within a cluster.</param>
    /// <param name="options">Null: the defaults.</param>
    /// <exception cref="FormatException">The text is no such URI. Nothing is dialled yet: see <see cref="VerifyAsync"/>.</exception>
    public static BoltGraph Connect(string uri, BoltClientOptions? options = null)
    {
        BoltUri parsed = BoltUri.Parse(uri);
        BoltClientOptions settings = options ?? new BoltClientOptions();
        return parsed.Trust is not null && (settings.Encrypted || settings.Trust != BoltTrust.System)
            ? throw new FormatException("A scheme with +s or +ssc says all about encryption and trust; the options must not.")
            : new BoltGraph(parsed, settings);
    }

    /// <summary>Dials a server and logs on, to fail now and not at the first statement. Gives the server's agent, "Neo4j/5.26.0".</summary>
    /// <exception cref="GraphException">The server cannot be reached, or refused the credentials.</exception>
    public async ValueTask<string> VerifyAsync(CancellationToken cancellationToken = default) =>
        _agent = (await ProbeAsync(cancellationToken).ConfigureAwait(false)).Agent;

    /// <summary>The connection that answered; it is in the pool again.</summary>
    internal async ValueTask<BoltConnection> ProbeAsync(CancellationToken cancellationToken)
    {
        (BoltConnection connection, _) = await Source.AcquireAsync(
            AccessMode.Read, new SessionSettings { Database = Source.Options.Database }, NoBookmarks, cancellationToken).ConfigureAwait(false);
        try
        {
            // One that was opened just now has answered already.
            if (connection.WasPooled)
            {
                await connection.ResetAsync(cancellationToken).ConfigureAwait(false);
            }

            return connection;
        }
        finally
        {
            await Source.ReleaseAsync(connection).ConfigureAwait(false);
        }
    }

    public async ValueTask<IGraphResult> RunAsync(
        string cypher, MapValue? parameters = null, TransactionOptions? options = null, CancellationToken cancellationToken = default)
    {
        BoltResult result = await OpenSession(options).RunAsync(cypher, parameters, Settings(options), cancellationToken).ConfigureAwait(false);
        result.ThrowIfFailed();
        _agent = result.Connection.Agent;
        return options?.MaxRows is { } limit ? new LimitedResult(result, limit) : result;
    }

    public async ValueTask<IGraphTransaction> BeginAsync(TransactionOptions? options = null, CancellationToken cancellationToken = default)
    {
        BoltTransaction transaction = await OpenSession(options).BeginAsync(Settings(options), cancellationToken).ConfigureAwait(false);
        _agent = transaction.Connection.Agent;
        return transaction;
    }

    public ValueTask DisposeAsync() => Source.DisposeAsync();

    /// <summary>True where a server accepts these credentials (null: the client's own) now.</summary>
    internal async ValueTask<bool> VerifyAuthAsync(BoltAuth? auth, CancellationToken cancellationToken = default)
    {
        try
        {
            (BoltConnection connection, _) = await Source.AcquireAsync(
                AccessMode.Read, new SessionSettings { Database = "system", Auth = auth, MustLogOn = true }, NoBookmarks, cancellationToken).ConfigureAwait(false);
            try
            {
                await connection.SettleAsync(cancellationToken).ConfigureAwait(false);
                return true;
            }
            finally
            {
                await Source.ReleaseAsync(connection).ConfigureAwait(false);
            }
        }
        catch (GraphException e) when (e.Code is
            "Neo.ClientError.Security.CredentialsExpired" or "Neo.ClientError.Security.Forbidden"
            or "Neo.ClientError.Security.TokenExpired" or "Neo.ClientError.Security.Unauthorized")
        {
            return false;
        }
    }

    internal BoltSession OpenSession(SessionSettings settings) => new(Source, settings);

    // A session of one piece of work: it owns nothing that the work's end does not free.
    private BoltSession OpenSession(TransactionOptions? options) => OpenSession(new SessionSettings
    {
        Mode = options?.Mode ?? AccessMode.Write,
        Database = options?.Database ?? Source.Options.Database,
        Bookmarks = options?.Bookmarks ?? [],
        Store = _bookmarks,
    });

    private static ValueTask<IReadOnlyList<string>> NoBookmarks(CancellationToken cancellationToken) => new([]);

    private static TransactionSettings Settings(TransactionOptions? options) => new(options?.Timeout, options?.Metadata);
}
