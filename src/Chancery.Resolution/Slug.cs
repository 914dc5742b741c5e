using System.Collections.Frozen;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace Chancery.Resolution;

/// <summary>Names as keys: letters and digits without case, accents and punctuation, words joined by hyphens.</summary>
internal static class Slug
{
    private const int Limit = 80;

    // Letters without accents for U+00C0 to U+017F: Unicode's own tables are absent where globalization is invariant.
    private const char FirstFolded = '\u00C0';
    private const string Folded =
        "aaaaaaaceeeeiiiidnooooo-ouuuuytsaaaaaaaceeeeiiiidnooooo-ouuuuyty"
        + "aaaaaaccccccccddddeeeeeeeeeegggggggghhhhiiiiiiiiiiiijjkkklllllll"
        + "lllnnnnnnnnnoooooooorrrrrrssssssssttttttuuuuuuuuuuuuwwyyyzzzzzzs";

    public static string Of(string name)
    {
        StringBuilder slug = new(name.Length);
        bool gap = false;
        foreach (char written in name)
        {
            char c = Fold(written);
            if (char.IsLetterOrDigit(c) || char.IsSurrogate(c))
            {
                if (gap && slug.Length > 0)
                {
                    slug.Append('-');
                }

                gap = false;
                slug.Append(c);
            }
            else if (CharUnicodeInfo.GetUnicodeCategory(c) is not UnicodeCategory.NonSpacingMark && c is not ('\'' or '’' or 'ʼ' or '.'))
            {
                gap = true;
            }
        }

        // A name without any letter still needs a key of its own; a very long one must not become a very long key.
        return slug.Length switch
        {
            0 => "x" + Hash(name),
            > Limit => slug.ToString(0, Limit) + "-" + Hash(slug.ToString()),
            _ => slug.ToString(),
        };
    }

    /// <summary>
    /// The key of a body's name: without function words, and without the word "organization" around a name that says more.
    /// "Organization for Black Sea Economic Cooperation" and "Black Sea Economic Cooperation organization" are one.
    /// </summary>
    public static string OfOrganization(string name)
    {
        string[] words = [.. Of(name).Split('-').Where(word => !s_functionWords.Contains(word))];
        ReadOnlySpan<string> rest = words;
        while (rest.Length > 2 && s_frameWords.Contains(rest[0]))
        {
            rest = rest[1..];
        }

        while (rest.Length > 2 && s_frameWords.Contains(rest[^1]))
        {
            rest = rest[..^1];
        }

        return rest.Length == 0 ? Of(name) : string.Join('-', rest!);
    }

    private static readonly FrozenSet<string> s_functionWords = FrozenSet.Create(StringComparer.Ordinal, "the", "of", "for", "and", "on");

    private static readonly FrozenSet<string> s_frameWords = FrozenSet.Create(StringComparer.Ordinal, "organization", "organisation", "zone");

    private static char Fold(char c) => c switch
    {
        < FirstFolded => char.ToLowerInvariant(c),
        _ when c - FirstFolded < Folded.Length => Folded[c - FirstFolded],
        'Ș' or 'ș' => 's',
        'Ț' or 'ț' => 't',
        _ => char.ToLowerInvariant(c),
    };

    /// <summary>Twelve hexadecimal digits of the SHA-256 of the text.</summary>
    public static string Hash(string text) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text)), 0, 6);

    /// <summary>Twenty-four hexadecimal digits of the SHA-256 of the parts, which cannot run into one another.</summary>
    public static string Hash(params ReadOnlySpan<string> parts) =>
        Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(string.Join('\u001f', parts!))), 0, 12);
}
