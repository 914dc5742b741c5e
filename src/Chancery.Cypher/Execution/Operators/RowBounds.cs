using Chancery.Cypher.Expressions;
using Chancery.Graph;

namespace Chancery.Cypher.Execution.Operators;

/// <summary>The number that SKIP or LIMIT names.</summary>
internal static class RowBounds
{
    /// <exception cref="GraphException">The value is no integer, or negative.</exception>
    public static long Read(Evaluator expression, string clause, Value[] row, QueryContext context)
    {
        Value value = expression.Evaluate(row, context);
        if (value.Kind != ValueKind.Integer)
        {
            throw Refuse($"{clause} needs an integer, not {value.Kind}.", "InvalidArgumentType");
        }

        long count = value.AsInteger();
        return count >= 0 ? count : throw Refuse($"{clause} needs a number of at least 0, not {count}.", "NegativeIntegerArgument");
    }

    private static GraphException Refuse(string message, string detail) =>
        new("Neo.ClientError.Statement.ArgumentError", message) { Kind = "SyntaxError", Detail = detail };
}
