using System.Text.RegularExpressions;
using Chancery.Graph;
using Chancery.Ingestion;
using Chancery.Ingestion.Library;
using Chancery.Testing;
using Xunit;

namespace Chancery.Tests;

/// <summary>The files under <c>cypher/</c>: all of them compile, and the questions answer on the sample graph.</summary>
public sealed partial class QuestionTests(SampleGraph samples)
{
    public static TheoryData<string> Questions => [.. CypherLibrary.Questions.Select(question => question.Name)];

    public static TheoryData<string> Files => [.. Directory
        .EnumerateFiles(Path.Combine(Repository.Root, "cypher"), "*.cypher", SearchOption.AllDirectories)
        .Where(file => Path.GetFileName(Path.GetDirectoryName(file)) != "schema")
        .Select(file => Path.GetRelativePath(Repository.Root, file).Replace('\\', '/'))
        .Order(StringComparer.Ordinal)];

    [Theory]
    [MemberData(nameof(Files))]
    public async Task Every_file_compiles(string file)
    {
        string statement = "EXPLAIN " + await File.ReadAllTextAsync(Path.Combine(Repository.Root, file), TestContext.Current.CancellationToken);
        MapValue parameters = MapValue.Of([.. Parameter().Matches(statement).Select(match => match.Groups[1].Value).Distinct().Select(name => (name, Value.Null))]);
        await using IGraphResult result = await samples.Graph.RunAsync(statement, parameters, cancellationToken: TestContext.Current.CancellationToken);
        Assert.NotNull((await result.ConsumeAsync(TestContext.Current.CancellationToken)).Plan);
    }

    [Theory]
    [MemberData(nameof(Questions))]
    public async Task Every_question_gives_the_columns_of_its_header(string name)
    {
        SavedQuery question = CypherLibrary.Question(name)!;
        MapValue values = QueryArguments.FromText(question, new Dictionary<string, string>());
        await using IGraphResult result = await samples.Graph.RunAsync(question.Text, values, TransactionOptions.ReadOnly);
        Assert.Equal(question.Columns.Select(column => column.Name), result.Columns);
        while (await result.ReadAsync())
        {
            Assert.Equal(question.Columns.Count, result.Current.Count);
        }
    }

    [Theory]
    [InlineData("holders", "position=BSEC Secretary General", "person", "Leonid Karpenko")]
    [InlineData("holders", "position=SECI Center Acting Director", "person", "Petar Velkov")]
    [InlineData("members", "organization=BSEC", "member", "BSEC Secretariat")]
    [InlineData("members", "organization=JCC", "member", "JCC Chairperson")]
    [InlineData("facts", "entity=JCC", "sentence", "(Comment: JCC is the governing Board of SECI Center made up of elected Chairperson, elected Deputy Chairperson and one representative from each of the Twelve member states.")]
    [InlineData("aliases", "entity=BSEC", "surface", "BSCE")]
    [InlineData("connection", "to=Istanbul", "target", "Istanbul")]
    [InlineData("reporting-posts", "organization=BSEC", "post", "Embassy Bucharest")]
    [InlineData("partners", "organization=BSEC", "partner", "SECI Center")]
    [InlineData("most-connected", "limit=5", "organization", "SECI Center")]
    [InlineData("travels", "place=Istanbul", "from", "2005-04-26")]
    [InlineData("withdrawal", "cable=05BUCHAREST1129", "what", "William Silkworth")]
    public async Task Questions_answer(string name, string argument, string column, string expected)
    {
        SavedQuery question = CypherLibrary.Question(name)!;
        string[] pair = argument.Split('=', 2);
        MapValue values = QueryArguments.FromText(question, new Dictionary<string, string> { [pair[0]] = pair[1] });
        List<string> answers = [];
        await using IGraphResult result = await samples.Graph.RunAsync(question.Text, values, TransactionOptions.ReadOnly);
        int index = result.Columns.ToList().IndexOf(column);
        while (await result.ReadAsync())
        {
            answers.Add(ValueText.Display(result.Current[index]));
        }

        Assert.Contains(expected, answers);
    }

    [Fact]
    public async Task The_graph_keeps_its_promises() =>
        Assert.All(await GraphCheck.RunAsync(samples.Graph), result => Assert.True(result.Violations.Count == 0, string.Join('\n', result.Violations)));

    [GeneratedRegex(@"\$(\w+)")]
    private static partial Regex Parameter();
}
