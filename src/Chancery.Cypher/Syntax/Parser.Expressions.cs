using Chancery.Graph;

namespace Chancery.Cypher.Syntax;

/// <summary>Operators by precedence climbing: one frame for all levels, so that depth costs little stack.</summary>
internal sealed partial class Parser
{
    private const int OrLevel = 0;
    private const int XorLevel = 1;
    private const int AndLevel = 2;
    private const int NotLevel = 3;
    private const int ComparisonLevel = 4;
    private const int PredicateLevel = 5;
    private const int AdditiveLevel = 6;
    private const int MultiplicativeLevel = 7;
    private const int PowerLevel = 8;
    private const int NoOperator = -1;

    private Expression ParseExpression() => ParseOperators(OrLevel);

    private Expression ParseOperators(int minimumLevel)
    {
        Enter();
        int start = Current.Offset;
        Expression left;
        if (Accept(Keyword.Not))
        {
            left = new UnaryExpression(UnaryOperator.Not, ParseOperators(NotLevel)) { Span = From(start) };
        }
        else
        {
            left = ParseUnary();
        }

        Expression result = ContinueOperators(left, start, minimumLevel);
        Leave();
        return result;
    }

    private Expression ContinueOperators(Expression left, int start, int minimumLevel)
    {
        while (true)
        {
            int level = LevelOfOperator();
            if (level == NoOperator || level < minimumLevel)
            {
                return left;
            }

            left = level switch
            {
                OrLevel => ParseLogical(left, LogicalOperator.Or, Keyword.Or, level),
                XorLevel => ParseLogical(left, LogicalOperator.Xor, Keyword.Xor, level),
                AndLevel => ParseLogical(left, LogicalOperator.And, Keyword.And, level),
                ComparisonLevel => ParseComparison(left),
                PredicateLevel => ParsePredicate(left),
                _ => new BinaryExpression(BinaryOperatorOf(Take().Kind), left, ParseOperators(level + 1)),
            };
            left = left with { Span = From(start) };
        }
    }

    private int LevelOfOperator()
    {
        switch (Current.Kind)
        {
            case TokenKind.Equal or TokenKind.NotEqual or TokenKind.Less or TokenKind.LessOrEqual or TokenKind.Greater or TokenKind.GreaterOrEqual:
                return ComparisonLevel;
            case TokenKind.Plus or TokenKind.Minus or TokenKind.DoubleBar:
                return AdditiveLevel;
            case TokenKind.Star or TokenKind.Slash or TokenKind.Percent:
                return MultiplicativeLevel;
            case TokenKind.Caret:
                return PowerLevel;
            case TokenKind.RegexMatch or TokenKind.Colon or TokenKind.DoubleColon:
                return PredicateLevel;
            default:
                break;
        }

        return Current.Keyword switch
        {
            Keyword.Or => OrLevel,
            Keyword.Xor => XorLevel,
            Keyword.And => AndLevel,
            Keyword.In or Keyword.Is or Keyword.Contains => PredicateLevel,
            Keyword.Starts or Keyword.Ends => PredicateLevel,
            _ => NoOperator,
        };
    }

    private static BinaryOperator BinaryOperatorOf(TokenKind kind) => kind switch
    {
        TokenKind.Plus => BinaryOperator.Add,
        TokenKind.Minus => BinaryOperator.Subtract,
        TokenKind.DoubleBar => BinaryOperator.Concatenate,
        TokenKind.Star => BinaryOperator.Multiply,
        TokenKind.Slash => BinaryOperator.Divide,
        TokenKind.Percent => BinaryOperator.Modulo,
        _ => BinaryOperator.Power,
    };

    private LogicalExpression ParseLogical(Expression first, LogicalOperator operation, Keyword keyword, int level)
    {
        List<Expression> operands = [first];
        while (Accept(keyword))
        {
            operands.Add(ParseOperators(level + 1));
        }

        return new LogicalExpression(operation, operands.ToSyntaxList());
    }

    private ComparisonExpression ParseComparison(Expression first)
    {
        List<Expression> operands = [first];
        List<ComparisonOperator> operators = [];
        while (LevelOfOperator() == ComparisonLevel)
        {
            operators.Add(Take().Kind switch
            {
                TokenKind.Equal => ComparisonOperator.Equal,
                TokenKind.NotEqual => ComparisonOperator.NotEqual,
                TokenKind.Less => ComparisonOperator.Less,
                TokenKind.LessOrEqual => ComparisonOperator.LessOrEqual,
                TokenKind.Greater => ComparisonOperator.Greater,
                _ => ComparisonOperator.GreaterOrEqual,
            });
            operands.Add(ParseOperators(PredicateLevel));
        }

        return new ComparisonExpression(operands.ToSyntaxList(), operators.ToSyntaxList());
    }

