namespace Chancery.Extraction.Text;

/// <summary>Cuts text into words, numbers and marks; never splits a surrogate pair, never yields an empty token.</summary>
internal static class Tokenizer
{
    public static Token[] Tokenize(ReadOnlySpan<char> text)
    {
        var tokens = new List<Token>(text.Length / 5 + 4);
        int i = 0;
        bool space = true;
        bool line = true;
        while (i < text.Length)
        {
            char c = text[i];
            if (char.IsWhiteSpace(c))
            {
                space = true;
                line |= c == '\n';
                i++;
                continue;
            }

            int end = EndOf(text, i);
            TokenShape shape = ShapeOf(text[i..end]);
            if (space)
            {
                shape |= TokenShape.SpaceBefore;
            }

            if (line)
            {
                shape |= TokenShape.LineBefore;
            }

            tokens.Add(new Token(i, end, Folding.Hash(text[i..end]), Folding.HashExact(text[i..end]), shape));
            i = end;
            space = line = false;
        }

        return [.. tokens];
    }

    public static bool IsApostrophe(char c) => c is '\'' or '\u2019' or '\u02BC';

    /// <summary>U+02BC counts as a letter in Unicode; texts use it as an apostrophe.</summary>
    private static bool IsLetter(char c) => char.IsLetter(c) && c != '\u02BC';

    private static bool IsLetterOrDigit(char c) => char.IsLetterOrDigit(c) && c != '\u02BC';

    private static int EndOf(ReadOnlySpan<char> text, int start)
    {
        char c = text[start];
        if (IsLetter(c))
        {
            return EndOfWord(text, start);
        }

        if (char.IsAsciiDigit(c))
        {
            return EndOfNumber(text, start);
        }

        if (IsApostrophe(c) && IsClitic(text, start, out int clitic))
        {
            return clitic;
        }

        if (IsBrokenPossessive(text, start))
        {
            return start + 2;
        }

        if (char.IsHighSurrogate(c) && start + 1 < text.Length && char.IsLowSurrogate(text[start + 1]))
        {
            return start + 2;
        }

        int end = start + 1;
        if (c is '-' or '.' or '_' or '=' or '*')
        {
            while (end < text.Length && text[end] == c)
            {
                end++;
            }
        }

        return end;
    }

    private static int EndOfWord(ReadOnlySpan<char> text, int start)
    {
        if (EndOfDotted(text, start) is int dotted && dotted > start)
        {
            return dotted;
        }

        if (EndOfGlued(text, start) is int glued)
        {
            return glued;
        }

        int end = start + 1;
        while (end < text.Length)
        {
            char c = text[end];
            if (IsLetterOrDigit(c) || char.GetUnicodeCategory(c) == System.Globalization.UnicodeCategory.NonSpacingMark)
            {
                end++;
            }
            else if (IsApostrophe(c) && end + 1 < text.Length && IsLetter(text[end + 1]) && !IsClitic(text, end, out _))
            {
                end++;
            }
            else if (c == ',' && end == start + 1 && text[start] is 'd' or 'l' && end + 1 < text.Length && char.IsUpper(text[end + 1]))
            {
                end++;
            }
            else
            {
                break;
            }
        }

        return end;
    }

    /// <summary>"andUSSR", "inNATO": a word in small letters run into an acronym ends before it.</summary>
    private static int? EndOfGlued(ReadOnlySpan<char> text, int start)
    {
        int small = start;
        while (small < text.Length && char.IsAsciiLetterLower(text[small]))
        {
            small++;
        }

        int large = small;
        while (large < text.Length && char.IsAsciiLetterUpper(text[large]))
        {
            large++;
        }

        return small - start >= 2 && large - small >= 2 && (large == text.Length || !IsLetterOrDigit(text[large])) ? small : null;
    }

    /// <summary>U.S., J.F., a.m.: single letters each with a dot, two or more; the last dot belongs to it.</summary>
    private static int? EndOfDotted(ReadOnlySpan<char> text, int start)
    {
        int end = start;
        int pairs = 0;
        while (end + 1 < text.Length && IsLetter(text[end]) && text[end + 1] == '.')
        {
            end += 2;
            pairs++;
        }

        if (pairs == 1 && end < text.Length && IsLetter(text[end]) && (end + 1 == text.Length || !IsLetterOrDigit(text[end + 1])))
        {
            return end + 1;
        }

        return pairs >= 2 && (end == text.Length || !IsLetter(text[end])) ? end : null;
    }

    private static int EndOfNumber(ReadOnlySpan<char> text, int start)
    {
        int end = start + 1;
        while (end < text.Length)
        {
            char c = text[end];
            bool inside = IsLetterOrDigit(c)
                || (c is ',' or '.' or ':' && end + 1 < text.Length && char.IsAsciiDigit(text[end + 1]));
            if (!inside)
            {
                break;
            }

            end++;
        }

        return end;
    }

    private static bool IsClitic(ReadOnlySpan<char> text, int apostrophe, out int end)
    {
        end = apostrophe + 1;
        while (end < text.Length && IsLetter(text[end]))
        {
            end++;
        }

        ReadOnlySpan<char> letters = text[(apostrophe + 1)..end];
        return letters.Length is 1 or 2
            && (letters.Equals("s", StringComparison.OrdinalIgnoreCase) || letters.Equals("t", StringComparison.OrdinalIgnoreCase)
                || letters.Equals("ll", StringComparison.OrdinalIgnoreCase) || letters.Equals("re", StringComparison.OrdinalIgnoreCase)
                || letters.Equals("ve", StringComparison.OrdinalIgnoreCase));
    }

    /// <summary>"the ministry,s office", "Val d,Or": copies that lost their typographic apostrophes have commas in their places.</summary>
    private static bool IsBrokenPossessive(ReadOnlySpan<char> text, int comma) =>
        text[comma] == ',' && comma > 0 && IsLetter(text[comma - 1]) && comma + 1 < text.Length && text[comma + 1] == 's' && (comma + 2 == text.Length || !IsLetterOrDigit(text[comma + 2]));

    private static TokenShape ShapeOf(ReadOnlySpan<char> word)
    {
        char first = word[0];
        if ((IsApostrophe(first) || first == ',') && word.Length > 1)
        {
            return TokenShape.Clitic;
        }

        if (char.IsAsciiDigit(first))
        {
            return TokenShape.Number | TokenShape.HasDigit;
        }

        if (!IsLetter(first))
        {
            return TokenShape.Punctuation;
        }

        int upper = 0;
        int lower = 0;
        var shape = TokenShape.Word;
        foreach (char c in word)
        {
            if (char.IsUpper(c))
            {
                upper++;
            }
            else if (char.IsLower(c))
            {
                lower++;
            }
            else if (char.IsAsciiDigit(c))
            {
                shape |= TokenShape.HasDigit;
            }
            else if (c == '.')
            {
                shape |= TokenShape.Dotted;
            }
        }

        if (char.IsUpper(first))
        {
            shape |= TokenShape.Capital;
        }

        if (upper > 1 && lower == 0)
        {
            shape |= TokenShape.AllCapitals;
        }
        else if (upper > 1 || (upper == 1 && lower > 0 && !char.IsUpper(first)))
        {
            shape |= TokenShape.MixedCase;
        }

        if (upper + lower == 1 && word.Length == 1)
        {
            shape |= TokenShape.Initial;
        }

        return shape;
    }
}
