using Chancery.Graph;

namespace Chancery.Cypher.Syntax;

internal sealed partial class Parser
{
    private TypeSyntax ParseType()
    {
        Enter();
        int start = Current.Offset;
        List<TypeName> alternatives = [];
        do
        {
            if (At(Keyword.Any) && Ahead(1).Kind == TokenKind.Less)
            {
                // ANY<A | B> is another spelling of A | B.
                _position += 2;
                alternatives.AddRange(WithBar(false, ParseType).Alternatives);
                Expect(TokenKind.Greater, "'>'");
            }
            else
            {
                alternatives.Add(ParseTypeName());
            }
        }
        while (!_barEndsExpression && Accept(TokenKind.Bar));
        Leave();
        return new TypeSyntax(alternatives.ToSyntaxList()) { Span = From(start) };
    }

    private TypeName ParseTypeName()
    {
        int start = Current.Offset;
        TypeName type = ParseSimpleTypeName();
        while (At(Keyword.List) || At(Keyword.Array))
        {
            // INTEGER LIST is the older spelling of LIST<INTEGER>.
            Take();
            type = new TypeName(ValueKind.List, true, new TypeSyntax([type]), false, false);
        }

        bool nullable = !Accept(TokenKind.Exclamation);
        if (nullable && Accept(Keyword.Not))
        {
            Expect(Keyword.Null);
            nullable = false;
        }

        return type with { Nullable = nullable, Span = From(start) };
    }

    private TypeName ParseSimpleTypeName()
    {
        Token word = At(TokenKind.Word) ? Take() : throw Unexpected("a type such as INTEGER");
        switch (word.Keyword)
        {
            case Keyword.Any when Accept(Keyword.Property):
                Expect(Keyword.Value);
                return new TypeName(null, true, null, true, false);
            case Keyword.Any:
                Accept(Keyword.Value);
                return new TypeName(null, true, null, false, false);
            case Keyword.Property:
                Expect(Keyword.Value);
                return new TypeName(null, true, null, true, false);
            case Keyword.Nothing:
                return new TypeName(null, true, null, false, true);
            case Keyword.Null:
                return new TypeName(ValueKind.Null, true, null, false, false);
            case Keyword.Signed:
                Expect(Keyword.Integer);
                return Simple(ValueKind.Integer);
            case Keyword.List or Keyword.Array:
                return ParseListType();
            case Keyword.Zoned:
                return Simple(Accept(Keyword.DateTime) ? ValueKind.DateTime : Accept(Keyword.Time) ? ValueKind.Time : throw Unexpected("TIME or DATETIME"));
            case Keyword.Local:
                return Simple(
                    Accept(Keyword.DateTime) ? ValueKind.LocalDateTime : Accept(Keyword.Time) ? ValueKind.LocalTime : throw Unexpected("TIME or DATETIME"));
            case Keyword.Time or Keyword.Timestamp:
                return ParseTimeZone(word.Keyword == Keyword.Timestamp);
            default:
                return Simple(KindOf(word.Keyword) ?? throw UnknownType(word));
        }
    }

    private static TypeName Simple(ValueKind kind) => new(kind, true, null, false, false);

    private GraphException UnknownType(Token word)
    {
        _position--;
        return Unexpected("a type such as BOOLEAN, INTEGER, FLOAT, STRING, LIST<…>, MAP, NODE, RELATIONSHIP, PATH, DATE or DURATION");
    }

    private static ValueKind? KindOf(Keyword word) => word switch
    {
        Keyword.Bool or Keyword.Boolean => ValueKind.Boolean,
        Keyword.Int or Keyword.Integer => ValueKind.Integer,
        Keyword.Float => ValueKind.Float,
        Keyword.String or Keyword.Varchar => ValueKind.String,
        Keyword.Map => ValueKind.Map,
        Keyword.Node or Keyword.Vertex => ValueKind.Node,
        Keyword.Relationship or Keyword.Edge => ValueKind.Relationship,
        Keyword.Path => ValueKind.Path,
        Keyword.Date => ValueKind.Date,
        Keyword.DateTime => ValueKind.DateTime,
        Keyword.Duration => ValueKind.Duration,
        Keyword.Point => ValueKind.Point,
        _ => null,
    };

    private TypeName ParseListType()
    {
        if (!Accept(TokenKind.Less))
        {
            return Simple(ValueKind.List);
        }

        TypeSyntax element = WithBar(false, ParseType);
        Expect(TokenKind.Greater, "'>'");
        return new TypeName(ValueKind.List, true, element, false, false);
    }

    private TypeName ParseTimeZone(bool timestamp)
    {
        bool zoned = true;
        if (Current.Keyword is Keyword.With or Keyword.Without && Ahead(1).Keyword is Keyword.Time or Keyword.Zone)
        {
            zoned = Take().Keyword == Keyword.With;
            Accept(Keyword.Time);
            Accept(Keyword.Zone);
        }

        return Simple((timestamp, zoned) switch
        {
            (true, true) => ValueKind.DateTime,
            (true, false) => ValueKind.LocalDateTime,
            (false, true) => ValueKind.Time,
            _ => ValueKind.LocalTime,
        });
    }
}
