using System.Text.Json;
using Chancery.Graph;
using Chancery.Ingestion.Library;

namespace Chancery.Http;

/// <summary>
/// Runs a statement and streams <c>{columns, rows, truncated}</c>: records go out as they come, up to the row limit. An error that comes
/// before the first record is a status of its own; a later one ends the body as <c>error</c>.
/// </summary>
internal sealed class StatementAnswer(GraphReads reads, string statement, MapValue parameters, AccessMode mode) : IResult
{
    private const int FlushBytes = 32 * 1024;

    public async Task ExecuteAsync(HttpContext httpContext)
    {
        CancellationToken cancellationToken = httpContext.RequestAborted;
        TransactionOptions options = reads.ReadOnly with
        {
            Mode = mode,
            User = httpContext.User.Identity?.Name,
            MayAdminister = httpContext.User.IsInRole(Role.Admin),
        };
        await using IGraphResult result = await reads.Graph.RunAsync(statement, parameters, options, cancellationToken);
        bool more = await result.ReadAsync(cancellationToken);

        httpContext.Response.ContentType = "application/json; charset=utf-8";
        await using Utf8JsonWriter json = new(httpContext.Response.BodyWriter, ValueAnswer.WriterOptions);
        json.WriteStartObject();
        json.WriteStartArray("columns");
        foreach (string column in result.Columns)
        {
            json.WriteStringValue(column);
        }

        json.WriteEndArray();
        json.WriteStartArray("rows");
        int count = 0;
        string? failure = null;
        while (more && count < reads.Limits.MaxRows)
        {
            json.WriteStartArray();
            foreach (Value value in result.Current)
            {
                JsonValues.Write(json, value);
            }

            json.WriteEndArray();
            count++;
            if (json.BytesPending > FlushBytes)
            {
                await json.FlushAsync(cancellationToken);
            }

            try
            {
                more = await result.ReadAsync(cancellationToken);
            }
            catch (GraphException error)
            {
                failure = error.Message;
                more = false;
            }
        }

        json.WriteEndArray();
        json.WriteBoolean("truncated", more);
        if (failure is not null)
        {
            json.WriteString("error", failure);
        }
        else
        {
            WriteCounters(json, (await result.ConsumeAsync(cancellationToken)).Counters);
        }

        json.WriteEndObject();
        await json.FlushAsync(cancellationToken);
    }

    private static void WriteCounters(Utf8JsonWriter json, QueryCounters counters)
    {
        if (counters.ContainsUpdates)
        {
            json.WriteStartObject("counters");
            json.WriteNumber("nodesCreated", counters.NodesCreated);
            json.WriteNumber("nodesDeleted", counters.NodesDeleted);
            json.WriteNumber("relationshipsCreated", counters.RelationshipsCreated);
            json.WriteNumber("relationshipsDeleted", counters.RelationshipsDeleted);
            json.WriteNumber("propertiesSet", counters.PropertiesSet);
            json.WriteNumber("labelsAdded", counters.LabelsAdded);
            json.WriteNumber("labelsRemoved", counters.LabelsRemoved);
            json.WriteEndObject();
        }
    }
}
