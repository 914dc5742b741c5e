using System.IO.Pipelines;
using System.Threading.Channels;
using Chancery.Bolt.Framing;
using Chancery.Bolt.Messages;
using Chancery.Bolt.PackStream;
using Chancery.Graph;
using Microsoft.AspNetCore.Connections;
using Microsoft.Extensions.Logging;

namespace Chancery.Bolt.Server;

/// <summary>
/// One client's session. Two loops share it: one receives and decodes, so that RESET and a lost peer stop running work at once;
/// the other answers, one request after the other.
/// </summary>
internal sealed partial class ServerSession : IAsyncDisposable
{
    private const int MaxMessageBeforeLogon = 64 * 1024;
    private const int FlushThreshold = 32 * 1024;

    private readonly BoltServer _server;
    private readonly ConnectionContext _connection;
    private readonly string _name;
    private readonly string _peer;
    private readonly Channel<Request> _inbox;
    private readonly SemaphoreSlim _logonAnswered = new(0);
    private readonly CancellationTokenSource _aborted = new();
    private readonly Lock _gate = new();
    private CancellationTokenSource _work = new();
    private int _resetsAhead;
    private ChunkedReader _reader = null!;
    private ChunkedWriter _writer = null!;
    private BoltVersion _version;
    private ValueShape _shape;
    private SessionState _state = SessionState.Negotiation;

    public ServerSession(BoltServer server, ConnectionContext connection, string name, string peer)
    {
        _server = server;
        _connection = connection;
        _name = name;
        _peer = peer;
        _inbox = Channel.CreateBounded<Request>(new BoundedChannelOptions(server.Options.MaxPipelinedMessages) { SingleReader = true });
        StartWatch(server.Time.GetUtcNow());
    }

    /// <summary>Cancelled when the connection is to end at once.</summary>
    public CancellationToken Aborted => _aborted.Token;

    /// <summary>Serves the session from the handshake to its end.</summary>
    public async Task RunAsync(IDuplexPipe transport)
    {
        _version = await ServerOpening.NegotiateAsync(transport, Aborted).ConfigureAwait(false);
        if (_version == BoltVersion.None)
        {
            _server.Log.NoCommonVersion(_name, _peer);
            return;
        }

        _shape = _version.Shape;
        _reader = new ChunkedReader(transport.Input) { MaxMessage = Math.Min(MaxMessageBeforeLogon, _server.Options.MaxMessageBytes) };
        _writer = new ChunkedWriter(transport.Output);
        Task receiving = ReceiveAsync();
        try
        {
            await AnswerAllAsync().ConfigureAwait(false);
        }
        catch (ProtocolException e)
        {
            Write(new BoltFailure(ErrorCodes.InvalidFormat, e.Message));
            await FlushAsync().ConfigureAwait(false);
            throw;
        }
        finally
        {
            await _aborted.CancelAsync().ConfigureAwait(false);
            await receiving.ConfigureAwait(false);
        }
    }

    public async ValueTask DisposeAsync()
    {
        lock (_gate)
        {
            _closed = true;
        }

        await CloseWorkAsync().ConfigureAwait(false);
        _reader?.Dispose();
        _work.Dispose();
        _aborted.Dispose();
        _logonAnswered.Dispose();
    }

    private async Task ReceiveAsync()
    {
        Exception? end = null;
        try
        {
            while (await _reader.ReadAsync(Aborted).ConfigureAwait(false))
            {
                Request request = Decode();
                Heard();
                if (request is GoodbyeRequest)
                {
                    break;
                }

                if (request is ResetRequest)
                {
                    Interrupt();
                }

                await _inbox.Writer.WriteAsync(request, Aborted).ConfigureAwait(false);
                if (request is LogonRequest || (request is HelloRequest && !_version.HasLogon))
                {
                    // What follows may be larger than a stranger's messages may be.
                    await _logonAnswered.WaitAsync(Aborted).ConfigureAwait(false);
                }
            }
        }
        catch (Exception e)
        {
            // Handed over to the answering loop, which ends with it.
            end = e;
        }

        _inbox.Writer.TryComplete(end);
        StopWork();
    }

    private Request Decode()
    {
        try
        {
            return RequestCodec.Read(_reader.Message.Span, _version);
        }
        catch (UnusableValueException e)
        {
            return new UnusableRequest(e.Message);
        }
    }

    private async Task AnswerAllAsync()
    {
        while (await _inbox.Reader.WaitToReadAsync(Aborted).ConfigureAwait(false))
        {
            while (_inbox.Reader.TryRead(out Request? request))
            {
                Working(true);
                await AnswerAsync(request).ConfigureAwait(false);
                Working(false);
                if (_state == SessionState.Defunct)
                {
                    await FlushAsync().ConfigureAwait(false);
                    return;
                }
            }

            // One packet answers all that came in one packet.
            await FlushAsync().ConfigureAwait(false);
            if (_draining && _state is not (SessionState.Streaming or SessionState.TxReady or SessionState.TxStreaming))
            {
                return;
            }
        }
    }

