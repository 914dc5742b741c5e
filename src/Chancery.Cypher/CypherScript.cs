using Chancery.Cypher.Syntax;

namespace Chancery.Cypher;

/// <summary>A statement of a script, and the line (from 1) on which it begins.</summary>
public sealed record ScriptStatement(string Text, int Line);

/// <summary>Several statements in one text, each run on its own.</summary>
public static class CypherScript
{
    /// <summary>
    /// Cuts a script at its semicolons, those in strings, names and comments excepted. Blanks and comments around a statement go, and
    /// empty statements are left out.
    /// </summary>
    public static IReadOnlyList<ScriptStatement> Split(string script)
    {
        List<ScriptStatement> statements = [];
        Token? first = null;
        Token last = default;
        foreach (Token token in Lexer.Tokenize(script))
        {
            if (token.Kind is not (TokenKind.Semicolon or TokenKind.End))
            {
                first ??= token;
                last = token;
            }
            else if (first is { } start)
            {
                int line = StatementError.PositionOf(script, start.Offset).Line;
                statements.Add(new ScriptStatement(start.Span.To(last.Span).In(script), line));
                first = null;
            }
        }

        return statements;
    }
}
