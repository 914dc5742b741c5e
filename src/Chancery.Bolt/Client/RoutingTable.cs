using Chancery.Graph;

namespace Chancery.Bolt.Client;

/// <summary>Who routes, reads and writes for a database, and until when that holds.</summary>
internal sealed record RoutingTable(
    string? Database,
    IReadOnlyList<ServerAddress> Routers,
    IReadOnlyList<ServerAddress> Readers,
    IReadOnlyList<ServerAddress> Writers,
    DateTimeOffset Expires)
{
    /// <summary>How long it holds from when it came.</summary>
    public TimeSpan Lifetime { get; init; }

    /// <summary>It named no writer when it came, so that it may be of a part of the cluster that is cut off.</summary>
    public bool CameWithoutWriters { get; init; }

    public IReadOnlyList<ServerAddress> Serving(AccessMode mode) => mode == AccessMode.Read ? Readers : Writers;

    public RoutingTable Without(ServerAddress address) => this with
    {
        Routers = [.. Routers.Where(known => known != address)],
        Readers = [.. Readers.Where(known => known != address)],
        Writers = [.. Writers.Where(known => known != address)],
    };

    public RoutingTable WithoutWriter(ServerAddress address) => this with { Writers = [.. Writers.Where(known => known != address)] };

    /// <summary>Reads the server's table, <c>{ttl, db, servers: [{addresses, role}]}</c>.</summary>
    /// <exception cref="GraphException">It has another shape.</exception>
    public static RoutingTable Read(MapValue table, string? asked, DateTimeOffset now)
    {
        try
        {
            List<ServerAddress> routers = [], readers = [], writers = [];
            foreach (Value server in table["servers"].AsList())
            {
                List<ServerAddress>? list = server.AsMap()["role"].AsString() switch
                {
                    "ROUTE" => routers,
                    "READ" => readers,
                    "WRITE" => writers,
                    _ => null,
                };
                list?.AddRange(server.AsMap()["addresses"].AsList().Select(address => ServerAddress.Parse(address.AsString())));
            }

            TimeSpan lifetime = TimeSpan.FromSeconds(Math.Min(table["ttl"].AsInteger(), int.MaxValue));
            string? database = table.GetOrNull("db") is { Kind: ValueKind.String } name ? name.AsString() : asked;
            return new RoutingTable(database, routers, readers, writers, now + lifetime)
            {
                Lifetime = lifetime,
                CameWithoutWriters = writers.Count == 0,
            };
        }
        catch (Exception e) when (e is KeyNotFoundException or InvalidOperationException or FormatException)
        {
            throw new GraphException(ClientErrors.Protocol, $"The server's routing table cannot be read: {e.Message}", e);
        }
    }
}
