using System.Reflection;

namespace Chancery.Http;

/// <summary>The statements of <c>cypher/dashboard</c>, by file name.</summary>
internal static class DashboardStatement
{
    public static string Find { get; } = Read("find");

    public static string Network { get; } = Read("network");

    public static string Neighbors { get; } = Read("neighbors");

    public static string Path { get; } = Read("path");

    public static string Entity { get; } = Read("entity");

    public static string EntityFacts { get; } = Read("entity-facts");

    public static string EntityCables { get; } = Read("entity-cables");

    public static string Cables { get; } = Read("cables");

    public static string Cable { get; } = Read("cable");

    public static string CableParagraphs { get; } = Read("cable-paragraphs");

    private static string Read(string name)
    {
        using Stream stream = Assembly.GetExecutingAssembly().GetManifestResourceStream($"cypher/dashboard/{name}.cypher")
            ?? throw new InvalidOperationException($"The statement cypher/dashboard/{name}.cypher is not in the assembly.");
        using StreamReader reader = new(stream);
        return reader.ReadToEnd();
    }
}
