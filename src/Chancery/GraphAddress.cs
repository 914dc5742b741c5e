using System.Text.RegularExpressions;
using Chancery.Bolt.Client;
using Chancery.Cypher;
using Chancery.Graph;
using Chancery.Settings;

namespace Chancery;

/// <summary>Addresses of graphs: <c>embedded:PATH</c> in this process, or a Bolt server by its URI.</summary>
internal static partial class GraphAddress
{
    private const string Embedded = "embedded:";

    /// <param name="create">True makes the folder of an embedded graph where it is not there.</param>
    public static async Task<IGraphDatabase> OpenAsync(string address, bool create, CancellationToken cancellationToken)
    {
        if (Folder(address) is not { } folder)
        {
            return await ConnectAsync(address, ChancerySettings.Load().GraphDriver, cancellationToken);
        }

        if (!create && !Directory.Exists(folder))
        {
            throw new DirectoryNotFoundException($"there is no folder {folder}; 'chancery ingest' makes it.");
        }

        return await EmbeddedGraph.OpenAsync(folder);
    }

    /// <exception cref="ArgumentException">There is no such driver, or this build is without it.</exception>
    internal static async Task<IGraphDatabase> ConnectAsync(string address, string driver, CancellationToken cancellationToken)
    {
        switch (driver)
        {
            case ChancerySettings.OwnDriver:
                BoltGraph server = BoltGraph.Connect(address);
                await server.VerifyAsync(cancellationToken);
                return server;
#if NEO4J_DRIVER
            case ChancerySettings.OfficialDriver:
                Bolt.Neo4jDriver.Neo4jGraph official = Bolt.Neo4jDriver.Neo4jGraph.Connect(address);
                await official.VerifyAsync(cancellationToken);
                return official;
#else
            case ChancerySettings.OfficialDriver:
                throw new ArgumentException("Settings: GraphDriver: this build is without the official driver; build it with -p:Neo4jDriver=true.");
#endif
            default:
                throw new ArgumentException(
                    $"Settings: GraphDriver: '{driver}' is none of {ChancerySettings.OwnDriver} and {ChancerySettings.OfficialDriver}.");
        }
    }

    /// <summary>The folder of an embedded graph; null for a server.</summary>
    public static string? Folder(string address) =>
        address.StartsWith(Embedded, StringComparison.Ordinal) ? Path.GetFullPath(address[Embedded.Length..]) : null;

    /// <summary>The address for people and logs.</summary>
    public static string WithoutPassword(string address) => Credentials().Replace(address, "//");

    [GeneratedRegex("//[^/@]*@")]
    private static partial Regex Credentials();
}
