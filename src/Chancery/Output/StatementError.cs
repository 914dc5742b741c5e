using System.Globalization;
using Chancery.Graph;

namespace Chancery.Output;

/// <summary>An error in a statement, with the line and a caret under the place.</summary>
internal static class StatementError
{
    public static string Describe(GraphException error, string statement)
    {
        if (error.Position is not { } position)
        {
            return $"{error.Message}\n({error.Code})";
        }

        // The embedded engine and Neo4j show the place in the message itself; it is shown once, in the manner of this program.
        string place = string.Create(
            CultureInfo.InvariantCulture, $" (line {position.Line}, column {position.Column} (offset: {position.Offset}))");
        int shown = error.Message.IndexOf(place, StringComparison.Ordinal);
        string message = shown < 0 ? error.Message : error.Message[..shown];
        string[] lines = statement.ReplaceLineEndings("\n").Split('\n');
        string line = position.Line <= lines.Length ? lines[position.Line - 1] : "";
        string before = new([.. line.Take(Math.Max(0, position.Column - 1)).Select(c => c == '\t' ? '\t' : ' ')]);
        return $"{message}\n\n  {line}\n  {before}^\nline {position.Line}, column {position.Column} ({error.Code})";
    }
}
