using System.Collections.Concurrent;
using System.Globalization;
using System.IO.Pipelines;
using System.Net;
using Chancery.Bolt.PackStream;
using Chancery.Graph;
using Microsoft.AspNetCore.Connections;
using Microsoft.AspNetCore.Connections.Features;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;

namespace Chancery.Bolt.Server;

/// <summary>
/// Answers Bolt on the connections that Kestrel accepts, over any <see cref="IGraphDatabase"/>, which it does not own.
/// See <see cref="BoltEndpoint"/> for how to listen.
/// </summary>
public sealed class BoltServer : ConnectionHandler, IAsyncDisposable
{
    private static readonly TimeSpan WatchInterval = TimeSpan.FromSeconds(1);

    private readonly ConcurrentDictionary<long, ServerSession> _sessions = new();
    private readonly ITimer _watch;
    private long _lastConnection;

    public BoltServer(
        IGraphDatabase graph, BoltServerOptions? options = null, ILogger<BoltServer>? logger = null, TimeProvider? time = null)
    {
        Database = graph;
        Options = options ?? new BoltServerOptions();
        Log = logger ?? NullLogger<BoltServer>.Instance;
        Time = time ?? TimeProvider.System;
        Throttle = new AuthThrottle(Options.FailedLogonsAllowed, Options.LockoutTime, Time);
        _watch = Time.CreateTimer(_ => CloseOverdue(), null, WatchInterval, WatchInterval);
    }

    /// <summary>Connections that are open now.</summary>
    public int ConnectionCount => _sessions.Count;

    internal IGraphDatabase Database { get; }

    internal BoltServerOptions Options { get; }

    internal ILogger Log { get; }

    internal TimeProvider Time { get; }

    internal AuthThrottle Throttle { get; }

    /// <summary>Serves one connection to its end; never throws what a peer can cause.</summary>
    public override async Task OnConnectedAsync(ConnectionContext connection)
    {
        (long number, string name, string peer) = Name(connection);
        try
        {
            if (_sessions.Count >= Options.MaxConnections)
            {
                Log.TooManyConnections(name, peer, Options.MaxConnections);
                return;
            }

            if (Options.Authenticate is null && !IsLocal(connection.RemoteEndPoint))
            {
                Log.RefusedRemote(name, peer);
                return;
            }

            await ServeAsync(connection, number, name, peer).ConfigureAwait(false);
        }
        catch (ProtocolException e)
        {
            Log.BrokenProtocol(name, peer, e.Message);
        }
        catch (Exception e) when (e is IOException or OperationCanceledException or ConnectionAbortedException or ConnectionResetException
            or System.Net.WebSockets.WebSocketException)
        {
            Log.Disconnected(name, peer, e.Message);
        }
        catch (Exception e)
        {
            // The one boundary of a connection: whatever went wrong here must not reach the others.
            Log.SessionFailed(e, name, peer);
        }
    }

    /// <summary>Told of a connection that ended before TLS stood.</summary>
    internal void RefusedTls(ConnectionContext connection)
    {
        (_, string name, string peer) = Name(connection);
        Log.RefusedTls(name, peer);
    }

    public async ValueTask DisposeAsync()
    {
        await _watch.DisposeAsync().ConfigureAwait(false);
        foreach (ServerSession session in _sessions.Values)
        {
            session.Abort("the server stops");
        }
    }

    private (long Number, string Name, string Peer) Name(ConnectionContext connection)
    {
        long number = Interlocked.Increment(ref _lastConnection);
        return (number, string.Create(CultureInfo.InvariantCulture, $"bolt-{number}"), connection.RemoteEndPoint?.ToString() ?? "unknown");
    }

    private async Task ServeAsync(ConnectionContext connection, long number, string name, string peer)
    {
        await using ServerSession session = new(this, connection, name, peer);
        _sessions[number] = session;
        try
        {
            using CancellationTokenRegistration closed = connection.ConnectionClosed.Register(() => session.Abort("the connection was closed"));
            using CancellationTokenRegistration stopping = connection.Features.Get<IConnectionLifetimeNotificationFeature>()
                ?.ConnectionClosedRequested.Register(session.Drain) ?? default;
            await ServeAsync(connection, session, name, peer).ConfigureAwait(false);
        }
        catch (OperationCanceledException) when (session.IsEnded)
        {
            // The session was ended from outside, and whoever did that has logged why.
            return;
        }
        finally
        {
            _sessions.TryRemove(number, out _);
        }
    }

    private async Task ServeAsync(ConnectionContext connection, ServerSession session, string name, string peer)
    {
        IDuplexPipe? transport = await ServerOpening.AcceptAsync(connection, Options, session.Aborted).ConfigureAwait(false);
        if (transport is null)
        {
            Log.RefusedWebSocket(name, peer);
            return;
        }

        try
        {
            await session.RunAsync(transport).ConfigureAwait(false);
        }
        finally
        {
            await transport.Input.CompleteAsync().ConfigureAwait(false);
            await transport.Output.CompleteAsync().ConfigureAwait(false);
        }
    }

    private void CloseOverdue()
    {
        DateTimeOffset now = Time.GetUtcNow();
        foreach (ServerSession session in _sessions.Values)
        {
            if (session.Overdue(now) is { } reason)
            {
                session.Abort(reason);
            }
        }
    }

    internal static bool IsLocal(EndPoint? endPoint) => endPoint switch
    {
        IPEndPoint ip => IPAddress.IsLoopback(ip.Address) || (ip.Address.IsIPv4MappedToIPv6 && IPAddress.IsLoopback(ip.Address.MapToIPv4())),
        // A socket of the file system, or a pipe inside this process.
        _ => true,
    };
}
