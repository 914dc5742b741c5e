using System.Security.Cryptography.X509Certificates;
using System.Text.Json;
using System.Text.Json.Nodes;
using Chancery.Bolt.Client;
using Chancery.Graph;

namespace Chancery.Bolt.TestKit;

internal sealed partial class Conversation
{
    private static BoltAuth ReadAuth(JsonElement named)
    {
        JsonElement data = named.Find("data") ?? named;
        string scheme = data.Text("scheme") ?? "none";
        return new BoltAuth(scheme)
        {
            Principal = data.Text("principal") ?? (scheme == "kerberos" ? "" : null),
            Credentials = data.Text("credentials"),
            Realm = data.Text("realm"),
            Parameters = data.Find("parameters") is { } parameters ? ReadParameters(parameters) : null,
        };
    }

    // Parameters of custom schemes come as plain JSON or as named values.
    private static MapValue ReadParameters(JsonElement json) => MapValue.Of([.. json.EnumerateObject().Select(property => (property.Name, ReadPlain(property.Value)))]);

    private static Value ReadPlain(JsonElement json) => json.ValueKind switch
    {
        JsonValueKind.Object when json.TryGetProperty("name", out _) && json.TryGetProperty("data", out _) => CypherJson.Read(json),
        JsonValueKind.Object => ReadParameters(json),
        JsonValueKind.Array => Value.List([.. json.EnumerateArray().Select(ReadPlain)]),
        JsonValueKind.String => json.GetString(),
        JsonValueKind.Number => json.TryGetInt64(out long integer) ? Value.Integer(integer) : Value.Float(json.GetDouble()),
        JsonValueKind.True => true,
        JsonValueKind.False => false,
        _ => Value.Null,
    };

    private static JsonObject WriteAuth(BoltAuth auth)
    {
        JsonObject data = new() { ["scheme"] = auth.Scheme, ["principal"] = auth.Principal, ["credentials"] = auth.Credentials };
        if (auth.Realm is { } realm)
        {
            data["realm"] = realm;
        }

        return new JsonObject { ["name"] = "AuthorizationToken", ["data"] = data };
    }

    private Task NewAuthManagerAsync(string kind)
    {
        string id = (_lastId + 1).ToString();
        AuthSource source = kind switch
        {
            "BasicAuthTokenManager" => AuthSource.Rotating(async _ =>
                ReadAuth((await AskAsync("BasicAuthTokenProviderRequest", new JsonObject { ["basicAuthTokenManagerId"] = id })).GetProperty("auth"))),
            "BearerAuthTokenManager" => AuthSource.Expiring(
                async _ =>
                {
                    JsonElement answer = await AskAsync("BearerAuthTokenProviderRequest", new JsonObject { ["bearerAuthTokenManagerId"] = id });
                    JsonElement auth = answer.GetProperty("auth").GetProperty("data");
                    DateTimeOffset? expires = auth.Milliseconds("expiresInMs") is { } time ? _time.GetUtcNow() + time : null;
                    return (ReadAuth(auth.GetProperty("auth")), expires);
                },
                _time),
            _ => new AskingAuth(this, id),
        };
        return SendAsync(kind, new JsonObject { ["id"] = Keep(source) });
    }

    private Task NewBookmarkManagerAsync(JsonElement data)
    {
        string id = (_lastId + 1).ToString();
        BookmarkStore store = new(
            data.Texts("initialBookmarks"),
            data.Flag("bookmarksSupplierRegistered")
                ? async _ => (await AskAsync("BookmarksSupplierRequest", new JsonObject { ["bookmarkManagerId"] = id })).Texts("bookmarks") ?? []
                : null,
            data.Flag("bookmarksConsumerRegistered")
                ? async (bookmarks, _) => await AskAsync("BookmarksConsumerRequest", new JsonObject
                {
                    ["bookmarkManagerId"] = id,
                    ["bookmarks"] = new JsonArray([.. bookmarks.Select(bookmark => JsonValue.Create(bookmark))]),
                })
                : null);
        return SendAsync("BookmarkManager", new JsonObject { ["id"] = Keep(store) });
    }

    private Task NewCertificateProviderAsync()
    {
        string id = (_lastId + 1).ToString();
        X509Certificate2? last = null;
        Func<CancellationToken, ValueTask<X509Certificate2?>> provider = async _ =>
        {
            JsonElement answer = await AskAsync("ClientCertificateProviderRequest", new JsonObject { ["clientCertificateProviderId"] = id });
            if (last is null || answer.Flag("hasUpdate"))
            {
                last = ReadCertificate(answer.GetProperty("clientCertificate").GetProperty("data"));
            }

            return last;
        };
        return SendAsync("ClientCertificateProvider", new JsonObject { ["id"] = Keep(provider) });
    }

    private Func<CancellationToken, ValueTask<X509Certificate2?>>? ReadCertificateSource(JsonElement data)
    {
        if (data.Find("clientCertificateProviderId") is { } provider)
        {
            return (Func<CancellationToken, ValueTask<X509Certificate2?>>)_objects[provider.ToString()];
        }

        if (data.Find("clientCertificate") is not { } given)
        {
            return null;
        }

        X509Certificate2 certificate = ReadCertificate(given.GetProperty("data"));
        return _ => new ValueTask<X509Certificate2?>(certificate);
    }

    private static X509Certificate2 ReadCertificate(JsonElement data)
    {
        string key = File.ReadAllText(data.Text("keyfile")!);
        return X509Certificate2.CreateFromPem(
            File.ReadAllText(data.Text("certfile")!), data.Text("password") is { } password ? OpenSslKey.Decrypt(key, password) : key);
    }

    /// <summary>Credentials of which every question goes to the suite.</summary>
    private sealed class AskingAuth(Conversation conversation, string id) : AuthSource
    {
        public override async ValueTask<BoltAuth> GetAsync(CancellationToken cancellationToken) =>
            ReadAuth((await conversation.AskAsync("AuthTokenManagerGetAuthRequest", new JsonObject { ["authTokenManagerId"] = id })).GetProperty("auth"));

        public override async ValueTask<bool> RefusedAsync(BoltAuth auth, string code, CancellationToken cancellationToken) =>
            (await conversation.AskAsync("AuthTokenManagerHandleSecurityExceptionRequest", new JsonObject
            {
                ["authTokenManagerId"] = id,
                ["auth"] = WriteAuth(auth),
                ["errorCode"] = code,
            })).Flag("handled");
    }
}
