using System.IO.Pipelines;
using System.Net.Sockets;
using Chancery.Bolt.Framing;
using Chancery.Bolt.Messages;
using Chancery.Bolt.PackStream;
using Chancery.Graph;

namespace Chancery.Bolt.Client;

/// <summary>
/// A connection to one server: requests go out in order, and each summary that comes belongs to the oldest request still open.
/// For one user at a time.
/// </summary>
internal sealed partial class BoltConnection : IAsyncDisposable
{
    private static readonly TimeSpan CleaningTime = TimeSpan.FromSeconds(10);

    private readonly Socket _socket;
    private readonly Stream _stream;
    private readonly BoltClientOptions _options;
    private readonly ChunkedReader _reader;
    private readonly ChunkedWriter _writer;
    private readonly Queue<Reply> _open = new();
    private GraphException? _failure;
    private ValueShape _shape;

    private BoltConnection(ServerAddress address, Socket socket, Stream stream, BoltClientOptions options)
    {
        Address = address;
        _socket = socket;
        _stream = stream;
        _options = options;
        _reader = new ChunkedReader(PipeReader.Create(stream, new StreamPipeReaderOptions(leaveOpen: true, bufferSize: 16 * 1024, useZeroByteReads: true)));
        _writer = new ChunkedWriter(PipeWriter.Create(stream, new StreamPipeWriterOptions(leaveOpen: true)));
        Created = IdleSince = options.Time.GetUtcNow();
    }

    public ServerAddress Address { get; }

    public BoltVersion Version { get; private set; }

    public string Agent { get; private set; } = "";

    public DateTimeOffset Created { get; }

    public DateTimeOffset IdleSince { get; set; }

    /// <summary>The credentials that the server accepted last.</summary>
    public BoltAuth Auth { get; private set; } = BoltAuth.None;

    /// <summary>The server asked to be told which way to run is used.</summary>
    public bool WantsTelemetry { get; private set; }

    /// <summary>The socket is of no more use.</summary>
    public bool IsBroken { get; private set; }

    /// <summary>An idle connection that the server closed meanwhile, as far as is known here.</summary>
    public bool IsClosedByServer => _socket.Poll(0, SelectMode.SelectRead) && _socket.Available == 0;

    /// <summary>The server has forgotten the log-on; another has to come before other work.</summary>
    public bool MustLogOn { get; set; }

    /// <summary>Not to be used again after its present work.</summary>
    public bool IsStale { get; set; }

    /// <summary>It has worked before: the pool had it.</summary>
    public bool WasPooled { get; private set; }

    /// <summary>The statement that the server means where a request names none.</summary>
    public BoltResult? LatestRun { get; set; }

    /// <summary>The server answers nothing more before RESET.</summary>
    public bool HasFailed => _failure is not null;

    /// <summary>A failure or a broken-off result has to be cleared by RESET first.</summary>
    public bool NeedsReset => _failure is not null || _open.Count > 0;

    /// <summary>Hears of every failure before its request does, and may put another in its place.</summary>
    public Func<BoltConnection, GraphException, ValueTask<GraphException>>? Observer { get; set; }

    /// <summary>Writes the request behind those before it; it travels with the next flush.</summary>
    public T Send<T>(Request request, T reply)
        where T : Reply
    {
        if (IsBroken)
        {
            throw Lost(null);
        }

        PackStreamWriter writer = new(_writer, _shape);
        RequestCodec.Write(ref writer, request, Version);
        writer.Flush();
        _writer.EndMessage();
        _open.Enqueue(reply);
        return reply;
    }

    public async ValueTask FlushAsync(CancellationToken cancellationToken)
    {
        if (_writer.Unflushed == 0)
        {
            return;
        }

        try
        {
            await _writer.FlushAsync(cancellationToken).ConfigureAwait(false);
        }
        catch (Exception e) when (e is IOException or ObjectDisposedException or InvalidOperationException)
        {
            throw await BreakAsync(e).ConfigureAwait(false);
        }
        catch (OperationCanceledException)
        {
            // Half a message may be out: nothing after it would be understood.
            Break(Lost(null));
            throw;
        }
    }

