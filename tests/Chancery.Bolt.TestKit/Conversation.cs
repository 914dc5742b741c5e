using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using Chancery.Bolt.Client;
using Chancery.Graph;

namespace Chancery.Bolt.TestKit;

/// <summary>
/// One test's conversation: requests come as JSON between <c>#request begin</c> and <c>#request end</c>, each is answered by one
/// response; while one is at work the client may ask back (for addresses, credentials), and the answer to that is the next request.
/// </summary>
internal sealed partial class Conversation(Stream stream, IReadOnlyList<string> alsoClaimed) : IDisposable
{
    // The responses of a conversation escape nothing that the suite could not read.
    private static readonly JsonSerializerOptions Plain = new() { Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    private readonly StreamReader _reader = new(stream, new UTF8Encoding(false));
    private readonly StreamWriter _writer = new(stream, new UTF8Encoding(false)) { NewLine = "\n" };
    private readonly Dictionary<string, object> _objects = [];
    private readonly MockTime _time = new();
    private int _lastId;

    public async Task RunAsync()
    {
        try
        {
            while (await ReceiveAsync() is { } request)
            {
                await AnswerAsync(request);
            }
        }
        finally
        {
            foreach (TestDriver driver in _objects.Values.OfType<TestDriver>())
            {
                await driver.Graph.DisposeAsync();
            }
        }
    }

    public void Dispose()
    {
        _reader.Dispose();
        _writer.Dispose();
    }

    private async Task AnswerAsync(Request request)
    {
        try
        {
            await DispatchAsync(request);
        }
        catch (FrontendException e)
        {
            await SendAsync("FrontendError", new JsonObject { ["msg"] = e.Message });
        }
        catch (Exception e) when (e is GraphException or FormatException or InvalidOperationException or ArgumentException or ObjectDisposedException)
        {
            await SendErrorAsync(e);
        }
        catch (Exception e) when (e is not IOException)
        {
            await SendAsync("BackendError", new JsonObject { ["msg"] = e.ToString() });
        }
    }

    private Task DispatchAsync(Request request) => request.Name switch
    {
        "StartTest" or "StartSubTest" => SendAsync("RunTest", []),
        "GetFeatures" => SendAsync("FeatureList", new JsonObject { ["features"] = new JsonArray([.. Features.Claimed.Concat(alsoClaimed).Select(feature => JsonValue.Create(feature))]) }),
        "NewDriver" => NewDriverAsync(request.Data),
        "DriverClose" => CloseDriverAsync(request.Data),
        "VerifyConnectivity" => VerifyConnectivityAsync(request.Data),
        "GetServerInfo" => GetServerInfoAsync(request.Data),
        "CheckMultiDBSupport" => CheckMultiDatabaseAsync(request.Data),
        "CheckSessionAuthSupport" => CheckSessionAuthAsync(request.Data),
        "VerifyAuthentication" => VerifyAuthenticationAsync(request.Data),
        "CheckDriverIsEncrypted" => CheckEncryptedAsync(request.Data),
        "ForcedRoutingTableUpdate" => UpdateRoutingTableAsync(request.Data),
        "GetRoutingTable" => GetRoutingTableAsync(request.Data),
        "GetConnectionPoolMetrics" => GetPoolMetricsAsync(request.Data),
        "ExecuteQuery" => ExecuteQueryAsync(request.Data),
        "NewAuthTokenManager" => NewAuthManagerAsync("AuthTokenManager"),
        "NewBasicAuthTokenManager" => NewAuthManagerAsync("BasicAuthTokenManager"),
        "NewBearerAuthTokenManager" => NewAuthManagerAsync("BearerAuthTokenManager"),
        "AuthTokenManagerClose" => ForgetAsync(request.Data, "AuthTokenManager"),
        "NewBookmarkManager" => NewBookmarkManagerAsync(request.Data),
        "BookmarkManagerClose" => ForgetAsync(request.Data, "BookmarkManager"),
        "NewClientCertificateProvider" => NewCertificateProviderAsync(),
        "ClientCertificateProviderClose" => ForgetAsync(request.Data, "ClientCertificateProvider"),
        "NewSession" => NewSessionAsync(request.Data),
        "SessionClose" => CloseSessionAsync(request.Data),
        "SessionRun" => RunAsync(request.Data),
        "SessionBeginTransaction" => BeginAsync(request.Data),
        "SessionReadTransaction" => ExecuteAsync(request.Data, AccessMode.Read),
        "SessionWriteTransaction" => ExecuteAsync(request.Data, AccessMode.Write),
        "SessionLastBookmarks" => LastBookmarksAsync(request.Data),
        "TransactionRun" => RunInTransactionAsync(request.Data),
        "TransactionCommit" => EndTransactionAsync(request.Data, static transaction => transaction.CommitAsync().AsTask()),
        "TransactionRollback" => EndTransactionAsync(request.Data, static transaction => transaction.RollbackAsync().AsTask()),
        "TransactionClose" => EndTransactionAsync(request.Data, static transaction => transaction.CloseAsync(default).AsTask()),
        "ResultNext" => NextAsync(request.Data),
        "ResultPeek" => PeekAsync(request.Data),
        "ResultSingle" => SingleAsync(request.Data),
        "ResultList" => ListAsync(request.Data),
        "ResultConsume" => ConsumeAsync(request.Data),
        "FakeTimeInstall" => TimeAsync(_time.Stop),
        "FakeTimeTick" => TimeAsync(() => _time.Tick(TimeSpan.FromMilliseconds(request.Data.GetProperty("incrementMs").GetInt32()))),
        "FakeTimeUninstall" => TimeAsync(_time.GoOn),
        _ => SendAsync("BackendError", new JsonObject { ["msg"] = $"No answer to {request.Name}." }),
    };

    private Task TimeAsync(Action change)
    {
        change();
        return SendAsync("FakeTimeAck", []);
    }

    private string Keep(object kept)
    {
        string id = (++_lastId).ToString();
        _objects.Add(id, kept);
        return id;
    }

    private T Get<T>(JsonElement data, string key)
        where T : class => _objects[data.GetProperty(key).ToString()] as T ?? throw new InvalidDataException($"{key} is no {typeof(T).Name}.");

    private Task ForgetAsync(JsonElement data, string name)
    {
        string id = data.GetProperty("id").ToString();
        _objects.Remove(id);
        return SendAsync(name, new JsonObject { ["id"] = id });
    }

    /// <summary>Asks the suite something, and gives the data of its answer.</summary>
    private async Task<JsonElement> AskAsync(string name, JsonObject data)
    {
        data["id"] = (++_lastId).ToString();
        await SendAsync(name, data);
        Request answer = await ReceiveAsync() ?? throw new EndOfStreamException("The suite hung up on a question.");
        return answer.Name.EndsWith("Completed", StringComparison.Ordinal)
            ? answer.Data
            : throw new InvalidDataException($"{answer.Name} came where {name} was to be completed.");
    }

    private async Task SendAsync(string name, JsonObject data)
    {
        JsonObject response = new() { ["name"] = name, ["data"] = data };
        await _writer.WriteAsync($"#response begin\n{response.ToJsonString(Plain)}\n#response end\n");
        await _writer.FlushAsync();
    }

    private async Task<Request?> ReceiveAsync()
    {
        StringBuilder? text = null;
        while (await _reader.ReadLineAsync() is { } line)
        {
            if (line == "#request begin")
            {
                text = new StringBuilder();
            }
            else if (line == "#request end")
            {
                using JsonDocument json = JsonDocument.Parse(text!.ToString());
                JsonElement root = json.RootElement.Clone();
                return new Request(root.GetProperty("name").GetString()!, root.TryGetProperty("data", out JsonElement data) ? data : default);
            }
            else
            {
                text?.Append(line);
            }
        }

        return null;
    }

    private sealed record Request(string Name, JsonElement Data);

    /// <summary>The suite's own code failed inside of a managed transaction.</summary>
    private sealed class FrontendException(string message) : Exception(message);
}
