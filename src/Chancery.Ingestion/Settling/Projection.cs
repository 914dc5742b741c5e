using Chancery.Graph;
using Chancery.Ingestion.Loading;

namespace Chancery.Ingestion.Settling;

/// <summary>A <c>Claim</c> node with the ids of its ends.</summary>
internal sealed record StatedClaim(string Subject, string Object, MapValue Properties)
{
    public string Id => Properties["id"].AsString();

    public string Type => Properties["type"].AsString();

    public string Cable => Properties["cable"].AsString();

    public string Modality => Properties["modality"].AsString();

    public double Confidence => Properties["confidence"].AsNumber();

    public bool IsDenied => Properties["polarity"].AsString() == "denied";

    public bool IsRejected => Properties.TryGetValue("rejected", out Value rejected) && rejected.AsBoolean();

    public DateOnly? Seen => GraphDates.Day(Properties.GetOrNull("seen"));

    /// <summary>A record of <c>settle.entities.claims.cypher</c>.</summary>
    public static StatedClaim Of(Value[] row) => new(row[0].AsString(), row[1].AsString(), row[2].AsMap());
}

/// <summary>One edge between two entities.</summary>
internal sealed record ProjectedEdge(string Source, string Type, string Target, MapValue Properties);

/// <summary>Claims into edges: one for each type and pair, from the claims that stand. A function of the set of claims.</summary>
internal static class Projection
{
    // From the firmest: what decides among claims of the same day.
    private static readonly string[] s_modalities = ["actual", "former", "planned", "proposed"];

    public static IEnumerable<ProjectedEdge> Compute(IEnumerable<StatedClaim> claims, Func<StatedClaim, bool> rejects) =>
        claims.Where(claim => !claim.IsDenied && claim.Subject != claim.Object && s_modalities.Contains(claim.Modality) && !rejects(claim))
            .Where(claim => RelationTypes.Projected.Contains(claim.Type))
            .GroupBy(Ends)
            .OrderBy(group => group.Key.Source, StringComparer.Ordinal)
            .ThenBy(group => group.Key.Type, StringComparer.Ordinal)
            .ThenBy(group => group.Key.Target, StringComparer.Ordinal)
            .Select(group => new ProjectedEdge(group.Key.Source, group.Key.Type, group.Key.Target, Properties([.. group])));

    /// <summary>Where the claim's edge starts and ends: a symmetric relation has one edge, whoever is named first.</summary>
    public static (string Source, string Type, string Target) Ends(StatedClaim claim) =>
        RelationTypes.Symmetric.Contains(claim.Type) && string.CompareOrdinal(claim.Subject, claim.Object) > 0
            ? (claim.Object, claim.Type, claim.Subject)
            : (claim.Subject, claim.Type, claim.Object);

    private static MapValue Properties(StatedClaim[] claims)
    {
        StatedClaim[] best = [.. claims.OrderByDescending(claim => claim.Confidence).ThenBy(claim => claim.Id, StringComparer.Ordinal)];
        DateOnly[] days = [.. claims.Select(claim => claim.Seen).OfType<DateOnly>().Order()];
        string[] cables = [.. claims.Select(claim => claim.Cable).Distinct()];
        MapValue.Builder properties = new(8);
        properties.Set("claims", Statements.Texts(best.Select(claim => claim.Id)))
            .Set("support", (long)cables.Length)
            .Set("confidence", Confidence(best))
            .Set("status", Status(claims))
            .SetKnown("firstSeen", days.Length > 0 ? GraphDates.Day(days[0]) : Value.Null)
            .SetKnown("lastSeen", days.Length > 0 ? GraphDates.Day(days[^1]) : Value.Null)
            .SetKnown("from", Texts(claims, "from", "on").Min(StringComparer.Ordinal))
            .SetKnown("to", Texts(claims, "to", "on").Max(StringComparer.Ordinal));
        return properties.Build();
    }

    /// <summary>
    /// The chance that at least one cable is right, each counted once by its best claim: cables are witnesses, repetitions in one are not.
    /// </summary>
    private static double Confidence(StatedClaim[] best) =>
        Math.Round(1 - best.DistinctBy(claim => claim.Cable).Aggregate(1.0, (wrong, claim) => wrong * (1 - claim.Confidence)), 6);

    /// <summary>Actual once any cable says so, unless a later one says former; else what the latest says, the firmer first.</summary>
    private static string Status(StatedClaim[] claims)
    {
        IOrderedEnumerable<StatedClaim> latest = claims
            .OrderByDescending(claim => claim.Seen ?? DateOnly.MinValue)
            .ThenBy(claim => Array.IndexOf(s_modalities, claim.Modality));
        return claims.Any(claim => claim.Modality == "actual")
            ? latest.First(claim => claim.Modality is "actual" or "former").Modality
            : latest.First().Modality;
    }

    /// <summary>The first of the two properties that each claim has.</summary>
    private static IEnumerable<string> Texts(StatedClaim[] claims, string first, string second) =>
        claims.Select(claim => claim.Properties.GetOrNull(first) is { IsNull: false } value ? value : claim.Properties.GetOrNull(second))
            .Where(value => !value.IsNull)
            .Select(value => value.AsString());
}
