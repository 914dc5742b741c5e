using Chancery.Graph;
using Chancery.Testing;
using Xunit;

namespace Chancery.Tests;

/// <summary>What the README shows is what the program answers.</summary>
public class ReadmeTests(SampleGraph sample)
{
    private static readonly string s_readme = File.ReadAllText(Path.Combine(Repository.Root, "README.md"));

    [Fact]
    public async Task The_question_of_the_readme_has_the_answer_of_the_readme()
    {
        string[] lines = Block("csv").Split('\n');
        List<string> answer = [];
        await using IGraphResult result = await sample.Graph.RunAsync(Block("cypher"), null, TransactionOptions.ReadOnly);
        answer.Add(string.Join(',', result.Columns));
        while (await result.ReadAsync())
        {
            answer.Add(string.Join(',', result.Current.Select(ValueText.Display)));
        }

        Assert.Equal(lines, answer);
    }

    [Fact]
    public void The_readme_names_every_setting()
    {
        foreach (string section in new[] { "Ingestion", "Http", "Bolt" })
        {
            Type settings = typeof(Settings.ChancerySettings).GetProperty(section)!.PropertyType;
            foreach (string name in settings.GetProperties().Select(property => property.Name))
            {
                Assert.Contains($"`{section}:{name}`", s_readme, StringComparison.Ordinal);
            }
        }
    }

    /// <summary>The only fenced block of a language.</summary>
    private static string Block(string language)
    {
        string fence = "```" + language + "\n";
        int start = s_readme.IndexOf(fence, StringComparison.Ordinal) + fence.Length;
        Assert.True(start >= fence.Length && s_readme.IndexOf(fence, start, StringComparison.Ordinal) < 0, $"one block of {language} in README.md");
        return s_readme[start..s_readme.IndexOf("\n```", start, StringComparison.Ordinal)];
    }
}
