using Chancery.Extraction.Gazetteers;
using Chancery.Extraction.Mentions;
using Chancery.Extraction.Text;

namespace Chancery.Extraction.Coreference;

/// <summary>The name that an entity bears, and the facts that go with it.</summary>
internal static class EntityNames
{
    private static readonly WordList s_small = new("of for and the in on to a an de da do del la");

    public static void Name(EntityDraft entity)
    {
        Draft? linked = entity.Mentions.Find(mention => mention.Entry is not null);
        if (linked?.Entry is { } entry)
        {
            entity.GazetteerId = entry.Id;
            if (entry.Acronym is { } acronym && entity.Type == EntityType.Organization)
            {
                entity.Properties["acronym"] = acronym;
            }

            if (entity.Type == EntityType.Place)
            {
                DescribePlace(entity, entry);
            }
        }

        foreach (Draft mention in entity.Mentions)
        {
            foreach ((string key, string value) in mention.Properties)
            {
                if (value.Length > 0)
                {
                    entity.Properties.TryAdd(key, value);
                }
            }
        }

        entity.Name = entity.Type switch
        {
            EntityType.Person => Person(entity),
            EntityType.Post => entity.Mentions.Find(mention => mention.Name is not null)?.Name ?? Longest(entity),
            EntityType.Organization => Organization(entity, linked),
            EntityType.Place => linked?.Entry?.Name ?? Proper(Longest(entity)),
            _ => Longest(entity),
        };
        if (entity.Type == EntityType.Post)
        {
            entity.GazetteerId = entity.Mentions.Find(mention => mention.Key is not null)?.Key;
        }
    }

    /// <summary>A position is named by its fullest phrase; a title that stands alone takes the acronym (else the name) of its body before it.</summary>
    public static void NamePositions(EntityTable table, CableContext context)
    {
        foreach (EntityDraft entity in table.Entities.Where(entity => entity.Type == EntityType.Position))
        {
            string title = entity.Mentions[0].Properties.GetValueOrDefault("title", entity.Mentions[0].Surface);
            Draft? full = entity.Mentions.Find(mention => mention.Bodies.Count > 0 && !mention.Surface.Contains('(', StringComparison.Ordinal));
            if (full is not null && full.Bodies.TrueForAll(body => body.Tokens.Start < full.Tokens.End))
            {
                string surface = entity.Mentions.Where(mention => mention.Bodies.Count == entity.Mentions.Max(other => other.Bodies.Count)
                        && !mention.Surface.Contains('(', StringComparison.Ordinal))
                    .Select(mention => mention.Surface).OrderByDescending(candidate => candidate.Any(char.IsLower)).ThenByDescending(candidate => candidate.Length).FirstOrDefault(full.Surface);
                entity.Name = Proper(surface);
            }
            else if (entity.Bodies.Count > 0)
            {
                EntityDraft body = table.Entities[entity.Bodies.Min];
                entity.Name = $"{body.Properties.GetValueOrDefault("acronym", body.Name)} {Proper(title)}";
            }
            else if (entity.Properties.TryGetValue("nation", out string? nation))
            {
                entity.Name = Proper(Longest(entity));
                entity.Properties["country"] = nation;
            }
            else
            {
                entity.Name = Proper(title);
                if (!entity.Properties.Remove("stranger") && context.Own is { } origin
                    && PositionWords.MissionStaff.Contains(Tokenizer.Tokenize(entity.Mentions[0].Surface)[^1]))
                {
                    entity.Name += ", " + origin.Name;
                }
            }

            entity.Properties["title"] = Proper(title);
            entity.Properties["acting"] = entity.Mentions.Exists(mention => mention.Properties.GetValueOrDefault("acting") == "true") ? "true" : "false";
        }
    }

    public static void DescribePlace(EntityDraft entity, GazetteerEntry entry)
    {
        void Put(string key, string? value)
        {
            if (!string.IsNullOrEmpty(value))
            {
                entity.Properties[key] = value;
            }
        }

        Put("iso", entry.Iso);
        Put("latitude", entry.Latitude);
        Put("longitude", entry.Longitude);
        Put("kind", entry.Kind.HasFlag(EntryKind.Country) ? "country" : entry.Kind.HasFlag(EntryKind.City) ? "city" : "region");
    }

    private static string Person(EntityDraft entity)
    {
        string name = entity.Mentions.Select(mention => PersonNames.Proper(mention.Name ?? mention.Surface))
            .OrderByDescending(candidate => candidate.Split(' ').Length).ThenBy(candidate => candidate.All(c => !char.IsLower(c))).First();
        string surname = PersonNames.Surname(name);
        entity.Properties["surname"] = surname;
        if (name.Length > surname.Length && name.EndsWith(surname, StringComparison.Ordinal))
        {
            entity.Properties["givenName"] = name[..^surname.Length].Trim();
        }

        return name;
    }

    private static string Organization(EntityDraft entity, Draft? linked)
    {
        if (entity.Mentions.Find(mention => mention.Name is not null && mention.Reason.StartsWith("header", StringComparison.Ordinal)
                && mention.Entry is null or { Kind: EntryKind.Office })?.Name is { } office)
        {
            return office;
        }

        if (entity.Mentions.Find(mention => mention.Name is not null)?.Name is { } known)
        {
            return known;
        }

        Draft? unit = entity.Mentions.Find(mention => mention.Surface.Contains(' ', StringComparison.Ordinal)
                && mention.Surface.Split(' ')[0].Length > 1 && mention.Surface.Split(' ')[0].All(char.IsUpper)
            && mention.Reason.StartsWith("an acronym with", StringComparison.Ordinal));
        if (unit is not null)
        {
            string[] words = unit.Surface.Split(' ');
            return words[0] + " " + PersonNames.Proper(string.Join(' ', words[1..]));
        }

        string longest = Longest(entity);
        if (linked is null && entity.Mentions.TrueForAll(mention => mention.Reason.StartsWith("header", StringComparison.Ordinal)))
        {
            return longest;
        }

        bool acronymOnly = longest.All(c => !char.IsLower(c)) && !longest.Contains(' ', StringComparison.Ordinal);
        return linked?.Entry is { } entry && (acronymOnly || entry.Id.StartsWith("org:US-", StringComparison.Ordinal)) ? entry.Name : Proper(longest);
    }

    /// <summary>The longest surface; of equals one that is not all in capitals.</summary>
    private static string Longest(EntityDraft entity) =>
        entity.Mentions.Select(mention => mention.Surface).OrderByDescending(surface => surface.Length)
            .ThenBy(surface => surface.Any(char.IsLower) ? 0 : 1).ThenBy(surface => surface, StringComparer.Ordinal).First();

    /// <summary>A name of several words in capitals as a title; codes and single words as they stand.</summary>
    public static string Proper(string name)
    {
        string[] words = name.Split(' ');
        if (words.Length < 2 && name.Length < 7 || name.Any(char.IsLower) || name.Contains('/', StringComparison.Ordinal) || name.Any(char.IsDigit))
        {
            return name;
        }

        return string.Join(' ', words.Select((word, i) => word.Length == 0 ? word
            : i > 0 && s_small.Contains(word) ? word.ToLowerInvariant() : PersonNames.Proper(word)));
    }
}
