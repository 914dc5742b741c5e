namespace Chancery.Cypher.Syntax;

internal sealed partial class Parser
{
    private Statement ParseCreateSchema()
    {
        Take();
        IndexKind kind = IndexKind.Range;
        switch (Current.Keyword)
        {
            case Keyword.Constraint:
                return ParseCreateConstraint();
            case Keyword.Index:
                break;
            case Keyword.Range:
                break;
            case Keyword.Text:
                kind = IndexKind.Text;
                break;
            case Keyword.Point:
                kind = IndexKind.Point;
                break;
            case Keyword.Fulltext:
                kind = IndexKind.Fulltext;
                break;
            case Keyword.Lookup:
                kind = IndexKind.Lookup;
                break;
            case Keyword.Vector:
                kind = IndexKind.Vector;
                break;
            default:
                throw Unexpected("a pattern, INDEX or CONSTRAINT");
        }

        if (!Accept(Keyword.Index))
        {
            Take();
            Expect(Keyword.Index);
        }

        SchemaName? name = ParseOptionalSchemaName();
        bool ifNotExists = ParseIfNotExists();
        Expect(Keyword.For);
        SchemaTarget target = ParseSchemaPattern(kind is IndexKind.Fulltext, kind is IndexKind.Lookup);
        Expect(Keyword.On);
        SyntaxList<Identifier> properties = [];
        if (kind == IndexKind.Lookup)
        {
            ParseLookupFunction(target);
        }
        else if (kind == IndexKind.Fulltext && Accept(Keyword.Each))
        {
            Expect(TokenKind.LeftBracket, "'['");
            properties = CommaSeparated(() => ParseSchemaProperty(target));
            Expect(TokenKind.RightBracket, "',' or ']'");
        }
        else
        {
            properties = ParseSchemaProperties(target);
        }

        return new CreateIndex(kind, name, ifNotExists, target with { Properties = properties }, ParseSchemaOptions());
    }

    private void ParseLookupFunction(SchemaTarget target)
    {
        Accept(Keyword.Each);
        string expected = target.Entity == EntityKind.Node ? "labels" : "type";
        Identifier function = ExpectName($"{expected}({target.Variable.Name})");
        if (!string.Equals(function.Name, expected, StringComparison.OrdinalIgnoreCase))
        {
            Fail(function.Span, "UnexpectedSyntax", $"A lookup index is on {expected}({target.Variable.Name})");
        }

        Expect(TokenKind.LeftParenthesis, "'('");
        ExpectVariable(target);
        Expect(TokenKind.RightParenthesis, "')'");
    }

    private void ExpectVariable(SchemaTarget target)
    {
        Identifier variable = ExpectName($"the variable '{target.Variable.Name}'");
        if (variable.Name != target.Variable.Name)
        {
            Fail(variable.Span, "UndefinedVariable", $"Variable `{variable.Name}` not defined. Did you mean '{target.Variable.Name}'?");
        }
    }

    private SchemaName? ParseOptionalSchemaName() =>
        At(TokenKind.Parameter) || (AtName && !At(Keyword.If) && !At(Keyword.For)) ? ParseSchemaName() : null;

    private SchemaName ParseSchemaName()
    {
        if (At(TokenKind.Parameter))
        {
            Parameter parameter = ParseParameter();
            return new SchemaName(null, parameter) { Span = parameter.Span };
        }

        Identifier name = ExpectName("a name");
        return new SchemaName(name.Name, null) { Span = name.Span };
    }

    private bool ParseIfNotExists()
    {
        if (!Accept(Keyword.If))
        {
            return false;
        }

        Expect(Keyword.Not);
        Expect(Keyword.Exists);
        return true;
    }

