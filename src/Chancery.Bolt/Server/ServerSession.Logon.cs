using Chancery.Bolt.Framing;
using Chancery.Bolt.Messages;
using Chancery.Bolt.PackStream;
using Chancery.Graph;

namespace Chancery.Bolt.Server;

internal sealed partial class ServerSession
{
    private const string UtcPatch = "utc";

    private string? _user;
    private BoltRole _role;
    private string? _routingAddress;
    private NotificationFilter _sessionFilter = NotificationFilter.None;

    private async ValueTask HelloAsync(HelloRequest hello)
    {
        MapValue extra = hello.Extra;
        _server.Log.Hello(_name, _peer, _version.ToString(), Text(extra, "user_agent") ?? "");
        _sessionFilter = NotificationFilter.Read(extra, NotificationFilter.None);
        if (extra.GetOrNull("routing") is { Kind: ValueKind.Map } routing)
        {
            _routingAddress = Text(routing.AsMap(), "address");
        }

        MapValue.Builder metadata = new MapValue.Builder()
            .Set("server", _server.Options.ServerAgent)
            .Set("connection_id", _name)
            .Set("hints", MapValue.Of(("telemetry.enabled", false)));
        if (_version.HasUtcPatch && RequestCodec.Texts(extra.GetOrNull("patch_bolt")).Contains(UtcPatch))
        {
            _shape = _shape with { UtcDateTimes = true };
            metadata.Set("patch_bolt", Value.List(UtcPatch));
        }

        if (_version.HasGqlErrors)
        {
            metadata.Set("protocol_version", _version.ToString());
        }

        _state = SessionState.Authentication;
        if (_version.HasLogon || await AuthenticateAsync(extra).ConfigureAwait(false))
        {
            WriteSuccess(metadata.Build());
        }
    }

    private async ValueTask LogonAsync(MapValue auth)
    {
        if (await AuthenticateAsync(auth).ConfigureAwait(false))
        {
            WriteSuccess(_version.HasHomeDatabase && Address() is { } address
                ? MapValue.Of(("advertised_address", address))
                : MapValue.Empty);
        }
    }

    private ValueTask LogoffAsync()
    {
        _user = null;
        _role = BoltRole.Reader;
        _state = SessionState.Authentication;
        WriteSuccess(MapValue.Empty);
        return ValueTask.CompletedTask;
    }

    private async ValueTask<bool> AuthenticateAsync(MapValue auth)
    {
        try
        {
            (BoltRole? role, string code, string message) = await CheckAsync(auth).ConfigureAwait(false);
            if (role is { } granted)
            {
                _role = granted;
                _loggedOn = true;
                _reader.MaxMessage = _server.Options.MaxMessageBytes;
                _state = SessionState.Ready;
                return true;
            }

            _server.Log.LogonFailed(_name, _peer, Text(auth, "principal") ?? "", code);
            Write(new BoltFailure(code, message) { GqlStatus = "42NFF", Description = "error: syntax error or access rule violation - permission/access denied. " + message });
            _state = SessionState.Defunct;
            return false;
        }
        finally
        {
            _logonAnswered.Release();
        }
    }

    private async ValueTask<(BoltRole? Role, string Code, string Message)> CheckAsync(MapValue auth)
    {
        if (_server.Options.Authenticate is not { } authenticate)
        {
            _user = Text(auth, "principal");
            return (BoltRole.Admin, "", "");
        }

        if (Text(auth, "scheme") != "basic" || Text(auth, "principal") is not { } user || Text(auth, "credentials") is not { } password)
        {
            return (null, ErrorCodes.Unauthorized, "This server asks for the scheme 'basic' with a user and a password.");
        }

        string address = _connection.RemoteEndPoint is System.Net.IPEndPoint ip ? ip.Address.ToString() : "";
        if (_server.Throttle.IsBlocked(address, user))
        {
            return (null, ErrorCodes.RateLimit, "The user and password were wrong too often; wait a moment before the next attempt.");
        }

        if (await authenticate(user, password, Aborted).ConfigureAwait(false) is not { } role)
        {
            _server.Throttle.Failed(address, user);
            return (null, ErrorCodes.Unauthorized, "The client is unauthorized due to authentication failure.");
        }

        _server.Throttle.Succeeded(address, user);
        _user = user;
        return (role, "", "");
    }

    private ValueTask TelemetryAsync(TelemetryRequest telemetry)
    {
        if (telemetry.Api is < 0 or > 3)
        {
            throw new UnusableValueException($"No way to run has the number {telemetry.Api}.");
        }

        WriteSuccess(MapValue.Empty);
        return ValueTask.CompletedTask;
    }

    // One machine plays all roles, under the name by which the client found it.
    private ValueTask RouteAsync(RouteRequest route)
    {
        string? database = Text(route.Extra, "db");
        CheckDatabase(database);
        RefuseImpersonation(route.Extra);
        string address = Text(route.Routing, "address") ?? Address() ?? $"localhost:{BoltEndpoint.DefaultPort}";
        Value Role(string role) => MapValue.Of(("addresses", Value.List(address)), ("role", role));
        WriteSuccess(MapValue.Of(("rt", MapValue.Of(
            ("ttl", 300L),
            ("db", database ?? _server.Options.Database),
            ("servers", Value.List(Role("ROUTE"), Role("READ"), Role("WRITE")))))));
        return ValueTask.CompletedTask;
    }

    private string? Address() => _routingAddress ?? _server.Options.AdvertisedAddress ?? _connection.LocalEndPoint?.ToString();

    private static string? Text(MapValue map, string key) =>
        map.GetOrNull(key) is { Kind: ValueKind.String } value ? value.AsString() : null;
}
