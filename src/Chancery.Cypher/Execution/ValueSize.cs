using Chancery.Graph;

namespace Chancery.Cypher.Execution;

/// <summary>How much memory a value holds, about.</summary>
internal static class ValueSize
{
    private const int BytesPerValue = 16;
    private const int BytesPerObject = 24;
    private const int BytesPerEntry = 24;

    /// <summary>
    /// Bytes beyond the value's own 16. A string counts in full, although the graph may hold it too: whose it is cannot be told, and long
    /// ones are read from disk for whoever asks.
    /// </summary>
    public static long Beyond(Value value) => value.Kind switch
    {
        ValueKind.String => BytesPerObject + (2L * value.AsString().Length),
        ValueKind.List => Of(value.AsList()),
        ValueKind.Map => value.AsMap() is var map ? BytesPerObject + (map.Count * BytesPerEntry) + map.Values.Sum(Beyond) : 0,
        ValueKind.Path => BytesPerObject + (((2 * value.AsPath().Relationships.Count) + 1) * BytesPerValue),
        _ => 0,
    };

    /// <summary>Bytes of an array of values with all that they hold.</summary>
    public static long Of(Value[] items)
    {
        long bytes = BytesPerObject + ((long)items.Length * BytesPerValue);
        foreach (Value item in items)
        {
            bytes += Beyond(item);
        }

        return bytes;
    }
}
