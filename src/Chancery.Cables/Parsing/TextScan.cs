namespace Chancery.Cables.Parsing;

/// <summary>Looking at spans of a text without copying them.</summary>
internal static class TextScan
{
    /// <summary>Paragraph marks that publishers put before a number, and what an unknown encoding made of them.</summary>
    public static bool IsPilcrow(char c) => c is '¶' or '\uFFFD';

    public static TextSpan Trim(string text, TextSpan span)
    {
        int start = span.Start, end = span.End;
        while (start < end && char.IsWhiteSpace(text[start]))
        {
            start++;
        }

        while (end > start && char.IsWhiteSpace(text[end - 1]))
        {
            end--;
        }

        return new TextSpan(start, end);
    }

    /// <summary>Trims white space and any of <paramref name="marks"/> from both ends.</summary>
    public static TextSpan Trim(string text, TextSpan span, ReadOnlySpan<char> marks)
    {
        int start = span.Start, end = span.End;
        while (start < end && (char.IsWhiteSpace(text[start]) || marks.Contains(text[start])))
        {
            start++;
        }

        while (end > start && (char.IsWhiteSpace(text[end - 1]) || marks.Contains(text[end - 1])))
        {
            end--;
        }

        return new TextSpan(start, end);
    }

    public static ReadOnlySpan<char> Slice(string text, TextSpan span) => text.AsSpan(span.Start, span.Length);

    /// <summary>True where <paramref name="word"/> stands at <paramref name="at"/> and does not run on as a longer word.</summary>
    public static bool IsWordAt(ReadOnlySpan<char> text, int at, ReadOnlySpan<char> word) =>
        at + word.Length <= text.Length
        && text.Slice(at, word.Length).Equals(word, StringComparison.OrdinalIgnoreCase)
        && (at + word.Length == text.Length || !char.IsLetterOrDigit(word[^1]) || !char.IsLetterOrDigit(text[at + word.Length]));

    /// <summary>The next run of characters other than white space from <paramref name="at"/> on; empty at the end.</summary>
    public static TextSpan NextWord(string text, int at, int end)
    {
        while (at < end && char.IsWhiteSpace(text[at]))
        {
            at++;
        }

        int start = at;
        while (at < end && !char.IsWhiteSpace(text[at]))
        {
            at++;
        }

        return new TextSpan(start, at);
    }

    public static IEnumerable<TextSpan> Words(string text, TextSpan span)
    {
        for (TextSpan word = NextWord(text, span.Start, span.End); word.Length > 0; word = NextWord(text, word.End, span.End))
        {
            yield return word;
        }
    }

    /// <summary>A rule of dashes (or equals signs, underscores, asterisks), gaps allowed: "--------- -".</summary>
    public static bool IsRule(ReadOnlySpan<char> line)
    {
        int marks = 0;
        foreach (char c in line)
        {
            if (c is '-' or '=' or '_' or '–' or '—')
            {
                marks++;
            }
            else if (!char.IsWhiteSpace(c))
            {
                return false;
            }
        }

        return marks >= 3;
    }

    public static bool HasLowerLetter(ReadOnlySpan<char> text)
    {
        foreach (char c in text)
        {
            if (char.IsLower(c))
            {
                return true;
            }
        }

        return false;
    }

    public static bool HasLetter(ReadOnlySpan<char> text)
    {
        foreach (char c in text)
        {
            if (char.IsLetter(c))
            {
                return true;
            }
        }

        return false;
    }

    public static bool EndsWithAny(ReadOnlySpan<char> text, params ReadOnlySpan<string> endings)
    {
        foreach (string ending in endings)
        {
            if (text.EndsWith(ending, StringComparison.Ordinal))
            {
                return true;
            }
        }

        return false;
    }

    public static bool ContainsAny(ReadOnlySpan<char> text, params ReadOnlySpan<string> words)
    {
        foreach (string word in words)
        {
            if (text.Contains(word, StringComparison.OrdinalIgnoreCase))
            {
                return true;
            }
        }

        return false;
    }

    public static bool IsDigits(ReadOnlySpan<char> text) => text.Length > 0 && !text.ContainsAnyExceptInRange('0', '9');

    /// <summary>Ends as a sentence ends, closing quotes and brackets aside.</summary>
    public static bool EndsSentence(ReadOnlySpan<char> text)
    {
        text = text.TrimEnd().TrimEnd("\"”’')]");
        return text.Length > 0 && text[^1] is '.' or '!' or '?' or ':' or ';' or '…';
    }

    /// <summary>White space runs as one space each, ends trimmed.</summary>
    public static string Collapse(string text, TextSpan span)
    {
        span = Trim(text, span);
        ReadOnlySpan<char> slice = Slice(text, span);
        bool clean = true;
        for (int i = 0; i < slice.Length && clean; i++)
        {
            clean = !char.IsWhiteSpace(slice[i]) || (slice[i] == ' ' && !char.IsWhiteSpace(slice[i - 1]));
        }

        if (clean)
        {
            return slice.ToString();
        }

        System.Text.StringBuilder result = new(slice.Length);
        bool gap = false;
        foreach (char c in slice)
        {
            if (char.IsWhiteSpace(c))
            {
                gap = true;
                continue;
            }

            if (gap)
            {
                result.Append(' ');
                gap = false;
            }

            result.Append(c);
        }

        return result.ToString();
    }

    public static Located<string> Locate(string text, TextSpan span)
    {
        span = Trim(text, span);
        return new Located<string>(Collapse(text, span), span);
    }
}
