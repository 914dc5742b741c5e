using Chancery.Extraction.Gazetteers;
using Chancery.Extraction.Text;

namespace Chancery.Extraction.Mentions;

internal static partial class PositionRule
{
    /// <summary>Telegrams' short words for nations.</summary>
    private static readonly Dictionary<string, string> s_shortNations = new(StringComparer.OrdinalIgnoreCase)
    {
        ["Sov"] = "Soviet Union", ["Brit"] = "United Kingdom", ["Rum"] = "Romania", ["Yugo"] = "Yugoslavia", ["Bulg"] = "Bulgaria",
    };

    private static string? ShortNation(Scan scan, int token) =>
        scan.Has(token, TokenShape.Capital) && scan.Tokens[token].Length is 3 or 4 && s_shortNations.GetAlternateLookup<ReadOnlySpan<char>>().TryGetValue(scan.Text(token), out string? nation) ? nation : null;

    /// <summary>"CHIEF OF A HARBOR SUBCOMMITTEE": a complement that ends in a body's noun names a body.</summary>
    private static void NameComplement(Scan scan, TokenRange range, int headEnd)
    {
        int start = headEnd + 1;
        while (scan.In(s_determiners, start))
        {
            start++;
        }

        if (scan.Is(headEnd, "in") && range.End > start && scan.Is(headEnd + 1, "the") && Enumerable.Range(start, range.End - start).All(token => scan.At(token) is null))
        {
            scan.Add(new TokenRange(start, range.End), EntityType.Organization, 0.75, "the office that an office is in", 60);
            scan.Add();
            return;
        }

        if (range.End - start == 1 && scan.Is(headEnd, "of") && !scan.Capitals && scan.At(start) is null && scan.Has(start, TokenShape.Capital) && !scan.Has(start, TokenShape.AllCapitals)
            && scan.Facts.Words[start] == Gazetteers.WordKind.None && scan.Facts.Matches[start] is null)
        {
            bool town = scan.Is(headEnd - 1, "mayor") || scan.Is(headEnd - 1, "governor") || scan.Is(headEnd - 1, "ambassador");
            scan.Add(new TokenRange(start, range.End), town ? EntityType.Place : EntityType.Organization, 0.7, "an unknown name in an office's complement", 60);
            scan.Add();
        }

        if (range.End - start >= 2 && scan.In(BodyRule.Heads, range.End - 1) && Enumerable.Range(start, range.End - start).All(token => scan.At(token) is null))
        {
            scan.Add(new TokenRange(start, range.End), EntityType.Organization, 0.75, "the body in an office's complement", 60);
            scan.Add();
        }
    }

    private static readonly WordList s_company = new("ceo cfo coo");

    /// <summary>"Vardan CEO": what runs so is a company.</summary>
    private static void NameCompany(Scan scan, TokenRange range, int head)
    {
        if (scan.In(s_company, head) && range.Start < head && !scan.Capitals && Enumerable.Range(range.Start, head - range.Start).All(token => scan.At(token) is null && scan.Has(token, TokenShape.Capital) && !scan.In(PositionWords.Modifiers, token) && !IsNation(scan, token)))
        {
            scan.Add(new TokenRange(range.Start, head), EntityType.Organization, 0.8, $"a name before \"{scan.Text(head)}\"", 60);
            scan.Add();
        }
    }
}
