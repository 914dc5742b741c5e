using System.Net;
using System.Security.Cryptography.X509Certificates;
using Microsoft.AspNetCore.Connections;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Server.Kestrel.Core;

namespace Chancery.Bolt.Server;

/// <summary>Where a Bolt server listens.</summary>
public static class BoltEndpoint
{
    public const int DefaultPort = 7687;

    /// <summary>
    /// Listens for Bolt, plain or by WebSocket, in the process of the HTTP server.
    /// With a certificate the port speaks TLS alone (<c>bolt+s://</c>, <c>neo4j+s://</c>, <c>wss://</c>).
    /// </summary>
    public static void ListenBolt(this KestrelServerOptions kestrel, IPEndPoint endPoint, BoltServer server, X509Certificate2? certificate = null) =>
        kestrel.Listen(endPoint, listen =>
        {
            // The connection is no HTTP; without this Kestrel would announce HTTP versions in TLS.
            listen.Protocols = HttpProtocols.None;
            if (certificate is not null)
            {
                listen.UseHttps(certificate);
            }

            listen.Run(server.OnConnectedAsync);
        });
}
