using System.Text.Json;
using Chancery.Graph;
using Chancery.Ingestion.Library;
using Xunit;

namespace Chancery.Ingestion.Tests;

public sealed class LibraryTests
{
    private const string Header =
        """
        // title: Members
        // description: Who belongs.
        // parameter: organization string = "BSEC" -- name
        // parameter: limit integer = 5 -- rows
        // parameter: date string = null -- a day
        // column: member -- who
        MATCH (n) RETURN n AS member
        """;

    [Fact]
    public void A_header_is_read()
    {
        SavedQuery query = SavedQuery.Parse("members", Header);
        Assert.Equal(("Members", "Who belongs."), (query.Title, query.Description));
        Assert.Equal(["organization", "limit", "date"], query.Parameters.Select(parameter => parameter.Name));
        Assert.Equal(["member"], query.Columns.Select(column => column.Name));
    }

    [Theory]
    [InlineData("// title: A\nRETURN 1", "cypher/queries/x.cypher: the header needs title, description and columns.")]
    [InlineData("// title: A\n// parameter: limit number = 5 -- rows\nRETURN 1", "cypher/queries/x.cypher: line 2: not a line of a header: // parameter: limit number = 5 -- rows")]
    public void A_wrong_header_is_named_with_its_line(string text, string message) =>
        Assert.Equal(message, Assert.Throws<FormatException>(() => SavedQuery.Parse("x", text)).Message);

    [Fact]
    public void Arguments_take_defaults_types_and_refuse_the_unknown()
    {
        SavedQuery query = SavedQuery.Parse("members", Header);
        MapValue bound = QueryArguments.FromText(query, new Dictionary<string, string> { ["limit"] = "7" });
        Assert.Equal(("BSEC", 7L, true), (bound["organization"].AsString(), bound["limit"].AsInteger(), bound["date"].IsNull));
        Assert.Equal(
            "'members' has no parameter 'bogus': it has organization, limit, date.",
            Assert.Throws<ArgumentException>(() => QueryArguments.FromText(query, new Dictionary<string, string> { ["bogus"] = "1" })).Message);
        Assert.Equal(
            "'many' is not a value of type integer, which 'limit' needs.",
            Assert.Throws<ArgumentException>(() => QueryArguments.FromText(query, new Dictionary<string, string> { ["limit"] = "many" })).Message);
        Assert.Equal(3, QueryArguments.FromJson(query, new Dictionary<string, JsonElement> { ["limit"] = JsonElement.Parse("3") })["limit"].AsInteger());
        Assert.Equal(5, QueryArguments.FromText(query, new Dictionary<string, string>())["limit"].AsInteger());
    }

    [Fact]
    public void The_library_holds_the_questions_that_analysts_were_promised()
    {
        string[] promised =
        [
            "holders", "two-organizations", "connection", "partners", "reporting-posts", "co-mentioned", "bridges", "members", "facts",
            "aliases", "single-source", "contradictions", "most-connected", "delegation", "withdrawal",
        ];
        Assert.Empty(promised.Except(CypherLibrary.Questions.Select(question => question.Name)));
    }

    [Fact]
    public void Migrations_are_numbered_without_gap() =>
        Assert.Equal(Enumerable.Range(1, CypherLibrary.Migrations.Count), CypherLibrary.Migrations.Select(migration => migration.Version));
}