    private async ValueTask AnswerAsync(Request request)
    {
        if (request is ResetRequest)
        {
            await ResetAsync().ConfigureAwait(false);
            return;
        }

        if (_state == SessionState.Failed || _work.IsCancellationRequested)
        {
            WriteIgnored();
            return;
        }

        try
        {
            await DispatchAsync(request).ConfigureAwait(false);
        }
        catch (Exception e) when (_work.IsCancellationRequested && e is OperationCanceledException or GraphException { InnerException: OperationCanceledException })
        {
            await CloseWorkAsync().ConfigureAwait(false);
            _state = SessionState.Failed;
            WriteIgnored();
        }
        catch (GraphException e)
        {
            await FailAsync(BoltFailure.From(Explain(e))).ConfigureAwait(false);
        }
        catch (UnusableValueException e)
        {
            await FailAsync(new BoltFailure(ErrorCodes.InvalidRequest, e.Message)).ConfigureAwait(false);
        }
        catch (Exception e) when (e is not (IOException or ProtocolException or OperationCanceledException))
        {
            // A fault of ours ends the statement, not the session.
            _server.Log.StatementFailed(e, _name, _peer);
            await FailAsync(new BoltFailure(ErrorCodes.Unknown, "The statement failed unexpectedly; the server's log says why.")).ConfigureAwait(false);
        }
    }

    private ValueTask DispatchAsync(Request request) => (_state, request) switch
    {
        (_, UnusableRequest unusable) => throw new UnusableValueException(unusable.Reason),
        (_, ExpireRequest expire) => ExpireAsync(expire),
        (SessionState.Expired, _) => throw new GraphException(
            "Neo.ClientError.Transaction.TransactionTimedOut", "The transaction was rolled back, since it took longer than its limit."),
        (SessionState.Negotiation, HelloRequest hello) => HelloAsync(hello),
        (SessionState.Authentication, LogonRequest logon) => LogonAsync(logon.Auth),
        (SessionState.Ready, LogoffRequest) => LogoffAsync(),
        (SessionState.Ready, TelemetryRequest telemetry) => TelemetryAsync(telemetry),
        (SessionState.Ready, RouteRequest route) => RouteAsync(route),
        (SessionState.Ready, BeginRequest begin) => BeginAsync(begin),
        (SessionState.Ready, RunRequest run) => RunAsync(run),
        (SessionState.TxReady or SessionState.TxStreaming, RunRequest run) => RunInTransactionAsync(run),
        (SessionState.Streaming or SessionState.TxStreaming, PullRequest pull) => PullAsync(pull),
        (SessionState.Streaming or SessionState.TxStreaming, DiscardRequest discard) => DiscardAsync(discard),
        (SessionState.TxReady, CommitRequest) => CommitAsync(),
        (SessionState.TxReady or SessionState.TxStreaming, RollbackRequest) => RollbackAsync(),
        _ => throw new ProtocolException($"The message {NameOf(request)} cannot be handled by a session in the state {_state}."),
    };

    private async ValueTask ResetAsync()
    {
        await CloseWorkAsync().ConfigureAwait(false);
        if (_state is SessionState.Negotiation or SessionState.Authentication)
        {
            throw new ProtocolException("The message RESET cannot be handled before log-on.");
        }

        lock (_gate)
        {
            if (--_resetsAhead == 0 && _work.IsCancellationRequested)
            {
                _work = new CancellationTokenSource();
            }
        }

        _state = SessionState.Ready;
        WriteSuccess(MapValue.Empty);
    }

    private async ValueTask FailAsync(BoltFailure failure)
    {
        await CloseWorkAsync().ConfigureAwait(false);
        _state = SessionState.Failed;
        Write(failure);
    }

    private void Interrupt()
    {
        lock (_gate)
        {
            _resetsAhead++;
            _work.Cancel();
        }
    }

    private void StopWork()
    {
        lock (_gate)
        {
            _work.Cancel();
        }
    }

    private static string NameOf(Request request) => request.GetType().Name.Replace("Request", "", StringComparison.Ordinal).ToUpperInvariant();

    /// <summary>A request whose bytes were sound and whose values were not.</summary>
    private sealed record UnusableRequest(string Reason) : Request;

    /// <summary>The watch found the transaction open beyond its limit.</summary>
    private sealed record ExpireRequest(IGraphTransaction Transaction) : Request;
}

/// <summary>Where a session stands, in the terms of the protocol's server states; Expired is a transaction's end that the client does not know yet.</summary>
internal enum SessionState : byte
{
    Negotiation,
    Authentication,
    Ready,
    Streaming,
    TxReady,
    TxStreaming,
    Expired,
    Failed,
    Defunct,
}
