using System.Xml.Linq;
using Chancery.Testing;
using Xunit;

namespace Chancery.Tests;

/// <summary>Data flows one way: projects refer to each other along these arrows only.</summary>
public sealed class ArchitectureTests
{
    private static readonly Dictionary<string, string[]> s_arrows = new()
    {
        ["Chancery.Cables"] = [],
        ["Chancery.Extraction"] = ["Chancery.Cables"],
        ["Chancery.Resolution"] = ["Chancery.Extraction", "Chancery.Cables"],
        ["Chancery.Graph"] = [],
        ["Chancery.Cypher"] = ["Chancery.Graph"],
        ["Chancery.Bolt"] = ["Chancery.Graph"],
        ["Chancery.Analytics"] = ["Chancery.Graph"],
        ["Chancery.Ingestion"] = ["Chancery.Cables", "Chancery.Extraction", "Chancery.Resolution", "Chancery.Graph", "Chancery.Analytics"],
        ["Chancery"] =
        [
            "Chancery.Cables", "Chancery.Extraction", "Chancery.Resolution", "Chancery.Graph", "Chancery.Cypher", "Chancery.Bolt",
            "Chancery.Analytics", "Chancery.Ingestion",
        ],
    };

    [Fact]
    public void Every_project_is_on_the_map() =>
        Assert.Equal(s_arrows.Keys.Order(StringComparer.Ordinal), Projects().Select(project => project.Name).Order(StringComparer.Ordinal));

    [Fact]
    public void Projects_refer_along_the_arrows_only()
    {
        IEnumerable<string> wrong = Projects().SelectMany(project => project.References
            .Where(reference => !s_arrows[project.Name].Contains(reference))
            .Select(reference => $"{project.Name} → {reference}"));
        Assert.Empty(wrong);
    }

    private static IEnumerable<(string Name, string[] References)> Projects() =>
        Directory.EnumerateFiles(Path.Combine(Repository.Root, "src"), "*.csproj", SearchOption.AllDirectories)
            .Select(file => (
                Path.GetFileNameWithoutExtension(file),
                XDocument.Load(file).Descendants("ProjectReference")
                    .Select(reference => Path.GetFileNameWithoutExtension(reference.Attribute("Include")!.Value.Replace('\\', '/')))
                    .ToArray()));
}
