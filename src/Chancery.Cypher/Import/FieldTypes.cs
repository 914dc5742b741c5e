using System.Buffers.Text;
using System.Globalization;
using System.Runtime.CompilerServices;
using System.Text;
using Chancery.Graph;

namespace Chancery.Cypher.Import;

/// <summary>Makes a value of a field's bytes, which are valid UTF-8.</summary>
/// <exception cref="FormatException">They are none of the type.</exception>
/// <exception cref="GraphException">As before, for temporal types.</exception>
internal delegate Value ReadField(ReadOnlySpan<byte> field);

/// <summary>The types that a header may name.</summary>
internal static class FieldTypes
{
    private const string ListEnd = "[]";
    private const int DaysBefore1970 = 719_162;

    private static readonly Dictionary<string, ReadField> s_types = new(StringComparer.OrdinalIgnoreCase)
    {
        ["string"] = Text,
        ["char"] = Character,
        ["byte"] = field => Whole(field, sbyte.MinValue, sbyte.MaxValue),
        ["short"] = field => Whole(field, short.MinValue, short.MaxValue),
        ["int"] = field => Whole(field, int.MinValue, int.MaxValue),
        ["long"] = field => Whole(field, long.MinValue, long.MaxValue),
        ["float"] = Number,
        ["double"] = Number,
        ["boolean"] = Boolean,
        ["date"] = Day,
        ["localtime"] = field => Value.LocalTime(TemporalText.ParseLocalTime(Trimmed(field))),
        ["time"] = field => Value.Time(TemporalText.ParseTime(Trimmed(field))),
        ["localdatetime"] = field => Value.LocalDateTime(TemporalText.ParseLocalDateTime(Trimmed(field))),
        ["datetime"] = field => Value.DateTime(TemporalText.ParseDateTime(Trimmed(field))),
        ["duration"] = field => Value.Duration(TemporalText.ParseDuration(Trimmed(field))),
    };

    public static string Known => string.Join(", ", s_types.Keys) + ", and lists of them (string[])";

    public static bool IsText(ReadField type) => type == s_types["string"];

    public static ReadField? Find(string name, byte arrayDelimiter)
    {
        bool list = name.EndsWith(ListEnd, StringComparison.Ordinal);
        return !s_types.TryGetValue(list ? name[..^ListEnd.Length] : name, out ReadField? one) ? null : list ? field => Items(field, one, arrayDelimiter) : one;
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static Value Text(ReadOnlySpan<byte> field) => Encoding.UTF8.GetString(field);

    private static Value Items(ReadOnlySpan<byte> field, ReadField read, byte delimiter)
    {
        List<Value> items = new(field.Count(delimiter) + 1);
        foreach (Range item in field.Split(delimiter))
        {
            items.Add(read(field[item]));
        }

        return Value.List([.. items]);
    }

    private static Value Character(ReadOnlySpan<byte> field)
    {
        string text = Encoding.UTF8.GetString(field);
        return text.EnumerateRunes().Count() == 1 ? text : throw Not(field, "one character");
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static Value Whole(ReadOnlySpan<byte> field, long least, long most)
    {
        ReadOnlySpan<byte> digits = field.Trim(" \t"u8);
        digits = digits.Length > 1 && digits[0] == '+' && digits[1] != '-' ? digits[1..] : digits;
        if (!Utf8Parser.TryParse(digits, out long number, out int read) || read != digits.Length)
        {
            throw Not(field, "a whole number of at most 64 bits");
        }

        return number >= least && number <= most
            ? number
            : throw new FormatException(string.Create(CultureInfo.InvariantCulture, $"{number} is not between {least} and {most}."));
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static Value Number(ReadOnlySpan<byte> field) =>
        double.TryParse(field.Trim(" \t"u8), NumberStyles.Float, CultureInfo.InvariantCulture, out double number) ? number : throw Not(field, "a number");

    private static Value Boolean(ReadOnlySpan<byte> field) => Trimmed(field) switch
    {
        var text when text.Equals("true", StringComparison.OrdinalIgnoreCase) => true,
        var text when text.Equals("false", StringComparison.OrdinalIgnoreCase) => false,
        var text => throw new FormatException($"'{text}' is neither true nor false."),
    };

    // Years of four digits in the usual form, and whatever else Cypher takes for a date.
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static Value Day(ReadOnlySpan<byte> field) =>
        field.Length == 10 && field[4] == '-' && field[7] == '-'
        && Digits(field[..4], out int year) && Digits(field[5..7], out int month) && Digits(field[8..], out int day)
        && year > 0 && month is > 0 and <= 12 && day > 0 && day <= DateTime.DaysInMonth(year, month)
            ? Value.Date(new DateValue(new DateOnly(year, month, day).DayNumber - DaysBefore1970))
            : Value.Date(TemporalText.ParseDate(Trimmed(field)));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static bool Digits(ReadOnlySpan<byte> digits, out int number)
    {
        number = 0;
        foreach (byte digit in digits)
        {
            if (!char.IsAsciiDigit((char)digit))
            {
                return false;
            }

            number = number * 10 + digit - '0';
        }

        return true;
    }

    private static string Trimmed(ReadOnlySpan<byte> field) => Encoding.UTF8.GetString(field.Trim(" \t"u8));

    private static FormatException Not(ReadOnlySpan<byte> field, string wanted) => new($"'{Encoding.UTF8.GetString(field)}' is not {wanted}.");
}
