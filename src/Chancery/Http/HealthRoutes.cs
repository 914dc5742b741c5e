using Chancery.Graph;
using Microsoft.Extensions.Diagnostics.HealthChecks;

namespace Chancery.Http;

/// <summary>The graph answers.</summary>
internal sealed class GraphHealth(IGraphDatabase graph) : IHealthCheck
{
    public async Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken = default)
    {
        try
        {
            await using IGraphResult result = await graph.RunAsync("RETURN 1", null, TransactionOptions.ReadOnly, cancellationToken);
            await result.ConsumeAsync(cancellationToken);
            return HealthCheckResult.Healthy(graph.Description);
        }
        catch (GraphException error)
        {
            return HealthCheckResult.Unhealthy(error.Message, error);
        }
    }
}

/// <summary><c>/health/live</c>: the process answers; <c>/health/ready</c>: the graph does too. Open to everybody who can connect.</summary>
internal static class HealthRoutes
{
    public static void MapHealth(this IEndpointRouteBuilder routes)
    {
        routes.MapHealthChecks("/health/live", new() { Predicate = _ => false }).AllowAnonymous();
        routes.MapHealthChecks("/health/ready").AllowAnonymous();
    }
}
