using System.IO.Compression;
using System.Text;
using Chancery.Graph;
using Xunit;

namespace Chancery.Cypher.Tests.Storage;

/// <summary>CSV files with typed headers become a graph, or nothing does.</summary>
public sealed class ImportTests : IAsyncDisposable
{
    private readonly TemporaryFolder _folder = new();
    private readonly EmbeddedGraph _graph = EmbeddedGraph.InMemory();

    public async ValueTask DisposeAsync()
    {
        await _graph.DisposeAsync();
        _folder.Dispose();
    }

    [Theory]
    [InlineData("string", "a b", "'a b'")]
    [InlineData("string", "\"say \"\"x, y\"\"\"", "'say \"x, y\"'")]
    [InlineData("string", "\"\"", "''")]
    [InlineData("string", "", "null")]
    [InlineData("string", "Šibenik 😀", "'Šibenik 😀'")]
    [InlineData("char", "é", "'é'")]
    [InlineData("byte", "-128", "-128")]
    [InlineData("short", "+7", "7")]
    [InlineData("int", " 2147483647 ", "2147483647")]
    [InlineData("long", "-9223372036854775808", "-9223372036854775807 - 1")]
    [InlineData("int", "\"\"", "null")]
    [InlineData("float", "1e3", "1000.0")]
    [InlineData("double", "-0.25", "-0.25")]
    [InlineData("boolean", "TRUE", "true")]
    [InlineData("boolean", "false", "false")]
    [InlineData("date", "2004-02-29", "date('2004-02-29')")]
    [InlineData("date", "2004-W07-1", "date('2004-W07-1')")]
    [InlineData("localtime", "12:30:05", "localtime('12:30:05')")]
    [InlineData("time", "12:30+02:00", "time('12:30+02:00')")]
    [InlineData("localdatetime", "2005-05-13T14:16", "localdatetime('2005-05-13T14:16')")]
    [InlineData("datetime", "2005-05-13T14:16Z", "datetime('2005-05-13T14:16Z')")]
    [InlineData("datetime", "2005-05-13T14:16[Europe/Paris]", "datetime('2005-05-13T14:16[Europe/Paris]')")]
    [InlineData("duration", "P1DT2H", "duration('P1DT2H')")]
    [InlineData("string[]", "a;b c;", "['a', 'b c', '']")]
    [InlineData("string[]", "", "null")]
    [InlineData("int[]", "1;2", "[1, 2]")]
    [InlineData("date[]", "2004-02-29", "[date('2004-02-29')]")]
    public async Task A_field_is_read_as_its_type(string type, string field, string expected)
    {
        await ImportAsync(Nodes("v:" + type + ",:ID\n" + field + ",1\n"));
        Assert.Equal("true", await AskAsync($"MATCH (n) RETURN coalesce(n.v = {expected}, n.v IS NULL AND {expected} IS NULL)"));
    }

    [Fact]
    public async Task Labels_types_spaces_and_ids_make_the_graph()
    {
        string people = Write("people.csv", "id:ID(Person),:LABEL,note:IGNORE,name\n1,Minister;Author,x,Ann\n2,,y,Ben\n3,Minister;Author,z,\"Čes\"\n");
        string bodies = Write("bodies.csv", ":ID(Body),name\n1,Board\nČ 2,Bank\n");
        string holds = Write("holds.csv", ":START_ID(Person),:END_ID(Body),:TYPE,since:int\n1,1,HOLDS,1999\n2,Č 2,,2000\r\n\r\n3,1,HEADS,");
        ImportReport report = await _graph.ImportAsync(new GraphImport
        {
            Nodes = [new(["Person"], [people]), new(["Body"], [bodies])],
            Relationships = [new(["HOLDS"], [holds])],
        });
        Assert.Equal((5, 3, 0), (report.Nodes, report.Relationships, report.Bad));
        Assert.Equal(
            "Ann[Author,Minister,Person]-HOLDS 1999-Board[Body]; Ben[Person]-HOLDS 2000-Bank[Body]; Čes[Author,Minister,Person]-HEADS -Board[Body]",
            await AskAsync(
                """
                MATCH (p:Person)-[r]->(b:Body)
                WITH p, r, b, [x IN labels(p) | x] AS names ORDER BY p.name
                UNWIND names AS name WITH p, r, b, name ORDER BY p.name, name
                WITH p, r, b, collect(name) AS names ORDER BY p.name
                WITH collect(p.name + '[' + substring(reduce(t = '', n IN names | t + ',' + n), 1) + ']-' + type(r) + ' '
                    + coalesce(toString(r.since), '') + '-' + b.name + '[' + labels(b)[0] + ']') AS all
                RETURN substring(reduce(t = '', x IN all | t + '; ' + x), 2)
                """));
        Assert.Equal("3", await AskAsync("MATCH (n) WHERE n.id IS NOT NULL AND n.note IS NULL RETURN count(n)"));
        Assert.Empty(await _graph.CheckAsync());
    }

