using System.Collections.Frozen;
using System.Reflection;

namespace Chancery.Ingestion.Library;

/// <summary>The files under <c>cypher/</c>, as they were compiled in.</summary>
public static class CypherLibrary
{
    private static readonly FrozenDictionary<string, string> s_files = ReadAll();

    /// <summary>Every statement file by its path from the repository's root, ascending; for tests that hold them to be right.</summary>
    public static IReadOnlyList<(string Path, string Text)> Files { get; } =
        [.. s_files.OrderBy(file => file.Key, StringComparer.Ordinal).Select(file => (file.Key, file.Value))];

    /// <summary>The migrations of <c>cypher/schema</c> in the order in which they apply.</summary>
    public static IReadOnlyList<Migration> Migrations { get; } =
        [.. Files.Where(file => file.Path.StartsWith("cypher/schema/", StringComparison.Ordinal)).Select(file => Migration.Parse(Path.GetFileNameWithoutExtension(file.Path), file.Text))];

    /// <summary>The analysts' questions by name.</summary>
    public static IReadOnlyList<SavedQuery> Questions { get; } =
        [.. Files.Where(file => file.Path.StartsWith("cypher/queries/", StringComparison.Ordinal)).Select(file => SavedQuery.Parse(Path.GetFileNameWithoutExtension(file.Path), file.Text))];

    /// <summary>Promises that the graph keeps, by name, each with a statement that finds what breaks it.</summary>
    public static IReadOnlyList<(string Name, string Promise, string Text)> Checks { get; } =
        [.. Files.Where(file => file.Path.StartsWith("cypher/checks/", StringComparison.Ordinal))
            .Select(file => (Path.GetFileNameWithoutExtension(file.Path), file.Text.Split('\n')[0].TrimStart('/', ' ').TrimEnd(), file.Text))];

    public static SavedQuery? Question(string name) => Questions.FirstOrDefault(question => question.Name == name);

    /// <summary>A statement of <c>cypher/load</c>.</summary>
    internal static LoadStatement Load(string name) => LoadStatement.Parse(name, s_files[$"cypher/load/{name}.cypher"]);

    private static FrozenDictionary<string, string> ReadAll()
    {
        Assembly assembly = typeof(CypherLibrary).Assembly;
        return assembly.GetManifestResourceNames()
            .Where(name => name.StartsWith("cypher/", StringComparison.Ordinal))
            .ToFrozenDictionary(name => name, name => Read(assembly, name), StringComparer.Ordinal);
    }

    private static string Read(Assembly assembly, string name)
    {
        using StreamReader reader = new(assembly.GetManifestResourceStream(name)!);
        return reader.ReadToEnd();
    }
}
