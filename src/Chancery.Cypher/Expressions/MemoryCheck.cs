using Chancery.Cypher.Execution;
using Chancery.Graph;

namespace Chancery.Cypher.Expressions;

/// <summary>Refuses a value that alone would exceed the statement's memory, before it is made.</summary>
internal static class MemoryCheck
{
    public const int BytesPerValue = 16;

    // Smaller values are not worth the question.
    private const long Small = 1 << 16;

    /// <exception cref="GraphException">The memory limit does not allow so much more.</exception>
    public static void Fits(long bytes, QueryContext context)
    {
        if (bytes > Small)
        {
            context.Reserve(bytes);
            context.Release(bytes);
        }
    }

    /// <summary>What <c>left + right</c> will take, where it makes a list or a string.</summary>
    public static long OfSum(Value left, Value right) => Size(left) + Size(right);

    private static long Size(Value value) =>
        value.TryGetString(out string? text) ? 2L * text.Length
        : value.Kind == ValueKind.List ? (long)BytesPerValue * value.AsList().Length
        : 0;
}