    [Fact]
    public async Task Parts_compressed_parts_delimiters_and_many_blocks_read_as_one_table()
    {
        const int Count = 60_000;
        StringBuilder rows = new("\uFEFFid:ID\tname\ttags:string[]\n");
        StringBuilder ends = new(":START_ID\t:END_ID\n");
        for (int i = 0; i < Count; i++)
        {
            string name = i % 3 == 0 ? $"\"line one of {i}\nand \"\"two\"\"\"" : $"plain name {i} {new string('x', i % 50)}";
            rows.Append($"n{i}\t{name}\t{i}|{i + 1}\n");
            ends.Append($"n{i}\tn{(i + 1) % Count}\n");
        }

        string text = rows.ToString();
        int middle = text.IndexOf("\nn30000\t", StringComparison.Ordinal) + 1;
        string first = _folder.At("first.csv.gz");
        using (GZipStream to = new(File.Create(first), CompressionLevel.Fastest))
        {
            to.Write(Encoding.UTF8.GetBytes(text[..middle]));
        }

        Progress last = new();
        await _graph.ImportAsync(
            new GraphImport
            {
                Nodes = [new(["N"], [first, Write("second.csv", text[middle..])])],
                Relationships = [new(["NEXT"], [Write("ends.csv", ends.ToString())])],
                Delimiter = '\t',
                ArrayDelimiter = '|',
            },
            last);
        Assert.Equal((2 * Count, 1.0), (last.Rows, last.Share));
        Assert.Equal(
            $"{Count}, {Count}, {Count / 3}, 0",
            await AskAsync(
                """
                MATCH (n:N)-[:NEXT]->(m) WITH n, m, toInteger(substring(n.id, 1)) AS i
                RETURN count(*) + ', ' + count(CASE WHEN toInteger(substring(m.id, 1)) IN [i + 1, 0] AND n.tags = [toString(i), toString(i + 1)] THEN 1 END)
                    + ', ' + count(CASE WHEN n.name = 'line one of ' + i + '\nand "two"' THEN 1 END)
                    + ', ' + count(CASE WHEN i % 3 <> 0 AND NOT n.name STARTS WITH 'plain name ' + i THEN 1 END)
                """));
    }

