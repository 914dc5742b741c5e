using Chancery.Extraction.Text;

namespace Chancery.Extraction.Mentions;

/// <summary>Persons' names as people write them: WILLIAM SILKWORTH becomes William Silkworth.</summary>
internal static class PersonNames
{
    private static readonly WordList s_particles = new("de da do dos das del della la le los las van von zu zum zur vom der den di du y e el al bin ibn abu ben ter binti bte ould");

    public static bool IsParticle(Token token) => s_particles.Contains(token);

    public static string Proper(string name) => string.Join(' ', name.Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(Word));

    /// <summary>The last word that is no particle or generation: what the person is called by.</summary>
    public static string Surname(string name)
    {
        string[] words = name.Split(' ', StringSplitOptions.RemoveEmptyEntries);
        for (int i = words.Length - 1; i > 0; i--)
        {
            string word = Folding.Fold(words[i].TrimEnd('.', ','));
            if (word is not ("JR" or "SR" or "II" or "III" or "IV"))
            {
                return words[i].Trim(',', '.');
            }
        }

        return words.Length > 0 ? words[0] : name;
    }

    private static string Word(string word)
    {
        bool capitals = word.Any(char.IsLetter) && word.Where(char.IsLetter).All(char.IsUpper) && word.Count(char.IsLetter) > 1
            && !word.Contains('.', StringComparison.Ordinal);
        bool small = word.All(c => !char.IsUpper(c)) && !s_particles.Contains(word);
        if (!capitals && !small)
        {
            return word;
        }

        char[] letters = word.ToLowerInvariant().ToCharArray();
        for (int i = 0; i < letters.Length; i++)
        {
            if (i == 0 || letters[i - 1] is '-' or '\'' or '\u2019')
            {
                letters[i] = char.ToUpperInvariant(letters[i]);
            }
        }

        string proper = new(letters);
        return proper.StartsWith("Mc", StringComparison.Ordinal)
            && proper.Length > 3 ? "Mc" + char.ToUpperInvariant(proper[2]) + proper[3..] : proper;
    }
}
