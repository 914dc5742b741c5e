using Chancery.Testing;

namespace Chancery.Cypher.Tests.Execution;

/// <summary>
/// One case of a text table: a title line <c>## …</c>; statements that prepare the graph, one a line behind <c>- </c>; the query, and
/// beneath it what is expected: a table (<c>|</c>), an error's code (<c>!</c>), or a plan (<c>=</c>).
/// </summary>
public sealed record LanguageCase(string Title, IReadOnlyList<string> Preparation, string Query, IReadOnlyList<string> Expected)
{
    public IReadOnlyList<IReadOnlyList<string>> Table =>
        [.. Expected.Select(line => line.Trim('|').Split('|').Select(cell => cell.Trim()).ToArray())];

    public override string ToString() => Title;

    public static IReadOnlyList<LanguageCase> Read(string folder) =>
    [
        .. Directory.EnumerateFiles(Path.Combine(Repository.Root, "tests", "Chancery.Cypher.Tests", folder), "*.cases")
            .Order(StringComparer.Ordinal)
            .SelectMany(file => File.ReadAllText(file).Split("\n## ").Skip(1).Select(text => Parse(Path.GetFileNameWithoutExtension(file), text))),
    ];

    private static LanguageCase Parse(string file, string text)
    {
        string[] lines = [.. text.Split('\n').Select(line => line.TrimEnd()).Where(line => line.Length > 0)];
        return new LanguageCase(
            $"{file}: {lines[0]}",
            [.. lines.Skip(1).Where(line => line.StartsWith("- ", StringComparison.Ordinal)).Select(line => line[2..])],
            string.Join('\n', lines.Skip(1).Where(line => !line.StartsWith("- ", StringComparison.Ordinal) && line[0] is not ('|' or '!' or '='))),
            [.. lines.Skip(1).Where(line => line[0] is '|' or '!' or '=').Select(line => line[0] == '|' ? line : line[1..].TrimEnd())]);
    }
}
