using Chancery.Cables;
using Chancery.Extraction;

namespace Chancery.Resolution;

/// <summary>
/// One cable with every entity under a key that means the same in every cable. A function of the cable alone, so that the order of
/// ingestion cannot matter; what other cables add (whose short name this is) is settled by <see cref="Handles"/>.
/// </summary>
/// <param name="Entities">By key, ascending; one for each key.</param>
public sealed record ResolvedCable(
    Cable Cable, IReadOnlyList<ResolvedEntity> Entities, IReadOnlyList<ResolvedMention> Mentions, IReadOnlyList<ResolvedClaim> Claims);

/// <summary>What one cable calls an entity, and what it tells of it.</summary>
/// <param name="Key">The entity's id, unless other cables explain its handle: <c>org:BSEC</c>, <c>person:james-sheehan</c>.</param>
public sealed record ResolvedEntity(string Key, EntityType Type, string Name)
{
    /// <summary>Each surface with the number of its mentions in this cable, in ordinal order; the name itself is among them.</summary>
    public IReadOnlyList<(string Surface, int Count)> Surfaces { get; init; } = [];

    public IReadOnlyDictionary<string, string> Properties { get; init; } = new Dictionary<string, string>();

    /// <summary>True where <see cref="Key"/> is a handle: a surname or an acronym that another cable may give to a fuller name.</summary>
    public bool IsHandle { get; init; }

    /// <summary>The handles for which this cable shows that they mean this entity, ascending.</summary>
    public IReadOnlyList<string> Explains { get; init; } = [];
}

/// <param name="Key">The key of its entity.</param>
public sealed record ResolvedMention(Mention Mention, string Key);

/// <param name="Id">A hash of cable, place, type, ends and rule: the same statement has the same id in every build.</param>
/// <param name="Source">An entity's key, or <c>cable</c>.</param>
/// <param name="Target">An entity's key.</param>
public sealed record ResolvedClaim(string Id, Claim Claim, string Source, string Target);
