using Chancery.Testing;
using Gherkin;
using Gherkin.Ast;

namespace Chancery.Cypher.Tests.Syntax;

/// <summary>A statement of the openCypher TCK, with the error it is expected to raise, if any.</summary>
internal sealed record TckStatement(
    string Scenario, string Text, string? ErrorKind, string? ErrorPhase, string? ErrorDetail, IReadOnlyList<string> Procedures);

internal static class TckStatements
{
    public static IReadOnlyList<TckStatement>? ReadAll()
    {
        string? root = Repository.SharedData("tck/features");
        return root is null
            ? null
            : [.. Directory.EnumerateFiles(root, "*.feature", SearchOption.AllDirectories).Order(StringComparer.Ordinal).SelectMany(ReadFile)];
    }

    private static IEnumerable<TckStatement> ReadFile(string path)
    {
        Feature feature = new Parser().Parse(path).Feature;
        return from scenario in feature.Children.OfType<Scenario>()
               from row in Rows(scenario)
               from statement in ReadScenario($"{Path.GetFileNameWithoutExtension(path)} {scenario.Name}", scenario, row)
               select statement;
    }

    private static IEnumerable<(string Key, string Value)[]> Rows(Scenario scenario) =>
        !scenario.Examples.Any()
            ? [[]]
            : from examples in scenario.Examples
              let header = examples.TableHeader.Cells.Select(c => c.Value).ToArray()
              from row in examples.TableBody
              select header.Zip(row.Cells.Select(c => c.Value)).ToArray();

    private static IEnumerable<TckStatement> ReadScenario(string name, Scenario scenario, (string Key, string Value)[] row)
    {
        Step? error = scenario.Steps.FirstOrDefault(s => s.Text.Contains(" should be raised at ", StringComparison.Ordinal));
        string[] words = error is null ? [] : error.Text.Split(' ');
        List<string> procedures = [];
        foreach (Step step in scenario.Steps)
        {
            if (step.Text.StartsWith("there exists a procedure ", StringComparison.Ordinal))
            {
                procedures.Add(step.Text["there exists a procedure ".Length..].TrimEnd(':'));
            }

            if (step.DocString is { } text)
            {
                bool isTested = step.Text == "executing query:" && error is not null;
                yield return new(
                    name,
                    row.Aggregate(text.Content, (query, cell) => query.Replace($"<{cell.Key}>", cell.Value, StringComparison.Ordinal)),
                    isTested ? words[1] : null,
                    isTested ? string.Join(' ', words[6..^1]).TrimEnd(':') : null,
                    isTested ? words[^1] : null,
                    procedures);
            }
        }
    }
}
