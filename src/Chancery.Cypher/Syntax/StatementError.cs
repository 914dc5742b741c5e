using Chancery.Graph;

namespace Chancery.Cypher.Syntax;

/// <summary>Builds the errors that a statement's text causes: message, place, the line with a caret under it.</summary>
internal static class StatementError
{
    private const int MaxLineLength = 120;

    public static GraphException Syntax(string text, TextSpan span, string detail, string message) =>
        At(text, span, "Neo.ClientError.Statement.SyntaxError", "SyntaxError", detail, message, "42001");

    public static GraphException At(
        string text, TextSpan span, string code, string kind, string detail, string message, string gqlStatus = "50N42")
    {
        TextPosition position = PositionOf(text, span.Offset);
        return new GraphException(code, Describe(text, position, message))
        {
            Position = position,
            Kind = kind,
            Detail = detail,
            AtCompileTime = true,
            GqlStatus = gqlStatus,
        };
    }

    public static TextPosition PositionOf(string text, int offset)
    {
        ReadOnlySpan<char> before = text.AsSpan(0, offset);
        int line = 1;
        int lineStart = 0;
        for (int i = 0; i < before.Length; i++)
        {
            if (before[i] == '\n' || (before[i] == '\r' && (i + 1 >= text.Length || text[i + 1] != '\n')))
            {
                line++;
                lineStart = i + 1;
            }
        }

        return new(offset, line, offset - lineStart + 1);
    }

    /// <summary>In the form that Neo4j's users know.</summary>
    private static string Describe(string text, TextPosition position, string message)
    {
        int start = position.Offset - position.Column + 1;
        int length = text.AsSpan(start).IndexOfAny('\n', '\r');
        int end = length < 0 ? text.Length : start + length;
        if (end - start > MaxLineLength)
        {
            start = Math.Max(start, position.Offset - MaxLineLength / 2);
            end = Math.Min(end, start + MaxLineLength);
        }

        string caret = new(' ', position.Offset - start + 1);
        return $"{message} (line {position.Line}, column {position.Column} (offset: {position.Offset}))\n\"{text[start..end]}\"\n{caret}^";
    }
}
