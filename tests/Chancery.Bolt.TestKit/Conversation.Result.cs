using System.Text.Json;
using System.Text.Json.Nodes;
using Chancery.Bolt.Client;
using Chancery.Graph;

namespace Chancery.Bolt.TestKit;

/// <summary>A result, and the statement that it is of.</summary>
internal sealed record TestResult(BoltResult Result, string Cypher, MapValue Parameters);

internal sealed partial class Conversation
{
    private Task SendResultAsync(TestResult result) => SendAsync("Result", new JsonObject
    {
        ["id"] = Keep(result),
        ["keys"] = new JsonArray([.. result.Result.Columns.Select(column => JsonValue.Create(column))]),
    });

    private async Task NextAsync(JsonElement data)
    {
        BoltResult result = Get<TestResult>(data, "resultId").Result;
        if (await result.ReadAsync())
        {
            await SendAsync("Record", RecordOf(result));
        }
        else
        {
            await SendAsync("NullRecord", []);
        }
    }

    private async Task PeekAsync(JsonElement data)
    {
        BoltResult result = Get<TestResult>(data, "resultId").Result;
        if (await result.PeekAsync(default))
        {
            await SendAsync("Record", RecordOf(result.Next));
        }
        else
        {
            await SendAsync("NullRecord", []);
        }
    }

    private async Task SingleAsync(JsonElement data)
    {
        BoltResult result = Get<TestResult>(data, "resultId").Result;
        if (!await result.ReadAsync())
        {
            throw new InvalidOperationException("The result is empty.");
        }

        JsonObject record = RecordOf(result);
        if (await result.ReadAsync())
        {
            await result.ConsumeAsync();
            throw new InvalidOperationException("The result has more than one record.");
        }

        await SendAsync("Record", record);
    }

    private async Task ListAsync(JsonElement data)
    {
        BoltResult result = Get<TestResult>(data, "resultId").Result;
        JsonArray records = [];
        while (await result.ReadAsync())
        {
            records.Add(RecordOf(result));
        }

        await SendAsync("RecordList", new JsonObject { ["records"] = records });
    }

    private async Task ConsumeAsync(JsonElement data)
    {
        TestResult result = Get<TestResult>(data, "resultId");
        await result.Result.ConsumeAsync();
        await SendAsync("Summary", SummaryJson.Write(result));
    }

    private static JsonObject RecordOf(BoltResult result) => RecordOf(result.Current);

    private static JsonObject RecordOf(IReadOnlyList<Value> record) => new() { ["values"] = new JsonArray([.. record.Select(CypherJson.Write)]) };
}
