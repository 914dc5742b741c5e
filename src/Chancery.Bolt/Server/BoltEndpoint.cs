using System.Net;
using System.Security.Cryptography.X509Certificates;
using Microsoft.AspNetCore.Connections;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Server.Kestrel.Core;
using Microsoft.AspNetCore.Server.Kestrel.Https;

namespace Chancery.Bolt.Server;

/// <summary>Where a Bolt server listens.</summary>
public static class BoltEndpoint
{
    public const int DefaultPort = 7687;

    // Marks connections that came through TLS.
    private static readonly object s_reached = new();

    /// <summary>
    /// Listens for Bolt, plain or by WebSocket, in the process of the HTTP server.
    /// With a certificate the port speaks TLS alone (<c>bolt+s://</c>, <c>neo4j+s://</c>, <c>wss://</c>).
    /// </summary>
    /// <param name="certificate">With its private key; null: no TLS.</param>
    /// <param name="chain">The certificates between it and the authority that clients know.</param>
    public static void ListenBolt(
        this KestrelServerOptions kestrel, IPEndPoint endPoint, BoltServer server, X509Certificate2? certificate = null, X509Certificate2Collection? chain = null) =>
        kestrel.Listen(endPoint, listen =>
        {
            // The connection is no HTTP; without this Kestrel would announce HTTP versions in TLS.
            listen.Protocols = HttpProtocols.None;
            if (certificate is not null)
            {
                listen.Use(next => async connection =>
                {
                    await next(connection).ConfigureAwait(false);
                    if (!connection.Items.ContainsKey(s_reached))
                    {
                        server.RefusedTls(connection);
                    }
                });
                listen.UseHttps(new HttpsConnectionAdapterOptions { ServerCertificate = certificate, ServerCertificateChain = chain });
            }

            listen.Run(connection =>
            {
                connection.Items[s_reached] = true;
                return server.OnConnectedAsync(connection);
            });
        });
}