    /// <summary>Sends what is written, receives until this reply is whole, and throws its failure.</summary>
    public async ValueTask<MapValue> CompleteAsync(Reply reply, CancellationToken cancellationToken)
    {
        await FlushAsync(cancellationToken).ConfigureAwait(false);
        while (!reply.IsDone)
        {
            await ReceiveAsync(cancellationToken).ConfigureAwait(false);
        }

        reply.ThrowIfFailed();
        return reply.Metadata;
    }

    /// <summary>Receives one message. A wait that is cancelled leaves the connection whole: <see cref="CleanAsync"/> makes it usable.</summary>
    public ValueTask ReceiveAsync(CancellationToken cancellationToken)
    {
        if (ReceiveTimeout is null)
        {
            ValueTask<bool> reading = _reader.ReadAsync(cancellationToken);
            if (!reading.IsCompletedSuccessfully)
            {
                return ReceiveSlowAsync(reading);
            }

            // Most records of a part are here already, and need no waiting.
            bool more = reading.Result;
            if (more && IsRecord)
            {
                TakeRecord();
                return default;
            }

            return ReceiveSlowAsync(new ValueTask<bool>(more));
        }

        return ReceiveInTimeAsync(ReceiveTimeout.Value, cancellationToken);
    }

    /// <summary>Makes the connection fit for the next user; false where that failed and it has to go.</summary>
    public async ValueTask<bool> CleanAsync()
    {
        WasPooled = true;
        LatestRun = null;
        if (IsBroken || IsStale)
        {
            return false;
        }

        if (!NeedsReset)
        {
            return true;
        }

        Observer = null;
        using CancellationTokenSource time = new(CleaningTime, _options.Time);
        try
        {
            await ResetAsync(time.Token).ConfigureAwait(false);
            return true;
        }
        catch (Exception e) when (e is GraphException or OperationCanceledException)
        {
            Break(Lost(e));
            return false;
        }
    }

    /// <summary>Waits for the answers to all that was sent.</summary>
    public async ValueTask SettleAsync(CancellationToken cancellationToken)
    {
        while (_open.TryPeek(out Reply? reply))
        {
            await CompleteAsync(reply, cancellationToken).ConfigureAwait(false);
        }
    }

    public async ValueTask ResetAsync(CancellationToken cancellationToken)
    {
        Reply reply = Send(new ResetRequest(), new Reply());
        await CompleteAsync(reply, cancellationToken).ConfigureAwait(false);
        _failure = null;
    }

    public async ValueTask DisposeAsync()
    {
        if (!IsBroken)
        {
            try
            {
                Send(new GoodbyeRequest(), new Reply());
                using CancellationTokenSource time = new(TimeSpan.FromSeconds(1), _options.Time);
                await FlushAsync(time.Token).ConfigureAwait(false);
            }
            catch (Exception e) when (e is GraphException or OperationCanceledException)
            {
                // A farewell that nobody hears changes nothing: the socket closes next.
                IsBroken = true;
            }
        }

        IsBroken = true;
        await _stream.DisposeAsync().ConfigureAwait(false);
    }

    private bool IsRecord => _reader.Message.Span is [0xB1, MessageTag.Record, ..];

    private async ValueTask ReceiveSlowAsync(ValueTask<bool> reading)
    {
        try
        {
            if (!await reading.ConfigureAwait(false))
            {
                throw await BreakAsync(null).ConfigureAwait(false);
            }
        }
        catch (Exception e) when (e is IOException or ProtocolException or ObjectDisposedException or InvalidOperationException)
        {
            throw await BreakAsync(e).ConfigureAwait(false);
        }

        if (IsRecord)
        {
            TakeRecord();
        }
        else
        {
            await TakeSummaryAsync().ConfigureAwait(false);
        }
    }

