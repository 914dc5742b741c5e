using Chancery.Graph;

namespace Chancery.Cypher.Syntax;

internal sealed partial class Parser
{
    private PathPattern ParsePathPattern()
    {
        int start = Current.Offset;
        Identifier? variable = null;
        if (AtName && Ahead(1).Kind == TokenKind.Equal)
        {
            variable = TakeName();
            Take();
        }

        PathSelector? selector = ParsePathSelector();
        ShortestForm shortest = AtShortestForm();
        if (shortest == ShortestForm.None)
        {
            return new PathPattern(variable, selector, shortest, ParsePathElements()) { Span = From(start) };
        }

        Take();
        Take();
        SyntaxList<PatternElement> elements = ParsePathElements();
        Expect(TokenKind.RightParenthesis, "')'");
        return new PathPattern(variable, selector, shortest, elements) { Span = From(start) };
    }

    private ShortestForm AtShortestForm() => Ahead(1).Kind != TokenKind.LeftParenthesis ? ShortestForm.None : Current.Keyword switch
    {
        Keyword.ShortestPath => ShortestForm.One,
        Keyword.AllShortestPaths => ShortestForm.All,
        _ => ShortestForm.None,
    };

    private PathSelector? ParsePathSelector()
    {
        int start = Current.Offset;
        PathSelectorKind kind;
        Expression? count = null;
        if (Accept(Keyword.All))
        {
            kind = Accept(Keyword.Shortest) ? PathSelectorKind.AllShortest : PathSelectorKind.All;
        }
        else if (Accept(Keyword.Any))
        {
            kind = Accept(Keyword.Shortest) ? PathSelectorKind.Shortest : PathSelectorKind.Any;
            count = kind == PathSelectorKind.Any ? ParseOptionalCount() : null;
        }
        else if (Accept(Keyword.Shortest))
        {
            kind = PathSelectorKind.Shortest;
            count = ParseOptionalCount();
        }
        else
        {
            return null;
        }

        _ = Accept(Keyword.Path) || Accept(Keyword.Paths);
        if (kind == PathSelectorKind.Shortest && (Accept(Keyword.Group) || Accept(Keyword.Groups)))
        {
            kind = PathSelectorKind.ShortestGroups;
        }

        return new PathSelector(kind, count) { Span = From(start) };
    }

    private Expression? ParseOptionalCount() => Current.Kind is TokenKind.Integer or TokenKind.Parameter ? ParsePrimary() : null;

    private SyntaxList<PatternElement> ParsePathElements()
    {
        List<PatternElement> elements = [];
        while (true)
        {
            elements.Add(ParseNodeOrGroup());
            if (Current.Kind is TokenKind.Minus or TokenKind.Less)
            {
                elements.Add(ParseRelationshipPattern());
            }
            else if (!At(TokenKind.LeftParenthesis))
            {
                return elements.ToSyntaxList();
            }
        }
    }

    private PatternElement ParseNodeOrGroup()
    {
        Token open = At(TokenKind.LeftParenthesis) ? Current : throw Unexpected("a node pattern such as '(n)'");
        bool isGroup = Ahead(1).Kind == TokenKind.LeftParenthesis
            || (Ahead(1).Kind is TokenKind.Word or TokenKind.QuotedName && Ahead(2).Kind == TokenKind.Equal)
            || (Ahead(1).Keyword is Keyword.ShortestPath or Keyword.AllShortestPaths && Ahead(2).Kind == TokenKind.LeftParenthesis);
        return isGroup ? ParseGroup(open.Offset) : ParseNodePattern();
    }

    private ParenthesizedPath ParseGroup(int start)
    {
        Enter();
        Take();
        PathPattern inner = ParsePathPattern();
        Expression? where = WithBar(false, ParseOptionalWhere);
        Expect(TokenKind.RightParenthesis, "')'");
        PathQuantifier? quantifier = ParseOptionalQuantifier();
        Leave();
        return new ParenthesizedPath(inner, where, quantifier) { Span = From(start) };
    }

    private NodePattern ParseNodePattern()
    {
        int start = Take().Offset;
        Identifier? variable = AtElementVariable(TokenKind.RightParenthesis) ? TakeName() : null;
        LabelExpression? labels = Accept(TokenKind.Colon) || Accept(Keyword.Is) ? WithBar(false, ParseLabels) : null;
        Expression? properties = ParseOptionalProperties();
        Expression? where = WithBar(false, ParseOptionalWhere);
        Expect(TokenKind.RightParenthesis, "')'");
        return new NodePattern(variable, labels, properties, where) { Span = From(start) };
    }

    /// <summary>A name that is not the IS or WHERE of an anonymous element.</summary>
    private bool AtElementVariable(TokenKind close) =>
        AtName && (Current.Keyword is not (Keyword.Where or Keyword.Is)
            || Ahead(1).Kind == close || Ahead(1).Kind is TokenKind.Colon or TokenKind.LeftBrace or TokenKind.Star);

    private Expression? ParseOptionalProperties() => Current.Kind switch
    {
        TokenKind.LeftBrace => WithBar(false, ParseMap),
        TokenKind.Parameter => ParsePrimary(),
        _ => null,
    };

