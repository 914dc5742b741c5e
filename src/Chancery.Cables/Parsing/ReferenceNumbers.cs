using System.Globalization;
using System.Text;

namespace Chancery.Cables.Parsing;

/// <summary>The two spellings of a cable's reference: 05BUCHAREST1129, and "BUCHAREST 001129" with a year from elsewhere.</summary>
internal static class ReferenceNumbers
{
    /// <summary>Reads 05BUCHAREST1129 or 1976STATE311722: year, post without spaces, number.</summary>
    public static bool TryParse(ReadOnlySpan<char> text, out int year, out string post, out string number)
    {
        year = 0;
        post = number = "";
        int digits = 0;
        while (digits < text.Length && char.IsAsciiDigit(text[digits]))
        {
            digits++;
        }

        int letters = digits;
        while (letters < text.Length && (char.IsAsciiLetter(text[letters]) || text[letters] is '-' or '.'))
        {
            letters++;
        }

        if (digits is not (2 or 4) || letters - digits < 2 || letters == text.Length || text.Length - letters > 8 || !TextScan.IsDigits(text[letters..]))
        {
            return false;
        }

        year = FullYear(int.Parse(text[..digits], CultureInfo.InvariantCulture));
        post = text[digits..letters].ToString().ToUpperInvariant();
        number = text[letters..].ToString();
        return true;
    }

    /// <summary>05BUCHAREST1129 from its parts; <paramref name="post"/> may hold spaces, <paramref name="number"/> leading zeros.</summary>
    public static string Format(int year, ReadOnlySpan<char> post, ReadOnlySpan<char> number)
    {
        StringBuilder result = new(24);
        result.Append((year % 100).ToString("00", CultureInfo.InvariantCulture));
        foreach (char c in post)
        {
            if (char.IsLetterOrDigit(c))
            {
                result.Append(char.ToUpperInvariant(c));
            }
        }

        if (result.ToString(2, result.Length - 2) == "SECSTATE")
        {
            result.Remove(2, 3);
        }

        ReadOnlySpan<char> trimmed = number.TrimStart('0');
        return result.Append(trimmed.IsEmpty ? "0" : trimmed).ToString();
    }

    /// <summary>Two digits stand for 1940 to 2039.</summary>
    public static int FullYear(int year) => year > 99 ? year : year >= 40 ? 1900 + year : 2000 + year;
}
