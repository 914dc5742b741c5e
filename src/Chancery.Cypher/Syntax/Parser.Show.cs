namespace Chancery.Cypher.Syntax;

internal sealed partial class Parser
{
    private ShowCommand ParseShow()
    {
        Take();
        List<Token> words = [];
        ShowKind? kind;
        while ((kind = ParseShowKind()) is null)
        {
            words.Add(At(TokenKind.Word) && words.Count < 4 ? Take() : throw UnknownShow());
        }

        string[] filter = [.. words.Select(word => ReadFilter(word, kind.Value))];

        SyntaxList<Expression> names = [];
        if (kind is ShowKind.Transactions or ShowKind.Settings or ShowKind.Databases
            && !At(Keyword.Yield) && !At(Keyword.Where) && Current.Kind is TokenKind.Word or TokenKind.String or TokenKind.Parameter or TokenKind.LeftBracket or TokenKind.QuotedName)
        {
            names = CommaSeparated(ParseShownName);
        }

        ExecutableBy? executableBy = Accept(Keyword.Executable) ? ParseExecutableBy() : null;
        (CommandYield? yield, Expression? where, Projection? projection) = ParseCommandTail();
        return new ShowCommand(kind.Value, string.Join(' ', filter), names, executableBy, yield, where, projection);
    }

    private string ReadFilter(Token word, ShowKind kind)
    {
        string[] known = kind switch
        {
            ShowKind.Indexes => ["ALL", "RANGE", "TEXT", "POINT", "FULLTEXT", "LOOKUP", "VECTOR"],
            ShowKind.Constraints =>
                ["ALL", "NODE", "RELATIONSHIP", "REL", "PROPERTY", "UNIQUE", "UNIQUENESS", "EXIST", "EXISTENCE", "KEY", "TYPE"],
            ShowKind.Functions => ["ALL", "BUILT", "IN", "USER", "DEFINED"],
            ShowKind.Databases => ["DEFAULT", "HOME"],
            _ => ["ALL"],
        };
        string text = word.Span.In(_text).ToUpperInvariant();
        if (!known.Contains(text))
        {
            Fail(word.Span, "UnexpectedSyntax", $"Invalid input '{Shorten(word.Span.In(_text))}': expected {string.Join(", ", known)}{Spelling.Suggest(text, known)}");
        }

        return text;
    }

    /// <summary>A bare word is a name: <c>SHOW DATABASE neo4j</c>.</summary>
    private Expression ParseShownName()
    {
        if (!AtName)
        {
            return ParseExpression();
        }

        int start = Current.Offset;
        return new Literal(Graph.Value.String(ParseDottedName("a name"))) { Span = From(start) };
    }

    private ShowKind? ParseShowKind()
    {
        ShowKind? kind = Current.Keyword switch
        {
            Keyword.Index or Keyword.Indexes => ShowKind.Indexes,
            Keyword.Constraint or Keyword.Constraints => ShowKind.Constraints,
            Keyword.Procedure or Keyword.Procedures => ShowKind.Procedures,
            Keyword.Function or Keyword.Functions => ShowKind.Functions,
            Keyword.Database or Keyword.Databases => ShowKind.Databases,
            Keyword.Transaction or Keyword.Transactions => ShowKind.Transactions,
            Keyword.Setting or Keyword.Settings => ShowKind.Settings,
            Keyword.User or Keyword.Users => ShowKind.Users,
            Keyword.Current when Ahead(1).Keyword == Keyword.User => ShowKind.CurrentUser,
            _ => null,
        };
        if (kind is not null)
        {
            Take();
            _ = kind == ShowKind.CurrentUser && Accept(Keyword.User);
        }

        return kind;
    }

    private Graph.GraphException UnknownShow() =>
        Unexpected("INDEXES, CONSTRAINTS, PROCEDURES, FUNCTIONS, DATABASES, TRANSACTIONS, SETTINGS, USERS or CURRENT USER");

    private ExecutableBy ParseExecutableBy()
    {
        int start = Previous.Offset;
        Identifier? user = null;
        if (Accept(Keyword.By) && !Accept(Keyword.Current, Keyword.User))
        {
            user = ExpectName("a user or CURRENT USER");
        }

        return new ExecutableBy(user) { Span = From(start) };
    }

    private (CommandYield? Yield, Expression? Where, Projection? Return) ParseCommandTail()
    {
        CommandYield? yield = At(Keyword.Yield) ? ParseCommandYield() : null;
        Expression? where = ParseOptionalWhere();
        Projection? projection = yield is not null && Accept(Keyword.Return) ? ParseProjection() : null;
        return (yield, where, projection);
    }

    private CommandYield ParseCommandYield()
    {
        int start = Take().Offset;
        bool all = Accept(TokenKind.Star);
        SyntaxList<YieldItem> items = all ? [] : CommaSeparated(ParseYieldItem);
        (SyntaxList<SortItem> orderBy, Expression? skip, Expression? limit) = ParseOrderAndPage();
        return new CommandYield(all, items, orderBy, skip, limit) { Span = From(start) };
    }

    private TerminateTransactions ParseTerminate()
    {
        Take();
        _ = Accept(Keyword.Transactions) || Accept(Keyword.Transaction) ? true : throw Unexpected("TRANSACTIONS");
        SyntaxList<Expression> ids = CommaSeparated(ParseExpression);
        (CommandYield? yield, Expression? where, Projection? projection) = ParseCommandTail();
        return new TerminateTransactions(ids, yield, where, projection);
    }
}
