using Chancery.Graph;

namespace Chancery.Cypher.Syntax;

internal sealed partial class Parser
{
    private Expression ParsePrimary()
    {
        Token token = Current;
        switch (token.Kind)
        {
            case TokenKind.Integer:
                Take();
                return new Literal(Literals.ReadInteger(_text, token.Span, negative: false)) { Span = token.Span };
            case TokenKind.Float:
                Take();
                return new Literal(Literals.ReadFloat(_text, token.Span, negative: false)) { Span = token.Span };
            case TokenKind.String:
                Take();
                return new Literal(Value.String(Literals.ReadString(_text, token.Span))) { Span = token.Span };
            case TokenKind.Parameter:
                return ParseParameter();
            case TokenKind.LeftBrace:
                return WithBar(false, ParseMap);
            case TokenKind.LeftBracket:
                return ParseBracketed();
            case TokenKind.LeftParenthesis:
                return AtPattern() ? ParsePatternExpression() : ParseParenthesized();
            case TokenKind.Word or TokenKind.QuotedName:
                return ParseNamed();
            case TokenKind.InvalidNumber:
                throw StatementError.Syntax(_text, token.Span, "InvalidNumberLiteral", $"Invalid number '{Shorten(token.Span.In(_text))}'");
            default:
                throw Unexpected("an expression");
        }
    }

    private Parameter ParseParameter()
    {
        Token token = Take();
        TextSpan name = new(token.Offset + 1, token.Length - 1);
        string text = name.In(_text);
        return new Parameter(text[0] == '`' ? Literals.UnquoteName(text) : text) { Span = token.Span };
    }

    private Expression ParseParenthesized()
    {
        int start = Take().Offset;
        Expression inner = WithBar(false, ParseExpression);
        Expect(TokenKind.RightParenthesis, "an operator or ')'");
        return inner with { Span = From(start) };
    }

    private MapExpression ParseMap()
    {
        int start = Take().Offset;
        SyntaxList<MapEntry> entries = At(TokenKind.RightBrace) ? [] : CommaSeparated(ParseMapEntry);
        Expect(TokenKind.RightBrace, "',' or '}'");
        return new MapExpression(entries) { Span = From(start) };
    }

    private MapEntry ParseMapEntry()
    {
        Identifier key = ExpectName("a key");
        Expect(TokenKind.Colon, "':'");
        Expression value = ParseExpression();
        return new MapEntry(key, value) { Span = key.Span.To(value.Span) };
    }

    /// <summary>A node pattern followed by the beginning of a relationship, told apart from arithmetic without parsing either.</summary>
    private bool AtPattern()
    {
        Token first = Ahead(1);
        int next = first.Kind is TokenKind.Word or TokenKind.QuotedName ? 2 : 1;
        bool isNode = Ahead(next).Kind is TokenKind.RightParenthesis or TokenKind.Colon or TokenKind.LeftBrace
            || (next == 2 && Ahead(next).Keyword is Keyword.Where or Keyword.Is)
            || first.Keyword == Keyword.Where;
        if (!isNode || Current.Partner < 0)
        {
            return false;
        }

        int after = Current.Partner + 1;
        TokenKind Kind(int index) => _tokens[Math.Min(index, _tokens.Length - 1)].Kind;
        if (Kind(after) == TokenKind.Less)
        {
            return Kind(after + 1) == TokenKind.Minus && Kind(after + 2) is TokenKind.Minus or TokenKind.LeftBracket;
        }

        if (Kind(after) != TokenKind.Minus)
        {
            return false;
        }

        if (Kind(after + 1) == TokenKind.Minus)
        {
            return Kind(after + 2) is TokenKind.Greater or TokenKind.LeftParenthesis;
        }

        return Kind(after + 1) == TokenKind.LeftBracket
            && _tokens[after + 1].Partner is >= 0 and int close
            && Kind(close + 1) == TokenKind.Minus;
    }

    private PatternExpression ParsePatternExpression()
    {
        PathPattern pattern = ParsePathPattern();
        return new PatternExpression(pattern) { Span = pattern.Span };
    }

    private Expression ParseBracketed()
    {
        int start = Current.Offset;
        Token next = Ahead(1);
        bool named = next.Kind is TokenKind.Word or TokenKind.QuotedName;
        if (named && Ahead(2).Keyword == Keyword.In)
        {
            return ParseListComprehension(start);
        }

        if (next.Kind == TokenKind.LeftParenthesis || (named && Ahead(2).Kind == TokenKind.Equal && Ahead(3).Kind == TokenKind.LeftParenthesis))
        {
            int mark = _position;
            _position += next.Kind == TokenKind.LeftParenthesis ? 1 : 3;
            bool isPattern = AtPattern();
            _position = mark;
            if (isPattern && IsPatternComprehension(mark))
            {
                return ParsePatternComprehension(start);
            }
        }

        Take();
        SyntaxList<Expression> items = At(TokenKind.RightBracket) ? [] : WithBar(false, () => CommaSeparated(ParseExpression));
        Expect(TokenKind.RightBracket, "',' or ']'");
        return new ListExpression(items) { Span = From(start) };
    }

