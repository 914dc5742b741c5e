using Chancery.Extraction.Mentions;

namespace Chancery.Extraction.Coreference;

/// <summary>An entity of one cable while it is put together.</summary>
internal sealed class EntityDraft(EntityType type)
{
    public EntityType Type { get; } = type;

    public List<Draft> Mentions { get; } = [];

    public string Name { get; set; } = "";

    public string? GazetteerId { get; set; }

    /// <summary>For a position: its title without bodies.</summary>
    public string? Title { get; set; }

    /// <summary>For a position: the entities that its phrases name (or that the context gives) as its body.</summary>
    public SortedSet<int> Bodies { get; } = [];

    /// <summary>For a position: the persons named beside it.</summary>
    public SortedSet<int> Holders { get; } = [];

    public Dictionary<string, string> Properties { get; } = new(StringComparer.Ordinal);
}
