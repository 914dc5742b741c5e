using System.Text.Json;
using Chancery.Cli;
using Xunit;

namespace Chancery.Tests;

/// <summary>The command line on the seed cable's graph, in this process.</summary>
public sealed class CommandLineTests : IAsyncLifetime
{
    private readonly TemporaryFolder _folder = new();

    private string Graph => "embedded:" + _folder["graph"];

    public async ValueTask InitializeAsync()
    {
        (int code, _, string error) = await RunAsync("ingest", Path.Combine(SampleGraph.Samples, "seed"), "--graph", Graph);
        Assert.True(code == ExitCode.Done, error);
    }

    public ValueTask DisposeAsync()
    {
        _folder.Dispose();
        return ValueTask.CompletedTask;
    }

    [Fact]
    public async Task Records_are_printed_in_every_format()
    {
        string query = "MATCH (c:Cable) RETURN c.id AS cable, c.sentAt AS sentAt, [1, 'a, \"b\"'] AS list, null AS nothing";
        Assert.Equal(
            "cable,sentAt,list,nothing\n05BUCHAREST1129,2005-05-13T14:16,\"[1,\"\"a, \\\"\"b\\\"\"\"\"]\",\n".ReplaceLineEndings(),
            (await RunAsync("query", query, "--format", "csv", "--graph", Graph)).Output);
        string line = (await RunAsync("query", query, "--format", "jsonl", "--graph", Graph)).Output;
        Assert.Equal("""{"cable":"05BUCHAREST1129","sentAt":"2005-05-13T14:16","list":[1,"a, \"b\""],"nothing":null}""", line.Trim());
        Assert.Equal(1, JsonElement.Parse((await RunAsync("query", query, "--format", "json", "--graph", Graph)).Output).GetArrayLength());
        Assert.Contains("05BUCHAREST1129", (await RunAsync("query", query, "--graph", Graph)).Output);
    }

