using Chancery.Cables;
using Chancery.Extraction;

namespace Chancery.Resolution;

/// <summary>Gives each entity of a cable its key, and each claim its id.</summary>
public static class CableResolver
{
    /// <summary>The end of a claim that is the cable itself.</summary>
    public const string CableEnd = "cable";

    public static ResolvedCable Resolve(CableExtraction extraction)
    {
        KeyTable keys = KeyTable.Of(extraction);
        ILookup<string, Mention> mentions = extraction.Mentions.ToLookup(mention => mention.Entity, StringComparer.Ordinal);
        return new ResolvedCable(
            extraction.Cable,
            [.. extraction.Entities
                .GroupBy(entity => keys[entity.Id], StringComparer.Ordinal)
                .OrderBy(group => group.Key, StringComparer.Ordinal)
                .Select(group => Join(group.Key, group, mentions, keys))],
            [.. extraction.Mentions.Select(mention => new ResolvedMention(mention, keys[mention.Entity]))],
            [.. extraction.Claims.Select(claim => Resolve(extraction.Cable.Id, claim, keys)).DistinctBy(claim => claim.Id)]);
    }

    private static ResolvedEntity Join(
        string key, IEnumerable<CableEntity> group, ILookup<string, Mention> mentions, KeyTable keys)
    {
        CableEntity[] entities = [.. group.OrderBy(entity => entity.Name, StringComparer.Ordinal)];
        SortedDictionary<string, int> surfaces = new(StringComparer.Ordinal);
        SortedDictionary<string, string> properties = new(StringComparer.Ordinal);
        SortedSet<string> explains = new(StringComparer.Ordinal);
        foreach (CableEntity entity in entities)
        {
            surfaces.TryAdd(entity.Name, 0);
            foreach (string alias in entity.Aliases)
            {
                surfaces.TryAdd(alias, 0);
            }

            foreach (Mention mention in mentions[entity.Id])
            {
                string surface = CleanText.OneLine(mention.Text);
                surfaces[surface] = surfaces.GetValueOrDefault(surface) + 1;
            }

            foreach ((string name, string value) in entity.Properties)
            {
                properties.TryAdd(name, value);
            }

            explains.UnionWith(keys.Explains(entity.Id));
        }

        explains.Remove(key);
        return new ResolvedEntity(key, entities[0].Type, entities[0].Name)
        {
            Surfaces = [.. surfaces.Select(surface => (surface.Key, surface.Value))],
            Properties = properties,
            IsHandle = entities.Any(entity => keys.IsHandle(entity.Id)),
            Explains = [.. explains],
        };
    }

    private static ResolvedClaim Resolve(string cable, Claim claim, KeyTable keys)
    {
        string source = claim.Source == CableEnd ? CableEnd : keys[claim.Source];
        string target = claim.Target == CableEnd ? CableEnd : keys[claim.Target];
        string id = Slug.Hash(
            cable, claim.Type, source, target, claim.Rule, $"{claim.Evidence.Start}-{claim.Evidence.End}", $"{claim.Polarity} {claim.Modality}", claim.On ?? "");
        return new ResolvedClaim(id, claim, source, target);
    }
}
