namespace Chancery.Cables.Parsing;

/// <summary>The lines of a text, each without its line end and outer white space.</summary>
internal sealed class LineTable
{
    private readonly List<TextSpan> _lines;

    public LineTable(string text)
    {
        Text = text;
        _lines = new List<TextSpan>(text.Length / 60 + 4);
        int start = 0;
        while (start <= text.Length)
        {
            int length = text.AsSpan(start).IndexOfAny('\n', '\r');
            int end = length < 0 ? text.Length : start + length;
            _lines.Add(TextScan.Trim(text, new TextSpan(start, end)));
            start = end + 1;
            if (end + 1 < text.Length && text[end] == '\r' && text[end + 1] == '\n')
            {
                start++;
            }
        }
    }

    public string Text { get; }

    public int Count => _lines.Count;

    public TextSpan this[int index] => _lines[index];

    public ReadOnlySpan<char> Of(int index) => TextScan.Slice(Text, _lines[index]);

    public bool IsBlank(int index) => _lines[index].Length == 0;

    /// <summary>The line that holds or follows <paramref name="offset"/>.</summary>
    public int At(int offset)
    {
        int low = 0, high = _lines.Count - 1;
        while (low < high)
        {
            int middle = (low + high) / 2;
            if (_lines[middle].End < offset)
            {
                low = middle + 1;
            }
            else
            {
                high = middle;
            }
        }

        return low;
    }
}
