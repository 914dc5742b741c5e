using System.Text.Encodings.Web;
using System.Text.Json;
using Chancery.Graph;
using Chancery.Ingestion.Library;

namespace Chancery.Http;

/// <summary>A value of the graph as the JSON body of a response.</summary>
internal sealed class ValueAnswer(Value value) : IResult
{
    // The page shows what cables say: no \u0027 for an apostrophe. The content type keeps browsers from reading it as HTML.
    internal static readonly JsonWriterOptions WriterOptions = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public async Task ExecuteAsync(HttpContext httpContext)
    {
        httpContext.Response.ContentType = "application/json; charset=utf-8";
        await using Utf8JsonWriter json = new(httpContext.Response.BodyWriter, WriterOptions);
        JsonValues.Write(json, value);
        await json.FlushAsync(httpContext.RequestAborted);
    }
}