    private async ValueTask ReceiveInTimeAsync(TimeSpan limit, CancellationToken cancellationToken)
    {
        using CancellationTokenSource time = new(limit, _options.Time);
        using CancellationTokenSource both = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken, time.Token);
        // A keep-alive says that the server lives, however long its work takes.
        _reader.Received = () => time.CancelAfter(limit);
        try
        {
            await ReceiveSlowAsync(_reader.ReadAsync(both.Token)).ConfigureAwait(false);
        }
        catch (OperationCanceledException e) when (!cancellationToken.IsCancellationRequested)
        {
            throw await BreakAsync(new TimeoutException($"no answer came within {limit.TotalSeconds:0} s, as the server had promised", e)).ConfigureAwait(false);
        }
        finally
        {
            _reader.Received = null;
        }
    }

    private void TakeRecord()
    {
        try
        {
            PackStreamReader reader = new(_reader.Message.Span);
            reader.ReadStructureHeader();
            if (!_open.TryPeek(out Reply? reply))
            {
                throw new ProtocolException("A record came unasked.");
            }

            reply.OnRecord(ref reader);
        }
        catch (ProtocolException e)
        {
            Break(new GraphException(ClientErrors.Protocol, $"The server {Address} broke the protocol: {e.Message}", e));
            throw _failure!;
        }
    }

    private async ValueTask TakeSummaryAsync()
    {
        (byte tag, MapValue metadata) = ReadSummary();
        if (!_open.TryDequeue(out Reply? reply))
        {
            Break(new GraphException(ClientErrors.Protocol, $"The server {Address} answered unasked."));
            throw _failure!;
        }

        switch (tag)
        {
            case MessageTag.Success:
                reply.Succeed(metadata);
                break;
            case MessageTag.Failure:
                _failure = ServerFailure.ToException(BoltFailure.FromMetadata(metadata));
                if (Observer is { } observer)
                {
                    _failure = await observer(this, _failure).ConfigureAwait(false);
                }

                reply.Fail(_failure);
                break;
            default:
                reply.Fail(_failure ?? new GraphException(ErrorCodes.Terminated, "The server ignored the request, since it was reset."));
                break;
        }
    }

    private (byte Tag, MapValue Metadata) ReadSummary()
    {
        try
        {
            PackStreamReader reader = new(_reader.Message.Span);
            (byte tag, int fields) = reader.ReadStructureHeader();
            return (tag, fields) switch
            {
                (MessageTag.Success or MessageTag.Failure, 1) => (tag, reader.ReadMap()),
                (MessageTag.Ignored, 0) => (tag, MapValue.Empty),
                _ => throw new ProtocolException($"The message 0x{tag:X2} with {fields} fields is no answer."),
            };
        }
        catch (Exception e) when (e is ProtocolException or UnusableValueException)
        {
            Break(new GraphException(ClientErrors.Protocol, $"The server {Address} broke the protocol: {e.Message}", e));
            throw _failure!;
        }
    }

    private async ValueTask<GraphException> BreakAsync(Exception? inner)
    {
        if (_failure is { } told)
        {
            // The server said why before it closed (a refused log-on).
            Break(told);
            return told;
        }

        GraphException lost = Lost(inner);
        if (Observer is { } observer)
        {
            lost = await observer(this, lost).ConfigureAwait(false);
        }

        Break(lost);
        return lost;
    }

    private void Break(GraphException failure)
    {
        IsBroken = true;
        _failure = failure;
        while (_open.TryDequeue(out Reply? reply))
        {
            reply.Fail(failure);
        }
    }

    private GraphException Lost(Exception? inner) => new(
        ClientErrors.ServiceUnavailable,
        $"The connection to {Address} was lost: {inner?.Message ?? "the server closed it"}.",
        inner);
}
