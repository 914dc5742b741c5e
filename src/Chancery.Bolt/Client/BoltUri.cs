using Chancery.Bolt.Server;
using Chancery.Graph;

namespace Chancery.Bolt.Client;

/// <summary>
/// <c>bolt[+s|+ssc]://[user:password@]host[:port]</c>, and <c>neo4j…</c>, which routes and may have a routing context as query.
/// </summary>
internal sealed record BoltUri(ServerAddress Address, bool Routed, bool Encrypted, BoltTrust? Trust, MapValue Context, BoltAuth? Auth)
{
    /// <exception cref="FormatException">The text is no such URI.</exception>
    public static BoltUri Parse(string text)
    {
        if (!Uri.TryCreate(text, UriKind.Absolute, out Uri? uri) || uri.Host.Length == 0)
        {
            throw new FormatException("A Bolt address has the form bolt://host:port or neo4j://host:port.");
        }

        (bool routed, bool encrypted, BoltTrust? trust) = uri.Scheme switch
        {
            "bolt" => (false, false, (BoltTrust?)null),
            "bolt+s" => (false, true, BoltTrust.System),
            "bolt+ssc" => (false, true, BoltTrust.Any),
            "neo4j" => (true, false, null),
            "neo4j+s" => (true, true, BoltTrust.System),
            "neo4j+ssc" => (true, true, BoltTrust.Any),
            _ => throw new FormatException($"The scheme '{uri.Scheme}' is none of bolt, bolt+s, bolt+ssc, neo4j, neo4j+s, neo4j+ssc."),
        };
        ServerAddress address = new(uri.Host.Trim('[', ']'), uri.Port < 0 ? BoltEndpoint.DefaultPort : uri.Port);
        return new BoltUri(address, routed, encrypted, trust, ReadContext(uri, routed, address), ReadAuth(uri));
    }

    private static MapValue ReadContext(Uri uri, bool routed, ServerAddress address)
    {
        string query = uri.Query.TrimStart('?');
        if (query.Length > 0 && !routed)
        {
            throw new FormatException($"Only the neo4j schemes take a routing context ('{query}').");
        }

        List<(string Key, Value Value)> context = [("address", address.ToString())];
        foreach (string part in query.Split('&', StringSplitOptions.RemoveEmptyEntries))
        {
            string[] pair = part.Split('=', 2);
            if (pair.Length != 2 || pair[0].Length == 0 || pair[1].Length == 0 || context.Exists(known => known.Key == pair[0]))
            {
                throw new FormatException($"The routing context '{query}' is no list of different key=value pairs without the key 'address'.");
            }

            context.Add((Uri.UnescapeDataString(pair[0]), Uri.UnescapeDataString(pair[1])));
        }

        return MapValue.Of([.. context]);
    }

    private static BoltAuth? ReadAuth(Uri uri)
    {
        if (uri.UserInfo.Length == 0)
        {
            return null;
        }

        string[] parts = uri.UserInfo.Split(':', 2);
        return BoltAuth.Basic(Uri.UnescapeDataString(parts[0]), parts.Length > 1 ? Uri.UnescapeDataString(parts[1]) : "");
    }
}
