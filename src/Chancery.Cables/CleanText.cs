namespace Chancery.Cables;

/// <summary>Text cut out of the raw text piece by piece, able to say for each of its characters where it came from.</summary>
public sealed record CleanText
{
    private readonly int[] _cleanStarts;
    private readonly int[] _rawStarts;
    private readonly IReadOnlyDictionary<int, int>? _widths;

    /// <param name="value">The cleaned text.</param>
    /// <param name="pieces">
    /// Starts of runs, ascending: from <c>Clean</c> on, each character of the cleaned text stands at <c>Raw</c> plus its distance from <c>Clean</c>.
    /// The first run starts at 0.
    /// </param>
    public CleanText(string value, IReadOnlyList<(int Clean, int Raw)> pieces)
        : this(value, pieces, null)
    {
    }

    /// <param name="widths">For characters that stand for more than one of the raw text (an entity), how many.</param>
    internal CleanText(string value, IReadOnlyList<(int Clean, int Raw)> pieces, IReadOnlyDictionary<int, int>? widths)
    {
        Value = value;
        _widths = widths;
        _cleanStarts = new int[pieces.Count];
        _rawStarts = new int[pieces.Count];
        for (int i = 0; i < pieces.Count; i++)
        {
            (_cleanStarts[i], _rawStarts[i]) = pieces[i];
        }
    }

    public string Value { get; }

    /// <summary>A passage on one line: runs of white space become one space. What broke over lines is the same text.</summary>
    public static string OneLine(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        return string.Join(' ', text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
    }

    /// <summary>The place in the raw text of the character at <paramref name="index"/> of the cleaned text.</summary>
    public int ToRaw(int index)
    {
        int piece = Array.BinarySearch(_cleanStarts, index);
        piece = piece >= 0 ? piece : ~piece - 1;
        return _rawStarts[piece] + (index - _cleanStarts[piece]);
    }

    /// <summary>The raw span of a non-empty span of the cleaned text: from its first character to just past its last.</summary>
    public TextSpan ToRaw(TextSpan clean) => new(ToRaw(clean.Start), ToRaw(clean.End - 1) + Width(clean.End - 1));

    /// <summary>The part of the cleaned text that came from a span of the raw text; null where nothing of the span was kept.</summary>
    public TextSpan? ToClean(TextSpan raw)
    {
        int start = -1;
        int end = -1;
        for (int piece = 0; piece < _cleanStarts.Length; piece++)
        {
            int length = (piece + 1 < _cleanStarts.Length ? _cleanStarts[piece + 1] : Value.Length) - _cleanStarts[piece];
            int first = Math.Max(raw.Start - _rawStarts[piece], 0);
            int last = Math.Min(raw.End - _rawStarts[piece], length);
            if (first < last)
            {
                start = start < 0 ? _cleanStarts[piece] + first : start;
                end = _cleanStarts[piece] + last;
            }
        }

        return start < 0 ? null : new TextSpan(start, end);
    }

    /// <summary>The same text with its places in the text that <paramref name="outer"/> was itself cut from.</summary>
    internal CleanText Through(CleanText outer)
    {
        List<(int Clean, int Raw)> pieces = [];
        Dictionary<int, int>? widths = null;
        for (int piece = 0; piece < _cleanStarts.Length; piece++)
        {
            int clean = _cleanStarts[piece];
            int end = piece + 1 < _cleanStarts.Length ? _cleanStarts[piece + 1] : Value.Length;
            int expected = -1;
            for (int at = clean; at < end; at++)
            {
                int middle = _rawStarts[piece] + (at - clean);
                int raw = outer.ToRaw(middle);
                if (raw != expected)
                {
                    pieces.Add((at, raw));
                }

                expected = raw + 1;
                if (outer.Width(middle) is > 1 and int width)
                {
                    (widths ??= [])[at] = width;
                }
            }
        }

        return new CleanText(Value, pieces, widths);
    }

    private int Width(int index) => _widths is not null && _widths.TryGetValue(index, out int width) ? width : 1;
}
