using System.Net;
using System.Net.Sockets;

namespace Chancery.Testing;

/// <summary>
/// Stands before a server and cuts connections in the middle: each after a number of bytes, in one direction, that a seeded chance
/// gives. So a statement is lost on its way there, or the answer to one that was done on its way back; of every third connection that
/// is to be cut the answer to its first COMMIT, which leaves the client in doubt. After so many cuts it lets all pass.
/// </summary>
public sealed class CuttingProxy : IAsyncDisposable
{
    // A message of one chunk: COMMIT, which has no fields.
    private static readonly byte[] s_commit = [0x00, 0x02, 0xB0, 0x12, 0x00, 0x00];

    private readonly TcpListener _listener = new(IPAddress.Loopback, 0);
    private readonly CancellationTokenSource _stop = new();
    private readonly Random _chance;
    private readonly int _port;
    private readonly int _cutsAtMost;
    private readonly Task _accepting;
    private int _cuts;
    private int _commitsLost;

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

    /// <summary>Of the cuts those that lost the answer to a COMMIT, which the server had done.</summary>
    public int CommitsLost => _commitsLost;

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
                Fate fate = _chance.Next(3) switch
                {
                    _ when bytes == long.MaxValue => new Fate(long.MaxValue, long.MaxValue, LosesCommit: false),
                    0 => new Fate(bytes, long.MaxValue, LosesCommit: false),
                    1 => new Fate(long.MaxValue, bytes, LosesCommit: false),
                    _ => new Fate(long.MaxValue, long.MaxValue, LosesCommit: true),
                };
#pragma warning restore CA5394
                relays.Add(RelayAsync(client, fate));
            }
        }
        catch (OperationCanceledException)
        {
            await Task.WhenAll(relays);
        }
    }

    private async Task RelayAsync(TcpClient client, Fate fate)
    {
        using (client)
        using (TcpClient server = new())
        using (CancellationTokenSource cut = CancellationTokenSource.CreateLinkedTokenSource(_stop.Token))
        {
            await server.ConnectAsync(IPAddress.Loopback, _port);
            Task first = await Task.WhenAny(
                PumpAsync(client.GetStream(), server.GetStream(), fate.Up, fate, cut.Token),
                PumpAsync(server.GetStream(), client.GetStream(), fate.Down, null, cut.Token, fate));
            // A peer learns of the cut as it would of a dead cable: by a reset.
            client.LingerState = server.LingerState = new LingerOption(true, 0);
            await cut.CancelAsync();
            await first;
        }
    }

    /// <summary>Ends where a peer does, or where the bytes that may pass have passed.</summary>
    /// <param name="asking">Told of a COMMIT that passes.</param>
    /// <param name="answering">Asked whether what comes now is a COMMIT's answer.</param>
    private async Task PumpAsync(
        NetworkStream from, NetworkStream to, long bytes, Fate? asking, CancellationToken cancellationToken, Fate? answering = null)
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

                if (answering is { LosesCommit: true, Committing: true })
                {
                    Interlocked.Increment(ref _cuts);
                    Interlocked.Increment(ref _commitsLost);
                    return;
                }

                if (asking is not null && buffer.AsSpan(0, read).IndexOf(s_commit) >= 0)
                {
                    asking.Committing = true;
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

    /// <summary>What becomes of a connection: after so many bytes it is cut, or at the answer to its first COMMIT.</summary>
    private sealed record Fate(long Up, long Down, bool LosesCommit)
    {
        public volatile bool Committing;
    }
}
