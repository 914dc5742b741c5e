using Chancery.Extraction.Mentions;

namespace Chancery.Extraction.Coreference;

/// <summary>Why a mention belongs to its entity, and how often such links proved right.</summary>
internal readonly record struct Link(string Reason, double Confidence);

/// <summary>
/// Tells for each mention of an entity what joins it to the others, the surest tie first. The confidences are shares of links that were right
/// on annotated cables (<c>evaluate --gold</c> counts them by reason), drawn towards 0.9 with the weight of ten links.
/// </summary>
internal static class Links
{
    private static Link Alone => new("the only mention", 0.97);

    public static Dictionary<Draft, Link> Of(IReadOnlyList<EntityDraft> entities)
    {
        ILookup<string, EntityDraft> bySurname = entities.Where(entity => entity.Type == EntityType.Person)
            .SelectMany(entity => entity.Mentions.Select(Surname).Distinct(StringComparer.Ordinal), (entity, surname) => (entity, surname))
            .ToLookup(pair => pair.surname, pair => pair.entity, StringComparer.Ordinal);
        var links = new Dictionary<Draft, Link>();
        foreach (EntityDraft entity in entities)
        {
            string[] names = [.. entity.Mentions.Select(mention => Clusters.Normal(mention.Surface))];
            for (int i = 0; i < names.Length; i++)
            {
                Draft mention = entity.Mentions[i];
                links.TryAdd(mention, Of(entity, mention, names, i, bySurname));
            }
        }

        return links;
    }

    private static Link Of(EntityDraft entity, Draft mention, string[] names, int index, ILookup<string, EntityDraft> bySurname)
    {
        if (mention.Antecedent is not null)
        {
            return new("an earlier mention that it takes up", 0.94);
        }

        if (entity.Type == EntityType.Position)
        {
            return mention.Bodies.Count > 0 ? new("title and body", 0.97)
                : entity.Bodies.Count > 0 ? new("title, its body from the context", 0.99)
                : names.Length > 1 ? new("the same title", 0.98)
                : Alone;
        }

        if (entity.Type == EntityType.Post && mention.Key is not null)
        {
            return new("the mission that it means", 0.99);
        }

        if (entity.Type == EntityType.Person && IsBare(names[index]) && !Array.TrueForAll(names, IsBare))
        {
            return bySurname[names[index]].Take(2).Count() > 1 ? new("the nearest of several with this surname", 0.85) : new("surname", 0.99);
        }

        return mention.Entry is not null ? new("row of a table", 0.99)
            : mention.Key is not null ? new("code or letters that the cable explains", 0.99)
            : names.Length == 1 ? Alone
            : names.Count(name => name == names[index]) > 1 ? new("the same name", 0.98)
            : new("names that agree", 0.98);
    }

    private static bool IsBare(string name) => !name.Contains(' ', StringComparison.Ordinal);

    private static string Surname(Draft mention)
    {
        string name = Clusters.Normal(mention.Surface);
        return name[(name.LastIndexOf(' ') + 1)..];
    }
}
