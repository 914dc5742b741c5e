using System.Diagnostics.CodeAnalysis;
using System.Runtime.CompilerServices;
using Chancery.Graph;

namespace Chancery.Cypher.Syntax;

/// <summary>
/// A recursive-descent parser: linear in the text, as brackets are paired beforehand and no choice needs more than a look at the next
/// few tokens, and bounded in depth.
/// </summary>
internal sealed partial class Parser
{
    /// <summary>Nested parentheses, operators, subqueries; deeper input is refused.</summary>
    public const int MaxDepth = 256;

    private readonly string _text;
    private readonly Token[] _tokens;
    private int _position;
    private int _depth;

    // Inside a comprehension a bar ends the condition and is no alternative of labels.
    private bool _barEndsExpression;

    private Parser(string text)
    {
        _text = text;
        _tokens = Lexer.Tokenize(text);
    }

    /// <exception cref="GraphException">A SyntaxError with the place of the first fault.</exception>
    public static StatementSyntax Parse(string text)
    {
        Parser parser = new(text);
        StatementSyntax statement = parser.ParseStatement();
        bool ended = parser.Accept(TokenKind.Semicolon);
        return parser.At(TokenKind.End)
            ? statement
            : throw parser.Unexpected(ended ? "the end of the statement: a script is run one statement at a time" : "a clause, or the end of the statement");
    }

    /// <summary>One expression and nothing after it: the default of a procedure's argument.</summary>
    public static Expression ParseExpression(string text)
    {
        Parser parser = new(text);
        Expression expression = parser.ParseExpression();
        return parser.At(TokenKind.End) ? expression : throw parser.Unexpected("the end of the expression");
    }

    private Token Current => _tokens[_position];

    private Token Previous => _tokens[_position - 1];

    private Token Ahead(int count) => _tokens[Math.Min(_position + count, _tokens.Length - 1)];

    private bool At(TokenKind kind) => Current.Kind == kind;

    private bool At(Keyword keyword) => Current.Keyword == keyword;

    private bool AtName => Current.Kind is TokenKind.Word or TokenKind.QuotedName;

    private Token Take() => At(TokenKind.End) ? Current : _tokens[_position++];

    private bool Accept(TokenKind kind)
    {
        if (!At(kind))
        {
            return false;
        }

        _position++;
        return true;
    }

    private bool Accept(Keyword keyword)
    {
        if (!At(keyword))
        {
            return false;
        }

        _position++;
        return true;
    }

    /// <summary>Accepts the words only where all of them stand here.</summary>
    private bool Accept(Keyword first, Keyword second)
    {
        if (!At(first) || Ahead(1).Keyword != second)
        {
            return false;
        }

        _position += 2;
        return true;
    }

    private Token Expect(TokenKind kind, string expected) => At(kind) ? Take() : throw Unexpected(expected);

    private Token Expect(Keyword keyword) => At(keyword) ? Take() : throw Unexpected(Keywords.Text(keyword));

    private Identifier ExpectName(string expected) => AtName ? TakeName() : throw Unexpected(expected);

    private Identifier TakeName()
    {
        Token token = Take();
        return new Identifier(NameOf(token)) { Span = token.Span };
    }

    private string NameOf(Token token) => token.Kind == TokenKind.QuotedName
        ? Literals.UnquoteName(_text.AsSpan(token.Offset, token.Length))
        : token.Span.In(_text);

    private TextSpan From(int start) => TextSpan.Between(start, Math.Max(start, _position > 0 ? Previous.End : start));

    private void Enter()
    {
        if (++_depth > MaxDepth || !RuntimeHelpers.TryEnsureSufficientExecutionStack())
        {
            throw StatementError.Syntax(_text, Current.Span, "UnexpectedSyntax", $"The statement is nested more than {MaxDepth} levels deep");
        }
    }

    private void Leave() => _depth--;

    private SyntaxList<T> CommaSeparated<T>(Func<T> parse)
    {
        List<T> items = [];
        do
        {
            items.Add(parse());
        }
        while (Accept(TokenKind.Comma));
        return new([.. items]);
    }

    private T WithBar<T>(bool endsExpression, Func<T> parse)
    {
        bool outer = _barEndsExpression;
        _barEndsExpression = endsExpression;
        T result = parse();
        _barEndsExpression = outer;
        return result;
    }

    private GraphException Unexpected(string expected)
    {
        Token token = Current;
        (string detail, string message) = token.Kind switch
        {
            TokenKind.End => ("UnexpectedSyntax", $"Unexpected end of input: expected {expected}"),
            TokenKind.UnterminatedString => ("UnexpectedSyntax", "The string that begins here has no closing quote"),
            TokenKind.UnterminatedName => ("UnexpectedSyntax", "The name that begins here has no closing backtick"),
            TokenKind.UnterminatedComment => ("UnexpectedSyntax", "The comment that begins here has no closing '*/'"),
            TokenKind.UnknownCharacter when _text[token.Offset] > '\x7F' =>
                ("InvalidUnicodeCharacter", $"Invalid character '{token.Span.In(_text)}': expected {expected}"),
            TokenKind.UnknownCharacter when token.Span.In(_text) == "!=" =>
                ("UnexpectedSyntax", "Unknown operator '!='. Did you mean '<>'?"),
            TokenKind.Equal when _position > 0 && Previous.Kind == TokenKind.Equal && Previous.End == token.Offset =>
                ("UnexpectedSyntax", "Unknown operator '=='. Did you mean '='?"),
            _ => ("UnexpectedSyntax", $"Invalid input '{Shorten(token.Span.In(_text))}': expected {expected}{SuggestKeyword(token)}"),
        };
        return StatementError.Syntax(_text, token.Span, detail, message);
    }

    private string SuggestKeyword(Token token) =>
        token.Kind == TokenKind.Word && token.Keyword == Keyword.None
            ? Spelling.Suggest(token.Span.In(_text), s_commonKeywords)
            : "";

    private static readonly string[] s_commonKeywords =
    [
        "MATCH", "OPTIONAL", "WHERE", "RETURN", "WITH", "UNWIND", "CREATE", "MERGE", "SET", "REMOVE", "DELETE", "DETACH", "ORDER BY", "ORDER",
        "SKIP", "LIMIT", "UNION", "CALL", "YIELD", "FOREACH", "AND", "OR", "XOR", "NOT", "CONTAINS", "STARTS WITH", "ENDS WITH", "IN", "IS NULL",
        "AS", "DISTINCT", "ASC", "DESC", "EXPLAIN", "PROFILE", "SHOW", "DROP", "LOAD CSV", "FINISH", "CASE", "WHEN", "THEN", "ELSE", "END",
    ];

    private static string Shorten(string text) => text.Length <= 40 ? text : $"{text[..37]}...";

    [DoesNotReturn]
    private void Fail(TextSpan span, string detail, string message) => throw StatementError.Syntax(_text, span, detail, message);
}
