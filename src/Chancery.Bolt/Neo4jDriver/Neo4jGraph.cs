using Chancery.Bolt.Client;
using Chancery.Graph;
using Official = Neo4j.Driver;

namespace Chancery.Bolt.Neo4jDriver;

/// <summary>
/// A graph behind a Bolt server, reached by the official driver. Compiled with <c>-p:Neo4jDriver=true</c> alone.
/// The driver takes no cancellation: a cancelled wait ends at once, its statement by the server's time limit or with the driver.
/// </summary>
public sealed class Neo4jGraph : IGraphDatabase
{
    private readonly Official.IDriver _driver;
    private readonly ServerAddress _address;
    private readonly bool _routed;

    // What was written through this object is seen by what runs on it later, on whichever server.
    private readonly Official.IBookmarkManager _bookmarks =
        Official.GraphDatabase.BookmarkManagerFactory.NewBookmarkManager(new Official.BookmarkManagerConfig());

    private string _agent = "not connected yet";

    private Neo4jGraph(Official.IDriver driver, BoltUri uri)
    {
        _driver = driver;
        _address = uri.Address;
        _routed = uri.Routed;
    }

    public string Description => $"{(_routed ? "neo4j" : "bolt")}://{_address} ({_agent}, by the official driver)";

    /// <param name="uri"><c>bolt[+s|+ssc]://[user:password@]host[:port]</c> or <c>neo4j…</c>, as <see cref="BoltGraph.Connect"/> takes it.</param>
    /// <exception cref="FormatException">The text is no such URI. Nothing is dialled yet: see <see cref="VerifyAsync"/>.</exception>
    public static Neo4jGraph Connect(string uri)
    {
        BoltUri parsed = BoltUri.Parse(uri);
        UriBuilder withoutUser = new(uri) { UserName = "", Password = "", Port = parsed.Address.Port };
        Official.IAuthToken auth = parsed.Auth is { } given
            ? Official.AuthTokens.Basic(given.Principal, given.Credentials)
            : Official.AuthTokens.None;
        Official.IDriver driver = Official.GraphDatabase.Driver(
            withoutUser.Uri, auth, config => config.WithUserAgent(new BoltClientOptions().UserAgent));
        return new Neo4jGraph(driver, parsed);
    }

    /// <summary>Dials a server and logs on, to fail now and not at the first statement. Gives the server's agent.</summary>
    /// <exception cref="GraphException">The server cannot be reached, or refused the credentials.</exception>
    public async ValueTask<string> VerifyAsync(CancellationToken cancellationToken = default)
    {
        await using Neo4jSession session = OpenSession(TransactionOptions.ReadOnly);
        Official.IServerInfo server = await session.CallAsync(_ => _driver.GetServerInfoAsync(), cancellationToken).ConfigureAwait(false);
        return _agent = server.Agent;
    }

    public async ValueTask<IGraphResult> RunAsync(
        string cypher, MapValue? parameters = null, TransactionOptions? options = null, CancellationToken cancellationToken = default)
    {
        Neo4jSession session = OpenSession(options);
        try
        {
            Official.Query query = new(cypher, ToDriver.Map(parameters ?? MapValue.Empty));
            Official.IResultCursor cursor = await session.CallAsync(
                opened => opened.RunAsync(query, Configure(options)), cancellationToken).ConfigureAwait(false);
            IGraphResult result = await Neo4jResult.OpenAsync(session, cursor, ownsSession: true, cancellationToken).ConfigureAwait(false);
            return options?.MaxRows is { } limit ? new LimitedResult(result, limit) : result;
        }
        catch
        {
            await session.DisposeAsync().ConfigureAwait(false);
            throw;
        }
    }

    public async ValueTask<IGraphTransaction> BeginAsync(TransactionOptions? options = null, CancellationToken cancellationToken = default)
    {
        Neo4jSession session = OpenSession(options);
        try
        {
            Official.IAsyncTransaction transaction = await session.CallAsync(
                opened => opened.BeginTransactionAsync(Configure(options)), cancellationToken).ConfigureAwait(false);
            return new Neo4jTransaction(session, transaction);
        }
        catch
        {
            await session.DisposeAsync().ConfigureAwait(false);
            throw;
        }
    }

    public ValueTask DisposeAsync() => _driver.DisposeAsync();

    private Neo4jSession OpenSession(TransactionOptions? options) => new(_driver.AsyncSession(session =>
    {
        session.WithBookmarkManager(_bookmarks);
        session.WithDefaultAccessMode(options?.Mode == AccessMode.Read ? Official.AccessMode.Read : Official.AccessMode.Write);
        if (options?.Bookmarks is { Count: > 0 } bookmarks)
        {
            session.WithBookmarks(Official.Bookmarks.From(bookmarks));
        }

        if (options?.Database is { } database)
        {
            session.WithDatabase(database);
        }
    }));

    private static Action<Official.TransactionConfigBuilder> Configure(TransactionOptions? options) => transaction =>
    {
        if (options?.Timeout is { } timeout)
        {
            transaction.WithTimeout(timeout);
        }

        if (options?.Metadata is { Count: > 0 } metadata)
        {
            transaction.WithMetadata(ToDriver.Map(metadata));
        }
    };
}
