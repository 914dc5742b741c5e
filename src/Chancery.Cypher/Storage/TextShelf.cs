namespace Chancery.Cypher.Storage;

/// <summary>Where long strings stand, by number.</summary>
internal abstract class TextShelf
{
    /// <summary>Strings with more UTF-16 code units than this leave memory.</summary>
    public const int LongText = 512;

    public abstract string Read(long number);
}
