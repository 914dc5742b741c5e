using Chancery.Graph;

namespace Chancery.Bolt.Client;

/// <summary>Credentials as the server wants them: a scheme and what belongs to it.</summary>
public sealed record BoltAuth(string Scheme)
{
    public static BoltAuth None { get; } = new("none");

    public string? Principal { get; init; }

    public string? Credentials { get; init; }

    public string? Realm { get; init; }

    /// <summary>For schemes of a server's own.</summary>
    public MapValue? Parameters { get; init; }

    public static BoltAuth Basic(string user, string password, string? realm = null) =>
        new("basic") { Principal = user, Credentials = password, Realm = realm };

    /// <summary>A token of single sign-on.</summary>
    public static BoltAuth Bearer(string token) => new("bearer") { Credentials = token };

    public static BoltAuth Kerberos(string ticket) => new("kerberos") { Principal = "", Credentials = ticket };

    /// <summary>Leaves the secret out, so that a log may hold it.</summary>
    public override string ToString() => $"{Scheme} {Principal}".TrimEnd();

    internal MapValue ToMap()
    {
        MapValue.Builder map = new MapValue.Builder().Set("scheme", Scheme);
        AddTo(map, "principal", Principal);
        // Schemes of a server's own need no secret; an empty password is one.
        AddTo(map, "credentials", Credentials is "" && Scheme is not ("basic" or "bearer" or "kerberos") ? null : Credentials);
        AddTo(map, "realm", Realm is "" ? null : Realm);
        if (Parameters is { Count: > 0 })
        {
            map.Set("parameters", Parameters);
        }

        return map.Build();
    }

    private static void AddTo(MapValue.Builder map, string key, string? value)
    {
        if (value is not null)
        {
            map.Set(key, value);
        }
    }
}

/// <summary>Where credentials come from, when they change while the client lives. Safe for use from many threads.</summary>
public abstract class AuthSource
{
    /// <summary>The credentials to use now; asked before every use of a connection, so that it should answer from memory.</summary>
    public abstract ValueTask<BoltAuth> GetAsync(CancellationToken cancellationToken);

    /// <summary>The server refused these credentials with this code. True where others will be had, so that a retry may succeed.</summary>
    public abstract ValueTask<bool> RefusedAsync(BoltAuth auth, string code, CancellationToken cancellationToken);

    /// <summary>The same credentials for ever.</summary>
    public static AuthSource Fixed(BoltAuth auth) => new FixedAuth(auth);

    /// <summary>Passwords that are rotated: new ones are fetched once the server refuses the old ones.</summary>
    public static AuthSource Rotating(Func<CancellationToken, ValueTask<BoltAuth>> fetch) =>
        new RenewedAuth(
            async cancellationToken => (await fetch(cancellationToken).ConfigureAwait(false), null),
            ["Neo.ClientError.Security.Unauthorized"],
            TimeProvider.System);

    /// <summary>Tokens that expire: new ones are fetched at the given time, or when the server says that they expired.</summary>
    public static AuthSource Expiring(
        Func<CancellationToken, ValueTask<(BoltAuth Auth, DateTimeOffset? Expires)>> fetch, TimeProvider? time = null) =>
        new RenewedAuth(
            fetch,
            ["Neo.ClientError.Security.TokenExpired", "Neo.ClientError.Security.Unauthorized"],
            time ?? TimeProvider.System);

    private sealed class FixedAuth(BoltAuth auth) : AuthSource
    {
        public override ValueTask<BoltAuth> GetAsync(CancellationToken cancellationToken) => new(auth);

        public override ValueTask<bool> RefusedAsync(BoltAuth auth, string code, CancellationToken cancellationToken) => new(false);
    }

    // A semaphore that is only awaited holds nothing to dispose of.
#pragma warning disable CA1001
    private sealed class RenewedAuth(
        Func<CancellationToken, ValueTask<(BoltAuth Auth, DateTimeOffset? Expires)>> fetch, string[] renewOn, TimeProvider time) : AuthSource
#pragma warning restore CA1001
    {
        private readonly SemaphoreSlim _fetching = new(1);
        private BoltAuth? _auth;
        private DateTimeOffset? _expires;

        public override async ValueTask<BoltAuth> GetAsync(CancellationToken cancellationToken)
        {
            await _fetching.WaitAsync(cancellationToken).ConfigureAwait(false);
            try
            {
                if (_auth is null || time.GetUtcNow() >= _expires)
                {
                    (_auth, _expires) = await fetch(cancellationToken).ConfigureAwait(false);
                }

                return _auth;
            }
            finally
            {
                _fetching.Release();
            }
        }

        public override async ValueTask<bool> RefusedAsync(BoltAuth auth, string code, CancellationToken cancellationToken)
        {
            if (!renewOn.Contains(code))
            {
                return false;
            }

            await _fetching.WaitAsync(cancellationToken).ConfigureAwait(false);
            try
            {
                // Another connection may have renewed them already.
                if (auth.Equals(_auth))
                {
                    _auth = null;
                }

                return true;
            }
            finally
            {
                _fetching.Release();
            }
        }
    }
}
