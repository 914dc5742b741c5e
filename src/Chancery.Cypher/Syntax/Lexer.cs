using System.Globalization;
using System.Text;

namespace Chancery.Cypher.Syntax;

/// <summary>
/// Cuts a text into tokens in one pass and pairs its brackets. What no token fits becomes a token too, so that the parser reports the
/// first fault in the order of the text.
/// </summary>
internal sealed class Lexer(string text)
{
    private readonly List<Token> _tokens = new(text.Length / 4 + 1);
    private readonly Stack<int> _open = new();
    private int _at;

    public static Token[] Tokenize(string text) => new Lexer(text).Run();

    private Token[] Run()
    {
        while (SkipBlanks())
        {
            int start = _at;
            (TokenKind kind, Keyword keyword) = Next();
            Token token = new(kind, keyword, start, _at - start);
            PairBrackets(kind);
            _tokens.Add(token);
        }

        _tokens.Add(new Token(TokenKind.End, Keyword.None, text.Length, 0));
        return [.. _tokens];
    }

    private char Peek(int ahead = 0) => _at + ahead < text.Length ? text[_at + ahead] : '\0';

    private (TokenKind Kind, Keyword Keyword) Next()
    {
        char c = text[_at];
        if (char.IsAsciiDigit(c) || (c == '.' && char.IsAsciiDigit(Peek(1))))
        {
            return (ReadNumber(), Keyword.None);
        }

        if (IsNameStart(_at, out _))
        {
            int start = _at;
            SkipNameParts();
            return (TokenKind.Word, Keywords.Find(text.AsSpan(start, _at - start)));
        }

        return (c switch
        {
            '\'' or '"' => ReadQuoted(c, TokenKind.String, TokenKind.UnterminatedString),
            '`' => ReadQuoted(c, TokenKind.QuotedName, TokenKind.UnterminatedName),
            '$' => ReadParameter(),
            '/' when Peek(1) == '*' => ReadToEnd(TokenKind.UnterminatedComment),
            _ => ReadSymbol(c),
        }, Keyword.None);
    }

    private TokenKind ReadSymbol(char c)
    {
        (TokenKind kind, int length) = (c, Peek(1)) switch
        {
            (':', ':') => (TokenKind.DoubleColon, 2),
            ('.', '.') => (TokenKind.DoubleDot, 2),
            ('+', '=') => (TokenKind.PlusEqual, 2),
            ('<', '>') => (TokenKind.NotEqual, 2),
            ('<', '=') => (TokenKind.LessOrEqual, 2),
            ('>', '=') => (TokenKind.GreaterOrEqual, 2),
            ('=', '~') => (TokenKind.RegexMatch, 2),
            ('|', '|') => (TokenKind.DoubleBar, 2),
            ('(', _) => (TokenKind.LeftParenthesis, 1),
            (')', _) => (TokenKind.RightParenthesis, 1),
            ('[', _) => (TokenKind.LeftBracket, 1),
            (']', _) => (TokenKind.RightBracket, 1),
            ('{', _) => (TokenKind.LeftBrace, 1),
            ('}', _) => (TokenKind.RightBrace, 1),
            (',', _) => (TokenKind.Comma, 1),
            (';', _) => (TokenKind.Semicolon, 1),
            (':', _) => (TokenKind.Colon, 1),
            ('.', _) => (TokenKind.Dot, 1),
            ('+', _) => (TokenKind.Plus, 1),
            ('-', _) => (TokenKind.Minus, 1),
            ('*', _) => (TokenKind.Star, 1),
            ('/', _) => (TokenKind.Slash, 1),
            ('%', _) => (TokenKind.Percent, 1),
            ('^', _) => (TokenKind.Caret, 1),
            ('=', _) => (TokenKind.Equal, 1),
            ('<', _) => (TokenKind.Less, 1),
            ('>', _) => (TokenKind.Greater, 1),
            ('|', _) => (TokenKind.Bar, 1),
            ('&', _) => (TokenKind.Ampersand, 1),
            ('!', '=') => (TokenKind.UnknownCharacter, 2),
            ('!', _) => (TokenKind.Exclamation, 1),
            _ => (TokenKind.UnknownCharacter, char.IsHighSurrogate(c) && char.IsLowSurrogate(Peek(1)) ? 2 : 1),
        };
        _at += length;
        return kind;
    }

    private void PairBrackets(TokenKind kind)
    {
        if (kind is TokenKind.LeftParenthesis or TokenKind.LeftBracket or TokenKind.LeftBrace)
        {
            _open.Push(_tokens.Count);
        }
        else if (kind is TokenKind.RightParenthesis or TokenKind.RightBracket or TokenKind.RightBrace
            && _open.TryPeek(out int opener) && _tokens[opener].Kind + 1 == kind)
        {
            _open.Pop();
            _tokens[opener] = _tokens[opener] with { Partner = _tokens.Count };
        }
    }

