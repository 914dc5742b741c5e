using System.Net;
using System.Net.Sockets;
using Chancery.Bolt.TestKit;

// The backend that the drivers' conformance suite (neo4j-drivers/testkit) talks to: one conversation a connection, on the loopback alone.
// Chancery.Bolt.TestKit [PORT [FEATURE...]]: features to claim beside those of Features.cs.
int port = args.Length > 0 ? int.Parse(args[0]) : 9876;
using TcpListener listener = new(IPAddress.Loopback, port);
listener.Start();
Console.Error.WriteLine($"listening on 127.0.0.1:{port}");
while (true)
{
    TcpClient client = await listener.AcceptTcpClientAsync();
    _ = ConverseAsync(client, args.Length > 1 ? args[1..] : []);
}

static async Task ConverseAsync(TcpClient client, string[] alsoClaimed)
{
    using (client)
    {
        using Conversation conversation = new(client.GetStream(), alsoClaimed);
        try
        {
            await conversation.RunAsync();
        }
        catch (IOException e)
        {
            // A test that ends early hangs up.
            Console.Error.WriteLine($"hung up: {e.Message}");
        }
    }
}
