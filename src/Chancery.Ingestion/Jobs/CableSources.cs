using System.Runtime.CompilerServices;
using Chancery.Cables;
using Chancery.Ingestion.Pipeline;

namespace Chancery.Ingestion.Jobs;

/// <summary>Opens what a job was asked to read. Sources are named by full path, so that folders with like-named files stay apart.</summary>
internal static class CableSources
{
    private static readonly HashSet<string> s_severalMessages = new([".csv", ".jsonl", ".xml", ".gz"], StringComparer.OrdinalIgnoreCase);

    /// <exception cref="CableSourceException">A path is not there.</exception>
    public static CableSource Open(JobRequest request)
    {
        string[] paths = [.. request.Paths.Select(Path.GetFullPath).Distinct()];
        string[] files = [.. paths.SelectMany(CableReader.Files)];
        return new CableSource(string.Join(' ', request.Paths), ReadAsync(paths))
        {
            // Only reading tells how many messages a dump or a volume holds.
            Total = files.Any(file => s_severalMessages.Contains(Path.GetExtension(file))) ? null : files.Length,
            Mirrored = request.Mirror ? [.. paths.Select(Prefix)] : [],
        };
    }

    private static async IAsyncEnumerable<CableInput> ReadAsync(string[] paths, [EnumeratorCancellation] CancellationToken cancellationToken = default)
    {
        foreach (string path in paths)
        {
            string folder = Directory.Exists(path) ? path : Path.GetDirectoryName(path)!;
            await foreach (CableInput input in CableReader.Read(path, cancellationToken))
            {
                yield return new CableInput(
                    input.Cable is { } cable ? cable with { Source = Full(folder, cable.Source) } : null,
                    input.Problem is { } problem ? problem with { Source = Full(folder, problem.Source) } : null);
            }
        }
    }

    private static string Prefix(string path) => Directory.Exists(path) ? Path.TrimEndingDirectorySeparator(path) + Path.DirectorySeparatorChar : path;

    private static string Full(string folder, string name) => Path.Combine(folder, name);
}
