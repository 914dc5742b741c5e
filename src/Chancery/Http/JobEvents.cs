using System.Net.ServerSentEvents;
using System.Text.Json;
using Chancery.Ingestion.Jobs;
using Chancery.Service;

namespace Chancery.Http;

/// <summary>
/// Progress of one job to its end, or of all until caller or service go, as server-sent events named <c>job</c>. The answer begins at
/// once, so that a watcher knows that it watches.
/// </summary>
internal sealed class JobEvents(JobRunner runner, string? id) : IResult
{
    public async Task ExecuteAsync(HttpContext httpContext)
    {
        HttpResponse response = httpContext.Response;
        response.ContentType = "text/event-stream";
        response.Headers.CacheControl = "no-cache,no-store";
        CancellationToken stopping = httpContext.RequestServices.GetRequiredService<IHostApplicationLifetime>().ApplicationStopping;
        using CancellationTokenSource end = CancellationTokenSource.CreateLinkedTokenSource(httpContext.RequestAborted, stopping);
        try
        {
            await using IAsyncEnumerator<JobUpdate> updates = runner.WatchAsync(id, end.Token).GetAsyncEnumerator(end.Token);
            // Watching begins before the caller hears of it.
            ValueTask<bool> first = updates.MoveNextAsync();
            await response.Body.FlushAsync(end.Token);
            TimeProvider clock = httpContext.RequestServices.GetRequiredService<TimeProvider>();
            await SseFormatter.WriteAsync(
                Items(updates, first, clock), response.Body, (item, writer) =>
                {
                    using Utf8JsonWriter json = new(writer);
                    JsonSerializer.Serialize(json, item.Data, JsonSerializerOptions.Web);
                },
                end.Token);
        }
        catch (OperationCanceledException) when (stopping.IsCancellationRequested)
        {
            // An open page must not hold up the service's end; it will connect again.
            return;
        }
    }

    private static async IAsyncEnumerable<SseItem<JobAnswer>> Items(IAsyncEnumerator<JobUpdate> updates, ValueTask<bool> first, TimeProvider clock)
    {
        for (bool more = await first; more; more = await updates.MoveNextAsync())
        {
            yield return new SseItem<JobAnswer>(JobAnswer.Of(updates.Current, clock.GetUtcNow()), "job");
        }
    }
}
