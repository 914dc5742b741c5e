using Chancery.Graph;

namespace Chancery.Cypher.Execution;

/// <summary>The one folder from which LOAD CSV may read.</summary>
internal sealed class ImportFolder(string path)
{
    private readonly string _root = Path.TrimEndingDirectorySeparator(Path.GetFullPath(path)) + Path.DirectorySeparatorChar;

    /// <summary>Opens <c>file:///name</c> or a bare name beneath the folder.</summary>
    /// <exception cref="GraphException">The file lies elsewhere, or cannot be read.</exception>
    public StreamReader Open(string address)
    {
        const string Scheme = "file:///";
        string name = address.StartsWith(Scheme, StringComparison.OrdinalIgnoreCase) ? Uri.UnescapeDataString(address[Scheme.Length..]) : address;
        if (name.Contains("://", StringComparison.Ordinal))
        {
            throw Refuse($"LOAD CSV reads files of the import folder only, not '{address}'.");
        }

        string full = Path.GetFullPath(Path.Combine(_root, name.TrimStart('/')));
        if (!full.StartsWith(_root, StringComparison.Ordinal))
        {
            throw Refuse($"'{address}' lies outside the import folder.");
        }

        try
        {
            return new StreamReader(full);
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            throw Refuse($"Couldn't load the external resource '{address}': {error.Message}", error);
        }
    }

    public static GraphException Refuse(string message, Exception? inner = null) =>
        new("Neo.ClientError.Statement.ExternalResourceFailed", message, inner);
}
