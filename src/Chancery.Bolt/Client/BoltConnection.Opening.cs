using System.Buffers.Binary;
using System.Net;
using System.Net.Security;
using System.Net.Sockets;
using System.Runtime.InteropServices;
using System.Security.Authentication;
using System.Security.Cryptography.X509Certificates;
using Chancery.Bolt.Framing;
using Chancery.Bolt.Messages;
using Chancery.Graph;

namespace Chancery.Bolt.Client;

internal sealed partial class BoltConnection
{
    private TimeSpan? ReceiveTimeout { get; set; }

    /// <summary>Dials the server, agrees on a version and logs on.</summary>
    public static async ValueTask<BoltConnection> OpenAsync(
        ServerAddress address,
        BoltUri uri,
        BoltClientOptions options,
        BoltAuth auth,
        Func<BoltConnection, GraphException, ValueTask<GraphException>>? observer,
        CancellationToken cancellationToken)
    {
        BoltConnection connection = await DialAsync(address, uri, options, cancellationToken).ConfigureAwait(false);
        connection.Observer = observer;
        try
        {
            await connection.HelloAsync(uri, auth, cancellationToken).ConfigureAwait(false);
            return connection;
        }
        catch
        {
            await connection.DisposeAsync().ConfigureAwait(false);
            throw;
        }
    }

    /// <summary>Writes LOGOFF and LOGON; they travel with what is sent next.</summary>
    public void ChangeUser(BoltAuth auth)
    {
        Send(new LogoffRequest(), new Reply());
        Send(new LogonRequest(auth.ToMap()), new Reply());
        Auth = auth;
        MustLogOn = false;
    }