    /// <summary><c>(n:A|B)</c> or <c>()-[r:T|U]-()</c></summary>
    private SchemaTarget ParseSchemaPattern(bool severalNames, bool noNames)
    {
        int start = Expect(TokenKind.LeftParenthesis, "'('").Offset;
        EntityKind entity = At(TokenKind.RightParenthesis) ? EntityKind.Relationship : EntityKind.Node;
        if (entity == EntityKind.Relationship)
        {
            Take();
            Accept(TokenKind.Less);
            Expect(TokenKind.Minus, "'-['");
            Expect(TokenKind.LeftBracket, "'['");
        }

        Identifier variable = ExpectName("a variable");
        List<Identifier> names = [];
        if (!noNames)
        {
            Expect(TokenKind.Colon, "':' and a label or type");
            names.Add(ExpectName("a label or type"));
            while (severalNames && Accept(TokenKind.Bar))
            {
                names.Add(ExpectName("a label or type"));
            }
        }

        if (entity == EntityKind.Relationship)
        {
            Expect(TokenKind.RightBracket, "']'");
            Expect(TokenKind.Minus, "'-'");
            Accept(TokenKind.Greater);
            Expect(TokenKind.LeftParenthesis, "'()'");
        }

        Expect(TokenKind.RightParenthesis, "')'");
        return new SchemaTarget(entity, variable, names.ToSyntaxList(), []) { Span = From(start) };
    }

    private SyntaxList<Identifier> ParseSchemaProperties(SchemaTarget target)
    {
        if (!Accept(TokenKind.LeftParenthesis))
        {
            return [ParseSchemaProperty(target)];
        }

        SyntaxList<Identifier> properties = CommaSeparated(() => ParseSchemaProperty(target));
        Expect(TokenKind.RightParenthesis, "',' or ')'");
        return properties;
    }

    private Identifier ParseSchemaProperty(SchemaTarget target)
    {
        ExpectVariable(target);
        Expect(TokenKind.Dot, "'.' and a property");
        return ExpectName("a property");
    }

    private Expression? ParseSchemaOptions() =>
        !Accept(Keyword.Options) ? null
        : At(TokenKind.LeftBrace) ? ParseMap()
        : At(TokenKind.Parameter) ? ParseParameter()
        : throw Unexpected("a map or a parameter");

    private CreateConstraint ParseCreateConstraint()
    {
        Take();
        SchemaName? name = ParseOptionalSchemaName();
        bool ifNotExists = ParseIfNotExists();
        Expect(Keyword.For);
        SchemaTarget target = ParseSchemaPattern(severalNames: false, noNames: false);
        Expect(Keyword.Require);
        target = target with { Properties = ParseSchemaProperties(target) };
        TypeSyntax? type = null;
        ConstraintKind kind;
        if (Accept(TokenKind.DoubleColon))
        {
            (kind, type) = (ConstraintKind.Type, ParseType());
        }
        else
        {
            Expect(Keyword.Is);
            (kind, type) = ParseConstraintKind(target);
        }

        if (target.Properties.Count > 1 && kind is ConstraintKind.NotNull or ConstraintKind.Type)
        {
            Fail(target.Span, "UnexpectedSyntax", "This constraint is on one property");
        }

        return new CreateConstraint(kind, name, ifNotExists, target, type, ParseSchemaOptions());
    }

    private (ConstraintKind Kind, TypeSyntax? Type) ParseConstraintKind(SchemaTarget target)
    {
        if (Accept(Keyword.Not, Keyword.Null))
        {
            return (ConstraintKind.NotNull, null);
        }

        if (Accept(Keyword.Typed) || Accept(TokenKind.DoubleColon))
        {
            return (ConstraintKind.Type, ParseType());
        }

        Token word = Current;
        if (Accept(Keyword.Node) || Accept(Keyword.Relationship) || Accept(Keyword.Rel))
        {
            EntityKind entity = word.Keyword == Keyword.Node ? EntityKind.Node : EntityKind.Relationship;
            if (entity != target.Entity)
            {
                Fail(word.Span, "UnexpectedSyntax", $"The pattern is of a {(target.Entity == EntityKind.Node ? "node" : "relationship")}");
            }
        }

        return Accept(Keyword.Unique) ? (ConstraintKind.Unique, null)
            : Accept(Keyword.Key) ? (ConstraintKind.Key, null)
            : throw Unexpected("UNIQUE, NOT NULL, NODE KEY or '::' and a type");
    }

    private Statement ParseDrop()
    {
        Take();
        bool index = Accept(Keyword.Index);
        if (!index && !Accept(Keyword.Constraint))
        {
            throw Unexpected("INDEX or CONSTRAINT");
        }

        SchemaName name = ParseSchemaName();
        bool ifExists = Accept(Keyword.If);
        if (ifExists)
        {
            Expect(Keyword.Exists);
        }

        return index ? new DropIndex(name, ifExists) : new DropConstraint(name, ifExists);
    }
}