    /// <summary>A bar stands between the brackets, outside any inner ones.</summary>
    private bool IsPatternComprehension(int open)
    {
        int close = _tokens[open].Partner;
        for (int i = open + 1; i < close; i++)
        {
            if (_tokens[i].Kind == TokenKind.Bar)
            {
                return true;
            }

            i = _tokens[i].Partner >= 0 ? _tokens[i].Partner : i;
        }

        return false;
    }

    private ListComprehension ParseListComprehension(int start)
    {
        Take();
        Identifier variable = TakeName();
        Take();
        Expression list = WithBar(true, ParseExpression);
        Expression? where = WithBar(true, ParseOptionalWhere);
        Expression? projection = Accept(TokenKind.Bar) ? WithBar(false, ParseExpression) : null;
        Expect(TokenKind.RightBracket, "']'");
        return new ListComprehension(variable, list, where, projection) { Span = From(start) };
    }

    private PatternComprehension ParsePatternComprehension(int start)
    {
        Take();
        PathPattern pattern = ParsePathPattern();
        Expression? where = WithBar(true, ParseOptionalWhere);
        Expect(TokenKind.Bar, "'|'");
        Expression projection = WithBar(false, ParseExpression);
        Expect(TokenKind.RightBracket, "']'");
        return new PatternComprehension(pattern, where, projection) { Span = From(start) };
    }

    private Expression ParseNamed()
    {
        Token token = Current;
        switch (token.Keyword)
        {
            case Keyword.Null:
                return TakeLiteral(Value.Null);
            case Keyword.True:
                return TakeLiteral(Value.True);
            case Keyword.False:
                return TakeLiteral(Value.False);
            case Keyword.Inf or Keyword.Infinity when !AtCall():
                return TakeLiteral(Value.Float(double.PositiveInfinity));
            case Keyword.Nan when !AtCall():
                return TakeLiteral(Value.Float(double.NaN));
            case Keyword.Case:
                return ParseCase();
            case Keyword.Exists or Keyword.Count or Keyword.Collect when Ahead(1).Kind == TokenKind.LeftBrace:
                return ParseSubqueryExpression();
            case Keyword.ShortestPath or Keyword.AllShortestPaths when AtShortestForm() != ShortestForm.None:
                return ParsePatternExpression();
            case Keyword.All or Keyword.Any or Keyword.None_ or Keyword.Single when AtIteration():
                return ParseQuantifier();
            case Keyword.Reduce when Ahead(1).Kind == TokenKind.LeftParenthesis && Ahead(3).Kind == TokenKind.Equal:
                return ParseReduce();
            case Keyword.Trim when Ahead(1).Kind == TokenKind.LeftParenthesis:
                return ParseTrim();
            case Keyword.Normalize when Ahead(1).Kind == TokenKind.LeftParenthesis:
                return ParseNormalize();
            default:
                break;
        }

        if (AtCall() && !AtMisplacedWord())
        {
            return ParseFunctionCall();
        }

        if (AtMisplacedWord())
        {
            throw Unexpected("an expression");
        }

        Identifier name = TakeName();
        Variable variable = new(name.Name) { Span = name.Span };
        return At(TokenKind.LeftBrace) ? WithBar(false, () => ParseMapProjection(variable)) : variable;
    }

    /// <summary>The word begins or joins clauses, and what follows shows that it is not a variable of that name.</summary>
    private bool AtMisplacedWord()
    {
        bool joinsClauses = Current.Keyword is
            Keyword.Match or Keyword.Optional or Keyword.Return or Keyword.Where or Keyword.With or Keyword.Create or Keyword.Merge or
            Keyword.Unwind or Keyword.Delete or Keyword.Detach or Keyword.Set or Keyword.Remove or Keyword.Order or Keyword.Skip or
            Keyword.Limit or Keyword.Union or Keyword.Call or Keyword.Yield or Keyword.And or Keyword.Or or Keyword.Xor or Keyword.Then or
            Keyword.Else or Keyword.When or Keyword.As;
        Token next = Ahead(1);
        return joinsClauses && (next.Kind is
            TokenKind.QuotedName or TokenKind.Parameter or TokenKind.Integer or TokenKind.Float or TokenKind.String or TokenKind.LeftParenthesis
            || (next.Kind == TokenKind.Word && next.Keyword is Keyword.None or Keyword.By));
    }

    private Literal TakeLiteral(Value value) => new(value) { Span = Take().Span };

    /// <summary>A dotted name with a parenthesis after it.</summary>
    private bool AtCall()
    {
        int next = 1;
        while (Ahead(next).Kind == TokenKind.Dot && Ahead(next + 1).Kind is TokenKind.Word or TokenKind.QuotedName)
        {
            next += 2;
        }

        return Ahead(next).Kind == TokenKind.LeftParenthesis;
    }

    private bool AtIteration() =>
        Ahead(1).Kind == TokenKind.LeftParenthesis
        && Ahead(2).Kind is TokenKind.Word or TokenKind.QuotedName
        && Ahead(3).Keyword == Keyword.In;
}
