using System.Globalization;

namespace Chancery.Extraction.Text;

/// <summary>Dates of sentences: "April 26-27", "In March 2005", "on 17 August", "today"; the year comes from the cable where the words give none.</summary>
internal static class Dates
{
    public static WordList Weekdays { get; } = new("MONDAY TUESDAY WEDNESDAY THURSDAY FRIDAY SATURDAY SUNDAY");

    public static WordList Months { get; } = new(
        "JANUARY FEBRUARY MARCH APRIL MAY JUNE JULY AUGUST SEPTEMBER OCTOBER NOVEMBER DECEMBER JAN FEB APR JUN JUL AUG SEP SEPT OCT NOV DEC");

    private static readonly string[] s_months = ["JAN", "FEB", "MAR", "APR", "MAY", "JUN", "JUL", "AUG", "SEP", "OCT", "NOV", "DEC"];

    /// <summary>The first date in a range of tokens.</summary>
    /// <param name="sent">The day of the cable; a day after it without a year lies in the year before, unless it is at most 60 days ahead.</param>
    public static string? Find(Segment segment, TokenRange range, DateTime? sent) => Nearest(segment, range, range.Start, sent);

    /// <summary>The date closest to a token, in a range of tokens.</summary>
    public static string? Nearest(Segment segment, TokenRange range, int token, DateTime? sent)
    {
        string? nearest = null;
        int least = int.MaxValue;
        for (int i = range.Start; i < range.End; i++)
        {
            if (Math.Abs(i - token) < least && On(segment, i, range, sent) is { } date)
            {
                (nearest, least) = (date, Math.Abs(i - token));
            }
        }

        return nearest;
    }

    /// <summary>The date that begins within three tokens: a day, a month, or a year alone.</summary>
    public static string? Starting(Segment segment, int token, TokenRange range, DateTime? sent)
    {
        for (int i = token; i < Math.Min(range.End, token + 3); i++)
        {
            if (Months.Contains(segment.Tokens[i]) && At(segment, i, range, sent) is { } date)
            {
                return date.Split('/')[0];
            }

            if (Number(segment, i, 1800, 2100) is { } year && segment.Tokens[i].Length == 4)
            {
                return year.ToString("D4", CultureInfo.InvariantCulture);
            }
        }

        return null;
    }

    private static string? On(Segment segment, int i, TokenRange range, DateTime? sent) =>
        Months.Contains(segment.Tokens[i]) && segment.Tokens[i].Is(TokenShape.Capital) && At(segment, i, range, sent) is { } date ? date
        : sent is { } day ? Relative(segment.Of(segment.Tokens[i]), day) : null;

    private static string? Relative(ReadOnlySpan<char> word, DateTime sent)
    {
        int? days = word switch
        {
            _ when word.Equals("today", StringComparison.OrdinalIgnoreCase) || word.Equals("tonight", StringComparison.OrdinalIgnoreCase) => 0,
            _ when word.Equals("yesterday", StringComparison.OrdinalIgnoreCase) => -1,
            _ when word.Equals("tomorrow", StringComparison.OrdinalIgnoreCase) => 1,
            _ => null,
        };
        return days is { } shift ? sent.AddDays(shift).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture) : null;
    }

    private static string? At(Segment segment, int month, TokenRange range, DateTime? sent)
    {
        int number = MonthOf(segment.Of(segment.Tokens[month]));
        int next = month + 1;
        if (next < range.End && segment.Of(segment.Tokens[next]) is ".")
        {
            next++;
        }

        int? first = Number(segment, next, 1, 31) ?? (Number(segment, month - 1, 1, 31) is { } before && month - 1 >= range.Start ? -before : null);
        int? last = null;
        int after = first is > 0 ? next + 1 : next;
        if (first is > 0 && after + 1 < range.End && segment.Of(segment.Tokens[after]) is "-" or "–" or "and" or "to" && Number(segment, after + 1, 1, 31) is { } until)
        {
            last = until;
            after += 2;
        }

        if (after < range.End && segment.Of(segment.Tokens[after]) is "," or "of")
        {
            after++;
        }

        int? year = Number(segment, after, 1700, 2100);
        bool word = number == 5 && first is null && year is null;
        if (word || (first is null && year is null && !segment.Tokens[month].Is(TokenShape.Capital)))
        {
            return null;
        }

        first = first is { } signed ? Math.Abs(signed) : null;
        int known = year ?? YearOf(number, first ?? 1, sent);
        return known == 0 ? null : Iso(known, number, first, last);
    }

    private static string Iso(int year, int month, int? first, int? last)
    {
        if (first is null)
        {
            return $"{year:D4}-{month:D2}";
        }

        string from = $"{year:D4}-{month:D2}-{first:D2}";
        return last is null || last <= first ? from : $"{from}/{year:D4}-{month:D2}-{last:D2}";
    }

    private static int YearOf(int month, int day, DateTime? sent)
    {
        if (sent is not { } date)
        {
            return 0;
        }

        var guess = new DateTime(date.Year, month, Math.Min(day, 28), 0, 0, 0, DateTimeKind.Utc);
        return (guess - date).TotalDays > 60 ? date.Year - 1 : (date - guess).TotalDays > 305 ? date.Year + 1 : date.Year;
    }

    private static int MonthOf(ReadOnlySpan<char> word)
    {
        Span<char> start = stackalloc char[3];
        for (int i = 0; i < 3; i++)
        {
            start[i] = Folding.Fold(word[i]);
        }

        return Array.IndexOf(s_months, start.ToString()) + 1;
    }

    private static int? Number(Segment segment, int token, int least, int most) =>
        token >= 0 && token < segment.Tokens.Length && segment.Tokens[token].Is(TokenShape.Number)
        && int.TryParse(segment.Of(segment.Tokens[token]), NumberStyles.None, CultureInfo.InvariantCulture, out int number) && number >= least && number <= most
            ? number
            : null;
}
