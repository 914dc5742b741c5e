using System.Text;

namespace Chancery.Cables.Parsing;

/// <summary>Builds a <see cref="CleanText"/> from ranges of the raw text, in order.</summary>
internal sealed class CleanTextBuilder(string raw)
{
    private readonly StringBuilder _text = new();
    private readonly List<(int Clean, int Raw)> _pieces = [];
    private Dictionary<int, int>? _widths;
    private int _nextRaw = -1;
    private bool _pieceDue;

    public int Length => _text.Length;

    /// <summary>Appends a range, its white space runs as one space each.</summary>
    public void Append(int start, int end)
    {
        int at = start;
        while (at < end)
        {
            if (char.IsWhiteSpace(raw[at]))
            {
                AppendSpace(' ', at);
                while (at < end && char.IsWhiteSpace(raw[at]))
                {
                    at++;
                }

                continue;
            }

            int stop = at + 1;
            while (stop < end && !char.IsWhiteSpace(raw[stop]))
            {
                stop++;
            }

            Begin(at);
            _text.Append(raw, at, stop - at);
            _nextRaw = stop;
            at = stop;
        }
    }

    /// <summary>Appends one character that stands for what is at <paramref name="at"/>: a decoded entity, a joined line end.</summary>
    public void AppendChar(char c, int at)
    {
        Begin(at);
        _text.Append(c);
        _nextRaw = at + 1;
    }

    /// <summary>Appends a range as it stands.</summary>
    public void AppendVerbatim(int start, int end)
    {
        if (end > start)
        {
            Begin(start);
            _text.Append(raw, start, end - start);
            _nextRaw = end;
        }
    }

    /// <summary>Appends what an entity of <paramref name="width"/> characters stands for.</summary>
    public void AppendDecoded(ReadOnlySpan<char> decoded, int at, int width)
    {
        foreach (char c in decoded)
        {
            (_widths ??= [])[_text.Length] = width;
            _pieces.Add((_text.Length, at));
            _text.Append(c);
        }

        _nextRaw = at + width;
        _pieceDue = true;
    }

    /// <summary>Appends a space or a line break, unless the text begins here or has one already.</summary>
    public void AppendSpace(char space, int at)
    {
        if (_text.Length > 0 && !char.IsWhiteSpace(_text[^1]))
        {
            AppendChar(space, at);
        }
    }

    public int TrailingBreaks()
    {
        int breaks = 0;
        while (breaks < _text.Length && _text[_text.Length - 1 - breaks] == '\n')
        {
            breaks++;
        }

        return breaks;
    }

    /// <summary>Takes a hyphen back that a line end had put into a word.</summary>
    public void RemoveLast()
    {
        _text.Length--;
        _nextRaw = -1;
        while (_pieces.Count > 0 && _pieces[^1].Clean >= _text.Length)
        {
            _pieces.RemoveAt(_pieces.Count - 1);
        }
    }

    public CleanText Build()
    {
        int length = _text.Length;
        while (length > 0 && char.IsWhiteSpace(_text[length - 1]))
        {
            length--;
        }

        _text.Length = length;
        while (_pieces.Count > 0 && _pieces[^1].Clean >= length)
        {
            _pieces.RemoveAt(_pieces.Count - 1);
        }

        return new CleanText(_text.ToString(), _pieces, _widths);
    }

    private void Begin(int at)
    {
        if (at != _nextRaw || _pieceDue)
        {
            _pieces.Add((_text.Length, at));
            _pieceDue = false;
        }
    }
}
