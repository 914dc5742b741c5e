namespace Chancery.Graph;

/// <summary>Walks over the text of a temporal value.</summary>
internal ref struct TemporalCursor(ReadOnlySpan<char> text)
{
    private readonly ReadOnlySpan<char> _text = text;
    private int _at;

    public readonly bool AtEnd => _at == _text.Length;

    public readonly char Current => _at < _text.Length ? _text[_at] : '\0';

    public readonly char Next => _at + 1 < _text.Length ? _text[_at + 1] : '\0';

    /// <summary>How many digits stand here in a row.</summary>
    public readonly int DigitRun
    {
        get
        {
            int end = _at;
            while (end < _text.Length && char.IsAsciiDigit(_text[end]))
            {
                end++;
            }

            return end - _at;
        }
    }

    public readonly ReadOnlySpan<char> Rest => _text[_at..];

    public bool Take(char expected)
    {
        if (Current != expected)
        {
            return false;
        }

        _at++;
        return true;
    }

    public bool TakeLetter(char upper)
    {
        if (char.ToUpperInvariant(Current) != upper)
        {
            return false;
        }

        _at++;
        return true;
    }

    /// <summary>Exactly <paramref name="count"/> digits (at most 18).</summary>
    public bool TakeDigits(int count, out long number)
    {
        number = 0;
        if (count == 0 || count > 18 || DigitRun < count)
        {
            return false;
        }

        for (int i = 0; i < count; i++)
        {
            number = (number * 10) + (_text[_at++] - '0');
        }

        return true;
    }

    /// <summary>A plus or minus sign as 1 or -1; 0 where there is none.</summary>
    public int TakeSign() => Take('+') ? 1 : Take('-') ? -1 : 0;

    /// <summary>The digits after a point or comma, as nanoseconds; zero where there are none, false where they are malformed.</summary>
    public bool TakeFraction(out long nanos)
    {
        nanos = 0;
        if (Current is not ('.' or ','))
        {
            return true;
        }

        _at++;
        int digits = DigitRun;
        if (digits is 0 or > 9 || !TakeDigits(digits, out nanos))
        {
            return false;
        }

        for (int i = digits; i < 9; i++)
        {
            nanos *= 10;
        }

        return true;
    }
}
