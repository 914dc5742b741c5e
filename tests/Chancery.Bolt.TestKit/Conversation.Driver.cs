using System.Net;
using System.Security.Cryptography.X509Certificates;
using System.Text.Json;
using System.Text.Json.Nodes;
using Chancery.Bolt.Client;
using Chancery.Bolt.Framing;
using Chancery.Graph;

namespace Chancery.Bolt.TestKit;

internal sealed partial class Conversation
{
    private async Task NewDriverAsync(JsonElement data)
    {
        BoltClientOptions defaults = new();
        (BoltTrust trust, X509Certificate2Collection? authorities) = ReadTrust(data);
        BoltClientOptions options = defaults with
        {
            Auth = data.Find("authTokenManagerId") is { } manager
                ? (AuthSource)_objects[manager.ToString()]
                : data.Find("authorizationToken") is { } token ? AuthSource.Fixed(ReadAuth(token)) : null,
            UserAgent = data.Text("userAgent") ?? defaults.UserAgent,
            FetchSize = data.Number("fetchSize") ?? defaults.FetchSize,
            MaxPoolSize = data.Number("maxConnectionPoolSize") ?? defaults.MaxPoolSize,
            AcquisitionTimeout = data.Milliseconds("connectionAcquisitionTimeoutMs") ?? defaults.AcquisitionTimeout,
            ConnectTimeout = data.Milliseconds("connectionTimeoutMs") ?? defaults.ConnectTimeout,
            LivenessCheckAfter = data.Milliseconds("livenessCheckTimeoutMs"),
            MaxRetryTime = data.Milliseconds("maxTxRetryTimeMs") ?? defaults.MaxRetryTime,
            Telemetry = !data.Flag("telemetryDisabled"),
            Notifications = ReadNotifications(data),
            Encrypted = data.Flag("encrypted"),
            Trust = trust,
            TrustedAuthorities = authorities,
            ClientCertificate = ReadCertificateSource(data),
            Resolve = data.Flag("resolverRegistered") ? ResolveAsync : null,
            ResolveName = data.Flag("domainNameResolverRegistered") ? ResolveNameAsync : null,
            Time = _time,
        };
        BoltGraph graph = BoltGraph.Connect(data.GetProperty("uri").GetString()!, options);
        await SendAsync("Driver", new JsonObject { ["id"] = Keep(new TestDriver(graph)) });
    }

    private async Task CloseDriverAsync(JsonElement data)
    {
        await Get<TestDriver>(data, "driverId").Graph.DisposeAsync();
        await SendDriverAsync(data);
    }

    private async Task VerifyConnectivityAsync(JsonElement data)
    {
        await Get<TestDriver>(data, "driverId").Graph.VerifyAsync();
        await SendDriverAsync(data);
    }

    private async Task GetServerInfoAsync(JsonElement data)
    {
        BoltConnection connection = await ProbeAsync(data);
        await SendAsync("ServerInfo", ServerInfo(connection));
    }

    private async Task CheckMultiDatabaseAsync(JsonElement data)
    {
        // All versions that we speak have several databases.
        await ProbeAsync(data);
        await SendAsync("MultiDBSupport", new JsonObject { ["id"] = Id(data), ["available"] = true });
    }

    private async Task CheckSessionAuthAsync(JsonElement data)
    {
        BoltConnection connection = await ProbeAsync(data);
        await SendAsync("SessionAuthSupport", new JsonObject { ["id"] = Id(data), ["available"] = connection.Version.HasLogon });
    }

    private async Task VerifyAuthenticationAsync(JsonElement data)
    {
        BoltAuth? auth = data.Find("authorizationToken") is { } token ? ReadAuth(token) : null;
        bool accepted = await Get<TestDriver>(data, "driverId").Graph.VerifyAuthAsync(auth);
        await SendAsync("DriverIsAuthenticated", new JsonObject { ["id"] = Id(data), ["authenticated"] = accepted });
    }

    private Task CheckEncryptedAsync(JsonElement data)
    {
        ConnectionSource source = Get<TestDriver>(data, "driverId").Graph.Source;
        return SendAsync("DriverIsEncrypted", new JsonObject { ["encrypted"] = source.Uri.Encrypted || source.Options.Encrypted });
    }

    private async Task UpdateRoutingTableAsync(JsonElement data)
    {
        Router router = Get<TestDriver>(data, "driverId").Graph.Source.Router ?? throw new InvalidOperationException("bolt:// has no routing table.");
        await router.FetchAsync(new SessionSettings { Database = data.Text("database") }, data.Texts("bookmarks") ?? [], default);
        await SendDriverAsync(data);
    }

    private Task GetRoutingTableAsync(JsonElement data)
    {
        Router router = Get<TestDriver>(data, "driverId").Graph.Source.Router ?? throw new InvalidOperationException("bolt:// has no routing table.");
        RoutingTable table = router.Known(data.Text("database")) ?? new RoutingTable(null, [], [], [], default);
        return SendAsync("RoutingTable", new JsonObject
        {
            ["database"] = table.Database,
            ["ttl"] = (long)table.Lifetime.TotalSeconds,
            ["routers"] = Addresses(table.Routers),
            ["readers"] = Addresses(table.Readers),
            ["writers"] = Addresses(table.Writers),
        });
        static JsonArray Addresses(IReadOnlyList<ServerAddress> addresses) => [.. addresses.Select(address => JsonValue.Create(address.ToString()))];
    }

