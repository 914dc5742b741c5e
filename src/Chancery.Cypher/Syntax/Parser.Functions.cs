using Chancery.Graph;

namespace Chancery.Cypher.Syntax;

internal sealed partial class Parser
{
    private Expression ParseFunctionCall()
    {
        int start = Current.Offset;
        string name = ParseDottedName("a function");
        TextSpan nameSpan = From(start);
        Take();
        if (string.Equals(name, "count", StringComparison.OrdinalIgnoreCase) && At(TokenKind.Star))
        {
            Take();
            Expect(TokenKind.RightParenthesis, "')'");
            return new CountStar { Span = From(start) };
        }

        bool distinct = AtSetQuantifier(Keyword.Distinct) && Accept(Keyword.Distinct);
        if (!distinct && AtSetQuantifier(Keyword.All) && Ahead(1).Kind != TokenKind.LeftParenthesis)
        {
            Take();
        }

        SyntaxList<Expression> arguments = At(TokenKind.RightParenthesis) ? [] : WithBar(false, () => CommaSeparated(ParseExpression));
        Expect(TokenKind.RightParenthesis, "',' or ')'");
        return new FunctionCall(name, distinct, arguments) { Span = From(start), NameSpan = nameSpan };
    }

    private QuantifierExpression ParseQuantifier()
    {
        int start = Current.Offset;
        QuantifierKind kind = Take().Keyword switch
        {
            Keyword.All => QuantifierKind.All,
            Keyword.Any => QuantifierKind.Any,
            Keyword.None_ => QuantifierKind.None,
            _ => QuantifierKind.Single,
        };
        Take();
        Identifier variable = TakeName();
        Take();
        Expression list = WithBar(false, ParseExpression);
        Expression? where = WithBar(false, ParseOptionalWhere);
        Expect(TokenKind.RightParenthesis, "WHERE or ')'");
        return new QuantifierExpression(kind, variable, list, where) { Span = From(start) };
    }

    private ReduceExpression ParseReduce()
    {
        int start = Take().Offset;
        Take();
        Identifier accumulator = ExpectName("a variable");
        Expect(TokenKind.Equal, "'='");
        Expression initial = WithBar(false, ParseExpression);
        Expect(TokenKind.Comma, "','");
        Identifier variable = ExpectName("a variable");
        Expect(Keyword.In);
        Expression list = WithBar(true, ParseExpression);
        Expect(TokenKind.Bar, "'|'");
        Expression step = WithBar(false, ParseExpression);
        Expect(TokenKind.RightParenthesis, "')'");
        return new ReduceExpression(accumulator, initial, variable, list, step) { Span = From(start) };
    }

    /// <summary><c>trim(s)</c>, <c>trim([BOTH|LEADING|TRAILING] [c] FROM s)</c>: the latter are calls of btrim, ltrim and rtrim.</summary>
    private FunctionCall ParseTrim()
    {
        Token name = Take();
        Take();
        string function = "btrim";
        bool hasFrom = true;
        if (Current.Keyword is Keyword.Both or Keyword.Leading or Keyword.Trailing
            && Ahead(1).Kind is not (TokenKind.RightParenthesis or TokenKind.Dot or TokenKind.Comma))
        {
            function = Take().Keyword switch { Keyword.Leading => "ltrim", Keyword.Trailing => "rtrim", _ => "btrim" };
        }
        else
        {
            hasFrom = false;
        }

        SyntaxList<Expression> arguments;
        if (hasFrom && Accept(Keyword.From))
        {
            arguments = [WithBar(false, ParseExpression)];
        }
        else
        {
            List<Expression> read = At(TokenKind.RightParenthesis) ? [] : [.. WithBar(false, () => CommaSeparated(ParseExpression))];
            if (hasFrom || At(Keyword.From))
            {
                Expect(Keyword.From);
                read.Insert(0, WithBar(false, ParseExpression));
                arguments = read.ToSyntaxList();
            }
            else
            {
                function = "trim";
                arguments = read.ToSyntaxList();
            }
        }

        Expect(TokenKind.RightParenthesis, "')'");
        return new FunctionCall(function, false, arguments) { Span = From(name.Offset), NameSpan = name.Span };
    }

    /// <summary><c>normalize(s, NFD)</c>: the form is a word of its own, passed on as a string.</summary>
    private FunctionCall ParseNormalize()
    {
        Token name = Take();
        Take();
        List<Expression> arguments = At(TokenKind.RightParenthesis) ? [] : [WithBar(false, ParseExpression)];
        if (Accept(TokenKind.Comma))
        {
            arguments.Add(Current.Keyword is Keyword.Nfc or Keyword.Nfd or Keyword.Nfkc or Keyword.Nfkd
                ? TakeLiteral(Value.String(Keywords.Text(Current.Keyword)))
                : throw Unexpected("NFC, NFD, NFKC or NFKD"));
        }

        Expect(TokenKind.RightParenthesis, "')'");
        return new FunctionCall("normalize", false, arguments.ToSyntaxList()) { Span = From(name.Offset), NameSpan = name.Span };
    }

