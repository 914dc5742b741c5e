namespace Chancery.Cables.Parsing;

/// <summary>Lines that belong together, before they become a <see cref="Paragraph"/>.</summary>
internal sealed class Block
{
    public List<TextSpan> Lines { get; } = [];

    public int? Number { get; set; }

    public string? Marking { get; set; }

    /// <summary>Where the block begins, its number included.</summary>
    public int Start { get; set; }

    public Located<string>? Heading { get; set; }

    /// <summary>A rule stood right above it.</summary>
    public bool Ruled { get; set; }

    /// <summary>A page header was taken out since its last line.</summary>
    public bool Interrupted { get; set; }

    public int End => Lines[^1].End;
}
