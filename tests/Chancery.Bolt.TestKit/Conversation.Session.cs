using System.Text.Json;
using System.Text.Json.Nodes;
using Chancery.Bolt.Client;
using Chancery.Graph;

namespace Chancery.Bolt.TestKit;

internal sealed partial class Conversation
{
    private Task NewSessionAsync(JsonElement data)
    {
        SessionSettings settings = new()
        {
            Mode = data.Text("accessMode") == "r" ? AccessMode.Read : AccessMode.Write,
            Bookmarks = data.Texts("bookmarks") ?? [],
            Database = data.Text("database"),
            FetchSize = data.Number("fetchSize"),
            Impersonate = data.Text("impersonatedUser"),
            Store = data.Find("bookmarkManagerId") is { } manager ? (BookmarkStore)_objects[manager.ToString()] : null,
            Auth = data.Find("authorizationToken") is { } token ? ReadAuth(token) : null,
            Notifications = ReadNotifications(data),
        };
        return SendAsync("Session", new JsonObject { ["id"] = Keep(Get<TestDriver>(data, "driverId").Graph.OpenSession(settings)) });
    }

    private async Task CloseSessionAsync(JsonElement data)
    {
        await Get<BoltSession>(data, "sessionId").DisposeAsync();
        await SendAsync("Session", new JsonObject { ["id"] = data.GetProperty("sessionId").ToString() });
    }

    private async Task RunAsync(JsonElement data)
    {
        string cypher = data.GetProperty("cypher").GetString()!;
        MapValue parameters = data.Values("params");
        BoltResult result = await Get<BoltSession>(data, "sessionId").RunAsync(cypher, parameters, ReadTransaction(data), default);
        await SendResultAsync(new TestResult(result, cypher, parameters));
    }

    private async Task BeginAsync(JsonElement data)
    {
        BoltTransaction transaction = await Get<BoltSession>(data, "sessionId").BeginAsync(ReadTransaction(data), default);
        await SendAsync("Transaction", new JsonObject { ["id"] = Keep(transaction) });
    }

    // The work is the suite's: it is told that a transaction is open, and says at last whether to commit it.
    private async Task ExecuteAsync(JsonElement data, AccessMode mode)
    {
        BoltSession session = Get<BoltSession>(data, "sessionId");
        await session.ExecuteAsync(
            ReadTransaction(data) with { Mode = mode },
            async (transaction, _) =>
            {
                string id = Keep(transaction);
                await SendAsync("RetryableTry", new JsonObject { ["id"] = id });
                while (true)
                {
                    Request request = await ReceiveAsync() ?? throw new EndOfStreamException("The suite hung up inside a transaction.");
                    if (request.Name == "RetryablePositive")
                    {
                        return 0;
                    }

                    if (request.Name == "RetryableNegative")
                    {
                        throw request.Data.Text("errorId") is { Length: > 0 } error
                            ? (Exception)_objects[error]
                            : new FrontendException("The suite's own code failed.");
                    }

                    await AnswerAsync(request);
                }
            },
            default);
        await SendAsync("RetryableDone", []);
    }

    private Task LastBookmarksAsync(JsonElement data) => SendAsync("Bookmarks", new JsonObject
    {
        ["bookmarks"] = new JsonArray([.. Get<BoltSession>(data, "sessionId").LastBookmarks.Select(bookmark => JsonValue.Create(bookmark))]),
    });

    private async Task RunInTransactionAsync(JsonElement data)
    {
        string cypher = data.GetProperty("cypher").GetString()!;
        MapValue parameters = data.Values("params");
        BoltResult result = await Get<BoltTransaction>(data, "txId").StartAsync(cypher, parameters, default);
        await SendResultAsync(new TestResult(result, cypher, parameters));
    }

    private async Task EndTransactionAsync(JsonElement data, Func<BoltTransaction, Task> end)
    {
        await end(Get<BoltTransaction>(data, "txId"));
        await SendAsync("Transaction", new JsonObject { ["id"] = data.GetProperty("txId").ToString() });
    }

    private static TransactionSettings ReadTransaction(JsonElement data)
    {
        TimeSpan? timeout = data.Milliseconds("timeout");
        return timeout < TimeSpan.Zero
            ? throw new ArgumentException($"A timeout of {timeout} is less than none.")
            : new TransactionSettings(timeout, data.Find("txMeta") is { } metadata ? CypherJson.ReadMap(metadata) : null);
    }
}