    private RelationshipPattern ParseRelationshipPattern()
    {
        int start = Current.Offset;
        bool left = Accept(TokenKind.Less);
        Expect(TokenKind.Minus, "'-'");
        Identifier? variable = null;
        LabelExpression? types = null;
        PathLength? length = null;
        Expression? properties = null;
        Expression? where = null;
        if (Accept(TokenKind.LeftBracket))
        {
            variable = AtElementVariable(TokenKind.RightBracket) ? TakeName() : null;
            types = Accept(TokenKind.Colon) || Accept(Keyword.Is) ? WithBar(false, ParseLabels) : null;
            length = At(TokenKind.Star) ? ParsePathLength() : null;
            properties = ParseOptionalProperties();
            where = WithBar(false, ParseOptionalWhere);
            if (At(TokenKind.DoubleDot))
            {
                Fail(Current.Span, "InvalidRelationshipPattern", "A variable length begins with '*', as in '[:TYPE*1..3]'");
            }

            Expect(TokenKind.RightBracket, "']'");
        }

        Expect(TokenKind.Minus, "'-'");
        bool right = Accept(TokenKind.Greater);
        RelationshipDirection direction = (left, right) switch
        {
            (true, true) => RelationshipDirection.Both,
            (true, false) => RelationshipDirection.Left,
            (false, true) => RelationshipDirection.Right,
            _ => RelationshipDirection.Either,
        };
        PathQuantifier? quantifier = ParseOptionalQuantifier();
        return new RelationshipPattern(variable, types, length, properties, where, direction, quantifier) { Span = From(start) };
    }

    private PathLength ParsePathLength()
    {
        int start = Take().Offset;
        if (At(TokenKind.Minus))
        {
            Fail(Current.Span, "InvalidRelationshipPattern", "The bounds of a variable length must not be negative");
        }

        long? minimum = ParseOptionalBound();
        long? maximum = Accept(TokenKind.DoubleDot) ? ParseOptionalBound() : minimum;
        return new PathLength(minimum, maximum) { Span = From(start) };
    }

    private long? ParseOptionalBound()
    {
        if (At(TokenKind.Parameter))
        {
            Fail(Current.Span, "InvalidParameterUse", "A parameter cannot be a bound of a variable length");
        }

        return At(TokenKind.Integer) ? Literals.ReadInteger(_text, Take().Span, negative: false).AsInteger() : null;
    }

    private PathQuantifier? ParseOptionalQuantifier()
    {
        int start = Current.Offset;
        if (Accept(TokenKind.Star))
        {
            return new PathQuantifier(0, null) { Span = From(start) };
        }

        if (Accept(TokenKind.Plus))
        {
            return new PathQuantifier(1, null) { Span = From(start) };
        }

        if (!At(TokenKind.LeftBrace) || Ahead(1).Kind is not (TokenKind.Integer or TokenKind.Comma))
        {
            return null;
        }

        Take();
        long? minimum = ParseOptionalBound();
        long? maximum = Accept(TokenKind.Comma) ? ParseOptionalBound() : minimum;
        Expect(TokenKind.RightBrace, "'}'");
        PathQuantifier quantifier = new(minimum ?? 0, maximum) { Span = From(start) };
        if (maximum < (minimum ?? 0) || maximum == 0)
        {
            Fail(quantifier.Span, "InvalidRelationshipPattern", "A quantifier's upper bound must be at least 1 and not below its lower bound");
        }

        return quantifier;
    }

    private LabelExpression ParseLabels()
    {
        int start = Current.Offset;
        List<LabelExpression> operands = [ParseLabelConjunction()];
        while (At(TokenKind.Bar) && !_barEndsExpression)
        {
            Take();
            Accept(TokenKind.Colon);
            operands.Add(ParseLabelConjunction());
        }

        return operands.Count == 1 ? operands[0] : new LabelOr(operands.ToSyntaxList()) { Span = From(start) };
    }

    private LabelExpression ParseLabelConjunction()
    {
        int start = Current.Offset;
        List<LabelExpression> operands = [ParseLabelFactor()];
        while (Accept(TokenKind.Ampersand) || Accept(TokenKind.Colon))
        {
            operands.Add(ParseLabelFactor());
        }

        return operands.Count == 1 ? operands[0] : new LabelAnd(operands.ToSyntaxList()) { Span = From(start) };
    }

    private LabelExpression ParseLabelFactor()
    {
        Enter();
        int start = Current.Offset;
        LabelExpression result;
        if (Accept(TokenKind.Exclamation))
        {
            result = new LabelNot(ParseLabelFactor());
        }
        else if (Accept(TokenKind.Percent))
        {
            result = new LabelWildcard();
        }
        else if (Accept(TokenKind.LeftParenthesis))
        {
            result = WithBar(false, ParseLabels);
            Expect(TokenKind.RightParenthesis, "')'");
        }
        else if (AtComputedNames)
        {
            result = ParseComputedNames();
        }
        else
        {
            result = new LabelName(ExpectName("a label or type").Name);
        }

        Leave();
        return result with { Span = From(start) };
    }

    private bool AtComputedNames => At(TokenKind.Dollar)
        || (At(TokenKind.Parameter) && Ahead(1).Kind == TokenKind.LeftParenthesis && ChoiceOfNames is not null);

    /// <summary>True for <c>$any</c>, false for <c>$all</c>, null for any other parameter.</summary>
    private bool? ChoiceOfNames => Current.Span.In(_text) switch
    {
        var text when text.Equals("$any", StringComparison.OrdinalIgnoreCase) => true,
        var text when text.Equals("$all", StringComparison.OrdinalIgnoreCase) => false,
        _ => null,
    };

    /// <summary><c>$(…)</c>, <c>$all(…)</c>, <c>$any(…)</c></summary>
    private LabelComputed ParseComputedNames()
    {
        int start = Current.Offset;
        bool any = At(TokenKind.Parameter) && ChoiceOfNames == true;
        Take();
        Expect(TokenKind.LeftParenthesis, "'('");
        Expression names = WithBar(false, ParseExpression);
        Expect(TokenKind.RightParenthesis, "')'");
        return new LabelComputed(names, any) { Span = From(start) };
    }
}
