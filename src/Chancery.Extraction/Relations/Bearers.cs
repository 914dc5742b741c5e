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

        int Bearer(int entity) => entity >= 0 && table.Entities[entity].Type == EntityType.Position && !shared.Contains(entity) && holders.TryGetValue(entity, out int person) ? person : entity;
        claims.Rewrite(claim => claim.Type is "MET_WITH" or "TRAVELED_TO" ? claim with { Source = Bearer(claim.Source), Target = claim.Type == "MET_WITH" ? Bearer(claim.Target) : claim.Target } : claim);
    }
}
