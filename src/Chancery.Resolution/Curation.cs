using System.Collections.Frozen;

namespace Chancery.Resolution;

/// <summary>
/// An analyst's standing decisions, replayed on every build. They speak of entity ids as the graph shows them without curation.
/// </summary>
public sealed record Curation
{
    public static Curation None { get; } = new();

    public IReadOnlyList<MergeDecision> Merges { get; init; } = [];

    public IReadOnlyList<SplitDecision> Splits { get; init; } = [];

    public IReadOnlyList<RenameDecision> Renames { get; init; } = [];

    public IReadOnlyList<RejectDecision> Rejections { get; init; } = [];

    /// <summary>Tells one set of decisions from another; empty without decisions.</summary>
    public string Hash { get; init; } = "";

    private FrozenDictionary<string, string> Into => field ??= Merges
        .SelectMany(merge => merge.From.Select(from => (from, merge.Into)))
        .ToFrozenDictionary(pair => pair.from, pair => pair.Into, StringComparer.Ordinal);

    private FrozenDictionary<(string Entity, string Cable), string> Apart => field ??= Splits
        .SelectMany(split => split.Cables.Select(cable => (split.Entity, cable, split.Into)))
        .ToFrozenDictionary(part => (part.Entity, part.cable), part => part.Into);

    private FrozenDictionary<string, string> Names => field ??= Renames.ToFrozenDictionary(rename => rename.Entity, rename => rename.Name, StringComparer.Ordinal);

    private FrozenSet<string> RejectedEntities => field ??= Rejections
        .Select(reject => reject.Entity).OfType<string>().ToFrozenSet(StringComparer.Ordinal);

    /// <summary>Where <paramref name="entity"/>, as named in <paramref name="cable"/>, belongs: split first, then merged.</summary>
    public string Place(string entity, string cable)
    {
        string at = Apart.GetValueOrDefault((entity, cable), entity);
        return Into.GetValueOrDefault(at, at);
    }

    /// <summary>The name that an analyst gave to an entity; null where none did.</summary>
    public string? NameOf(string entity) => Names.GetValueOrDefault(entity);

    public bool Rejects(string entity) => RejectedEntities.Contains(entity);

    public bool Rejects(string claim, string type, string subject, string @object, string cable) =>
        Rejects(subject) || Rejects(@object) || Rejections.Any(reject => reject.Matches(claim, type, subject, @object, cable));
}

/// <summary>All of <c>From</c> are <c>Into</c>.</summary>
public sealed record MergeDecision(string Into, IReadOnlyList<string> From);

/// <summary>In these cables <c>Entity</c> is another, <c>Into</c>.</summary>
public sealed record SplitDecision(string Entity, IReadOnlyList<string> Cables, string Into);

public sealed record RenameDecision(string Entity, string Name);

/// <summary>
/// A claim by its id; every claim of a type between two entities (in one cable, where it is given); or an entity with all its claims.
/// What is rejected stays visible and projects nothing.
/// </summary>
public sealed record RejectDecision(string? Claim, string? Entity, string? Type, string? Subject, string? Object, string? Cable)
{
    internal bool Matches(string claim, string type, string subject, string @object, string cable) =>
        Claim is not null
            ? Claim == claim
            : Type == type && Subject == subject && Object == @object && (Cable is null || Cable == cable);
}
