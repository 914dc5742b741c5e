namespace Chancery.Cypher.Syntax;

internal sealed partial class Parser
{
    private Clause ParseCall(bool optional)
    {
        if (At(TokenKind.LeftBrace) || At(TokenKind.LeftParenthesis))
        {
            return ParseCallSubquery(optional);
        }

        int start = Current.Offset;
        string dotted = ParseDottedName("a procedure's name, '(' or '{'");
        ProcedureName name = new(dotted) { Span = From(start) };
        SyntaxList<Expression>? arguments = null;
        if (Accept(TokenKind.LeftParenthesis))
        {
            arguments = At(TokenKind.RightParenthesis) ? [] : CommaSeparated(ParseExpression);
            Expect(TokenKind.RightParenthesis, "',' or ')'");
        }

        return new CallProcedureClause(optional, name, arguments, At(Keyword.Yield) ? ParseYield() : null);
    }

    private YieldClause ParseYield()
    {
        int start = Take().Offset;
        bool all = Accept(TokenKind.Star);
        SyntaxList<YieldItem> items = all ? [] : CommaSeparated(ParseYieldItem);
        return new YieldClause(all, items, ParseOptionalWhere()) { Span = From(start) };
    }

    private YieldItem ParseYieldItem()
    {
        Identifier field = ExpectName("the name of a result, or '*'");
        Identifier? alias = Accept(Keyword.As) ? ExpectName("a variable") : null;
        return new YieldItem(field, alias) { Span = alias is null ? field.Span : field.Span.To(alias.Span) };
    }

    private CallSubqueryClause ParseCallSubquery(bool optional)
    {
        SubqueryScope? scope = At(TokenKind.LeftParenthesis) ? ParseSubqueryScope() : null;
        Expect(TokenKind.LeftBrace, "'{'");
        Query query = WithBar(false, ParseQuery);
        Expect(TokenKind.RightBrace, "a clause or '}'");
        return new CallSubqueryClause(optional, scope, query, At(Keyword.In) ? ParseInTransactions() : null);
    }

    private SubqueryScope ParseSubqueryScope()
    {
        int start = Take().Offset;
        bool all = Accept(TokenKind.Star);
        SyntaxList<Identifier> variables = all || At(TokenKind.RightParenthesis) ? [] : CommaSeparated(() => ExpectName("a variable or '*'"));
        Expect(TokenKind.RightParenthesis, "',' or ')'");
        return new SubqueryScope(all, variables) { Span = From(start) };
    }

    private InTransactions ParseInTransactions()
    {
        int start = Take().Offset;
        Expression? concurrency = At(Keyword.Concurrent) || At(Keyword.Transactions) ? null : ParsePostfix();
        bool concurrent = Accept(Keyword.Concurrent);
        Expect(Keyword.Transactions);
        Expression? batchSize = null;
        ErrorBehaviour onError = ErrorBehaviour.Fail;
        Identifier? status = null;
        while (true)
        {
            if (Accept(Keyword.Of))
            {
                batchSize = ParsePostfix();
                _ = Accept(Keyword.Rows) || Accept(Keyword.Row) ? true : throw Unexpected("ROWS");
            }
            else if (Accept(Keyword.On))
            {
                Expect(Keyword.Error);
                onError = Accept(Keyword.Continue) ? ErrorBehaviour.Continue
                    : Accept(Keyword.Break) ? ErrorBehaviour.Break
                    : Accept(Keyword.Fail) ? ErrorBehaviour.Fail
                    : throw Unexpected("CONTINUE, BREAK or FAIL");
            }
            else if (Accept(Keyword.Report))
            {
                Expect(Keyword.Status);
                Expect(Keyword.As);
                status = ExpectName("a variable");
            }
            else
            {
                return new InTransactions(concurrent, concurrency, batchSize, onError, status) { Span = From(start) };
            }
        }
    }
}
