using Chancery.Testing;

namespace Chancery.Cypher.Tests.Syntax;

/// <summary>Text tables of cases: a line each, <c>#</c> for remarks, <c>⏎</c> for the end of a line inside a case.</summary>
internal static class CaseTable
{
    public static IEnumerable<string> Read(string name) =>
        File.ReadLines(Path.Combine(Repository.Root, "tests", "Chancery.Cypher.Tests", "Syntax", "Cases", name))
            .Where(line => line.Length > 0 && line[0] != '#');

    public static IEnumerable<(string Input, string Expected)> ReadPairs(string name) =>
        Read(name).Select(line => line.Split('⇶', StringSplitOptions.TrimEntries)).Select(sides => (sides[0].Replace("⏎", "\n", StringComparison.Ordinal), sides[1]));
}
