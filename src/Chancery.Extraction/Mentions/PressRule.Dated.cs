using Chancery.Extraction.Text;

namespace Chancery.Extraction.Mentions;

internal static partial class PressRule
{
    private static readonly WordList s_judges = new(
        "writes wrote reports reported says said notes noted opines opined argues argued claims claimed headlined editorializes editorialized comments commented ran carried quotes quoted judged observed remarked warned concluded stated added analyzed criticized emphasized highlighted had");

    /// <summary>
    /// Reviews that cite by date, "Morning Tide (12/28) noted", "Morning Tide of Rushtown (12/28) opined": what stands so is a paper, and the place
    /// behind "of" where it is made. Once is chance, twice is a habit.
    /// </summary>
    private static void Dated(IReadOnlyList<Scan> scans, HashSet<string> names)
    {
        var found = new List<(Scan Scan, TokenRange Paper, TokenRange City)>();
        foreach (Scan scan in scans.Where(scan => !scan.Capitals))
        {
            for (int i = 1; i < scan.Count; i++)
            {
                bool dated = scan.IsMark(i, '(') && scan.Has(i + 1, TokenShape.Number) && AfterDate(scan, i) is { } after
                    && (scan.In(s_judges, after) || scan.Is(Large(scan, i) - 1, "of"));
                if (!dated && !(scan.Is(i, "headlined") && scan.Has(i - 1, TokenShape.Capital)))
                {
                    continue;
                }

                int start = Large(scan, i);
                var city = new TokenRange(i, i);
                int end = i;
                if (scan.Is(start - 1, "of") && i - start <= 2 && i > start && Large(scan, start - 1) is var first && first < start - 1)
                {
                    (city, start, end) = (new TokenRange(start, i), first, start - 1);
                }

                if (end > start && end - start <= 4
                    && !new TokenRange(start, end).Any(token => scan.In(PositionWords.Heads, token) || scan.In(Titles.Honorifics, token)
                        || scan.In(Dates.Months, token))
                    && !(end - start == 1 && NotNames.IsWord(scan, start)))
                {
                    found.Add((scan, new TokenRange(start, end), city));
                }
            }
        }

        if (found.Count < 2)
        {
            return;
        }

        foreach ((Scan scan, TokenRange paper, TokenRange city) in found)
        {
            names.Add(scan.Segment.Surface(paper));
            if (city.Count > 0)
            {
                scan.Add(city, EntityType.Place, 0.8, "where a cited paper is made", 68);
            }
        }
    }

    /// <summary>The token behind "(12/28)"; null where no such date stands.</summary>
    private static int? AfterDate(Scan scan, int open)
    {
        int at = open + 1;
        while (at < scan.Count && at - open < 7 && (scan.Has(at, TokenShape.Number) || scan.IsMark(at, '/') || scan.IsMark(at, '-')))
        {
            at++;
        }

        bool slash = Enumerable.Range(open + 1, at - open - 1).Any(token => scan.Text(token).Contains('/'));
        return slash && scan.IsMark(at, ')') ? at + 1 : null;
    }

    /// <summary>Where the capitalised words before a token begin.</summary>
    private static int Large(Scan scan, int end)
    {
        int start = end;
        int least = scan.Segment.SentenceOf(Math.Max(0, end - 1)).Start;
        while (start > least && end - start < 5 && scan.Has(start - 1, TokenShape.Word) && scan.Has(start - 1, TokenShape.Capital)
            && !scan.Has(start - 1, TokenShape.Clitic)
            && !(start - 1 == least && NotNames.IsWord(scan, start - 1) && start < end && scan.In(s_opens, start - 1)))
        {
            start--;
        }

        return start;
    }

    private static readonly WordList s_opens = new("in the according under while and but a an regional daily center-right center-left mass-circulation");
}