    private Expression ParsePredicate(Expression left)
    {
        Token token = Take();
        switch (token.Keyword)
        {
            case Keyword.In:
                return new BinaryExpression(BinaryOperator.In, left, ParseOperators(AdditiveLevel));
            case Keyword.Contains:
                return new BinaryExpression(BinaryOperator.Contains, left, ParseOperators(AdditiveLevel));
            case Keyword.Starts:
                Expect(Keyword.With);
                return new BinaryExpression(BinaryOperator.StartsWith, left, ParseOperators(AdditiveLevel));
            case Keyword.Ends:
                Expect(Keyword.With);
                return new BinaryExpression(BinaryOperator.EndsWith, left, ParseOperators(AdditiveLevel));
            case Keyword.Is:
                return ParseIs(left);
            default:
                return token.Kind switch
                {
                    TokenKind.RegexMatch => new BinaryExpression(BinaryOperator.RegexMatch, left, ParseOperators(AdditiveLevel)),
                    TokenKind.DoubleColon => new TypePredicate(left, ParseType(), false),
                    _ => new LabelPredicate(left, ParseLabels()),
                };
        }
    }

    private Expression ParseIs(Expression operand)
    {
        bool not = Accept(Keyword.Not);
        if (Accept(Keyword.Null))
        {
            return new NullPredicate(operand, not);
        }

        if (Accept(Keyword.Typed) || Accept(TokenKind.DoubleColon))
        {
            return new TypePredicate(operand, ParseType(), not);
        }

        if (Accept(Keyword.Normalized))
        {
            return new NormalizedPredicate(operand, "NFC", not);
        }

        if (Current.Keyword is Keyword.Nfc or Keyword.Nfd or Keyword.Nfkc or Keyword.Nfkd && Ahead(1).Keyword == Keyword.Normalized)
        {
            string form = Keywords.Text(Take().Keyword);
            Take();
            return new NormalizedPredicate(operand, form, not);
        }

        return not ? throw Unexpected("NULL, TYPED, '::' or NORMALIZED") : new LabelPredicate(operand, ParseLabels());
    }

    private Expression ParseUnary()
    {
        if (Current.Kind is not (TokenKind.Minus or TokenKind.Plus))
        {
            return ParsePostfix();
        }

        Enter();
        Token sign = Take();
        Expression result;
        if (sign.Kind == TokenKind.Minus && Current.Kind is TokenKind.Integer or TokenKind.Float)
        {
            Token number = Take();
            Value value = number.Kind == TokenKind.Integer
                ? Literals.ReadInteger(_text, number.Span, negative: true)
                : Literals.ReadFloat(_text, number.Span, negative: true);
            result = ContinuePostfix(new Literal(value) { Span = From(sign.Offset) }, sign.Offset);
        }
        else
        {
            result = new UnaryExpression(sign.Kind == TokenKind.Minus ? UnaryOperator.Minus : UnaryOperator.Plus, ParseUnary());
        }

        Leave();
        return result with { Span = From(sign.Offset) };
    }

    private Expression ParsePostfix()
    {
        int start = Current.Offset;
        return ContinuePostfix(ParsePrimary(), start);
    }

    private Expression ContinuePostfix(Expression target, int start)
    {
        while (true)
        {
            if (Accept(TokenKind.Dot))
            {
                target = new PropertyAccess(target, ExpectName("a property")) { Span = From(start) };
            }
            else if (At(TokenKind.LeftBracket))
            {
                target = WithBar(false, () => ParseIndexOrSlice(target)) with { Span = From(start) };
            }
            else
            {
                return target;
            }
        }
    }

    private Expression ParseIndexOrSlice(Expression target)
    {
        Take();
        Expression? from = At(TokenKind.DoubleDot) ? null : ParseExpression();
        Expression result;
        if (Accept(TokenKind.DoubleDot))
        {
            result = new SliceAccess(target, from, At(TokenKind.RightBracket) ? null : ParseExpression());
        }
        else
        {
            result = new IndexAccess(target, from!);
        }

        Expect(TokenKind.RightBracket, "']'");
        return result;
    }
}