    [Theory]
    [InlineData("id:ID,born:int\n1,5\n2,old\n", null, "nodes.csv: line 3, column 2 (born:int): 'old' is not a whole number of at most 64 bits.")]
    [InlineData("id:ID,v:byte\n1,128\n", null, "nodes.csv: line 2, column 2 (v:byte): 128 is not between -128 and 127.")]
    [InlineData("id:ID,v:boolean\n1,yes\n", null, "nodes.csv: line 2, column 2 (v:boolean): 'yes' is neither true nor false.")]
    [InlineData("id:ID,v:date\n1,2003-02-29\n", null, "nodes.csv: line 2, column 2 (v:date): ")]
    [InlineData("id:ID,v\n1,\"a\nb\"\n1,c\n", null, "nodes.csv: line 4, column 1 (id:ID): the id '1' stands in a row before.")]
    [InlineData("id:ID\n1\n", ":START_ID,:END_ID\n1,1\n1,7\n", "ends.csv: line 3, column 2 (:END_ID): no node has the id '7'.")]
    [InlineData("id:ID\n1\n", ":START_ID,:END_ID\n,1\n", "ends.csv: line 2, column 1 (:START_ID): the id is missing.")]
    [InlineData("id:ID\n1\n", ":START_ID,since\n1,1\n", "ends.csv: line 1: the header has no column :END_ID.")]
    [InlineData("id:ID\n1\n", ":START_ID,:END_ID(X)\n1,1\n", "ends.csv: line 1, column 2 (:END_ID(X)): no file of nodes has ids of the space X.")]
    [InlineData("id:ID,a,b\n1,2\n", null, "nodes.csv: line 2: the row has 2 fields, the header 3.")]
    [InlineData("id:ID,a\n1,2,3\n", null, "nodes.csv: line 2: the row has 3 fields, the header 2.")]
    [InlineData("id:ID,a\n1,\"x\" y\n", null, "nodes.csv: line 2: there is text between a closing quote and the end of its field.")]
    [InlineData("id:ID,a\n1,x\n2,\"y\n3,z\n", null, "nodes.csv: line 3, column 2 (a): the quoted field does not end.")]
    [InlineData("id:ID,a:uuid\n", null, "nodes.csv: line 1, column 2 (a:uuid): there is no type 'uuid'; known are string, ")]
    [InlineData("id:ID,a,a:int\n", null, "nodes.csv: line 1, column 3 (a:int): there is such a column already.")]
    [InlineData("id:ID,:START_ID\n", null, "nodes.csv: line 1, column 2 (:START_ID): files of nodes have no such column.")]
    [InlineData("", null, "nodes.csv: line 1: the file is empty; it must begin with a header.")]
    public async Task What_is_wrong_is_named_with_its_place_and_leaves_nothing(string nodes, string? ends, string message)
    {
        GraphException refused = await Assert.ThrowsAsync<GraphException>(() => ImportAsync(Nodes(nodes, ends)));
        Assert.StartsWith(_folder.At(message), refused.Message, StringComparison.Ordinal);
        Assert.Equal("0", await AskAsync("MATCH (n) RETURN count(n)"));
        await ImportAsync(Nodes("id:ID\n1\n"));
        Assert.Equal("1", await AskAsync("MATCH (n) RETURN count(n)"));
    }

    [Fact]
    public async Task Text_that_is_not_utf_8_is_named_with_its_place()
    {
        string path = _folder.At("latin.csv");
        await File.WriteAllBytesAsync(path, [.. "id:ID,name\n1,Ann\n2,Ren"u8, 0xE9, .. "\n"u8], TestContext.Current.CancellationToken);
        GraphException refused = await Assert.ThrowsAsync<GraphException>(() => ImportAsync(new GraphImport { Nodes = [new(["P"], [path])] }));
        Assert.Equal($"{path}: line 3, column 2 (name): the text is not valid UTF-8.", refused.Message);
        await File.WriteAllBytesAsync(path, Encoding.Unicode.GetPreamble(), TestContext.Current.CancellationToken);
        refused = await Assert.ThrowsAsync<GraphException>(() => ImportAsync(new GraphImport { Nodes = [new(["P"], [path])] }));
        Assert.Equal($"{path}: line 1: the file is UTF-16; it must be UTF-8.", refused.Message);
    }

    [Fact]
    public async Task A_row_without_a_type_and_a_damaged_archive_are_named()
    {
        GraphImport untyped = new() { Nodes = [new([], [Write("n.csv", ":ID\n1\n")])], Relationships = [new([], [Write("r.csv", ":START_ID,:END_ID,:TYPE\n1,1,\n")])] };
        GraphException refused = await Assert.ThrowsAsync<GraphException>(() => ImportAsync(untyped));
        Assert.EndsWith("r.csv: line 2, column 3 (:TYPE): the type is missing.", refused.Message);
        string archive = Write("n.csv.gz", "no archive");
        refused = await Assert.ThrowsAsync<GraphException>(() => ImportAsync(new GraphImport { Nodes = [new([], [archive])] }));
        Assert.StartsWith($"{archive}: line 1: the file cannot be read on from here: ", refused.Message);
    }

    [Fact]
    public async Task Bad_rows_are_set_aside_on_request()
    {
        GraphImport import = Nodes(
            "id:ID,:LABEL,born:int\n1,A,1\n2,A,x\n1,B,2\n3,B,3\n4,A,\n5\n", ":START_ID,:END_ID\n1,3\n2,1\n3,4\n") with { SkipBad = true };
        ImportReport report = await _graph.ImportAsync(import);
        Assert.Equal((3, 2, 4), (report.Nodes, report.Relationships, report.Bad));
        Assert.Equal(
            [
                "nodes.csv: line 3, column 3 (born:int): 'x' is not a whole number of at most 64 bits.",
                "nodes.csv: line 7: the row has 1 field, the header 3.",
                "nodes.csv: line 4, column 1 (id:ID): the id '1' stands in a row before.",
                "ends.csv: line 3, column 1 (:START_ID): no node has the id '2'.",
            ],
            report.Problems.Select(problem => Path.GetFileName(problem.ToString())));
        Assert.Equal("[['1', '3'], ['3', '4']]", await AskAsync("MATCH (a)-->(b) WITH a, b ORDER BY a.id RETURN collect([a.id, b.id])"));
        Assert.Empty(await _graph.CheckAsync());
    }

