using Chancery.Extraction.Coreference;

namespace Chancery.Extraction.Relations;

/// <summary>
/// "the Minister told the Ambassador": where the cable names the one holder of an office, what the office did is what the person did, and is
/// stated of the person alone.
/// </summary>
internal static class Bearers
{
    private const double Named = 0.8;

    public static void Apply(EntityTable table, ClaimList claims)
    {
        var holders = new Dictionary<int, int>();
        var shared = new HashSet<int>();
        foreach (ClaimDraft claim in claims.Claims.Where(claim => claim is { Type: "HOLDS", Polarity: Polarity.Asserted, Inferred: false }))
        {
            bool sole = claim.Modality == Modality.Actual && claim.Confidence >= Named && holders.TryAdd(claim.Target, claim.Source);
            if (!sole && holders.GetValueOrDefault(claim.Target, -1) != claim.Source)
            {
                shared.Add(claim.Target);
            }
        }

        AddShort(table, holders, shared);
        int Bearer(int entity) => entity >= 0 && table.Entities[entity].Type == EntityType.Position && !shared.Contains(entity)
            && holders.TryGetValue(entity, out int person) ? person : entity;
        claims.Rewrite(claim => claim.Type is "MET_WITH" or "TRAVELED_TO"
            ? claim with { Source = Bearer(claim.Source), Target = claim.Type == "MET_WITH" ? Bearer(claim.Target) : claim.Target } : claim);
    }

    /// <summary>"Secretary" alone, where "Secretary of State" is the one such office that the cable names a holder of.</summary>
    private static void AddShort(EntityTable table, Dictionary<int, int> holders, HashSet<int> shared)
    {
        for (int entity = 0; entity < table.Entities.Count; entity++)
        {
            EntityDraft office = table.Entities[entity];
            if (office.Type != EntityType.Position || holders.ContainsKey(entity) || office.Mentions.Count == 0
                || office.Mentions[0].Surface.Contains(' ', StringComparison.Ordinal))
            {
                continue;
            }

            string whole = office.Mentions[0].Surface + " of ";
            int[] longer = [.. Enumerable.Range(0, table.Entities.Count)
                .Where(other => table.Entities[other].Type == EntityType.Position
                && table.Entities[other].Mentions.Exists(mention => mention.Surface.StartsWith(whole, StringComparison.OrdinalIgnoreCase)))];
            if (longer is [var one] && !shared.Contains(one) && holders.TryGetValue(one, out int holder))
            {
                holders[entity] = holder;
            }
        }
    }
}