    private static async ValueTask<BoltConnection> DialAsync(
        ServerAddress address, BoltUri uri, BoltClientOptions options, CancellationToken cancellationToken)
    {
        Stream? stream = null;
        try
        {
            Socket socket;
            using (CancellationTokenSource time = new(options.ConnectTimeout, options.Time))
            using (CancellationTokenSource both = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken, time.Token))
            {
                socket = await ConnectAsync(address, options, both.Token).ConfigureAwait(false);
                stream = new NetworkStream(socket, ownsSocket: true);
                if (uri.Encrypted || options.Encrypted)
                {
                    stream = await EncryptAsync(stream, address, uri, options, both.Token).ConfigureAwait(false);
                }
            }

            BoltVersion version = await AgreeAsync(stream, cancellationToken).ConfigureAwait(false);
            return new BoltConnection(address, socket, stream, options) { Version = version, _shape = version.Shape };
        }
        catch (Exception e)
        {
            if (stream is not null)
            {
                await stream.DisposeAsync().ConfigureAwait(false);
            }

            throw e switch
            {
                OperationCanceledException when !cancellationToken.IsCancellationRequested =>
                    ClientErrors.Unavailable(address, $"no connection within {options.ConnectTimeout.TotalSeconds:0.#} s.", e),
                AuthenticationException => new GraphException(ClientErrors.Security, $"TLS with {address} failed: {e.Message}", e),
                SocketException or IOException => ClientErrors.Unavailable(address, e.Message, e),
                _ => e,
            };
        }
    }

    private static async ValueTask<Socket> ConnectAsync(ServerAddress address, BoltClientOptions options, CancellationToken cancellationToken)
    {
        IReadOnlyList<IPAddress> candidates = options.ResolveName is { } resolve
            ? await resolve(address.Host, cancellationToken).ConfigureAwait(false)
            : await Dns.GetHostAddressesAsync(address.Host, cancellationToken).ConfigureAwait(false);
        SocketException? last = null;
        foreach (IPAddress candidate in candidates)
        {
            Socket socket = new(candidate.AddressFamily, SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
            try
            {
                await socket.ConnectAsync(new IPEndPoint(candidate, address.Port), cancellationToken).ConfigureAwait(false);
                return socket;
            }
            catch (Exception e)
            {
                socket.Dispose();
                if (e is not SocketException refused)
                {
                    throw;
                }

                last = refused;
            }
        }

        throw ClientErrors.Unavailable(address, last?.Message ?? "its name has no address.", last);
    }

    private static async ValueTask<Stream> EncryptAsync(
        Stream stream, ServerAddress address, BoltUri uri, BoltClientOptions options, CancellationToken cancellationToken)
    {
        BoltTrust trust = uri.Trust ?? options.Trust;
        X509Certificate2? certificate = options.ClientCertificate is { } ask ? await ask(cancellationToken).ConfigureAwait(false) : null;
        SslStream tls = new(stream, leaveInnerStreamOpen: false);
        SslClientAuthenticationOptions settings = new()
        {
            TargetHost = address.Host,
            EnabledSslProtocols = SslProtocols.Tls12 | SslProtocols.Tls13,
            ClientCertificates = certificate is null ? null : [certificate],
        };
        if (trust == BoltTrust.Any)
        {
            // What "+ssc" asks for: encryption against listeners, without knowing the server.
#pragma warning disable CA5359
            settings.RemoteCertificateValidationCallback = (_, _, _, _) => true;
#pragma warning restore CA5359
        }
        else if (trust == BoltTrust.Given)
        {
            settings.CertificateChainPolicy = new X509ChainPolicy
            {
                TrustMode = X509ChainTrustMode.CustomRootTrust,
                RevocationMode = X509RevocationMode.NoCheck,
            };
            settings.CertificateChainPolicy.CustomTrustStore.AddRange(options.TrustedAuthorities ?? []);
        }

        try
        {
            await tls.AuthenticateAsClientAsync(settings, cancellationToken).ConfigureAwait(false);
        }
        catch (Exception e)
        {
            await tls.DisposeAsync().ConfigureAwait(false);
            throw e is IOException ? new IOException($"TLS broke off, as it does where a server speaks none. {e.Message}", e) : e;
        }

        return tls;
    }

    private static async ValueTask<BoltVersion> AgreeAsync(Stream stream, CancellationToken cancellationToken)
    {
        await stream.WriteAsync(Handshake.Request(), cancellationToken).ConfigureAwait(false);
        byte[] answer = new byte[4];
        if (await stream.ReadAtLeastAsync(answer, answer.Length, throwOnEndOfStream: false, cancellationToken).ConfigureAwait(false) < answer.Length)
        {
            throw new IOException(stream is SslStream
                ? "it closed the connection at the handshake."
                : "it closed the connection at the handshake, as one does that speaks TLS alone (bolt+s).");
        }

        if (BinaryPrimitives.ReadUInt32BigEndian(answer) == Handshake.Manifest)
        {
            return await ChooseAsync(stream, cancellationToken).ConfigureAwait(false);
        }

        BoltVersion version = new(answer[3], answer[2]);
        if (Handshake.WeSpeak(version))
        {
            return version;
        }

        throw BinaryPrimitives.ReadUInt32BigEndian(answer) switch
        {
            0 => NoCommonVersion(),
            0x48545450 => new GraphException(ClientErrors.Protocol, "The server speaks HTTP; the port of Bolt is another, 7687 by default."),
            _ => new GraphException(ClientErrors.Protocol, $"The server chose Bolt {version}, which was not offered."),
        };
    }

    // Manifest v1: the server lists its versions and capabilities, the client names its choice of both; we use no capability.
    private static async ValueTask<BoltVersion> ChooseAsync(Stream stream, CancellationToken cancellationToken)
    {
        ulong count = await ReadVarIntAsync(stream, cancellationToken).ConfigureAwait(false);
        if (count > Handshake.MostRanges)
        {
            throw new GraphException(ClientErrors.Protocol, $"The server's manifest lists {count} ranges of versions.");
        }

        BoltVersion best = BoltVersion.None;
        byte[] range = new byte[4];
        for (ulong i = 0; i < count; i++)
        {
            await stream.ReadExactlyAsync(range, cancellationToken).ConfigureAwait(false);
            BoltVersion known = Handshake.BestSpoken(Handshake.ReadRange(range));
            best = known > best ? known : best;
        }

        await ReadVarIntAsync(stream, cancellationToken).ConfigureAwait(false);
        await stream.WriteAsync(new byte[] { 0, 0, best.Minor, best.Major, 0 }, cancellationToken).ConfigureAwait(false);
        return best != BoltVersion.None ? best : throw NoCommonVersion();
    }

    private static async ValueTask<ulong> ReadVarIntAsync(Stream stream, CancellationToken cancellationToken)
    {
        byte[] next = new byte[1];
        ulong value = 0;
        for (int shift = 0; shift < 64; shift += 7)
        {
            await stream.ReadExactlyAsync(next, cancellationToken).ConfigureAwait(false);
            value |= (ulong)(next[0] & 0x7F) << shift;
            if (next[0] < 0x80)
            {
                return value;
            }
        }

        throw new GraphException(ClientErrors.Protocol, "A number of the server's manifest has no end.");
    }

    private static GraphException NoCommonVersion() => new(ClientErrors.Protocol, "The server speaks no version of Bolt that this client does.");

    private async ValueTask HelloAsync(BoltUri uri, BoltAuth auth, CancellationToken cancellationToken)
    {
        Auth = auth;
        Reply hello = Send(new HelloRequest(HelloExtra(uri, auth)), new Reply());
        Reply last = Version.HasLogon ? Send(new LogonRequest(auth.ToMap()), new Reply()) : hello;
        await CompleteAsync(hello, cancellationToken).ConfigureAwait(false);
        MapValue metadata = hello.Metadata;
        Agent = metadata.GetOrNull("server") is { Kind: ValueKind.String } agent ? agent.AsString() : "";
        if (metadata.GetOrNull("patch_bolt") is { Kind: ValueKind.List } patches && patches.AsList().Contains("utc"))
        {
            _shape = _shape with { UtcDateTimes = true };
        }

        if (metadata.GetOrNull("hints") is { Kind: ValueKind.Map } hints)
        {
            WantsTelemetry = Version.HasTelemetry && hints.AsMap().GetOrNull("telemetry.enabled") == Value.True;
            ReceiveTimeout = hints.AsMap().GetOrNull("connection.recv_timeout_seconds") is { Kind: ValueKind.Integer } seconds && seconds.AsInteger() > 0
                ? TimeSpan.FromSeconds(seconds.AsInteger())
                : null;
        }

        await CompleteAsync(last, cancellationToken).ConfigureAwait(false);
    }

    private MapValue HelloExtra(BoltUri uri, BoltAuth auth)
    {
        MapValue.Builder extra = new MapValue.Builder(8).Set("user_agent", _options.UserAgent);
        if (Version.HasBoltAgent)
        {
            extra.Set("bolt_agent", MapValue.Of(
                ("product", _options.UserAgent.StartsWith("Chancery/", StringComparison.Ordinal) ? _options.UserAgent : new BoltClientOptions().UserAgent),
                ("platform", $"{RuntimeInformation.OSDescription}; {RuntimeInformation.OSArchitecture}"),
                ("language", $".NET/{Environment.Version}")));
        }

        if (uri.Routed)
        {
            extra.Set("routing", uri.Context);
        }

        if (Version.HasUtcPatch)
        {
            extra.Set("patch_bolt", Value.List("utc"));
        }

        SessionSettings.AddNotifications(extra, _options.Notifications, Version);
        if (!Version.HasLogon)
        {
            foreach ((string key, Value value) in auth.ToMap())
            {
                extra.Set(key, value);
            }
        }

        return extra.Build();
    }
}
