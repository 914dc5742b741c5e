using System.Net.ServerSentEvents;
using System.Text.Json;

namespace Chancery.Http;

/// <summary>Progress of jobs as server-sent events named <c>job</c>. The answer begins at once, so that a watcher knows that it watches.</summary>
internal sealed class JobEvents(IAsyncEnumerable<JobAnswer> updates) : IResult
{
    public async Task ExecuteAsync(HttpContext httpContext)
    {
        HttpResponse response = httpContext.Response;
        response.ContentType = "text/event-stream";
        response.Headers.CacheControl = "no-cache,no-store";
        await using IAsyncEnumerator<JobAnswer> answers = updates.GetAsyncEnumerator(httpContext.RequestAborted);
        // Watching begins before the caller hears of it.
        ValueTask<bool> first = answers.MoveNextAsync();
        await response.Body.FlushAsync(httpContext.RequestAborted);
        await SseFormatter.WriteAsync(
            Items(answers, first), response.Body, (item, writer) =>
            {
                using Utf8JsonWriter json = new(writer);
                JsonSerializer.Serialize(json, item.Data, JsonSerializerOptions.Web);
            },
            httpContext.RequestAborted);
    }

    private static async IAsyncEnumerable<SseItem<JobAnswer>> Items(IAsyncEnumerator<JobAnswer> answers, ValueTask<bool> first)
    {
        for (bool more = await first; more; more = await answers.MoveNextAsync())
        {
            yield return new SseItem<JobAnswer>(answers.Current, "job");
        }
    }
}
