using System.Text;

namespace Chancery.Cypher.Syntax;

internal sealed partial class Parser
{
    private StatementSyntax ParseStatement()
    {
        int start = Current.Offset;
        ExecutionMode mode = ExecutionMode.Run;
        List<StatementOption> options = [];
        while (true)
        {
            if (Accept(Keyword.Explain))
            {
                mode = ExecutionMode.Explain;
            }
            else if (Accept(Keyword.Profile))
            {
                mode = ExecutionMode.Profile;
            }
            else if (Accept(Keyword.Cypher))
            {
                ParseOptions(options);
            }
            else
            {
                break;
            }
        }

        Statement body = ParseBody();
        return new StatementSyntax(mode, options.ToSyntaxList(), body) { Span = From(start) };
    }

    private void ParseOptions(List<StatementOption> options)
    {
        if (Current.Kind is TokenKind.Integer or TokenKind.Float)
        {
            Token version = Take();
            options.Add(new StatementOption("version", version.Span.In(_text)) { Span = version.Span });
        }

        while (At(TokenKind.Word) && Ahead(1).Kind == TokenKind.Equal)
        {
            Token name = Take();
            Take();
            Token value = Current.Kind is TokenKind.Word or TokenKind.Integer ? Take() : throw Unexpected("the option's value");
            options.Add(new StatementOption(name.Span.In(_text), value.Span.In(_text)) { Span = name.Span.To(value.Span) });
        }
    }

    private Statement ParseBody()
    {
        int start = Current.Offset;
        RefuseAdministration();
        Statement statement = Current.Keyword switch
        {
            Keyword.Show => ParseShow(),
            Keyword.Terminate => ParseTerminate(),
            Keyword.Drop => ParseDrop(),
            Keyword.Create when Ahead(1).Kind == TokenKind.Word && Ahead(2).Kind != TokenKind.Equal => ParseCreateSchema(),
            _ => ParseQuery(),
        };
        return statement with { Span = From(start) };
    }

    /// <summary>Users, roles, privileges, aliases, servers: commands of a server with many databases.</summary>
    private void RefuseAdministration()
    {
        string First() => Current.Span.In(_text).ToUpperInvariant();
        string Second() => Ahead(1).Span.In(_text).ToUpperInvariant();
        bool refused = At(TokenKind.Word) && First() switch
        {
            "GRANT" or "DENY" or "REVOKE" or "ALTER" or "RENAME" or "ENABLE" or "DEALLOCATE" or "REALLOCATE" => Ahead(1).Kind == TokenKind.Word,
            "START" or "STOP" => Ahead(1).Keyword == Keyword.Database,
            "CREATE" or "DROP" => Second() is "USER" or "ROLE" or "DATABASE" or "ALIAS" or "COMPOSITE" or "SERVER"
                && Ahead(2).Kind != TokenKind.Equal,
            "SHOW" => Second() is "ROLE" or "ROLES" or "PRIVILEGE" or "PRIVILEGES" or "ALIAS" or "ALIASES" or "SERVERS" or "POPULATED" or "SUPPORTED",
            _ => false,
        };
        if (refused)
        {
            TextSpan span = Current.Span.To(Ahead(1).Span);
            throw StatementError.At(
                _text,
                span,
                "Neo.ClientError.Statement.UnsupportedAdministrationCommand",
                "SyntaxError",
                "UnsupportedAdministrationCommand",
                $"Unsupported administration command: {First()} {Second()}");
        }
    }

    private Query ParseQuery()
    {
        Enter();
        int start = Current.Offset;
        List<SingleQuery> parts = [ParseSingleQuery()];
        List<UnionOperator> unions = [];
        while (At(Keyword.Union))
        {
            Token union = Take();
            bool all = Accept(Keyword.All);
            if (!all)
            {
                Accept(Keyword.Distinct);
            }

            unions.Add(new UnionOperator(all) { Span = union.Span });
            parts.Add(ParseSingleQuery());
        }

        Leave();
        return new Query(parts.ToSyntaxList(), unions.ToSyntaxList()) { Span = From(start) };
    }

    private SingleQuery ParseSingleQuery()
    {
        int start = Current.Offset;
        List<Clause> clauses = [];
        while (AtClause())
        {
            int clauseStart = Current.Offset;
            clauses.Add(ParseClause() with { Span = From(clauseStart) });
        }

        return clauses.Count > 0
            ? new SingleQuery(clauses.ToSyntaxList()) { Span = From(start) }
            : throw Unexpected("a statement such as MATCH, CREATE, RETURN or CALL");
    }

    /// <summary>The word is followed by what may be a part of its clause.</summary>
    private bool AtClause() => Current.Keyword switch
    {
        Keyword.Match or Keyword.Unwind or Keyword.With or Keyword.Return or Keyword.Create or Keyword.Merge or Keyword.Set or
        Keyword.Remove or Keyword.Delete or Keyword.Foreach or Keyword.Call or Keyword.Finish or Keyword.Use => true,
        Keyword.Optional => Ahead(1).Keyword is Keyword.Match or Keyword.Call ? true : throw UnexpectedAfterOptional(),
        Keyword.Detach or Keyword.NoDetach or Keyword.Insert or Keyword.Load => true,
        _ => false,
    };

    private Chancery.Graph.GraphException UnexpectedAfterOptional()
    {
        Take();
        return Unexpected("MATCH or CALL");
    }

    private Clause ParseClause()
    {
        Token word = Take();
        switch (word.Keyword)
        {
            case Keyword.Match:
                return ParseMatch(optional: false);
            case Keyword.Optional when Accept(Keyword.Match):
                return ParseMatch(optional: true);
            case Keyword.Optional:
                Take();
                return ParseCall(optional: true);
            case Keyword.Call:
                return ParseCall(optional: false);
            case Keyword.Unwind:
                return ParseUnwind();
            case Keyword.With:
                Projection projection = ParseProjection();
                return new WithClause(projection, ParseOptionalWhere());
            case Keyword.Return:
                return new ReturnClause(ParseProjection());
            case Keyword.Create or Keyword.Insert:
                return new CreateClause(CommaSeparated(ParsePathPattern));
            case Keyword.Merge:
                return ParseMerge();
            case Keyword.Set:
                return new SetClause(CommaSeparated(ParseSetItem));
            case Keyword.Remove:
                return new RemoveClause(CommaSeparated(ParseRemoveItem));
            case Keyword.Detach or Keyword.NoDetach:
                Expect(Keyword.Delete);
                return new DeleteClause(word.Keyword == Keyword.Detach, CommaSeparated(ParseExpression));
            case Keyword.Delete:
                return new DeleteClause(false, CommaSeparated(ParseExpression));
            case Keyword.Foreach:
                return ParseForeach();
            case Keyword.Load:
                return ParseLoadCsv();
            case Keyword.Use:
                return new UseClause(ParseDottedName("the name of a database"));
            default:
                return new FinishClause();
        }
    }

    private string ParseDottedName(string expected)
    {
        string first = ExpectName(expected).Name;
        if (!At(TokenKind.Dot))
        {
            return first;
        }

        StringBuilder name = new(first);
        while (At(TokenKind.Dot) && Ahead(1).Kind is TokenKind.Word or TokenKind.QuotedName)
        {
            Take();
            name.Append('.').Append(TakeName().Name);
        }

        return name.ToString();
    }
}
