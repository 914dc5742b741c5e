namespace Chancery.Testing;

/// <summary>Where tests find the repository's own files and the shared data that stands beside a checkout.</summary>
public static class Repository
{
    /// <summary>The folder that holds <c>Graph.sln</c>.</summary>
    public static string Root { get; } = FindRoot();

    /// <summary>
    /// A path under the shared data folder beside the checkout (<c>../shared/data</c>), or null where it is absent;
    /// tests then say so and skip.
    /// </summary>
    public static string? SharedData(string relative)
    {
        string path = Path.Combine(Root, "..", "shared", "data", relative);
        return Path.Exists(path) ? Path.GetFullPath(path) : null;
    }

    private static string FindRoot()
    {
        for (DirectoryInfo? at = new(AppContext.BaseDirectory); at is not null; at = at.Parent)
        {
            if (File.Exists(Path.Combine(at.FullName, "Graph.sln")))
            {
                return at.FullName;
            }
        }

        throw new InvalidOperationException($"No Graph.sln above {AppContext.BaseDirectory}: tests run from within a checkout.");
    }
}
