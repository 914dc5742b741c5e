using Chancery.Cypher.Binding;
using Chancery.Cypher.Syntax;
using Chancery.Graph;
using Xunit;

namespace Chancery.Cypher.Tests.Binding;

public sealed class BinderTests
{
    [Fact]
    public void A_variable_that_is_passed_on_keeps_its_slot()
    {
        BoundQuery query = Bind("MATCH (n) WITH n, n.x AS x RETURN x, n");
        BoundMatch match = Clause<BoundMatch>(query);
        BoundVariable n = ((BoundNodePattern)match.Patterns[0].Elements[0]).Variable;
        Assert.Same(n, query.Outputs[1]);
        Assert.Same(Clause<BoundWith>(query).Projection.Items[1].Output, query.Outputs[0]);
    }

    [Fact]
    public void Grouping_lifts_each_aggregate_once_and_keeps_keys()
    {
        BoundProjection projection = Clause<BoundReturn>(Bind("MATCH (n) RETURN n.a AS a, count(*) + count(*) AS c, max(n.b) ORDER BY count(*)")).Projection;
        BoundAggregation aggregation = projection.Aggregation!;
        Assert.Equal(["a"], aggregation.Keys.Select(k => k.Output.Name));
        Assert.Equal(["count", "max"], aggregation.Aggregates.Select(a => a.Call.Function.Name));
        Assert.Same(aggregation.Aggregates[0].Output, Assert.IsType<BoundReference>(projection.OrderBy[0].Expression).Variable);
    }

    [Fact]
    public void Parts_of_a_union_write_to_the_same_slots()
    {
        BoundQuery query = Bind("MATCH (x) RETURN x, 1 AS y UNION UNWIND [2] AS x RETURN 3 AS y, x");
        foreach (BoundSingleQuery part in query.Parts)
        {
            BoundReturn result = part.Clauses.OfType<BoundReturn>().Single();
            Assert.Equal(query.Outputs.ToHashSet(), result.Projection.Items.Select(i => i.Output).ToHashSet());
        }
    }

    [Fact]
    public void Paths_alternate_between_nodes_and_connections()
    {
        BoundMatch match = Clause<BoundMatch>(Bind("MATCH ((a)-[:R]->(b)){2} ((c)-->(d))+ (e)-[r*]-(f) RETURN *"));
        Assert.Equal(
            [
                nameof(BoundNodePattern), nameof(BoundQuantifiedPath), nameof(BoundNodePattern), nameof(BoundQuantifiedPath),
                nameof(BoundNodePattern), nameof(BoundRelationshipPattern), nameof(BoundNodePattern),
            ],
            match.Patterns[0].Elements.Select(e => e.GetType().Name));
        BoundRelationshipPattern repeated = (BoundRelationshipPattern)match.Patterns[0].Elements[5];
        Assert.Equal(new BoundLength(1, null), repeated.Length);
        Assert.NotSame(repeated.Variable, repeated.Step);
    }

    [Fact]
    public void A_subquery_reads_its_imports_in_place()
    {
        BoundQuery query = Bind("UNWIND [1] AS x UNWIND [2] AS y CALL { WITH y RETURN y + 1 AS z } RETURN x, z");
        BoundCallSubquery call = Clause<BoundCallSubquery>(query);
        Assert.Equal(["y"], call.Imports.Select(v => v.Name));
        Assert.Same(query.Parts[0].Clauses.OfType<BoundUnwind>().Last().Variable, call.Imports[0]);
    }

    [Theory]
    [InlineData("RETURN 1 AS x", QueryType.Read)]
    [InlineData("CREATE ()", QueryType.Write)]
    [InlineData("MATCH (n) SET n.x = 1 RETURN n", QueryType.ReadWrite)]
    [InlineData("MATCH (n) CALL (n) { CREATE (:X) } RETURN n", QueryType.ReadWrite)]
    [InlineData("MATCH (n) FOREACH (x IN [1] | DELETE n)", QueryType.Write)]
    [InlineData("CREATE INDEX FOR (n:A) ON (n.x)", QueryType.Schema)]
    [InlineData("SHOW INDEXES", QueryType.Read)]
    public void What_a_statement_does_is_known_before_it_runs(string text, QueryType expected) =>
        Assert.Equal(expected, Binder.Bind(text, new BindingOptions(ProcedureCatalogue.Empty)).QueryType);

    [Theory]
    [InlineData("RETURN [1, 2.0] AS x", "LIST<INTEGER or FLOAT>")]
    [InlineData("MATCH (n) RETURN collect(n) AS x", "LIST<NODE>")]
    [InlineData("MATCH p = (n)-->() RETURN nodes(p)[0] AS x", "NODE")]
    [InlineData("RETURN CASE WHEN true THEN 'a' END AS x", "STRING")]
    [InlineData("RETURN coalesce(null, 1) AS x", "INTEGER")]
    [InlineData("RETURN [y IN [1] | toString(y)] AS x", "LIST<STRING>")]
    [InlineData("RETURN $p AS x", "ANY")]
    [InlineData("RETURN null AS x", "NULL")]
    public void Types_are_known_where_they_can_be(string text, string expected) =>
        Assert.Equal(expected, Clause<BoundReturn>(Bind(text)).Projection.Items[0].Output.Type.ToString());

    [Fact]
    public async Task Names_that_nothing_has_are_reported_with_their_place()
    {
        await using EmbeddedGraph graph = EmbeddedGraph.InMemory();
        await NotificationsOf(graph, "CREATE (:Person {name: 'x'})-[:KNOWS]->(:Person)");
        Assert.Empty(await NotificationsOf(graph, "MATCH (p:Person)-[:KNOWS]->(q) WHERE p.name = 'x' RETURN q"));
        IReadOnlyList<Notification> found = await NotificationsOf(graph, "MATCH (p:Persn)-[:KNOW]->(q)\nRETURN p.nmae");
        Assert.Equal(
            [
                "Neo.ClientNotification.Statement.UnknownLabelWarning", "Neo.ClientNotification.Statement.UnknownRelationshipTypeWarning",
                "Neo.ClientNotification.Statement.UnknownPropertyKeyWarning",
            ],
            found.Select(n => n.Code));
        Assert.EndsWith("Did you mean 'Person'?", found[0].Description, StringComparison.Ordinal);
        Assert.Equal(new TextPosition(9, 1, 10), found[0].Position);
        Assert.Equal(new TextPosition(38, 2, 10), found[2].Position);
    }

    private static async Task<IReadOnlyList<Notification>> NotificationsOf(EmbeddedGraph graph, string text)
    {
        await using IGraphResult result = await graph.RunAsync(text);
        return (await result.ConsumeAsync()).Notifications;
    }

    private static BoundQuery Bind(string text) =>
        Assert.IsType<BoundQueryStatement>(Binder.Bind(text, new BindingOptions(ProcedureCatalogue.Empty))).Query;

    private static T Clause<T>(BoundQuery query)
        where T : BoundClause => query.Parts[0].Clauses.OfType<T>().First();
}
