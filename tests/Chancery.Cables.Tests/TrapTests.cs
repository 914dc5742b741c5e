using Chancery.Testing;
using Xunit;

namespace Chancery.Cables.Tests;

/// <summary>Runs the text table <c>Cases/traps.txt</c>.</summary>
public class TrapTests
{
    private static readonly Dictionary<string, string> Blocks = Read();

    public static IEnumerable<TheoryDataRow<string>> Names => Blocks.Keys.Select(name => new TheoryDataRow<string>(name));

    [Theory]
    [MemberData(nameof(Names))]
    public void Case(string name)
    {
        string[] halves = Blocks[name].Split("--- cable\n", 2);
        string text = halves[0]["--- text\n".Length..].Replace('␠', ' ').Replace('␉', '\t');
        RawCable raw = new("case.txt", text);
        ParserPropertyTests.Check(raw);
        string[] lines = [.. CableLines.Of(CableParser.Parse(raw))];
        string all = string.Join('\n', lines);
        foreach (string expectation in halves[1].Split('\n', StringSplitOptions.RemoveEmptyEntries))
        {
            string words = expectation[2..];
            bool holds = expectation[0] == '=' ? lines.Contains(words) : !all.Contains(words, StringComparison.Ordinal);
            Assert.True(holds, $"{expectation}\n\nin\n\n{all}");
        }
    }

    private static Dictionary<string, string> Read()
    {
        string table = File.ReadAllText(Path.Combine(Repository.Root, "tests/Chancery.Cables.Tests/Cases/traps.txt"));
        Dictionary<string, string> blocks = [];
        foreach (string block in table.Split("\n=== ").Skip(1))
        {
            int end = block.IndexOf('\n', StringComparison.Ordinal);
            blocks.Add(block[..end], block[(end + 1)..]);
        }

        return blocks;
    }
}