    [Fact]
    public async Task Training_and_evaluation_say_what_they_miss_and_name_a_wrong_line()
    {
        string bad = _folder["bad.jsonl"];
        await File.WriteAllTextAsync(bad, "{\"text\":\"a\",\"entities\":[]}\n[]\n", TestContext.Current.CancellationToken);
        foreach ((string[] arguments, int code, string message) in new[]
        {
            (new[] { "train", "--to", bad }, ExitCode.Usage, "--data FOLDER"),
            (["train", "--to", bad, _folder["absent"]], ExitCode.Usage, "there is no such file"),
            (["train", "--to", bad + ".bin", bad], ExitCode.Failed, $"{bad}: line 2"),
            (["evaluate"], ExitCode.Usage, "--all FOLDER"),
            (["evaluate", "--gold", bad], ExitCode.Failed, $"{bad}: line 2"),
        })
        {
            (int actual, string output, string error) = await RunAsync(arguments);
            Assert.Equal((code, ""), (actual, output));
            Assert.Contains(message, error, StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task Parameters_are_json_or_else_text()
    {
        (int code, string output, _) = await RunAsync(
            "query", "RETURN $a AS a, $b AS b, $c AS c", "-p", "a=5", "-p", "b=BSEC", "-p", "c={\"x\": [true]}", "--format", "jsonl", "--graph", Graph);
        Assert.Equal(ExitCode.Done, code);
        Assert.Equal("""{"a":5,"b":"BSEC","c":{"x":[true]}}""", output.Trim());
    }

    [Fact]
    public async Task A_wrong_statement_shows_its_place()
    {
        (int code, string output, string error) = await RunAsync("query", "MATCH (n)\nRETURN m.name", "--graph", Graph);
        Assert.Equal((ExitCode.Usage, ""), (code, output));
        Assert.Contains("Variable `m` not defined\n\n  RETURN m.name\n         ^\nline 2, column 8", error.ReplaceLineEndings("\n"));
    }

    [Fact]
    public async Task A_script_runs_statement_by_statement_and_names_the_one_that_fails()
    {
        (int code, string output, string error) = await RunAsync(
            "query", "RETURN 1 AS x; // then\nRETURN ';' AS y;\n\nRETURN m.name", "--format", "jsonl", "--graph", Graph);
        Assert.Equal((ExitCode.Usage, "{\"x\":1}\n{\"y\":\";\"}"), (code, output.ReplaceLineEndings("\n").Trim()));
        Assert.Contains("The statement that begins on line 4 of the script: Variable `m` not defined", error);
    }

    [Fact]
    public async Task A_read_only_query_does_not_write()
    {
        (int code, _, _) = await RunAsync("query", "CREATE (:X)", "--read-only", "--graph", Graph);
        Assert.NotEqual(ExitCode.Done, code);
        Assert.Equal("{\"n\":0}", (await RunAsync("query", "MATCH (x:X) RETURN count(x) AS n", "--format", "jsonl", "--graph", Graph)).Output.Trim());
    }

    [Fact]
    public async Task A_question_takes_its_parameters_and_refuses_others()
    {
        (int code, string output, _) = await RunAsync("ask", "aliases", "entity=BSEC", "--format", "csv", "--graph", Graph);
        Assert.Equal(ExitCode.Done, code);
        Assert.Contains(",BSCE,1,1", output);
        (int wrong, _, string error) = await RunAsync("ask", "aliases", "person=BSEC", "--graph", Graph);
        Assert.Equal((ExitCode.Usage, "'aliases' has no parameter 'person': it has entity."), (wrong, error.Trim()));
        Assert.Equal(ExitCode.Usage, (await RunAsync("ask", "nonsense", "--graph", Graph)).Code);
    }

    [Fact]
    public async Task Ingesting_again_skips_what_is_there()
    {
        (int code, _, string error) = await RunAsync("ingest", Path.Combine(SampleGraph.Samples, "seed"), "--graph", Graph);
        Assert.Equal(ExitCode.Done, code);
        Assert.Contains("0 loaded, 1 unchanged", error);
        string jobs = (await RunAsync("jobs", "--graph", Graph)).Output;
        Assert.Equal(2, jobs.Split("done").Length - 2);
    }

    [Fact]
    public async Task A_withdrawn_cable_takes_everything_along()
    {
        Assert.Equal(ExitCode.Done, (await RunAsync("ingest", "--withdraw", "05BUCHAREST1129", "--graph", Graph)).Code);
        Assert.Equal(
            "{\"n\":0}",
            (await RunAsync("query", "MATCH (n) WHERE n:Entity OR n:Cable OR n:Claim OR n:Handle OR n:Topic RETURN count(n) AS n", "--format", "jsonl", "--graph", Graph)).Output.Trim());
    }

    [Fact]
    public async Task A_backup_is_the_graph()
    {
        string backup = _folder["backup"];
        Assert.Equal(ExitCode.Done, (await RunAsync("backup", backup, "--graph", Graph)).Code);
        string restored = "embedded:" + _folder["restored"];
        Assert.Equal(ExitCode.Done, (await RunAsync("restore", backup, "--graph", restored)).Code);
        Assert.Equal(ExitCode.Done, (await RunAsync("check", "--graph", restored)).Code);
        string query = "MATCH (n) RETURN labels(n) AS labels, properties(n) AS properties ORDER BY coalesce(n.id, n.tag, n.name)";
        Assert.Equal(
            (await RunAsync("query", query, "--format", "jsonl", "--graph", Graph)).Output,
            (await RunAsync("query", query, "--format", "jsonl", "--graph", restored)).Output);
    }

    [Theory]
    [InlineData("graphml", ">BSEC Secretariat<")]
    [InlineData("gexf", "<edge id=\"0\"")]
    [InlineData("csv", "source,relation,target,status,confidence,support,from,to")]
    [InlineData("json", "{\"entities\":[")]
    public async Task The_network_is_exported(string format, string expected) =>
        Assert.Contains(expected, (await RunAsync("export", "--format", format, "--graph", Graph)).Output);

    [Fact]
    public async Task Extraction_prints_the_contract()
    {
        (int code, string output, _) = await RunAsync("extract", Path.Combine(SampleGraph.Samples, "seed"), "--format", "jsonl");
        Assert.Equal(ExitCode.Done, code);
        JsonElement cable = JsonElement.Parse(output);
        Assert.Equal("05BUCHAREST1129", cable.GetProperty("id").GetString());
        string text = await File.ReadAllTextAsync(Path.Combine(SampleGraph.Samples, "seed", "05BUCHAREST1129.txt"), TestContext.Current.CancellationToken);
        Assert.All(cable.GetProperty("mentions").EnumerateArray(), mention => Assert.Equal(
            text[mention.GetProperty("start").GetInt32()..mention.GetProperty("end").GetInt32()], mention.GetProperty("text").GetString()));
        Assert.All(cable.GetProperty("mentions").EnumerateArray(), mention =>
        {
            Assert.NotEmpty(mention.GetProperty("reason").GetString()!);
            Assert.NotEmpty(mention.GetProperty("link").GetString()!);
        });
        Assert.All(cable.GetProperty("relations").EnumerateArray(), relation => Assert.NotEmpty(relation.GetProperty("rule").GetString()!));
    }

    [Fact]
    public async Task Extraction_explains_itself_to_people()
    {
        (int code, string output, _) = await RunAsync("extract", Path.Combine(SampleGraph.Samples, "seed"), "--format", "explain");
        Assert.Equal(ExitCode.Done, code);
        Assert.Contains("\"BSCE\" 0.85: a slip for BSEC: two letters exchanged; joined 0.99: code or letters that the cable explains", output);
        Assert.Matches(@"Joint Cooperation Committee GOVERNS SECI Center 0\.\d\d: .+\n  line 23: .*JCC.*\n", output);
    }

    [Fact]
    public async Task Mentions_keep_their_reasons_in_the_graph()
    {
        (int code, string output, _) = await RunAsync(
            "query", "MATCH ()-[m:MENTIONS]->() WHERE m.reason IS NULL OR m.linkReason IS NULL OR NOT 0.0 < m.linkConfidence <= 1.0 RETURN count(m) AS bare", "--format", "csv", "--graph", Graph);
        Assert.Equal((ExitCode.Done, "bare\n0\n"), (code, output.ReplaceLineEndings("\n")));
    }

    [Fact]
    public async Task Training_gives_the_same_model_again_and_tells_how_it_goes()
    {
        string set = _folder.Write("set.jsonl", string.Join('\n',
            """{"id": "1", "text": "Ion Popescu met Maria Ionescu in Bucharest.", "entities": [{"start": 0, "end": 11, "type": "PER"}, {"start": 16, "end": 29, "type": "PER"}, {"start": 33, "end": 42, "type": "LOC"}]}""",
            """{"id": "2", "text": "The Black Sea Bank is in Thessaloniki.", "entities": [{"start": 4, "end": 18, "type": "ORG"}, {"start": 25, "end": 37, "type": "LOC"}]}"""));
        (int code, _, string error) = await RunAsync("train", set, "--to", _folder["one.model"], "--epochs", "2");
        Assert.True(code == ExitCode.Done, error);
        Assert.Matches(@"set\.jsonl: \d+ sentences, \d+ tokens\s+run 1 of 3, epoch 1 of 2: loss \d+\.\d+ a sentence\s+run 1 of 3, epoch 2 of 2: loss \d+\.\d+ a sentence", error);
        Assert.Equal(ExitCode.Done, (await RunAsync("train", set, "--to", _folder["two.model"], "--epochs", "2")).Code);
        byte[] model = await File.ReadAllBytesAsync(_folder["one.model"], TestContext.Current.CancellationToken);
        Assert.NotEmpty(model);
        Assert.Equal(model, await File.ReadAllBytesAsync(_folder["two.model"], TestContext.Current.CancellationToken));
        Assert.Equal(ExitCode.Usage, (await RunAsync("train", _folder["absent.jsonl"], "--to", _folder["no.model"])).Code);
        Assert.False(File.Exists(_folder["no.model"]));
    }

    [Theory]
    [InlineData(ExitCode.Usage, "bogus")]
    [InlineData(ExitCode.Usage, "ingest", "/no/such/folder")]
    [InlineData(ExitCode.Usage, "ingest")]
    [InlineData(ExitCode.GraphUnavailable, "query", "RETURN 1", "--graph", "embedded:/no/such/folder")]
    [InlineData(ExitCode.GraphUnavailable, "query", "RETURN 1", "--graph", "nonsense://host")]
    [InlineData(ExitCode.GraphUnavailable, "query", "RETURN 1", "--graph", "bolt://127.0.0.1:1")]
    public async Task Exit_codes_tell_what_went_wrong(int expected, params string[] arguments) =>
        Assert.Equal(expected, (await RunAsync(arguments)).Code);

    private static async Task<(int Code, string Output, string Error)> RunAsync(params string[] arguments)
    {
        using StringWriter output = new();
        using StringWriter error = new();
        int code = await CommandLine.RunAsync(arguments, output, error);
        return (code, output.ToString(), error.ToString());
    }
}
