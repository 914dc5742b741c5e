using Chancery.Graph;

namespace Chancery.Cypher.Expressions;

/// <summary>The names that <c>$(…)</c> gives for labels or types.</summary>
internal static class ComputedNames
{
    /// <exception cref="GraphException">The value is no string and no list of strings, or a name is empty.</exception>
    public static IReadOnlyList<string> Of(Value value) => value.Kind == ValueKind.List
        ? [.. value.AsList().Select(NameOf)]
        : [NameOf(value)];

    private static string NameOf(Value value)
    {
        if (value.Kind != ValueKind.String)
        {
            throw ExpressionErrors.InvalidArgumentType(
                $"A label or type in $(...) is a STRING or a LIST of them, but got {ExpressionErrors.Describe(value)}.");
        }

        return value.AsString() is { Length: > 0 } name
            ? name
            : throw ExpressionErrors.InvalidArgumentType("A label or type in $(...) must not be empty.");
    }
}
