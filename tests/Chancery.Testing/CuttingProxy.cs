using System.Net;
using System.Net.Sockets;

namespace Chancery.Testing;

/// <summary>
/// Stands before a server and cuts connections in the middle: each after a number of bytes, in one direction, that a seeded chance
/// gives. So a statement is lost on its way there, or the answer to one that was done on its way back. After so many cuts it lets all pass.
/// </summary>
public sealed class CuttingProxy : IAsyncDisposable
{
    private readonly TcpListener _listener = new(IPAddress.Loopback, 0);
    private readonly CancellationTokenSource _stop = new();
    private readonly Random _chance;
    private readonly int _port;
    private readonly int _cutsAtMost;
    private readonly Task _accepting;
    private int _cuts;

    public CuttingProxy(int port, int seed, int cutsAtMost)
    {
        _port = port;
        _cutsAtMost = cutsAtMost;
#pragma warning disable CA5394 // Not a matter of secrets, and to be the same again.
        _chance = new Random(seed);
#pragma warning restore CA5394
        _listener.Start();
        _accepting = AcceptAsync();
    }

    public int Port => ((IPEndPoint)_listener.LocalEndpoint).Port;

    public int Cuts => _cuts;

    public async ValueTask DisposeAsync()
    {
        await _stop.CancelAsync();
        _listener.Stop();
        await _accepting;
        _stop.Dispose();
    }

    private async Task AcceptAsync()
    {
        List<Task> relays = [];
        try
        {
            while (true)
            {
                TcpClient client = await _listener.AcceptTcpClientAsync(_stop.Token);
                relays.RemoveAll(relay => relay.IsCompleted);
#pragma warning disable CA5394
                // Small numbers hit the log-on, large ones the batches; they grow, so that work which is tried again gets on.
                long bytes = _cuts < _cutsAtMost ? 1L << (_chance.Next(7, 13) + Math.Min(_cuts / 4, 4)) : long.MaxValue;
                bytes += bytes == long.MaxValue ? 0 : _chance.NextInt64(bytes);
                bool upwards = _chance.Next(2) == 0;
#pragma warning restore CA5394
                relays.Add(RelayAsync(client, upwards ? bytes : long.MaxValue, upwards ? long.MaxValue : bytes));
            }
        }
        catch (OperationCanceledException)
        {
            await Task.WhenAll(relays);
        }
    }

    private async Task RelayAsync(TcpClient client, long up, long down)
    {
        using (client)
        using (TcpClient server = new())
        using (CancellationTokenSource cut = CancellationTokenSource.CreateLinkedTokenSource(_stop.Token))
        {
            await server.ConnectAsync(IPAddress.Loopback, _port);
            Task first = await Task.WhenAny(
                PumpAsync(client.GetStream(), server.GetStream(), up, cut.Token), PumpAsync(server.GetStream(), client.GetStream(), down, cut.Token));
            // A peer learns of the cut as it would of a dead cable: by a reset.
            client.LingerState = server.LingerState = new LingerOption(true, 0);
            await cut.CancelAsync();
            await first;
        }
    }

    /// <summary>Ends where a peer does, or where the bytes that may pass have passed.</summary>
    private async Task PumpAsync(NetworkStream from, NetworkStream to, long bytes, CancellationToken cancellationToken)
    {
        byte[] buffer = new byte[16 * 1024];
        try
        {
            while (true)
            {
                int read = await from.ReadAsync(buffer.AsMemory(0, (int)Math.Min(buffer.Length, bytes)), cancellationToken);
                if (read == 0)
                {
                    return;
                }

                await to.WriteAsync(buffer.AsMemory(0, read), cancellationToken);
                bytes -= read;
                if (bytes == 0)
                {
                    Interlocked.Increment(ref _cuts);
                    return;
                }
            }
        }
        catch (Exception e) when (e is IOException or OperationCanceledException or ObjectDisposedException)
        {
            // The other direction was cut, or a peer is gone: there is nothing to relay any more.
            return;
        }
    }
}
