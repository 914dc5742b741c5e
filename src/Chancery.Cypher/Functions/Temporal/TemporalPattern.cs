using System.Globalization;
using System.Text;
using Chancery.Cypher.Expressions;
using Chancery.Graph;

namespace Chancery.Cypher.Functions.Temporal;

/// <summary>
/// The pattern letters of <c>format()</c> and of <c>date(text, pattern)</c>: y u M d D E a H h m s S n Q w X x Z V, text in single quotes,
/// and any other character for itself. English names.
/// </summary>
internal static class TemporalPattern
{
    private static readonly CultureInfo _invariant = CultureInfo.InvariantCulture;

    public static Value Format(Value value, string? pattern)
    {
        if (pattern is null || value.Kind == ValueKind.Duration)
        {
            return ValueText.Display(value);
        }

        StringBuilder text = new();
        foreach (PatternToken token in Tokens(pattern))
        {
            text.Append(token.Letter == '\0' ? token.Text : Print(value, token));
        }

        return text.ToString();
    }

    /// <summary>The fields that a text spells under a pattern, as the map that the constructors take.</summary>
    public static Value Parse(string text, string pattern)
    {
        MapValue.Builder fields = new();
        int at = 0;
        bool afternoon = false;
        List<PatternToken> tokens = [.. Tokens(pattern)];
        for (int i = 0; i < tokens.Count; i++)
        {
            PatternToken token = tokens[i];
            if (token.Letter == '\0')
            {
                at = text.AsSpan(at).StartsWith(token.Text, StringComparison.Ordinal) ? at + token.Text.Length : throw Mismatch(text, pattern);
                continue;
            }

            bool adjoins = i + 1 < tokens.Count && tokens[i + 1].Letter != '\0';
            string part = Take(text, ref at, token, adjoins);
            if (part.Length == 0)
            {
                throw Mismatch(text, pattern);
            }

            if (token.Letter == 'a')
            {
                afternoon = part.Equals("PM", StringComparison.OrdinalIgnoreCase);
            }
            else
            {
                Set(fields, token, part, () => Mismatch(text, pattern));
            }
        }

        if (at != text.Length)
        {
            throw Mismatch(text, pattern);
        }

        MapValue map = fields.Build();
        return afternoon && map.TryGetValue("hour", out Value hour) && hour.AsInteger() < 12
            ? fields.Set("hour", hour.AsInteger() + 12).Build()
            : map;
    }

    private static string Print(Value value, PatternToken token)
    {
        int count = token.Text.Length;
        return token.Letter switch
        {
            'y' or 'u' => count == 2 ? Padded(Field(value, "year") % 100, 2) : Padded(Field(value, "year"), count),
            'M' or 'L' => count switch
            {
                3 => _invariant.DateTimeFormat.GetAbbreviatedMonthName((int)Field(value, "month")),
                >= 4 => _invariant.DateTimeFormat.GetMonthName((int)Field(value, "month")),
                _ => Padded(Field(value, "month"), count),
            },
            'd' => Padded(Field(value, "day"), count),
            'D' => Padded(Field(value, "ordinalDay"), count),
            'E' => DayName((DayOfWeek)(Field(value, "dayOfWeek") % 7), count),
            'Q' => Padded(Field(value, "quarter"), count),
            'w' => Padded(Field(value, "week"), count),
            'Y' => Padded(Field(value, "weekYear"), count),
            'a' => Field(value, "hour") < 12 ? "AM" : "PM",
            'H' => Padded(Field(value, "hour"), count),
            'h' => Padded(((Field(value, "hour") + 11) % 12) + 1, count),
            'm' => Padded(Field(value, "minute"), count),
            's' => Padded(Field(value, "second"), count),
            'S' => Field(value, "nanosecond").ToString("000000000", _invariant)[..Math.Min(count, 9)],
            'n' => Padded(Field(value, "nanosecond"), count),
            'V' or 'z' => TemporalFields.Read(value, "timezone").AsString(),
            'X' => TemporalFields.Read(value, "offset").AsString(),
            'x' or 'Z' => TemporalFields.Read(value, "offset").AsString() is var offset && offset == "Z" ? "+00:00" : offset,
            _ => throw UnknownLetter(token),
        };
    }

