namespace Chancery.Extraction.Text;

/// <summary>Case and accents folded away, and hashes of what is left; every lookup by word goes through here.</summary>
internal static class Folding
{
    private const ulong Offset = 14695981039346656037;
    private const ulong Prime = 1099511628211;
    private static readonly char[] s_table = Table();

    public static char Fold(char c) => c < s_table.Length ? s_table[c] : char.ToUpperInvariant(c);

    public static ulong Hash(ReadOnlySpan<char> text)
    {
        ulong hash = Offset;
        foreach (char c in text)
        {
            hash = (hash ^ Fold(c)) * Prime;
        }

        return hash;
    }

    public static ulong HashExact(ReadOnlySpan<char> text)
    {
        ulong hash = Offset;
        foreach (char c in text)
        {
            hash = (hash ^ c) * Prime;
        }

        return hash;
    }

    /// <summary>Mixes the hash of a next word into the hash of a phrase.</summary>
    public static ulong Append(ulong phrase, ulong word)
    {
        ulong mixed = (phrase ^ (word + 0x9E3779B97F4A7C15 + (phrase << 6) + (phrase >> 2))) * Prime;
        return mixed ^ (mixed >> 29);
    }

    public static string Fold(string text) => string.Create(text.Length, text, static (span, source) =>
    {
        for (int i = 0; i < span.Length; i++)
        {
            span[i] = Fold(source[i]);
        }
    });

    // Base letters of U+00C0 to U+024F and of U+1E00 to U+1EFF; a space where a character has none. (Normalization needs ICU data, which an
    // invariant process does not load.)
    private const string LatinBase =
        "AAAAAAACEEEEIIIIDNOOOOO OUUUUYTSAAAAAAACEEEEIIIIDNOOOOO OUUUUYTYAAAAAACCCCCCCCDDDDEEEEEEEEEEGGGGGGGGHHHHIIIIIIII"
            + "II  JJKK LLLLLL  LLNNNNNN NNOOOOOOOORRRRRRSSSSSSSSTTTTTTUUUUUUUUUUUUWWYYYZZZZZZS                                "
            + "OO             UU                            AAIIOOUUUUUUUUUU AAAAAA  GGKKOOOO      GG  NNAAAAOOAAAAEEEEIIIIOOOO"
            + "RRRRUUUUSSTT  HH      AAEEOOOOOOOOYY                            ";

    private const string AdditionalBase =
        "AABBBBBBCCDDDDDDDDDDEEEEEEEEEEFFGGHHHHHHHHHHIIIIKKKKKKLLLLLLLLMMMMMMNNNNNNNNOOOOOOOOPPPPRRRRRRRRSSSSSSSSSSTTTTTT"
            + "TTUUUUUUUUUUVVVVWWWWWWWWWWXXXXYYZZZZZZ     S    AAAAAAAAAAAAAAAAAAAAAAAAEEEEEEEEEEEEEEEEIIIIOOOOOOOOOOOOOOOOOOOO"
            + "OOOOUUUUUUUUUUUUUUYYYYYYYY      ";

    /// <summary>Latin letters lose their accents; curly quotes and dashes become plain ones.</summary>
    private static char[] Table()
    {
        var table = new char[0x2040];
        for (int i = 0; i < table.Length; i++)
        {
            char letter = i switch
            {
                >= 0xC0 and < 0x250 => LatinBase[i - 0xC0],
                >= 0x1E00 and < 0x1F00 => AdditionalBase[i - 0x1E00],
                _ => ' ',
            };
            table[i] = letter == ' ' ? char.ToUpperInvariant((char)i) : letter;
        }

        table['\u2018'] = table['\u2019'] = table['\u02BC'] = '\'';
        table['\u2013'] = table['\u2014'] = '-';
        table['\u201C'] = table['\u201D'] = '"';
        return table;
    }
}
