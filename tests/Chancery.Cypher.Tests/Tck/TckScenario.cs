using Gherkin.Ast;

namespace Chancery.Cypher.Tests.Tck;

/// <summary>One scenario of the TCK, outlines expanded: its steps as they stand in the feature file, with the example's values put in.</summary>
internal sealed record TckScenario(string Category, string Id, IReadOnlyList<TckStep> Steps)
{
    public override string ToString() => Id;
}

/// <summary>A step's text, and the query or table beneath it.</summary>
internal sealed record TckStep(string Text, string? Query, IReadOnlyList<IReadOnlyList<string>> Table);

/// <summary>Reads the feature files as they are.</summary>
internal static class TckFeatures
{
    public static IReadOnlyList<TckScenario> Load(string folder)
    {
        List<TckScenario> scenarios = [];
        foreach (string file in Directory.EnumerateFiles(folder, "*.feature", SearchOption.AllDirectories).Order(StringComparer.Ordinal))
        {
            using StreamReader reader = new(file);
            Feature feature = new Gherkin.Parser().Parse(reader).Feature;
            string name = Path.GetRelativePath(folder, file).Replace('\\', '/');
            string category = name[..name.LastIndexOf('/')];
            List<Step> background = [];
            foreach (IHasLocation child in feature.Children)
            {
                if (child is Background shared)
                {
                    background.AddRange(shared.Steps);
                }
                else if (child is Scenario scenario)
                {
                    scenarios.AddRange(Expand(category, name, scenario, background));
                }
            }
        }

        return scenarios;
    }

    private static IEnumerable<TckScenario> Expand(string category, string file, Scenario scenario, IReadOnlyList<Step> background)
    {
        List<Step> steps = [.. background, .. scenario.Steps];
        string id = $"{file} {scenario.Name}";
        if (!scenario.Examples.Any())
        {
            yield return new TckScenario(category, id, [.. steps.Select(step => Read(step, []))]);
            yield break;
        }

        int number = 0;
        foreach (Examples examples in scenario.Examples)
        {
            string[] names = [.. examples.TableHeader.Cells.Select(cell => cell.Value)];
            foreach (TableRow row in examples.TableBody)
            {
                number++;
                (string, string)[] pairs = [.. names.Zip(row.Cells.Select(cell => cell.Value))];
                yield return new TckScenario(category, $"{id} #{number}", [.. steps.Select(step => Read(step, pairs))]);
            }
        }
    }

    private static TckStep Read(Step step, IReadOnlyList<(string Name, string Value)> example)
    {
        string Fill(string text) => example.Aggregate(text, (filled, pair) => filled.Replace($"<{pair.Name}>", pair.Value, StringComparison.Ordinal));
        return new TckStep(
            Fill(step.Text),
            step.DocString is { } query ? Fill(query.Content) : null,
            step.DataTable is { } table ? [.. table.Rows.Select(row => (IReadOnlyList<string>)[.. row.Cells.Select(cell => Fill(cell.Value))])] : []);
    }
}
