using System.Text;

namespace Chancery.Bolt.PackStream;

/// <summary>
/// Short ASCII map keys seen before, shared by all connections: a property's name is decoded once and not once a record.
/// A slot holds whichever key came last; races cost a second decoding and nothing else.
/// </summary>
internal static class KeyCache
{
    private const int Slots = 1024;
    private const int LongestKey = 40;

    private static readonly string?[] Keys = new string?[Slots];

    /// <summary>The key's string, or null where it is long or not ASCII.</summary>
    public static string? Find(ReadOnlySpan<byte> utf8)
    {
        if (utf8.Length > LongestKey)
        {
            return null;
        }

        uint hash = 2166136261;
        foreach (byte b in utf8)
        {
            hash = (hash ^ b) * 16777619;
        }

        ref string? slot = ref Keys[hash % Slots];
        string? known = slot;
        if (known is not null && known.Length == utf8.Length && Ascii.Equals(utf8, known))
        {
            return known;
        }

        if (!Ascii.IsValid(utf8))
        {
            return null;
        }

        return slot = Encoding.ASCII.GetString(utf8);
    }
}
