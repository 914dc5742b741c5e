namespace Chancery.Cypher.Syntax;

/// <summary>Cuts a script at its semicolons, those in strings, names and comments excepted.</summary>
internal static class StatementSplitter
{
    /// <summary>Where each statement stands, without semicolons and blanks around it; empty ones are left out.</summary>
    public static IReadOnlyList<TextSpan> Split(string script)
    {
        List<TextSpan> statements = [];
        Token? first = null;
        Token last = default;
        foreach (Token token in Lexer.Tokenize(script))
        {
            if (token.Kind is TokenKind.Semicolon or TokenKind.End)
            {
                if (first is { } start)
                {
                    statements.Add(start.Span.To(last.Span));
                    first = null;
                }
            }
            else
            {
                first ??= token;
                last = token;
            }
        }

        return statements;
    }
}
