using Chancery.Cypher;
using Chancery.Graph;
using Chancery.Resolution;
using Xunit;

namespace Chancery.Ingestion.Tests;

/// <summary>What entities and edges are made of.</summary>
public sealed class SettlingTests
{
    [Fact]
    public async Task A_surname_and_an_acronym_go_to_whom_another_cable_gives_them()
    {
        await using EmbeddedGraph graph = await LoadingTests.EmptyAsync();
        await LoadAsync(graph,
            WrittenCables.Cable("BUCHAREST", 1, "a/1", "[Person:Tomsa] HOLDS [Position:Director]", "[Position:Director] POSITION_IN [Organization:BSFB]"));
        Assert.Equal(["BSFB"], await NamesAsync(graph, "Organization"));
        await LoadAsync(graph,
            WrittenCables.Cable("SOFIA", 1, "a/2", "[Organization:Black Sea Fisheries Board=BSFB] LOCATED_IN [Place:Varna]"));
        Assert.Equal(["Black Sea Fisheries Board"], await NamesAsync(graph, "Organization"));

        // A second body with the same acronym: nobody knows any more whom the first cable means.
        await LoadAsync(graph,
            WrittenCables.Cable("SOFIA", 2, "a/3", "[Organization:Bulgarian Seed Farmers Bank=BSFB] LOCATED_IN [Place:Ruse]"));
        Assert.Equal(["BSFB", "Black Sea Fisheries Board", "Bulgarian Seed Farmers Bank"], await NamesAsync(graph, "Organization"));
    }

    [Fact]
    public async Task An_edge_sums_up_its_claims()
    {
        await using EmbeddedGraph graph = await LoadingTests.EmptyAsync();
        await LoadAsync(graph,
            WrittenCables.Cable("BUCHAREST", 1, "a/1", "[Organization:Alpha Board] COOPERATES_WITH [Organization:Beta Board] proposed 2005-03"),
            WrittenCables.Cable("SOFIA", 2, "a/2", "[Organization:Beta Board] COOPERATES_WITH [Organization:Alpha Board] 2005-04-26"),
            WrittenCables.Cable("SOFIA", 3, "a/3", "[Organization:Beta Board] COOPERATES_WITH [Organization:Alpha Board] denied"));
        MapValue edge = (await RowAsync(graph, "MATCH (:Organization)-[r:COOPERATES_WITH]->(o:Organization {name: 'Beta Board'}) RETURN properties(r)")).AsMap();
        Assert.Equal(
            (2L, 0.96, "actual", "2005-03", "2005-04-26", 2),
            (edge["support"].AsInteger(), edge["confidence"].AsFloat(), edge["status"].AsString(), edge["from"].AsString(), edge["to"].AsString(), edge["claims"].AsList().Length));
        Assert.Equal(3, (await RowAsync(graph, "MATCH (k:Claim) RETURN count(k)")).AsInteger());
        Assert.Equal(1, (await RowAsync(graph, "MATCH ()-[r:COOPERATES_WITH]->() RETURN count(r)")).AsInteger());
    }

    [Theory]
    [InlineData("denied", null)]
    [InlineData("conditional", null)]
    [InlineData("proposed", "proposed")]
    [InlineData("planned", "planned")]
    [InlineData("former", "former")]
    public async Task What_is_not_simply_so_is_marked_or_projects_nothing(string words, string? status)
    {
        await using EmbeddedGraph graph = await LoadingTests.EmptyAsync();
        await LoadAsync(graph, WrittenCables.Cable("SOFIA", 1, "a/1", $"[Person:Maria Stan] MET_WITH [Person:Victor Tomsa] {words}"));
        await using IGraphResult result = await graph.RunAsync("MATCH (:Person)-[r:MET_WITH]->(:Person) RETURN r.status");
        Assert.Equal(status, await result.ReadAsync() ? result.Current[0].AsString() : null);
        Assert.Equal(1, (await RowAsync(graph, "MATCH (k:Claim) RETURN count(k)")).AsInteger());
    }

    [Fact]
    public async Task Curation_is_replayed_and_taken_back()
    {
        await using EmbeddedGraph graph = await LoadingTests.EmptyAsync();
        Cables.RawCable[] cables =
        [
            WrittenCables.Cable("BUCHAREST", 1, "a/1", "[Organization:Alpha Board] PART_OF [Organization:Gamma League]"),
            WrittenCables.Cable("SOFIA", 1, "a/2", "[Organization:Alfa Board] COOPERATES_WITH [Organization:Delta Bank]"),
        ];
        await LoadAsync(graph, cables);
        string plain = await GraphDump.OfAsync(graph);
        Curation curation = CurationFile.Parse(
            """
            merge: [{into: "org:alpha-board", from: ["org:alfa-board"]}]
            rename: [{entity: "org:gamma-league", name: The League}]
            reject: [{type: COOPERATES_WITH, subject: "org:alpha-board", object: "org:delta-bank"}]
            """, "curation.yml");
        await LoadingTests.LoadAsync(LoadingTests.Pipeline(graph, curation), cables);
        Assert.Equal(["Alfa Board", "Delta Bank", "The League"], (await NamesAsync(graph, "Organization")).Select(name => name.Replace("Alpha", "Alfa")));
        Assert.Equal(0, (await RowAsync(graph, "MATCH ()-[r:COOPERATES_WITH]->() RETURN count(r)")).AsInteger());
        Assert.Equal(1, (await RowAsync(graph, "MATCH (k:Claim {rejected: true}) RETURN count(k)")).AsInteger());

        await using EmbeddedGraph scratch = await LoadingTests.EmptyAsync();
        await LoadingTests.LoadAsync(LoadingTests.Pipeline(scratch, curation), cables);
        Assert.Equal(await GraphDump.OfAsync(scratch), await GraphDump.OfAsync(graph));

        await LoadingTests.LoadAsync(LoadingTests.Pipeline(graph), cables);
        Assert.Equal(plain, await GraphDump.OfAsync(graph));
    }

    private static Task LoadAsync(EmbeddedGraph graph, params Cables.RawCable[] cables) =>
        LoadingTests.LoadAsync(LoadingTests.Pipeline(graph), cables);

    private static async Task<Value> RowAsync(EmbeddedGraph graph, string statement)
    {
        await using IGraphResult result = await graph.RunAsync(statement);
        Assert.True(await result.ReadAsync(), $"no row: {statement}");
        return result.Current[0];
    }

    private static async Task<string[]> NamesAsync(EmbeddedGraph graph, string label)
    {
        List<string> names = [];
        await using IGraphResult result = await graph.RunAsync($"MATCH (n:{label}) RETURN n.name AS name ORDER BY name");
        while (await result.ReadAsync())
        {
            names.Add(result.Current[0].AsString());
        }

        return [.. names];
    }
}
