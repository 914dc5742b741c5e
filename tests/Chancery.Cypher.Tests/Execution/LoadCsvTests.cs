using Chancery.Cypher.Tests.Tck;
using Chancery.Graph;
using Xunit;

namespace Chancery.Cypher.Tests.Execution;

public sealed class LoadCsvTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("chancery-csv-").FullName;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public async Task Records_are_lists_of_strings()
    {
        TckOutcome outcome = await LoadAsync("a,b\r\n1,\"two, or \"\"2\"\"\"\n\n3,\n\"\",x", "LOAD CSV FROM 'file:///in.csv' AS row RETURN row");
        Assert.Null(outcome.Compare(
            [["row"], ["['a', 'b']"], ["['1', 'two, or \"2\"']"], ["['3', null]"], ["['', 'x']"]], ordered: true, listsAsBags: false));
    }

    [Fact]
    public async Task Headers_name_the_fields_and_a_short_record_lacks_its_last()
    {
        TckOutcome outcome = await LoadAsync(
            "id;name\n1;Ann\n2", "LOAD CSV WITH HEADERS FROM 'in.csv' AS row FIELDTERMINATOR ';' CREATE (p:P {id: toInteger(row.id), name: row.name}) RETURN p");
        Assert.Null(outcome.Compare([["p"], ["(:P {id: 1, name: 'Ann'})"], ["(:P {id: 2})"]], ordered: true, listsAsBags: false));
    }

    [Fact]
    public async Task A_quoted_field_keeps_its_line_breaks()
    {
        TckOutcome outcome = await LoadAsync("\"one\ntwo\",3\n4,5", "LOAD CSV FROM 'in.csv' AS row RETURN size(row[0]) AS n, row[1] AS v");
        Assert.Null(outcome.Compare([["n", "v"], ["7", "'3'"], ["1", "'5'"]], ordered: true, listsAsBags: false));
    }

    [Theory]
    [InlineData("'../in.csv'", "outside")]
    [InlineData("'file:///../../etc/passwd'", "outside")]
    [InlineData("'https://example.org/in.csv'", "import folder only")]
    [InlineData("'nothing.csv'", "Couldn't load")]
    public async Task Only_files_of_the_folder_are_read(string address, string reason)
    {
        TckOutcome outcome = await LoadAsync("1", $"LOAD CSV FROM {address} AS row RETURN row");
        GraphException error = Assert.IsType<GraphException>(outcome.Error);
        Assert.Equal("Neo.ClientError.Statement.ExternalResourceFailed", error.Code);
        Assert.Contains(reason, error.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("\"never closed", "line 1")]
    [InlineData("1,2\n\"a\"b,3", "line 2")]
    public async Task A_broken_record_is_named_by_its_line(string content, string place)
    {
        TckOutcome outcome = await LoadAsync(content, "LOAD CSV FROM 'in.csv' AS row RETURN row");
        Assert.Contains(place, Assert.IsType<GraphException>(outcome.Error).Message, StringComparison.Ordinal);
    }

    private async Task<TckOutcome> LoadAsync(string content, string statement)
    {
        await File.WriteAllTextAsync(Path.Combine(_folder, "in.csv"), content);
        await using EmbeddedGraph graph = EmbeddedGraph.InMemory(new EmbeddedGraphOptions { ImportFolder = _folder });
        return await TckOutcome.RunAsync(graph, statement, MapValue.Empty);
    }
}
