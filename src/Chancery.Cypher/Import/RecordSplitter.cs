using System.Runtime.CompilerServices;

namespace Chancery.Cypher.Import;

/// <summary>Where a field stands in its text, without its quotes.</summary>
internal readonly record struct Field(int Start, int Length, bool IsQuoted, bool HasDoubledQuotes);

/// <summary>
/// Finds records and fields in CSV text: a field that begins with a quote ends with one, and inside it a quote is doubled; line ends and
/// delimiters belong to it.
/// </summary>
/// <remarks>Here and beside it, what is marked for aggressive optimization runs over all rows, and most often once in a process.</remarks>
internal readonly struct RecordSplitter(byte delimiter)
{
    private const byte Quote = (byte)'"';
    private const byte LineEnd = (byte)'\n';

    /// <summary>Finds the fields of the record that begins at a place. As many as there is room for are kept, but all are counted.</summary>
    /// <returns>Where the next record begins.</returns>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public int Split(ReadOnlySpan<byte> text, int at, Span<Field> fields, out int count, out SplitFault fault)
    {
        fault = SplitFault.None;
        for (count = 0; ; at++)
        {
            Field field = at < text.Length && text[at] == Quote ? Quoted(text, ref at, ref fault) : Plain(text, ref at);
            if (count < fields.Length)
            {
                fields[count] = field;
            }

            count++;
            if (at >= text.Length || text[at] == LineEnd)
            {
                return Math.Min(at + 1, text.Length);
            }
        }
    }

    /// <summary>Where the last record that is whole ends; 0 where none is.</summary>
    public int EndOfWhole(ReadOnlySpan<byte> text)
    {
        if (!text.Contains(Quote))
        {
            return text.LastIndexOf(LineEnd) + 1;
        }

        int end = 0;
        while (end < text.Length)
        {
            int next = Split(text, end, [], out _, out SplitFault fault);
            if (fault == SplitFault.Unclosed || text[next - 1] != LineEnd)
            {
                break;
            }

            end = next;
        }

        return end;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private Field Plain(ReadOnlySpan<byte> text, ref int at)
    {
        int start = at;
        int length = text[at..].IndexOfAny(delimiter, LineEnd);
        at = length < 0 ? text.Length : at + length;
        int end = at > start && text[at - 1] == '\r' && (at == text.Length || text[at] == LineEnd) ? at - 1 : at;
        return new Field(start, end - start, false, false);
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private Field Quoted(ReadOnlySpan<byte> text, ref int at, ref SplitFault fault)
    {
        int start = ++at;
        bool doubled = false;
        while (true)
        {
            int quote = text[at..].IndexOf(Quote);
            if (quote < 0)
            {
                fault = SplitFault.Unclosed;
                at = text.Length;
                return new Field(start, at - start, true, doubled);
            }

            at += quote + 1;
            if (at == text.Length || text[at] != Quote)
            {
                break;
            }

            doubled = true;
            at++;
        }

        Field field = new(start, at - 1 - start, true, doubled);
        if (Plain(text, ref at).Length > 0)
        {
            fault = fault == SplitFault.None ? SplitFault.TextAfterQuote : fault;
        }

        return field;
    }
}

internal enum SplitFault : byte
{
    None,
    Unclosed,
    TextAfterQuote,
}
