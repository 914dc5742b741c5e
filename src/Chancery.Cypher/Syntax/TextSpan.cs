namespace Chancery.Cypher.Syntax;

/// <summary>A stretch of a statement's text, in UTF-16 code units.</summary>
internal readonly record struct TextSpan(int Offset, int Length)
{
    public int End => Offset + Length;

    public static TextSpan Between(int start, int end) => new(start, end - start);

    public TextSpan To(TextSpan last) => Between(Offset, last.End);

    public string In(string text) => text.Substring(Offset, Length);
}
