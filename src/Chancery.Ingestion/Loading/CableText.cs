namespace Chancery.Ingestion.Loading;

/// <summary>Passages for people.</summary>
internal static class CableText
{
    /// <summary>The passage on one line: runs of white space become one space.</summary>
    public static string OneLine(string text) => string.Join(' ', text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
}