    /// <summary>Moves to the next token; false at the end.</summary>
    private bool SkipBlanks()
    {
        while (_at < text.Length)
        {
            if (char.IsWhiteSpace(text[_at]) || text[_at] == '\uFEFF')
            {
                _at++;
            }
            else if (text[_at] == '/' && Peek(1) == '/')
            {
                int end = text.AsSpan(_at).IndexOfAny('\n', '\r');
                _at = end < 0 ? text.Length : _at + end;
            }
            else if (text[_at] == '/' && Peek(1) == '*')
            {
                int end = text.IndexOf("*/", _at + 2, StringComparison.Ordinal);
                if (end < 0)
                {
                    return true;
                }

                _at = end + 2;
            }
            else
            {
                return true;
            }
        }

        return false;
    }

    private TokenKind ReadToEnd(TokenKind kind)
    {
        _at = text.Length;
        return kind;
    }

    /// <summary>To the closing quote; a doubled quote stands for one, and in strings a backslash protects the next character.</summary>
    private TokenKind ReadQuoted(char quote, TokenKind closed, TokenKind open)
    {
        _at++;
        while (_at < text.Length)
        {
            if (text[_at] == quote)
            {
                _at++;
                if (Peek() != quote)
                {
                    return closed;
                }
            }
            else if (text[_at] == '\\' && quote != '`')
            {
                _at++;
            }

            _at++;
        }

        _at = text.Length;
        return open;
    }

    private TokenKind ReadParameter()
    {
        _at++;
        if (Peek() == '`')
        {
            return ReadQuoted('`', TokenKind.Parameter, TokenKind.UnterminatedName);
        }

        int start = _at;
        SkipNameParts();
        return _at > start ? TokenKind.Parameter : Peek() == '(' ? TokenKind.Dollar : TokenKind.UnknownCharacter;
    }

    private TokenKind ReadNumber()
    {
        if (Peek() == '0' && (Peek(1) | 0x20) is 'x' or 'o')
        {
            bool hexadecimal = (Peek(1) | 0x20) == 'x';
            _at += 2;
            int digits = 0;
            while (Peek() == '_' || (hexadecimal ? char.IsAsciiHexDigit(Peek()) : Peek() is >= '0' and <= '7'))
            {
                digits += Peek() == '_' ? 0 : 1;
                _at++;
            }

            return EndNumber(digits > 0 ? TokenKind.Integer : TokenKind.InvalidNumber);
        }

        TokenKind kind = TokenKind.Integer;
        SkipDigits();
        if (Peek() == '.' && char.IsAsciiDigit(Peek(1)))
        {
            kind = TokenKind.Float;
            _at++;
            SkipDigits();
        }

        if (Peek() is 'e' or 'E')
        {
            int digit = Peek(1) is '+' or '-' ? 2 : 1;
            if (char.IsAsciiDigit(Peek(digit)))
            {
                kind = TokenKind.Float;
                _at += digit;
                SkipDigits();
            }
        }

        if (kind == TokenKind.Float && Peek() is 'f' or 'F' or 'd' or 'D')
        {
            _at++;
        }

        return EndNumber(kind);
    }

    private void SkipDigits()
    {
        while (char.IsAsciiDigit(Peek()) || (Peek() == '_' && char.IsAsciiDigit(Peek(1))))
        {
            _at++;
        }
    }

    private TokenKind EndNumber(TokenKind kind)
    {
        int end = _at;
        SkipNameParts();
        return _at > end ? TokenKind.InvalidNumber : kind;
    }

    private void SkipNameParts()
    {
        while (_at < text.Length && IsNamePart(_at, out int length))
        {
            _at += length;
        }
    }

    private bool IsNameStart(int at, out int length)
    {
        char c = text[at];
        length = 1;
        return char.IsAscii(c) ? char.IsAsciiLetter(c) || c == '_' : CategoryAt(at, out length) is
            UnicodeCategory.UppercaseLetter or UnicodeCategory.LowercaseLetter or UnicodeCategory.TitlecaseLetter or
            UnicodeCategory.ModifierLetter or UnicodeCategory.OtherLetter or UnicodeCategory.LetterNumber or
            UnicodeCategory.ConnectorPunctuation;
    }

    private bool IsNamePart(int at, out int length) =>
        IsNameStart(at, out length)
        || char.IsAsciiDigit(text[at])
        || (!char.IsAscii(text[at]) && CategoryAt(at, out length) is
            UnicodeCategory.DecimalDigitNumber or UnicodeCategory.NonSpacingMark or UnicodeCategory.SpacingCombiningMark);

    private UnicodeCategory CategoryAt(int at, out int length)
    {
        length = 1;
        if (Rune.TryGetRuneAt(text, at, out Rune rune))
        {
            length = rune.Utf16SequenceLength;
            return Rune.GetUnicodeCategory(rune);
        }

        return UnicodeCategory.OtherNotAssigned;
    }
}
