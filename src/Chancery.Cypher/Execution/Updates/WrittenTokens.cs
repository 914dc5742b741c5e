using Chancery.Cypher.Expressions;
using Chancery.Cypher.Storage;
using Chancery.Graph;

namespace Chancery.Cypher.Execution.Updates;

/// <summary>The labels or the type that an update writes: names in the statement, and names computed for each row.</summary>
internal sealed class WrittenTokens(IReadOnlyList<string> names, Evaluator[] computed)
{
    // Ids never change, so those of the statement's own names are looked up once.
    private int[]? _known;

    /// <summary>The ids, each once, made where the name is new.</summary>
    public int[] Of(Value[] row, QueryContext context, TokenTable table)
    {
        _known ??= [.. names.Select(table.Intern)];
        return computed.Length == 0
            ? _known
            : [.. _known.Concat(computed.SelectMany(names => ComputedNames.Of(names.Evaluate(row, context))).Select(table.Intern)).Distinct()];
    }
}
