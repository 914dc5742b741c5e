namespace Chancery.Cypher.Storage;

/// <summary>Makes strings that stand often (countries, roles, kinds) one object: a small table of those last met. For one writer at a time.</summary>
internal sealed class StringCache
{
    private const int Size = 4096;
    private const int LongestShared = 32;

    private readonly string?[] _known = new string?[Size];

    public string Share(string text)
    {
        if (text.Length > LongestShared)
        {
            return text;
        }

        ref string? known = ref _known[text.GetHashCode() & (Size - 1)];
        if (known is not null && string.Equals(known, text, StringComparison.Ordinal))
        {
            return known;
        }

        known = text;
        return text;
    }
}
