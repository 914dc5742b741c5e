using Chancery.Graph;

namespace Chancery.Cypher.Storage.Disk;

/// <summary>What can go wrong between the store and its folder, in words that name the folder.</summary>
internal static class DiskError
{
    public static GraphException Corrupt(string folder, string place, Exception problem) =>
        new("Neo.DatabaseError.General.StorageDamageDetected", $"The graph in '{folder}' is damaged at {place}: {problem.Message} Restore it from a backup.", problem);

    public static GraphException CannotOpen(string folder, Exception problem) => problem.Message switch
    {
        string text when text.Contains("lock", StringComparison.OrdinalIgnoreCase) && text.Contains("LOCK", StringComparison.Ordinal)
            && !text.Contains("denied", StringComparison.OrdinalIgnoreCase) && !text.Contains("Read-only", StringComparison.OrdinalIgnoreCase) =>
            new("Neo.ClientError.General.DatabaseUnavailable", $"The graph in '{folder}' is open in another process, or elsewhere in this one. Close it there first.", problem),
        string text when text.Contains("Corruption", StringComparison.Ordinal) => Corrupt(folder, "its files", problem),
        _ => new("Neo.DatabaseError.Database.DatabaseStartFailed", $"The graph in '{folder}' cannot be opened: {problem.Message}", problem),
    };

    public static GraphException WrongFormat(string folder, string found) =>
        new(
            "Neo.DatabaseError.Database.DatabaseStartFailed",
            $"The graph in '{folder}' has format '{found}', and this version reads format {DiskKeys.FormatVersion}.");

    public static GraphException NotAGraph(string folder, string why) =>
        new("Neo.ClientError.Database.DatabaseNotFound", $"There is no graph in '{folder}': {why}");

    public static GraphException CommitFailed(string folder, Exception problem) =>
        new(
            "Neo.DatabaseError.Transaction.TransactionCommitFailed",
            $"The disk refused a commit to the graph in '{folder}', which takes no more changes until it is opened again: {problem.Message}",
            problem);

    public static GraphException CannotTidy(string folder, Exception problem) =>
        new(
            "Neo.DatabaseError.General.UnknownError",
            $"The graph in '{folder}' is safe, but the disk refused to put its files in order when it was closed: {problem.Message}",
            problem);

    public static GraphException Occupied(string folder) =>
        new("Neo.ClientError.Statement.ArgumentError", $"'{folder}' exists already: name a folder that does not.");

    public static GraphException NoFolder() =>
        new("Neo.ClientError.Statement.ArgumentError", "A graph that lives in memory alone has no files to copy.");
}
