using Chancery.Graph;

namespace Chancery.Bolt.Server;

/// <summary>What a user may do: a reader runs no statement that writes, a curator none that changes the schema or ends the transactions of others.</summary>
public enum BoltRole : byte
{
    Reader,
    Curator,
    Admin,
}

/// <summary>Says which role a user with this password has; null refuses. Called once a connection, off any lock.</summary>
public delegate ValueTask<BoltRole?> BoltAuthenticator(string user, string password, CancellationToken cancellationToken);

/// <summary>Settings of the Bolt server; the defaults suit one machine.</summary>
public sealed record BoltServerOptions
{
    /// <summary>Null: nobody has credentials, every scheme is accepted, and only connections from this machine are.</summary>
    public BoltAuthenticator? Authenticate { get; init; }

    /// <summary>The address that routing answers name to clients that name none; null: the address that was dialled.</summary>
    public string? AdvertisedAddress { get; init; }

    /// <summary>The one database's name; <c>system</c> is accepted beside it.</summary>
    public string Database { get; init; } = "neo4j";

    /// <summary>The agent that HELLO answers. The official Java driver talks to agents named Neo4j only.</summary>
    public string ServerAgent { get; init; } = "Neo4j/5.26.0";

    /// <summary>Connections beyond this many are closed at once.</summary>
    public int MaxConnections { get; init; } = 2_000;

    /// <summary>Bytes of one message; before authentication 64 KiB at most.</summary>
    public int MaxMessageBytes { get; init; } = 32 * 1024 * 1024;

    /// <summary>Messages that a client may send ahead of their answers.</summary>
    public int MaxPipelinedMessages { get; init; } = 1_000;

    /// <summary>From accept to a successful log-on.</summary>
    public TimeSpan AuthenticationTimeout { get; init; } = TimeSpan.FromSeconds(30);

    /// <summary>A connection that neither sent nor was being answered for so long is closed.</summary>
    public TimeSpan IdleTimeout { get; init; } = TimeSpan.FromHours(1);

    /// <summary>A peer that takes no byte of an answer for so long is closed.</summary>
    public TimeSpan StalledWriteTimeout { get; init; } = TimeSpan.FromMinutes(5);

    /// <summary>Failed log-ons of one user from one address before further ones are refused unheard for <see cref="LockoutTime"/>.</summary>
    public int FailedLogonsAllowed { get; init; } = 3;

    public TimeSpan LockoutTime { get; init; } = TimeSpan.FromSeconds(5);

    /// <summary>Limits of every transaction: where a client asks for more time, or for none, these hold. Mode, bookmarks and user are the client's.</summary>
    public TransactionOptions Limits { get; init; } = TransactionOptions.Default;

    /// <summary>
    /// Origins of web pages that may connect by WebSocket, beside those of this machine; <c>*</c> allows all.
    /// Null: all where <see cref="Authenticate"/> is set, and this machine's alone otherwise, so that no foreign page reaches an open graph.
    /// </summary>
    public IReadOnlyList<string>? AllowedOrigins { get; init; }
}