    private Task GetPoolMetricsAsync(JsonElement data)
    {
        ConnectionPool? pool = Get<TestDriver>(data, "driverId").Graph.Source.Pool(ServerAddress.Parse(data.GetProperty("address").GetString()!));
        return SendAsync("ConnectionPoolMetrics", new JsonObject { ["inUse"] = pool?.InUse ?? 0, ["idle"] = pool?.Idle ?? 0 });
    }

    private async Task ExecuteQueryAsync(JsonElement data)
    {
        TestDriver driver = Get<TestDriver>(data, "driverId");
        JsonElement config = data.Find("config") ?? default;
        SessionSettings settings = new()
        {
            Mode = config.Text("routing") == "r" ? AccessMode.Read : AccessMode.Write,
            Database = config.Text("database"),
            Impersonate = config.Text("impersonatedUser"),
            Store = config.Find("bookmarkManagerId") switch
            {
                null => driver.Bookmarks,
                { ValueKind: JsonValueKind.Number } => null,
                { } id => (BookmarkStore)_objects[id.ToString()],
            },
            Auth = config.Find("authorizationToken") is { } token ? ReadAuth(token) : null,
        };
        string cypher = data.GetProperty("cypher").GetString()!;
        MapValue parameters = data.Values("params");
        await using BoltSession session = driver.Graph.OpenSession(settings);
        JsonObject response = await session.ExecuteAsync(
            ReadTransaction(config),
            async (transaction, cancel) =>
            {
                BoltResult result = await transaction.StartAsync(cypher, parameters, cancel);
                TestResult kept = new(result, cypher, parameters);
                JsonArray records = [];
                while (await result.ReadAsync(cancel))
                {
                    records.Add(RecordOf(result));
                }

                await result.ConsumeAsync(cancel);
                return new JsonObject
                {
                    ["keys"] = new JsonArray([.. result.Columns.Select(column => JsonValue.Create(column))]),
                    ["records"] = records,
                    ["summary"] = SummaryJson.Write(kept),
                };
            },
            default,
            BoltApi.ExecuteQuery,
            pipelined: true);
        await SendAsync("EagerResult", response);
    }

    private Task<BoltConnection> ProbeAsync(JsonElement data) => Get<TestDriver>(data, "driverId").Graph.ProbeAsync(default).AsTask();

    private Task SendDriverAsync(JsonElement data) => SendAsync("Driver", new JsonObject { ["id"] = Id(data) });

    private static string Id(JsonElement data) => data.GetProperty("driverId").ToString();

    internal static JsonObject ServerInfo(BoltConnection connection) => new()
    {
        ["address"] = connection.Address.ToString(),
        ["agent"] = connection.Agent,
        ["protocolVersion"] = connection.Version.ToString(),
    };

    private async ValueTask<IReadOnlyList<ServerAddress>> ResolveAsync(ServerAddress address, CancellationToken cancellationToken)
    {
        JsonElement answer = await AskAsync("ResolverResolutionRequired", new JsonObject { ["address"] = address.ToString() });
        return [.. answer.Texts("addresses")!.Select(ServerAddress.Parse)];
    }

    private async ValueTask<IReadOnlyList<IPAddress>> ResolveNameAsync(string name, CancellationToken cancellationToken)
    {
        JsonElement answer = await AskAsync("DomainNameResolutionRequired", new JsonObject { ["name"] = name });
        return [.. answer.Texts("addresses")!.Select(IPAddress.Parse)];
    }

    private static BoltNotifications? ReadNotifications(JsonElement data)
    {
        string? severity = data.Text("notificationsMinSeverity");
        string[]? disabled = data.Texts("notificationsDisabledCategories");
        return severity is null && disabled is null ? null : new BoltNotifications(severity, disabled);
    }

    private static (BoltTrust Trust, X509Certificate2Collection? Authorities) ReadTrust(JsonElement data)
    {
        if (data.Texts("trustedCertificates") is not { } files)
        {
            return (BoltTrust.System, null);
        }

        if (files.Length == 0)
        {
            return (BoltTrust.Any, null);
        }

        X509Certificate2Collection authorities = [];
        foreach (string file in files)
        {
            // The suite names files of a container; elsewhere its folder is told by this variable.
            string folder = Environment.GetEnvironmentVariable("TESTKIT_CERTIFICATES") ?? "/usr/local/share/custom-ca-certificates";
            authorities.ImportFromPemFile(Path.Combine(folder, file));
        }

        return (BoltTrust.Given, authorities);
    }

    /// <summary>A client under test, and the bookmarks that its own queries share.</summary>
    private sealed record TestDriver(BoltGraph Graph)
    {
        public BookmarkStore Bookmarks { get; } = new();
    }
}