    [Fact]
    public async Task A_graph_with_nodes_is_refused_and_a_cancelled_import_leaves_nothing()
    {
        using CancellationTokenSource cancelled = new();
        await cancelled.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => _graph.ImportAsync(Nodes("id:ID\n1\n"), null, cancelled.Token));
        await ImportAsync(Nodes("id:ID\n1\n"));
        GraphException refused = await Assert.ThrowsAsync<GraphException>(() => ImportAsync(Nodes("id:ID\n2\n")));
        Assert.Contains("1 node already", refused.Message);
    }

    [Fact]
    public async Task A_quote_that_is_never_closed_ends_the_import_even_where_bad_rows_are_set_aside()
    {
        GraphImport import = Nodes("id:ID,a\n1,x\n2,\"y\n3,z\n") with { SkipBad = true };
        GraphException refused = await Assert.ThrowsAsync<GraphException>(() => ImportAsync(import));
        Assert.EndsWith("nodes.csv: line 3, column 2 (a): the quoted field does not end.", refused.Message);
    }

    [Fact]
    public async Task A_graph_emptied_before_takes_tables_and_a_header_alone_makes_nothing()
    {
        string path = _folder.At("emptied");
        await using EmbeddedGraph graph = await EmbeddedGraph.OpenAsync(path);
        await RunAsync(graph, "UNWIND range(1, 3000) AS i CREATE (:Old {i: i})-[:OLD]->(:Old)");
        await RunAsync(graph, "MATCH (n) DETACH DELETE n");
        Assert.Equal((0, 0, 0), Counts(await graph.ImportAsync(Nodes("id:ID,:LABEL\n", ":START_ID,:END_ID,since:int"))));
        Assert.Equal((2, 1, 0), Counts(await graph.ImportAsync(Nodes("id:ID,:LABEL\na,A\nb,B", ":START_ID,:END_ID,since:int\nb,a,7"))));
        Assert.Equal("['b', true, 7, 'a', true]", await AskAsync(graph, "MATCH (b)-[r]->(a) RETURN [b.id, b:B AND NOT b:A, r.since, a.id, a:A AND NOT a:B]"));
        Assert.Empty(await graph.CheckAsync());
    }

    private GraphImport Nodes(string nodes, string? relationships = null) => new()
    {
        Nodes = [new(["Node"], [Write("nodes.csv", nodes)])],
        Relationships = relationships is null ? [] : [new(["LINK"], [Write("ends.csv", relationships)])],
    };

    private Task ImportAsync(GraphImport import) => _graph.ImportAsync(import);

    private string Write(string name, string text)
    {
        File.WriteAllText(_folder.At(name), text);
        return _folder.At(name);
    }

    private static (long Nodes, long Relationships, long Bad) Counts(ImportReport report) => (report.Nodes, report.Relationships, report.Bad);

    private static async Task RunAsync(EmbeddedGraph graph, string cypher)
    {
        await using IGraphResult result = await graph.RunAsync(cypher);
        Assert.False(await result.ReadAsync());
    }

    private Task<string> AskAsync(string cypher) => AskAsync(_graph, cypher);

    private static async Task<string> AskAsync(EmbeddedGraph graph, string cypher)
    {
        await using IGraphResult result = await graph.RunAsync(cypher);
        Assert.True(await result.ReadAsync());
        return ValueText.Display(result.Current[0]);
    }

    private sealed class Progress : IProgress<ImportProgress>
    {
        private readonly Lock _gate = new();

        public long Rows { get; private set; }

        public double Share { get; private set; }

        public void Report(ImportProgress value)
        {
            lock (_gate)
            {
                (Rows, Share) = (Math.Max(Rows, value.Rows), Math.Max(Share, value.Share));
            }
        }
    }
}
