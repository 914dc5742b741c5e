namespace Chancery.Cables.Reading;

/// <param name="Name">The path under the folder that was asked for, with slashes, or the file's name: how messages name it.</param>
/// <param name="Problem">Why a folder could not be listed; null for a file.</param>
internal sealed record SourceFile(string Path, string Name, string? Problem)
{
    public bool IsCompressed { get; } = Path.EndsWith(".gz", StringComparison.OrdinalIgnoreCase);

    /// <summary>The ending in lower case, that of compression aside.</summary>
    public string Ending { get; } = System.IO.Path.GetExtension(Path.EndsWith(".gz", StringComparison.OrdinalIgnoreCase) ? Path[..^3] : Path).ToLowerInvariant();
}

/// <summary>Finds the files to read, always in the same order.</summary>
internal static class SourceFiles
{
    private static readonly HashSet<string> Endings = [".txt", ".cable", ".html", ".htm", ".xml", ".csv", ".jsonl"];

    public static IReadOnlyList<SourceFile> Find(string path)
    {
        if (File.Exists(path))
        {
            return [new SourceFile(path, Path.GetFileName(path), null)];
        }

        if (!Directory.Exists(path))
        {
            throw new CableSourceException(path);
        }

        List<SourceFile> found = [];
        Add(path, path, found);
        found.Sort((a, b) => string.CompareOrdinal(a.Name, b.Name));
        return found;
    }

    private static void Add(string root, string folder, List<SourceFile> found)
    {
        try
        {
            foreach (string file in Directory.EnumerateFiles(folder))
            {
                SourceFile source = new(file, Name(root, file), null);
                if (!IsHidden(file) && Endings.Contains(source.Ending))
                {
                    found.Add(source);
                }
            }

            foreach (string inner in Directory.EnumerateDirectories(folder))
            {
                // A link to a folder may lead back up.
                if (!IsHidden(inner) && !File.GetAttributes(inner).HasFlag(FileAttributes.ReparsePoint))
                {
                    Add(root, inner, found);
                }
            }
        }
        catch (Exception failure) when (failure is UnauthorizedAccessException or IOException)
        {
            found.Add(new SourceFile(folder, Name(root, folder), failure.Message));
        }
    }

    private static bool IsHidden(string path) => Path.GetFileName(path).StartsWith('.');

    private static string Name(string root, string path) => Path.GetRelativePath(root, path).Replace('\\', '/');
}