    private static string DayName(DayOfWeek day, int count) => count < 4
        ? _invariant.DateTimeFormat.GetAbbreviatedDayName(day)
        : _invariant.DateTimeFormat.GetDayName(day);

    private static long Field(Value value, string name) => TemporalFields.Read(value, name).AsInteger();

    private static string Padded(long number, int digits) => number.ToString(new string('0', digits), _invariant);

    private static string Take(string text, ref int at, PatternToken token, bool adjoins)
    {
        int start = at;
        bool isNumber = token.Letter is 'd' or 'D' or 'H' or 'h' or 'm' or 's' or 'S' or 'n' or 'y' or 'u' or 'Q' or 'w' or 'Y'
            || (token.Letter is 'M' or 'L' && token.Text.Length < 3);
        bool isZone = token.Letter is 'V' or 'z' or 'X' or 'x' or 'Z';
        // Digits that more digits follow end where their letters do.
        int longest = isNumber && adjoins ? token.Text.Length : int.MaxValue;
        while (at < text.Length && at - start < longest && Belongs(text[at], isNumber, isZone))
        {
            at++;
        }

        return text[start..at];
    }

    private static bool Belongs(char c, bool isNumber, bool isZone) =>
        isNumber ? char.IsAsciiDigit(c) : isZone ? char.IsLetterOrDigit(c) || c is '+' or '-' or ':' or '/' or '_' : char.IsLetter(c);

    private static void Set(MapValue.Builder fields, PatternToken token, string part, Func<GraphException> mismatch)
    {
        if (token.Letter is 'V' or 'z' or 'X' or 'x' or 'Z')
        {
            fields.Set("timezone", part);
        }
        else if (token.Letter is 'M' or 'L' && token.Text.Length >= 3)
        {
            string[] names = token.Text.Length == 3 ? _invariant.DateTimeFormat.AbbreviatedMonthNames : _invariant.DateTimeFormat.MonthNames;
            int month = Array.FindIndex(names, name => name.Equals(part, StringComparison.OrdinalIgnoreCase)) + 1;
            fields.Set("month", month > 0 ? month : throw mismatch());
        }
        else if (token.Letter == 'S')
        {
            fields.Set("nanosecond", long.Parse(part.PadRight(9, '0')[..9], _invariant));
        }
        else if (token.Letter != 'E')
        {
            fields.Set(NameOf(token), long.TryParse(part, _invariant, out long number) ? number : throw mismatch());
        }
    }

    private static string NameOf(PatternToken token) => token.Letter switch
    {
        'y' or 'u' => "year",
        'Y' => "year",
        'M' or 'L' => "month",
        'd' => "day",
        'D' => "ordinalDay",
        'Q' => "quarter",
        'w' => "week",
        'H' or 'h' => "hour",
        'm' => "minute",
        's' => "second",
        'n' => "nanosecond",
        _ => throw UnknownLetter(token),
    };

    private static IEnumerable<PatternToken> Tokens(string pattern)
    {
        for (int at = 0; at < pattern.Length;)
        {
            int start = at;
            char first = pattern[at];
            if (first == '\'')
            {
                int end = pattern.IndexOf('\'', at + 1);
                end = end < 0 ? pattern.Length : end;
                at = Math.Min(end + 1, pattern.Length);
                yield return new PatternToken('\0', end == start + 1 ? "'" : pattern[(start + 1)..end]);
                continue;
            }

            while (at < pattern.Length && pattern[at] == first)
            {
                at++;
            }

            yield return new PatternToken(char.IsAsciiLetter(first) ? first : '\0', pattern[start..at]);
        }
    }

    private static GraphException UnknownLetter(PatternToken token) =>
        ExpressionErrors.ArgumentError($"'{token.Text}' means nothing in a temporal pattern.", "InvalidArgumentValue");

    private static GraphException Mismatch(string text, string pattern) =>
        ExpressionErrors.ArgumentError($"'{text}' does not follow the pattern '{pattern}'.", "InvalidArgumentValue");

    /// <summary>A run of one letter, or text for itself (letter 0).</summary>
    private readonly record struct PatternToken(char Letter, string Text);
}
