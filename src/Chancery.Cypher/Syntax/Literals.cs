using System.Globalization;
using System.Text;
using Chancery.Graph;

namespace Chancery.Cypher.Syntax;

/// <summary>Reads the values of literal tokens.</summary>
internal static class Literals
{
    /// <summary>The name between backticks, where two stand for one.</summary>
    public static string UnquoteName(ReadOnlySpan<char> quoted) => quoted[1..^1].ToString().Replace("``", "`", StringComparison.Ordinal);

    public static Value ReadInteger(string text, TextSpan span, bool negative)
    {
        string digits = span.In(text).Replace("_", "", StringComparison.Ordinal);
        (int numberBase, int skip) = digits is ['0', 'x' or 'X', ..] ? (16, 2) : digits is ['0', 'o' or 'O', ..] ? (8, 2) : (10, 0);
        ulong limit = negative ? 1UL << 63 : long.MaxValue;
        ulong value = 0;
        foreach (char c in digits.AsSpan(skip))
        {
            ulong digit = (ulong)(char.IsAsciiDigit(c) ? c - '0' : (c | 0x20) - 'a' + 10);
            if (value > (limit - digit) / (ulong)numberBase)
            {
                throw StatementError.Syntax(
                    text, span, "IntegerOverflow", $"Integer literal {(negative ? "-" : "")}{span.In(text)} does not fit in 64 bits");
            }

            value = value * (ulong)numberBase + digit;
        }

        return Value.Integer(negative ? unchecked(-(long)value) : (long)value);
    }

    public static Value ReadFloat(string text, TextSpan span, bool negative)
    {
        string digits = span.In(text).Replace("_", "", StringComparison.Ordinal).TrimEnd('f', 'F', 'd', 'D');
        double value = double.Parse(digits, NumberStyles.Float, CultureInfo.InvariantCulture);
        return double.IsInfinity(value)
            ? throw StatementError.Syntax(text, span, "FloatingPointOverflow", $"Floating point literal {span.In(text)} is too large")
            : Value.Float(negative ? -value : value);
    }

    public static string ReadString(string text, TextSpan span)
    {
        ReadOnlySpan<char> inner = text.AsSpan(span.Offset + 1, span.Length - 2);
        char quote = text[span.Offset];
        if (inner.IndexOfAny('\\', quote) < 0)
        {
            return inner.ToString();
        }

        StringBuilder result = new(inner.Length);
        for (int i = 0; i < inner.Length; i++)
        {
            if (inner[i] == '\\')
            {
                i += AppendEscape(result, inner[(i + 1)..], text, span.Offset + 1 + i);
            }
            else
            {
                result.Append(inner[i]);
                i += inner[i] == quote ? 1 : 0;
            }
        }

        return result.ToString();
    }

    /// <summary>How many characters after the backslash were read.</summary>
    private static int AppendEscape(StringBuilder result, ReadOnlySpan<char> after, string text, int offset)
    {
        char letter = after[0];
        if (letter is 'u' or 'U')
        {
            int digits = letter == 'u' ? 4 : 6;
            if (after.Length <= digits
                || !int.TryParse(after.Slice(1, digits), NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out int code)
                || code > 0x10FFFF)
            {
                throw StatementError.Syntax(
                    text,
                    new(offset, 2),
                    "InvalidUnicodeLiteral",
                    $"'\\{letter}' must be followed by {digits} hexadecimal digits of a Unicode character");
            }

            _ = code > 0xFFFF ? result.Append(char.ConvertFromUtf32(code)) : result.Append((char)code);
            return 1 + digits;
        }

        result.Append(letter switch
        {
            't' => '\t',
            'b' => '\b',
            'n' => '\n',
            'r' => '\r',
            'f' => '\f',
            '\\' or '\'' or '"' or '`' => letter,
            _ => throw StatementError.Syntax(
                text,
                new(offset, 2),
                "UnexpectedSyntax",
                $"'\\{letter}' is not an escape; write '\\\\{letter}' for a backslash followed by '{letter}'"),
        });
        return 1;
    }
}
