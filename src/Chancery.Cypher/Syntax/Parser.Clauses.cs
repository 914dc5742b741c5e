namespace Chancery.Cypher.Syntax;

internal sealed partial class Parser
{
    private Expression? ParseOptionalWhere() => Accept(Keyword.Where) ? ParseExpression() : null;

    private MatchClause ParseMatch(bool optional)
    {
        SyntaxList<PathPattern> patterns = CommaSeparated(ParsePathPattern);
        List<Hint> hints = [];
        while (At(Keyword.Using))
        {
            hints.Add(ParseHint());
        }

        return new MatchClause(optional, patterns, hints.ToSyntaxList(), ParseOptionalWhere());
    }

    private Hint ParseHint()
    {
        int start = Take().Offset;
        if (Accept(Keyword.Join))
        {
            Expect(Keyword.On);
            return new Hint("JOIN", CommaSeparated(() => ExpectName("a variable")), null, []) { Span = From(start) };
        }

        string kind = "SCAN";
        if (!Accept(Keyword.Scan))
        {
            kind = Current.Keyword is Keyword.Range or Keyword.Text or Keyword.Point ? $"{Keywords.Text(Take().Keyword)} INDEX" : "INDEX";
            Expect(Keyword.Index);
            kind += Accept(Keyword.Seek) ? " SEEK" : "";
        }

        Identifier variable = ExpectName("a variable");
        Expect(TokenKind.Colon, "':' and a label or type");
        Identifier label = ExpectName("a label or type");
        SyntaxList<Identifier> properties = [];
        if (Accept(TokenKind.LeftParenthesis))
        {
            properties = CommaSeparated(() => ExpectName("a property"));
            Expect(TokenKind.RightParenthesis, "')'");
        }

        return new Hint(kind, [variable], label, properties) { Span = From(start) };
    }

    private UnwindClause ParseUnwind()
    {
        Expression list = ParseExpression();
        Expect(Keyword.As);
        return new UnwindClause(list, ExpectName("a variable"));
    }

    private Projection ParseProjection()
    {
        int start = Current.Offset;
        bool distinct = AtSetQuantifier(Keyword.Distinct) && Accept(Keyword.Distinct);
        if (!distinct && AtSetQuantifier(Keyword.All))
        {
            Take();
        }

        bool all = Accept(TokenKind.Star);
        SyntaxList<ProjectionItem> items = [];
        if (!all || Accept(TokenKind.Comma))
        {
            items = CommaSeparated(ParseProjectionItem);
        }

        (SyntaxList<SortItem> orderBy, Expression? skip, Expression? limit) = ParseOrderAndPage();
        return new Projection(distinct, all, items, orderBy, skip, limit) { Span = From(start) };
    }

    /// <summary>The word before an expression, and not a variable or function of that name.</summary>
    private bool AtSetQuantifier(Keyword keyword)
    {
        if (!At(keyword))
        {
            return false;
        }

        Token next = Ahead(1);
        return next.Kind switch
        {
            TokenKind.Word => next.Keyword switch
            {
                Keyword.As or Keyword.Union => false,
                Keyword.Order => Ahead(2).Keyword != Keyword.By,
                Keyword.Skip or Keyword.Limit => Ahead(2).Kind is not (TokenKind.Integer or TokenKind.Parameter),
                _ => true,
            },
            TokenKind.LeftParenthesis => keyword == Keyword.Distinct,
            TokenKind.QuotedName or TokenKind.Star or TokenKind.Parameter or TokenKind.Integer or TokenKind.Float or TokenKind.String or
            TokenKind.LeftBracket or TokenKind.LeftBrace or TokenKind.Minus => true,
            _ => false,
        };
    }

    private (SyntaxList<SortItem> OrderBy, Expression? Skip, Expression? Limit) ParseOrderAndPage()
    {
        SyntaxList<SortItem> orderBy = [];
        if (Accept(Keyword.Order))
        {
            Expect(Keyword.By);
            orderBy = CommaSeparated(ParseSortItem);
        }

        Expression? skip = Accept(Keyword.Skip) || Accept(Keyword.Offset) ? ParseExpression() : null;
        Expression? limit = Accept(Keyword.Limit) ? ParseExpression() : null;
        return (orderBy, skip, limit);
    }

    private ProjectionItem ParseProjectionItem()
    {
        int start = Current.Offset;
        Expression expression = ParseExpression();
        string text = From(start).In(_text);
        Identifier? alias = Accept(Keyword.As) ? ExpectName("a name for the column") : null;
        return new ProjectionItem(expression, alias, text) { Span = From(start) };
    }

