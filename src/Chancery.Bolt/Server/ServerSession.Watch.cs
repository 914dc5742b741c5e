namespace Chancery.Bolt.Server;

internal sealed partial class ServerSession
{
    private DateTimeOffset _started;
    private bool _closed;
    private long _lastHeard;
    private long _flushingSince;
    private volatile bool _working;
    private volatile bool _loggedOn;
    private volatile bool _draining;
    private volatile bool _ended;
    private volatile TransactionWatch? _watched;

    /// <summary>True where <see cref="Abort"/> has ended the session and said why.</summary>
    public bool IsEnded => _ended;

    /// <summary>Ends the session at once: running work is stopped, the connection is closed.</summary>
    public void Abort(string reason)
    {
        lock (_gate)
        {
            if (_closed || _aborted.IsCancellationRequested)
            {
                return;
            }

            _ended = true;
            _aborted.Cancel();
            _work.Cancel();
        }

        _server.Log.Disconnected(_name, _peer, reason);
        // Frees a write that waits for a peer who does not read.
        _connection.Transport.Output.CancelPendingFlush();
    }

    /// <summary>Lets running work end, and takes no more.</summary>
    public void Drain()
    {
        _draining = true;
        if (!_working && _state is not (SessionState.Streaming or SessionState.TxReady or SessionState.TxStreaming))
        {
            Abort("the server stops");
        }
    }

    /// <summary>Why the session has to end now; null where it has not. Rolls back a transaction that is over its limit.</summary>
    public string? Overdue(DateTimeOffset now)
    {
        if (_watched is { } watched && now >= watched.Deadline && !_working)
        {
            _watched = null;
            _inbox.Writer.TryWrite(new ExpireRequest(watched.Transaction));
        }

        long ticks = now.UtcTicks;
        long flushing = Interlocked.Read(ref _flushingSince);
        if (!_loggedOn && now - _started > _server.Options.AuthenticationTimeout)
        {
            return "there was no log-on in time";
        }

        if (flushing != 0 && ticks - flushing > _server.Options.StalledWriteTimeout.Ticks)
        {
            return "the peer does not read";
        }

        return _loggedOn && !_working && ticks - Interlocked.Read(ref _lastHeard) > _server.Options.IdleTimeout.Ticks
            ? "it was idle"
            : null;
    }

    private void StartWatch(DateTimeOffset now)
    {
        _started = now;
        _lastHeard = now.UtcTicks;
    }

    private void Heard() => Interlocked.Exchange(ref _lastHeard, _server.Time.GetUtcNow().UtcTicks);

    private void Working(bool working)
    {
        _working = working;
        if (!working)
        {
            Heard();
        }
    }

    private async ValueTask FlushAsync()
    {
        Interlocked.Exchange(ref _flushingSince, _server.Time.GetUtcNow().UtcTicks);
        try
        {
            await _writer.FlushAsync(Aborted).ConfigureAwait(false);
        }
        finally
        {
            Interlocked.Exchange(ref _flushingSince, 0);
        }
    }

    private sealed record TransactionWatch(Chancery.Graph.IGraphTransaction Transaction, DateTimeOffset Deadline);
}
