using System.Text.RegularExpressions;
using Chancery.Bolt.Client;
using Chancery.Cypher;
using Chancery.Graph;

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
            BoltGraph server = BoltGraph.Connect(address);
            await server.VerifyAsync(cancellationToken);
            return server;
        }

        if (!create && !Directory.Exists(folder))
        {
            throw new DirectoryNotFoundException($"there is no folder {folder}; 'chancery ingest' makes it.");
        }

        return await EmbeddedGraph.OpenAsync(folder);
    }

    /// <summary>The folder of an embedded graph; null for a server.</summary>
    public static string? Folder(string address) =>
        address.StartsWith(Embedded, StringComparison.Ordinal) ? Path.GetFullPath(address[Embedded.Length..]) : null;

    /// <summary>The address for people and logs.</summary>
    public static string WithoutPassword(string address) => Credentials().Replace(address, "//");

    [GeneratedRegex("//[^/@]*@")]
    private static partial Regex Credentials();
}
