using System.Net;
using System.Net.Http.Json;
using Chancery.Bolt.Client;
using Chancery.Graph;
using Chancery.Http;
using Chancery.Settings;
using Xunit;

namespace Chancery.Tests;

/// <summary>A role means the same by HTTP and by Bolt.</summary>
public sealed class RoleTests
{
    private static readonly string[] s_roles = [Role.Reader, Role.Curator, Role.Admin];

    [Fact]
    public async Task Roles_may_do_the_same_by_every_door()
    {
        ChancerySettings settings = new() { Access = [.. s_roles.Select(role => new AccessSettings { Name = role, Secret = role + "-secret", Role = role })] };
        await using HostedService service = await HostedService.StartAsync(settings);
        (string Statement, string[] Allowed)[] cases =
        [
            ("MATCH (n:Trial) RETURN n", s_roles),
            ("SHOW INDEXES", s_roles),
            ("EXPLAIN CREATE (:Trial)", s_roles),
            ("CREATE (:Trial {id: 1})", [Role.Curator, Role.Admin]),
            ("MATCH (n:Trial) SET n.name = 'x'", [Role.Curator, Role.Admin]),
            ("MATCH (n:Trial) WITH n LIMIT 1 DETACH DELETE n", [Role.Curator, Role.Admin]),
            ("CREATE INDEX trial IF NOT EXISTS FOR (n:Trial) ON (n.name)", [Role.Admin]),
            ("CREATE CONSTRAINT trial_id IF NOT EXISTS FOR (n:Trial) REQUIRE n.id IS UNIQUE", [Role.Admin]),
            ("DROP CONSTRAINT trial_id IF EXISTS", [Role.Admin]),
            ("DROP INDEX trial IF EXISTS", [Role.Admin]),
            ("TERMINATE TRANSACTIONS 'neo4j-transaction-0'", [Role.Admin]),
        ];
        foreach (string role in s_roles)
        {
            using HttpClient http = service.Client(role + "-secret");
            await using BoltGraph bolt = service.Bolt(role, role + "-secret");
            foreach ((string statement, string[] allowed) in cases)
            {
                bool may = allowed.Contains(role);
                Assert.True(may == await MayByBoltAsync(bolt, statement), $"{role} by Bolt, {statement}: expected {may}");
                Assert.True(may == await MayInTransactionAsync(bolt, statement), $"{role} in a transaction by Bolt, {statement}: expected {may}");
                Assert.True(may == await MayByHttpAsync(http, statement), $"{role} by HTTP, {statement}: expected {may}");
            }
        }
    }

    private static async Task<bool> MayByBoltAsync(BoltGraph graph, string statement) => await MayAsync(async () =>
    {
        await using IGraphResult result = await graph.RunAsync(statement, cancellationToken: TestContext.Current.CancellationToken);
        await result.ConsumeAsync(TestContext.Current.CancellationToken);
    });

    private static async Task<bool> MayInTransactionAsync(BoltGraph graph, string statement) => await MayAsync(async () =>
    {
        await using IGraphTransaction transaction = await graph.BeginAsync(cancellationToken: TestContext.Current.CancellationToken);
        await using IGraphResult result = await transaction.RunAsync(statement, cancellationToken: TestContext.Current.CancellationToken);
        await result.ConsumeAsync(TestContext.Current.CancellationToken);
    });

    private static async Task<bool> MayAsync(Func<Task> work)
    {
        try
        {
            await work();
            return true;
        }
        catch (GraphException e) when (e.Code == "Neo.ClientError.Security.Forbidden")
        {
            return false;
        }
    }

    // Who only reads does not ask to write, as the dashboard does not.
    private static async Task<bool> MayByHttpAsync(HttpClient http, string statement)
    {
        bool write = !statement.StartsWith("MATCH (n:Trial) RETURN", StringComparison.Ordinal) && !statement.StartsWith("SHOW", StringComparison.Ordinal)
            && !statement.StartsWith("EXPLAIN", StringComparison.Ordinal);
        using HttpResponseMessage response = await http.PostAsJsonAsync(
            new Uri("api/query", UriKind.Relative), new QueryRequest(statement, null, write), TestContext.Current.CancellationToken);
        Assert.True(response.StatusCode is HttpStatusCode.OK or HttpStatusCode.Forbidden, $"{statement}: {response.StatusCode}");
        return response.StatusCode == HttpStatusCode.OK;
    }
}
