using Chancery.Extraction.Gazetteers;
using Chancery.Extraction.Mentions;
using Chancery.Extraction.Text;

namespace Chancery.Extraction.Coreference;

/// <summary>
/// Links an organization to its row by an acronym among its names, unless a long name of the cable speaks of something else: the content
/// words of one must be among those of the other.
/// </summary>
internal static class Linking
{
    private static readonly WordList s_empty = new("the of for and in on to a organization organisation zone association international center centre group initiative");

    public static void Link(EntityDraft entity, Gazetteer gazetteer)
    {
        foreach (Draft mention in entity.Mentions)
        {
            string first = mention.Surface.Split(' ')[0];
            bool code = first.Length is >= 2 and <= 8 && first.All(char.IsUpper);
            bool whole = first.Length == mention.Surface.Length || mention.Key?.StartsWith("acronym:", StringComparison.Ordinal) == true
                || mention.Surface.EndsWith(" Center", StringComparison.OrdinalIgnoreCase);
            if (code && whole && gazetteer.Find(first) is { Kind: EntryKind.Organization } row && Agrees(entity, row))
            {
                entity.GazetteerId = row.Id;
                entity.Properties["acronym"] = first;
                return;
            }
        }

        foreach (Draft mention in entity.Mentions.Where(mention => mention.Surface.Contains(' ', StringComparison.Ordinal)))
        {
            if (gazetteer.Organization(Content(mention.Surface)) is { } row)
            {
                entity.GazetteerId = row.Id;
                if (row.Acronym is { } acronym)
                {
                    entity.Properties.TryAdd("acronym", acronym);
                }

                return;
            }
        }
    }

    private static bool Agrees(EntityDraft entity, GazetteerEntry row)
    {
        string[] known = Content(row.Name).Split(' ');
        return entity.Mentions.Where(mention => mention.Surface.Split(' ').Length > 2).All(mention =>
        {
            string[] words = Content(mention.Surface).Split(' ');
            return words.All(known.Contains) || known.All(words.Contains);
        });
    }

    /// <summary>The words that tell one body from another, folded, in order of the alphabet.</summary>
    public static string Content(string name)
    {
        string[] words = Clusters.Normal(name).Split(' ', StringSplitOptions.RemoveEmptyEntries);
        int kept = 0;
        foreach (string word in words)
        {
            if (!s_empty.Contains(word))
            {
                words[kept++] = word;
            }
        }

        Array.Sort(words, 0, kept, StringComparer.Ordinal);
        return string.Join(' ', words, 0, kept);
    }
}
