using System.Net;
using System.Security.Cryptography.X509Certificates;

namespace Chancery.Bolt.Client;

/// <summary>How the server's certificate is judged where <c>+s</c> or <c>+ssc</c> does not say it.</summary>
public enum BoltTrust : byte
{
    /// <summary>The authorities that the system trusts, for the host's name.</summary>
    System,

    /// <summary>Any certificate: the traffic is encrypted, the server unknown.</summary>
    Any,

    /// <summary>The authorities of <see cref="BoltClientOptions.TrustedAuthorities"/>, for the host's name.</summary>
    Given,
}

/// <summary>Which hints a server is to send; null leaves it to the server.</summary>
/// <param name="MinimumSeverity"><c>OFF</c>, <c>WARNING</c> or <c>INFORMATION</c>.</param>
/// <param name="Disabled">Classes such as <c>HINT</c> or <c>PERFORMANCE</c> that are not wanted.</param>
public sealed record BoltNotifications(string? MinimumSeverity, IReadOnlyList<string>? Disabled);

/// <summary>Settings of a client; the defaults are those of the official drivers where they have one.</summary>
public sealed record BoltClientOptions
{
    /// <summary>Null: user and password of the URI, or none.</summary>
    public AuthSource? Auth { get; init; }

    /// <summary>Null: the user's home database.</summary>
    public string? Database { get; init; }

    public string UserAgent { get; init; } = "Chancery/0.1.0";

    /// <summary>Records that are asked for at once; -1 asks for all.</summary>
    public int FetchSize { get; init; } = 1_000;

    /// <summary>Connections to one server.</summary>
    public int MaxPoolSize { get; init; } = 100;

    /// <summary>
    /// From asking the pool of one server for a connection to having it: waiting for a place, dialling, handshake and log-on. The
    /// connection to a router has its own.
    /// </summary>
    public TimeSpan AcquisitionTimeout { get; init; } = TimeSpan.FromSeconds(60);

    /// <summary>For TCP and TLS; what Bolt does then is bounded by <see cref="AcquisitionTimeout"/>.</summary>
    public TimeSpan ConnectTimeout { get; init; } = TimeSpan.FromSeconds(30);

    /// <summary>Older connections are replaced when they are asked for next.</summary>
    public TimeSpan MaxConnectionLifetime { get; init; } = TimeSpan.FromHours(1);

    /// <summary>A connection that was idle longer is tried with RESET before it is used; null: never.</summary>
    public TimeSpan? LivenessCheckAfter { get; init; }

    /// <summary>How long managed transactions are tried again.</summary>
    public TimeSpan MaxRetryTime { get; init; } = TimeSpan.FromSeconds(30);

    /// <summary>Only with the plain schemes <c>bolt</c> and <c>neo4j</c>; the others say it themselves.</summary>
    public bool Encrypted { get; init; }

    public BoltTrust Trust { get; init; }

    public X509Certificate2Collection? TrustedAuthorities { get; init; }

    /// <summary>Asked before every TLS handshake; null: the client shows no certificate.</summary>
    public Func<CancellationToken, ValueTask<X509Certificate2?>>? ClientCertificate { get; init; }

    /// <summary>Tells servers that ask for it which of the ways to run is used.</summary>
    public bool Telemetry { get; init; } = true;

    public BoltNotifications? Notifications { get; init; }

    /// <summary>The addresses that stand behind the URI's (a cluster's members); null: the URI's alone.</summary>
    public Func<ServerAddress, CancellationToken, ValueTask<IReadOnlyList<ServerAddress>>>? Resolve { get; init; }

    /// <summary>Null: the system's name resolution.</summary>
    public Func<string, CancellationToken, ValueTask<IReadOnlyList<IPAddress>>>? ResolveName { get; init; }

    public TimeProvider Time { get; init; } = TimeProvider.System;
}
