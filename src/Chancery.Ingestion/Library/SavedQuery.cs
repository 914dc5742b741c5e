using System.Text.Json;
using System.Text.RegularExpressions;

namespace Chancery.Ingestion.Library;

/// <summary>
/// A question of <c>cypher/queries</c>. Its header is made of comment lines: <c>// title:</c>, <c>// description:</c>,
/// <c>// parameter: NAME TYPE = DEFAULT -- meaning</c> (the default as JSON) and <c>// column: NAME -- meaning</c>.
/// </summary>
public sealed partial record SavedQuery(
    string Name, string Title, string Description, IReadOnlyList<QueryParameter> Parameters, IReadOnlyList<QueryColumn> Columns, string Text)
{
    /// <exception cref="FormatException">The header is incomplete or a line of it cannot be read; names file and line.</exception>
    public static SavedQuery Parse(string name, string text)
    {
        string? title = null;
        string? description = null;
        List<QueryParameter> parameters = [];
        List<QueryColumn> columns = [];
        int number = 0;
        foreach (string line in text.ReplaceLineEndings("\n").Split('\n'))
        {
            number++;
            if (!line.StartsWith("//", StringComparison.Ordinal))
            {
                break;
            }

            Match field = HeaderLine().Match(line);
            string value = field.Groups["value"].Value;
            switch (field.Groups["field"].Value)
            {
                case "title":
                    title = value;
                    break;
                case "description":
                    description = value;
                    break;
                case "parameter" when ParameterLine().Match(value) is { Success: true } parameter:
                    parameters.Add(Parameter(parameter, name, number));
                    break;
                case "column" when ColumnLine().Match(value) is { Success: true } column:
                    columns.Add(new QueryColumn(column.Groups["name"].Value, column.Groups["text"].Value));
                    break;
                default:
                    throw new FormatException($"cypher/queries/{name}.cypher: line {number}: not a line of a header: {line}");
            }
        }

        return title is not null && description is not null && columns.Count > 0
            ? new SavedQuery(name, title, description, parameters, columns, text)
            : throw new FormatException($"cypher/queries/{name}.cypher: the header needs title, description and columns.");
    }

    private static QueryParameter Parameter(Match line, string name, int number)
    {
        try
        {
            return new QueryParameter(
                line.Groups["name"].Value, line.Groups["type"].Value, JsonElement.Parse(line.Groups["default"].Value), line.Groups["text"].Value);
        }
        catch (JsonException error)
        {
            throw new FormatException($"cypher/queries/{name}.cypher: line {number}: the default is not JSON: {error.Message}", error);
        }
    }

    [GeneratedRegex(@"^// (?<field>\w+): (?<value>.+)$")]
    private static partial Regex HeaderLine();

    [GeneratedRegex(@"^(?<name>\w+) (?<type>string|integer|float|boolean) = (?<default>.+?) -- (?<text>.+)$")]
    private static partial Regex ParameterLine();

    [GeneratedRegex(@"^(?<name>\w+) -- (?<text>.+)$")]
    private static partial Regex ColumnLine();
}

/// <param name="Type">string, integer, float or boolean.</param>
public sealed record QueryParameter(string Name, string Type, JsonElement Default, string Description);

public sealed record QueryColumn(string Name, string Description);
