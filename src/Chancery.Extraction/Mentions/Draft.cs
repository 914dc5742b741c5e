using Chancery.Cables;
using Chancery.Extraction.Gazetteers;
using Chancery.Extraction.Text;

namespace Chancery.Extraction.Mentions;

/// <summary>A mention in the making: where it stands, what it is taken for, how sure and why.</summary>
internal sealed class Draft
{
    public required TextSpan Span { get; init; }

    /// <summary>Its words on one line.</summary>
    public required string Surface { get; init; }

    public required EntityType Type { get; set; }

    public required double Confidence { get; set; }

    public required string Reason { get; set; }

    /// <summary>The running text it stands in; null for a header field.</summary>
    public Segment? Segment { get; init; }

    public TokenRange Tokens { get; init; }

    public int Paragraph { get; init; }

    /// <summary>The row it was linked to.</summary>
    public GazetteerEntry? Entry { get; set; }

    /// <summary>Mentions with one key are one entity; null leaves it to coreference.</summary>
    public string? Key { get; set; }

    /// <summary>The name that its entity should bear, where it knows better than its surface.</summary>
    public string? Name { get; set; }

    /// <summary>The position that this stands inside.</summary>
    public Draft? Parent { get; set; }

    /// <summary>For a position: the bodies that its phrase names.</summary>
    public List<Draft> Bodies { get; } = [];

    /// <summary>Known from the format (the city of the classification line): an entity, but no mention.</summary>
    public bool Silent { get; set; }

    /// <summary>An earlier mention of the same entity, where a rule knows it.</summary>
    public Draft? Antecedent { get; set; }

    /// <summary>The index of its entity, once clustered.</summary>
    public int Entity { get; set; } = -1;

    /// <summary>The higher wins where two overlap.</summary>
    public int Priority { get; init; }

    public Dictionary<string, string> Properties { get; } = new(StringComparer.Ordinal);

    public static Draft In(Segment segment, TokenRange tokens, EntityType type, double confidence, string reason, int priority) => new()
    {
        Span = segment.Raw(tokens),
        Surface = segment.Surface(tokens),
        Type = type,
        Confidence = confidence,
        Reason = reason,
        Segment = segment,
        Tokens = tokens,
        Paragraph = segment.Paragraph,
        Priority = priority,
    };
}
