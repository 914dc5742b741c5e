using Chancery.Cables;

namespace Chancery.Extraction;

public enum EntityType
{
    Organization,
    Person,
    Post,
    Position,
    Place,
}

/// <summary>What one cable says: who and what it names, and what it states of them.</summary>
public sealed record CableExtraction(
    Cable Cable, IReadOnlyList<Mention> Mentions, IReadOnlyList<CableEntity> Entities, IReadOnlyList<Claim> Claims);

/// <summary>A span of the raw text that names an entity.</summary>
/// <param name="Entity">The id of the entity inside this cable: e1, e2, …</param>
/// <param name="Confidence">Calibrated, 0 to 1.</param>
/// <param name="Reason">For people: the rule or model, the words that triggered it, the gazetteer row.</param>
public sealed record Mention(TextSpan Span, string Text, EntityType Type, string Entity, double Confidence, string Reason)
{
    /// <summary>How surely it is of <see cref="Entity"/>, where it is a mention at all: calibrated, 0 to 1.</summary>
    public double LinkConfidence { get; init; } = 1;

    /// <summary>For people: what joins it to its entity.</summary>
    public string LinkReason { get; init; } = "the only mention";

    /// <summary>The ordinal of its paragraph; 0 for the header and the signature.</summary>
    public int Paragraph { get; init; }
}

/// <summary>What the mentions of one cable refer to.</summary>
public sealed record CableEntity(string Id, EntityType Type, string Name)
{
    /// <summary>Every other surface under which this cable names it, in order of appearance.</summary>
    public IReadOnlyList<string> Aliases { get; init; } = [];

    /// <summary>The gazetteer row that it was linked to: a stable id such as <c>org:BSEC</c>, <c>place:TR/Istanbul</c>, <c>post:bucharest-embassy</c>.</summary>
    public string? GazetteerId { get; init; }

    /// <summary>Facts that go to the node: acronym, surname, givenName, city, country, iso, latitude, longitude, title, acting, kind.</summary>
    public IReadOnlyDictionary<string, string> Properties { get; init; } = new Dictionary<string, string>();
}

public enum Polarity
{
    Asserted,
    Denied,
}

public enum Modality
{
    Actual,
    Planned,
    Proposed,
    Former,
    Conditional,
}

/// <summary>One statement of a passage, for or against a relation between two entities of the cable.</summary>
/// <param name="Type">HOLDS, POSITION_IN, PART_OF, GOVERNS, MEMBER_OF, LOCATED_IN, MET_WITH, TRAVELED_TO, COOPERATES_WITH; for the header ADDRESSED_TO, SENT_FROM, SIGNED_BY.</param>
/// <param name="Source">An entity id of this cable, or <c>cable</c>.</param>
/// <param name="Evidence">The sentence, in the raw text.</param>
/// <param name="Rule">The rule or model that read it.</param>
public sealed record Claim(string Type, string Source, string Target, TextSpan Evidence, double Confidence, string Rule)
{
    public Polarity Polarity { get; init; }

    public Modality Modality { get; init; }

    /// <summary>The ordinal of its paragraph; 0 for the header and the signature.</summary>
    public int Paragraph { get; init; }

    /// <summary>ISO day or month of an event.</summary>
    public string? On { get; init; }

    /// <summary>ISO day or month from which, and until which, it holds.</summary>
    public string? From { get; init; }

    public string? To { get; init; }

    /// <summary>True where knowledge outside the passage (an appointment table, a format) filled in an end.</summary>
    public bool Inferred { get; init; }
}
