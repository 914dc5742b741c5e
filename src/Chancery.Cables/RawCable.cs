namespace Chancery.Cables;

/// <summary>One message as a source handed it over, before parsing.</summary>
/// <param name="Source">The file (and row or record in it) that it came from, for people and for error messages.</param>
/// <param name="Text">The text as read, line ends untouched: every offset in Chancery counts UTF-16 code units of this text.</param>
public sealed record RawCable(string Source, string Text)
{
    /// <summary>The id that the source gives (a record's reference, a JSON line's id); null where the text has to tell.</summary>
    public string? Id { get; init; }

    public CableForm Form { get; init; } = CableForm.Unknown;

    /// <summary>Header fields that the record states beside its text (columns of a dump, a TEI heading), by name in lower case.</summary>
    public IReadOnlyDictionary<string, string> Fields { get; init; } = new Dictionary<string, string>();

    /// <summary>What the reader worked around: an encoding that had to be guessed.</summary>
    public IReadOnlyList<string> Notes { get; init; } = [];
}

/// <summary>The layouts that messages come in; the parser settles <see cref="Unknown"/> by looking at the text.</summary>
public enum CableForm
{
    Unknown,

    /// <summary>2002–2010 cable text with E.O., TAGS and SUBJECT lines.</summary>
    Cable,

    /// <summary>A saved web page around a cable.</summary>
    WebPage,

    /// <summary>One row of a published dump: id, date, reference, origin, classification, references, header, body.</summary>
    Record,

    /// <summary>1960s–70s teletype text in capitals.</summary>
    Teletype,

    /// <summary>A document of the Foreign Relations of the United States.</summary>
    Frus,

    /// <summary>Text without a header, as public annotated sets have it.</summary>
    Plain,
}
