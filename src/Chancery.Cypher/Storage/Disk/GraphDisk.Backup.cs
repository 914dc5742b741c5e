using Chancery.Cypher.Storage.Disk.Native;
using Chancery.Graph;

namespace Chancery.Cypher.Storage.Disk;

internal sealed partial class GraphDisk
{
    /// <summary>Bytes of all files in the folder.</summary>
    public long SizeOnDisk => new DirectoryInfo(Folder).EnumerateFiles("*", SearchOption.AllDirectories).Sum(file => file.Length);

    /// <summary>Makes a copy of the graph as of the last commit in a new folder, which is a graph like any other; writers go on meanwhile.</summary>
    public void Backup(string target)
    {
        target = Path.GetFullPath(target);
        if (Path.Exists(target))
        {
            throw DiskError.Occupied(target);
        }

        try
        {
            Directory.CreateDirectory(Path.GetDirectoryName(target)!);
            _db.CopyTo(target);
        }
        catch (Exception problem) when (problem is RocksException or IOException or UnauthorizedAccessException)
        {
            throw new GraphException("Neo.DatabaseError.General.UnknownError", $"The backup of '{Folder}' to '{target}' failed: {problem.Message}", problem);
        }
    }

    /// <summary>Copies a backup into a folder that does not exist yet, or is empty.</summary>
    public static void Restore(string backup, string target)
    {
        if (!File.Exists(Path.Combine(backup, "CURRENT")))
        {
            throw DiskError.NotAGraph(Path.GetFullPath(backup), "it is no backup.");
        }

        target = Path.GetFullPath(target);
        if (File.Exists(target) || (Directory.Exists(target) && Directory.EnumerateFileSystemEntries(target).Any()))
        {
            throw DiskError.Occupied(target);
        }

        Directory.CreateDirectory(target);
        foreach (string file in Directory.EnumerateFiles(backup).Where(file => Path.GetFileName(file) != "LOCK"))
        {
            File.Copy(file, Path.Combine(target, Path.GetFileName(file)));
        }
    }
}