    private SortItem ParseSortItem()
    {
        int start = Current.Offset;
        Expression expression = ParseExpression();
        bool descending = Accept(Keyword.Desc) || Accept(Keyword.Descending);
        if (!descending)
        {
            _ = Accept(Keyword.Asc) || Accept(Keyword.Ascending);
        }

        return new SortItem(expression, descending) { Span = From(start) };
    }

    private MergeClause ParseMerge()
    {
        PathPattern pattern = ParsePathPattern();
        List<SetItem> onCreate = [];
        List<SetItem> onMatch = [];
        while (Accept(Keyword.On))
        {
            List<SetItem> items = Accept(Keyword.Create) ? onCreate : Accept(Keyword.Match) ? onMatch : throw Unexpected("CREATE or MATCH");
            Expect(Keyword.Set);
            items.AddRange(CommaSeparated(ParseSetItem));
        }

        return new MergeClause(pattern, onCreate.ToSyntaxList(), onMatch.ToSyntaxList());
    }

    private SetItem ParseSetItem()
    {
        int start = Current.Offset;
        Expression target = ParsePostfix();
        SetItem item;
        switch (target)
        {
            case Variable variable when At(TokenKind.Colon) || At(Keyword.Is):
                item = new SetLabels(variable, ParseLabelList());
                break;
            case Variable variable when Accept(TokenKind.PlusEqual):
                item = new SetAllProperties(variable, ParseExpression(), true);
                break;
            case Variable variable when Accept(TokenKind.Equal):
                item = new SetAllProperties(variable, ParseExpression(), false);
                break;
            case PropertyAccess property:
                Expect(TokenKind.Equal, "'='");
                item = new SetProperty(property.Target, property.Key, ParseExpression());
                break;
            case IndexAccess access:
                Expect(TokenKind.Equal, "'='");
                item = new SetDynamicProperty(access.Target, access.Index, ParseExpression());
                break;
            default:
                throw Unexpected(target is Variable ? "'=', '+=', '.' and a property, or ':' and a label" : "a property to set, such as 'n.name'");
        }

        return item with { Span = From(start) };
    }

    private RemoveItem ParseRemoveItem()
    {
        int start = Current.Offset;
        Expression target = ParsePostfix();
        RemoveItem item = target switch
        {
            Variable variable when At(TokenKind.Colon) || At(Keyword.Is) => new RemoveLabels(variable, ParseLabelList()),
            PropertyAccess property => new RemoveProperty(property.Target, property.Key),
            IndexAccess access => new RemoveDynamicProperty(access.Target, access.Index),
            _ => throw Unexpected("'.' and a property, or ':' and a label"),
        };
        return item with { Span = From(start) };
    }

    /// <summary><c>:A:B</c>, <c>:A&amp;B</c>, <c>IS A</c>, <c>:$(names)</c></summary>
    private SyntaxList<LabelExpression> ParseLabelList()
    {
        List<LabelExpression> labels = [];
        do
        {
            Take();
            labels.Add(AtComputedNames ? ParseComputedNames() : NameOf(ExpectName("a label")));
        }
        while (At(TokenKind.Colon) || At(TokenKind.Ampersand));
        return labels.ToSyntaxList();
    }

    private static LabelName NameOf(Identifier label) => new(label.Name) { Span = label.Span };

    private ForeachClause ParseForeach()
    {
        Enter();
        Expect(TokenKind.LeftParenthesis, "'('");
        Identifier variable = ExpectName("a variable");
        Expect(Keyword.In);
        Expression list = WithBar(true, ParseExpression);
        Expect(TokenKind.Bar, "'|'");
        SyntaxList<Clause> updates = WithBar(false, () => ParseSingleQuery().Clauses);
        Expect(TokenKind.RightParenthesis, "an updating clause or ')'");
        Leave();
        return new ForeachClause(variable, list, updates);
    }

    private LoadCsvClause ParseLoadCsv()
    {
        Expect(Keyword.Csv);
        bool withHeaders = false;
        if (Accept(Keyword.With))
        {
            Expect(Keyword.Headers);
            withHeaders = true;
        }

        Expect(Keyword.From);
        Expression from = ParseExpression();
        Expect(Keyword.As);
        Identifier variable = ExpectName("a variable");
        Expression? terminator = Accept(Keyword.Fieldterminator) ? ParseExpression() : null;
        return new LoadCsvClause(withHeaders, from, variable, terminator);
    }
}
