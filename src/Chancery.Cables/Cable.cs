namespace Chancery.Cables;

/// <summary>A half-open range of the raw text, in UTF-16 code units.</summary>
public readonly record struct TextSpan(int Start, int End)
{
    public int Length => End - Start;

    public bool Contains(TextSpan other) => Start <= other.Start && other.End <= End;

    public bool Overlaps(TextSpan other) => Start < other.End && other.Start < End;

    public string Of(string text) => text[Start..End];
}

/// <summary>A header value with the place it was read from; <c>Span</c> is null where a record field or the format implied it.</summary>
public sealed record Located<T>(T Value, TextSpan? Span);

/// <summary>A parsed message.</summary>
public sealed record Cable
{
    /// <summary>The reference where there is one, else the source's id, else the file's name without ending.</summary>
    public required string Id { get; init; }

    public required RawCable Raw { get; init; }

    public required CableForm Form { get; init; }

    public required CableHeader Header { get; init; }

    /// <summary>In the order of the text; a body without numbers has unnumbered paragraphs.</summary>
    public required IReadOnlyList<Paragraph> Paragraphs { get; init; }

    /// <summary>SHA-256 of the raw text and the record's fields, lower-case hex.</summary>
    public required string ContentHash { get; init; }

    /// <summary>True where the text says, or shows, that part of the message is missing.</summary>
    public bool Partial { get; init; }

    /// <summary>What the parser met and worked around: a repeated header, a cut line, a doubled body. Never a reason to refuse.</summary>
    public IReadOnlyList<string> Warnings { get; init; } = [];
}

/// <summary>The fields that a cable states before its body, each with its place.</summary>
public sealed record CableHeader
{
    /// <summary>Two-digit year, post without spaces, number without leading zeros: 05BUCHAREST1129.</summary>
    public Located<string>? Reference { get; init; }

    public Located<CableDate>? Date { get; init; }

    /// <summary>The sender as the header names it: Embassy Bucharest, Secretary of State, USMISSION USNATO.</summary>
    public Located<string>? Origin { get; init; }

    public Located<string>? Classification { get; init; }

    /// <summary>Handling captions: SIPDIS, SENSITIVE, NOFORN, …</summary>
    public IReadOnlyList<Located<string>> Captions { get; init; } = [];

    public IReadOnlyList<Addressee> Addressees { get; init; } = [];

    /// <summary>The text after "E.O. 12958:".</summary>
    public Located<string>? ExecutiveOrder { get; init; }

    public IReadOnlyList<Located<string>> Tags { get; init; } = [];

    public Located<string>? Subject { get; init; }

    /// <summary>Other cables, normalised like <see cref="Reference"/> where possible.</summary>
    public IReadOnlyList<Located<string>> References { get; init; } = [];

    /// <summary>The same references as <see cref="References"/>, one for one, in the words of the text: "2008 BRASILIA 775", "Deptel 1024".</summary>
    public IReadOnlyList<string> ReferencesAsWritten { get; init; } = [];

    /// <summary>The surname (or, in FRUS, the name) under the text.</summary>
    public Located<string>? Signer { get; init; }
}

/// <summary>A moment as exactly as the header gives it.</summary>
/// <param name="Value">UTC; midnight where only a day is known.</param>
/// <param name="HasTime">False where only a day is known.</param>
public readonly record struct CableDate(DateTime Value, bool HasTime)
{
    /// <summary>ISO 8601: 2005-05-13T14:16, or 2005-05-13 without a time.</summary>
    public override string ToString() =>
        Value.ToString(HasTime ? "yyyy-MM-ddTHH:mm" : "yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture);
}

/// <summary>Where a cable goes: a routing line's post, or an attention line's office and person.</summary>
/// <param name="Via">TO, INFO, ATTN ("STATE FOR EUR/NCE") or PASS.</param>
/// <param name="Span">The whole of this addressee's text.</param>
public sealed record Addressee(string Via, TextSpan Span)
{
    /// <summary>AMEMBASSY LONDON, SECSTATE WASHDC, DEPT OF LABOR WASHDC.</summary>
    public Located<string>? Post { get; init; }

    /// <summary>The agency that holds the office: STATE DEPT in "STATE DEPT FOR EUR/NCE".</summary>
    public Located<string>? Agency { get; init; }

    /// <summary>EUR/NCE, INL/AAE.</summary>
    public Located<string>? Office { get; init; }

    public Located<string>? Person { get; init; }

    /// <summary>The role that an attention line gives the person: NEA ACTING ASSISTANT SECRETARY, CHARGE.</summary>
    public Located<string>? Position { get; init; }

    /// <summary>True for the sender named by "FROM … FOR …".</summary>
    public bool IsSender { get; init; }
}

public enum ParagraphKind
{
    Body,
    Summary,
    Comment,
    Note,
    Background,
    Participants,
    Quotation,
}

/// <summary>A numbered unit of the body.</summary>
public sealed record Paragraph
{
    /// <summary>Its place in the cable, from 1; the id of the graph's paragraph is <c>{cable}#{Ordinal}</c>.</summary>
    public required int Ordinal { get; init; }

    /// <summary>The number that the text gives it; null where it has none.</summary>
    public int? Number { get; init; }

    /// <summary>The heading it stands under.</summary>
    public Located<string>? Heading { get; init; }

    public ParagraphKind Kind { get; init; }

    /// <summary>The portion mark: U, SBU, C, S; null where there is none.</summary>
    public string? Marking { get; init; }

    /// <summary>From its first to its last character in the raw text.</summary>
    public required TextSpan Span { get; init; }

    /// <summary>Its text after cleaning: page headers taken out, lines joined; what sentences are shown from.</summary>
    public required CleanText Text { get; init; }
}
