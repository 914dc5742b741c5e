using System.Globalization;
using System.Text;
using Chancery.Graph;

namespace Chancery.Cypher.Storage;

/// <summary>Cuts text into words as full-text indexes keep them: runs of letters and digits, lower-cased, accents dropped.</summary>
internal static class FullTextWords
{
    private const int LongestWord = 255;

    public static IEnumerable<string> Of(Value value) => value.Kind switch
    {
        ValueKind.String => Of(value.AsString()),
        ValueKind.List => value.AsList().Where(item => item.Kind == ValueKind.String).SelectMany(item => Of(item.AsString())),
        _ => [],
    };

    public static IEnumerable<string> Of(string text)
    {
        StringBuilder word = new();
        foreach (char letter in Folded(text))
        {
            if (char.IsLetterOrDigit(letter))
            {
                if (word.Length < LongestWord)
                {
                    word.Append(letter);
                }
            }
            else if (word.Length > 0 && letter != '\'')
            {
                yield return word.ToString();
                word.Clear();
            }
        }

        if (word.Length > 0)
        {
            yield return word.ToString();
        }
    }

    /// <summary>Lower case, without accents ("Şahin" → "sahin").</summary>
    public static string Folded(string text)
    {
        string lower = text.ToLowerInvariant();
        if (Ascii.IsValid(lower))
        {
            return lower;
        }

        StringBuilder folded = new(lower.Length);
        foreach (char letter in UnicodeForms.Normalize(lower, NormalizationForm.FormD))
        {
            if (CharUnicodeInfo.GetUnicodeCategory(letter) != UnicodeCategory.NonSpacingMark)
            {
                folded.Append(letter switch
                {
                    'ı' => "i",
                    'ø' => "o",
                    'đ' or 'ð' => "d",
                    'ł' => "l",
                    'ß' => "ss",
                    'æ' => "ae",
                    'œ' => "oe",
                    'þ' => "th",
                    _ => letter.ToString(),
                });
            }
        }

        return folded.ToString();
    }
}
