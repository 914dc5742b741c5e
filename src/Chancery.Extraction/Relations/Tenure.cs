using Chancery.Extraction.Mentions;
using Chancery.Extraction.Text;

namespace Chancery.Extraction.Relations;

/// <summary>Since when and until when an office was held: "from 2000 until April 2004", "took office on May 1", "since March".</summary>
internal static class Tenure
{
    private static readonly WordList s_starts = new("since took assumed appointed elected named sworn inaugurated became");
    private static readonly WordList s_ends = new("until till resigned retired died dismissed replaced");

    public static (string? From, string? To) Of(Scan scan, TokenRange sentence, int start, int end, DateTime? sent)
    {
        string? from = null;
        string? to = null;
        int last = Math.Min(sentence.End, end + 14);
        for (int i = Math.Max(sentence.Start, start - 5); i < last; i++)
        {
            // "since" and "from" right behind the office and its holder tell of them; further on they tell of something else.
            bool behind = i >= end && i - end <= 2;
            bool loose = scan.Is(i, "since", "from", "until", "till");
            if (loose && !behind)
            {
                continue;
            }

            if (scan.Is(i, "from") && Dates.Starting(scan.Segment, i + 1, sentence, sent) is { } first)
            {
                int until = Enumerable.Range(i + 2, Math.Max(0, Math.Min(6, last - i - 2))).FirstOrDefault(token =>
                    scan.Is(token, "until", "to", "through") || scan.IsMark(token, '-'), -1);
                if (until > 0 && Dates.Starting(scan.Segment, until + 1, sentence, sent) is { } second)
                {
                    return (first, second);
                }
            }

            bool begins = scan.In(s_starts, i);
            if (!begins && !scan.In(s_ends, i))
            {
                continue;
            }

            int at = i + 1;
            while (at < last && at - i < 4 && scan.Is(at, "office", "in", "on", "power", "over"))
            {
                at++;
            }

            string? date = Dates.Starting(scan.Segment, at, sentence, sent);
            (from, to) = begins ? (from ?? date, to) : (from, to ?? date);
        }

        return (from, to);
    }
}
