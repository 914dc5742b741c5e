using Chancery.Graph;
using Xunit;

namespace Chancery.Tests;

/// <summary>What an analyst must find of cable 05BUCHAREST1129, by Cypher, in a graph that holds it among others.</summary>
public sealed class SeedCableTests(SampleGraph samples)
{
    private const string Named = "MATCH (:Cable {id: '05BUCHAREST1129'})-[:NAMES]->";

    [Theory]
    [InlineData("SECI Center")]
    [InlineData("BSEC")]
    [InlineData("BSCE")]
    [InlineData("Organization for Black Sea Economic Cooperation")]
    [InlineData("JCC")]
    [InlineData("Joint Cooperation Committee")]
    [InlineData("BSEC Secretariat")]
    public async Task Bodies_are_one_node_each_under_all_their_names(string name) =>
        Assert.Single(await samples.RowsAsync(
            $"{Named}(o:Organization) WHERE any(n IN o.aliases + o.name WHERE toLower(n) = toLower($name)) RETURN DISTINCT o", ("name", name)));

    [Fact]
    public async Task The_typo_is_the_body_meant() =>
        Assert.Equal(
            await samples.TextsAsync("MATCH (o:Organization) WHERE 'BSEC' IN o.aliases + o.name RETURN o.id"),
            await samples.TextsAsync("MATCH (o:Organization) WHERE 'BSCE' IN o.aliases RETURN o.id"));

    [Fact]
    public async Task The_post_and_the_places_are_told_apart()
    {
        Assert.Equal(["Embassy Bucharest"], await samples.TextsAsync("MATCH (:Cable {id: '05BUCHAREST1129'})-[:SENT_FROM]->(p:Post) RETURN p.name"));
        string[] places = await samples.TextsAsync($"{Named}(p:Place) RETURN p.name");
        Assert.Contains("Istanbul", places);
        Assert.Contains("Bucharest", places);
    }

    [Theory]
    [InlineData("SECI Center Acting Director", "SECI")]
    [InlineData("JCC Chairperson", "JCC")]
    [InlineData("JCC Deputy Chairperson", "JCC")]
    [InlineData("BSEC Secretary General", "BSEC")]
    [InlineData("BSEC Executive Manager", "BSEC")]
    [InlineData("SECI Public Affairs Officer", "SECI")]
    [InlineData("DoS Coordinator for SECI Center", "SECI")]
    [InlineData("RSO", "Embassy Bucharest")]
    public async Task Positions_stand_in_their_bodies(string position, string body) =>
        Assert.NotEmpty(await samples.RowsAsync(
            $$"""
            {{Named}}(p:Position)-[:POSITION_IN]->(b:Entity)
            WHERE any(n IN p.aliases + p.name WHERE toLower(n) = toLower($position)) AND any(n IN b.aliases + b.name WHERE toLower(n) = toLower($body))
            RETURN p, b
            """,
            ("position", position), ("body", body)));

    [Theory]
    [InlineData("JCC", "GOVERNS", "SECI", "actual")]
    [InlineData("BSEC Secretariat", "PART_OF", "BSEC", "actual")]
    [InlineData("BSEC Secretariat", "LOCATED_IN", "Istanbul", "actual")]
    public async Task Bodies_are_related(string source, string type, string target, string status) =>
        Assert.Contains(status, await EdgeAsync(type, source, target, "r.status"));

    [Fact]
    public async Task Cooperation_is_only_proposed_in_this_cable()
    {
        string[] modalities = await samples.TextsAsync(
            """
            MATCH (k:Claim {cable: '05BUCHAREST1129', type: 'COOPERATES_WITH', polarity: 'asserted'})
            MATCH (a:Organization)<-[:SUBJECT|OBJECT]-(k)-[:SUBJECT|OBJECT]->(b:Organization)
            WHERE 'BSEC' IN a.aliases + a.name AND 'SECI' IN b.aliases + b.name
            RETURN DISTINCT k.modality
            """);
        Assert.Equal(["proposed"], modalities);
    }

    [Fact]
    public async Task Travels_have_their_dates()
    {
        Assert.Contains("2005-04-26..2005-04-27", await samples.TextsAsync(
            "MATCH ()-[r:TRAVELED_TO]->(:Place {name: 'Istanbul'}) RETURN r.from + '..' + r.to"));
        Assert.Contains("2005-03", await samples.TextsAsync(
            "MATCH (o:Organization)-[r:TRAVELED_TO]->(:Place {name: 'Bucharest'}) WHERE 'BSEC' IN o.aliases + o.name RETURN r.from"));
    }

    [Fact]
    public async Task The_signer_and_the_addressee_are_persons()
    {
        Assert.Equal(["Delare"], await samples.TextsAsync("MATCH (:Cable {id: '05BUCHAREST1129'})-[:SIGNED_BY]->(p:Person) RETURN p.name"));
        Assert.Contains("William Silkworth", await samples.TextsAsync("MATCH (:Cable {id: '05BUCHAREST1129'})-[:ADDRESSED_TO]->(p:Person) RETURN p.name"));
    }

    [Fact]
    public async Task Nothing_is_made_up()
    {
        Assert.Empty(await samples.RowsAsync(
            """
            MATCH (k:Claim {cable: '05BUCHAREST1129', type: 'MEMBER_OF', polarity: 'asserted'})-[:SUBJECT]->(o:Organization)
            WHERE 'SECI' IN o.aliases + o.name
            RETURN k
            """));
        Assert.Empty(await samples.RowsAsync("MATCH (p:Person) WHERE any(n IN p.aliases + p.name WHERE n CONTAINS 'Popescu' AND n CONTAINS 'Mircea') RETURN p"));
    }

    [Fact]
    public async Task Every_claim_shows_its_sentence()
    {
        foreach (Value[] row in await samples.RowsAsync("MATCH (k:Claim {cable: '05BUCHAREST1129'})-[:STATED_IN]->(:Paragraph)<-[:HAS_PARAGRAPH]-(c:Cable) RETURN c.text, k.start, k.end, k.text"))
        {
            string passage = row[0].AsString()[(int)row[1].AsInteger()..(int)row[2].AsInteger()];
            Assert.Equal(string.Join(' ', passage.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries)), row[3].AsString());
        }
    }

    private Task<string[]> EdgeAsync(string type, string source, string target, string what) => samples.TextsAsync(
        $$"""
        MATCH (s:Entity)-[r:{{type}}]->(o:Entity)
        WHERE any(n IN s.aliases + s.name WHERE toLower(n) = toLower($source)) AND any(n IN o.aliases + o.name WHERE toLower(n) = toLower($target))
        RETURN {{what}}
        """,
        ("source", source), ("target", target));
}
