namespace Chancery.Cypher.Syntax;

internal enum TokenKind : byte
{
    End,
    Word,
    QuotedName,
    Parameter,
    Integer,
    Float,
    String,
    LeftParenthesis,
    RightParenthesis,
    LeftBracket,
    RightBracket,
    LeftBrace,
    RightBrace,
    Comma,
    Semicolon,
    Colon,
    DoubleColon,
    Dot,
    DoubleDot,
    Plus,
    PlusEqual,
    Minus,
    Star,
    Slash,
    Percent,
    Caret,
    Equal,
    NotEqual,
    Less,
    LessOrEqual,
    Greater,
    GreaterOrEqual,
    RegexMatch,
    Bar,
    DoubleBar,
    Ampersand,
    Exclamation,

    /// <summary>The <c>$</c> before parentheses, <c>$(…)</c>; before a name it is part of a <see cref="Parameter"/>.</summary>
    Dollar,
    InvalidNumber,
    UnterminatedString,
    UnterminatedName,
    UnterminatedComment,
    UnknownCharacter,
}

/// <summary><c>Partner</c> is the index of the bracket that closes this one, or -1.</summary>
internal readonly record struct Token(TokenKind Kind, Keyword Keyword, int Offset, int Length)
{
    public int Partner { get; init; } = -1;

    public int End => Offset + Length;

    public TextSpan Span => new(Offset, Length);
}
