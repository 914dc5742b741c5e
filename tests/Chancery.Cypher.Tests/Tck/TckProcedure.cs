using Chancery.Cypher.Binding;
using Chancery.Cypher.Procedures;
using Chancery.Graph;

namespace Chancery.Cypher.Tests.Tck;

/// <summary>A procedure that a scenario defines by a table: the columns of the arguments, then those of the results.</summary>
internal static class TckProcedure
{
    public static Procedure Parse(string definition, IReadOnlyList<IReadOnlyList<string>> table)
    {
        ProcedureSignature signature = ProcedureSignature.Parse(definition);
        int inputs = signature.Inputs.Count;
        Value[][] rows = [.. table.Skip(1).Select(row => row.Select(cell => TckValueParser.Parse(cell).ToValue()).ToArray())];
        return new Procedure(
            signature,
            (arguments, _) => rows.Where(row => row.AsSpan(0, inputs).SequenceEqual(arguments)).Select(row => row[inputs..]));
    }
}
