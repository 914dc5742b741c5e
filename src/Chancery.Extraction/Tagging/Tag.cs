namespace Chancery.Extraction.Tagging;

/// <summary>What the tagger tells apart. <see cref="Misc"/> is for names that are none of ours: treaties, programmes, peoples, events.</summary>
internal enum TagType : byte
{
    None,
    Person,
    Organization,
    Place,
    Misc,
    Post,
    Position,
}

/// <summary>Labels of tokens: 0 outside, then for each type one that begins and one that continues.</summary>
internal static class Tag
{
    public const int Count = 13;

    /// <summary>Every label allowed: nothing is known of the token.</summary>
    public const ushort Any = (1 << Count) - 1;

    public static int Begin(TagType type) => (2 * (int)type) - 1;

    public static int Inside(TagType type) => 2 * (int)type;

    public static TagType TypeOf(int label) => (TagType)((label + 1) / 2);

    public static bool IsInside(int label) => label > 0 && (label & 1) == 0;

    public static bool MayFollow(int previous, int label) => !IsInside(label) || TypeOf(previous) == TypeOf(label);
}

/// <summary>A range that the tagger names, and by how much it preferred it to its next best reading.</summary>
internal readonly record struct TaggedRange(Text.TokenRange Tokens, TagType Type, float Margin);
