using System.Text.RegularExpressions;
using Chancery.Cypher.Procedures;
using Chancery.Graph;

namespace Chancery.Cypher.Tests.Tck;

/// <summary>A procedure that a scenario defines by a table: the columns of the arguments, then those of the results.</summary>
internal static partial class TckProcedure
{
    public static Procedure Parse(string definition, IReadOnlyList<IReadOnlyList<string>> table)
    {
        Match match = Definition().Match(definition);
        if (!match.Success)
        {
            throw new FormatException($"Not a procedure's signature: {definition}");
        }

        ProcedureField[] inputs = Fields(match.Groups["in"].Value);
        ProcedureField[] outputs = Fields(match.Groups["out"].Value);
        Value[][] rows = [.. table.Skip(1).Select(row => row.Select(cell => TckValueParser.Parse(cell).ToValue()).ToArray())];
        return new Procedure(
            new ProcedureSignature(match.Groups["name"].Value, inputs, outputs, ProcedureMode.Read, "Defined by a scenario."),
            (arguments, _) => rows
                .Where(row => row.AsSpan(0, inputs.Length).SequenceEqual(arguments))
                .Select(row => row[inputs.Length..]));
    }

    private static ProcedureField[] Fields(string list) =>
    [
        .. list.Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries)
            .Select(field => field.Split("::", StringSplitOptions.TrimEntries))
            .Select(parts => new ProcedureField(parts[0], parts[1])),
    ];

    [GeneratedRegex(@"^(?<name>[\w.]+)\((?<in>[^)]*)\)\s*::\s*\((?<out>[^)]*)\)$")]
    private static partial Regex Definition();
}