    private MapProjection ParseMapProjection(Variable target)
    {
        Take();
        SyntaxList<MapProjectionItem> items = At(TokenKind.RightBrace) ? [] : CommaSeparated(ParseMapProjectionItem);
        Expect(TokenKind.RightBrace, "',' or '}'");
        return new MapProjection(target, items) { Span = From(target.Span.Offset) };
    }

    private MapProjectionItem ParseMapProjectionItem()
    {
        int start = Current.Offset;
        MapProjectionItem item;
        if (Accept(TokenKind.Dot))
        {
            item = Accept(TokenKind.Star) ? new ProjectedAllProperties() : new ProjectedProperty(ExpectName("a property or '*'"));
        }
        else
        {
            Identifier name = ExpectName("'.' and a property, a key, or a variable");
            item = Accept(TokenKind.Colon)
                ? new ProjectedEntry(name, ParseExpression())
                : new ProjectedVariable(new Variable(name.Name) { Span = name.Span });
        }

        return item with { Span = From(start) };
    }

    private SubqueryExpression ParseSubqueryExpression()
    {
        Enter();
        int start = Current.Offset;
        SubqueryKind kind = Take().Keyword switch
        {
            Keyword.Exists => SubqueryKind.Exists,
            Keyword.Count => SubqueryKind.Count,
            _ => SubqueryKind.Collect,
        };
        Take();
        Query query = WithBar(false, () => AtQuery() ? ParseQuery() : ParsePatternAsQuery());
        Expect(TokenKind.RightBrace, "'}'");
        Leave();
        return new SubqueryExpression(kind, query) { Span = From(start) };
    }

    /// <summary>A clause stands here, and not a path that is named like one.</summary>
    private bool AtQuery() =>
        At(TokenKind.Word) && Ahead(1).Kind != TokenKind.Equal
        && Current.Keyword is not (Keyword.All or Keyword.Any or Keyword.Shortest or Keyword.ShortestPath or Keyword.AllShortestPaths);

    private Query ParsePatternAsQuery()
    {
        int start = Current.Offset;
        SyntaxList<PathPattern> patterns = CommaSeparated(ParsePathPattern);
        Clause match = new MatchClause(false, patterns, [], ParseOptionalWhere()) { Span = From(start) };
        return new Query([new SingleQuery([match]) { Span = match.Span }], []) { Span = match.Span };
    }

    private CaseExpression ParseCase()
    {
        Enter();
        int start = Take().Offset;
        Expression? operand = At(Keyword.When) ? null : WithBar(false, ParseExpression);
        List<CaseAlternative> alternatives = [];
        while (At(Keyword.When))
        {
            int whenStart = Take().Offset;
            SyntaxList<Expression> conditions = operand is null
                ? [WithBar(false, ParseExpression)]
                : WithBar(false, () => CommaSeparated(ParseCaseTest));
            Expect(Keyword.Then);
            Expression result = WithBar(false, ParseExpression);
            alternatives.Add(new CaseAlternative(conditions, result) { Span = From(whenStart) });
        }

        if (alternatives.Count == 0)
        {
            throw Unexpected("WHEN");
        }

        Expression? otherwise = Accept(Keyword.Else) ? WithBar(false, ParseExpression) : null;
        Expect(Keyword.End);
        Leave();
        return new CaseExpression(operand, alternatives.ToSyntaxList(), otherwise) { Span = From(start) };
    }

    /// <summary>A value to be equal to, or the rest of a test whose left side is the operand: <c>&gt; 3</c>, <c>IS NULL</c>.</summary>
    private Expression ParseCaseTest()
    {
        Token token = Current;
        CaseOperand operand = new() { Span = new(token.Offset, 0) };
        bool isTest = LevelOfOperator() is ComparisonLevel or PredicateLevel
            && (token.Kind != TokenKind.Word || Ahead(1).Kind != TokenKind.Comma)
            && Ahead(1).Keyword != Keyword.Then;
        if (isTest)
        {
            return ContinueOperators(operand, token.Offset, ComparisonLevel);
        }

        Expression value = ParseExpression();
        return new ComparisonExpression([operand, value], [ComparisonOperator.Equal]) { Span = value.Span };
    }
}
