using Chancery.Extraction.Gazetteers;
using Chancery.Extraction.Tagging;
using Chancery.Extraction.Text;

namespace Chancery.Extraction.Mentions;

internal static partial class TaggerRule
{
    private static readonly WordList s_owners = new("his her its our their a an this that these those some many all both");
    private static readonly WordList s_inside = new(
        """
        de da do dos das del della di du la le les el los las von van der den al bin ibn y e et und la & with against from by
        """);
    private static readonly WordList s_glued = new("eng engr arch ing citizen national banker brother sister");

    /// <summary>Letters or a nation before a name: "PG Peter Brandt", "NORWEGIAN PETER BRANDT".</summary>
    private static bool IsGlued(Scan scan, int token) =>
        !scan.Capitals && scan.Has(token, TokenShape.AllCapitals) && scan.Tokens[token].Length is 2 or 3 && scan.Facts.Words[token] == WordKind.None
            && scan.Has(token + 1, TokenShape.Word) && !scan.Has(token + 1, TokenShape.AllCapitals) && (scan.Facts.Words[token + 1] & WordKind.GivenName) != 0
        || scan.Capitals && (scan.Facts.Words[token] & WordKind.GivenName) == 0 && scan.Facts.Matches[token] is { Length: 1 } match
            && match.Kinds.HasFlag(EntryKind.Demonym);

    /// <summary>"Sang-wol": behind a hyphen a name goes on in small letters, unless it is "-led" or the like.</summary>
    internal static bool GoesOn(Scan scan, int token) =>
        scan.Has(token, TokenShape.Word) && !scan.Has(token, TokenShape.Capital | TokenShape.SpaceBefore) && !scan.Has(token - 1, TokenShape.SpaceBefore)
        && !scan.In(s_suffixes, token) && !scan.Text(token).EndsWith("ed", StringComparison.Ordinal) && !scan.Text(token).EndsWith("ing", StringComparison.Ordinal)
        && !scan.Text(token).EndsWith("ist", StringComparison.Ordinal)
        && (scan.Tokens[token].Length <= 4 || (scan.Facts.Words[token] & WordKind.Lower) == 0);

    private static readonly WordList s_quantities = new("two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen twenty thirty forty fifty several many most some few both other");
    private static readonly WordList s_articles = new("al el ul as ash an ar ad at");
    private static readonly WordList s_foreign = new("i y e et und og och de da do das dos des du di della del");

    /// <summary>"al-Zahrat": the article of an Arabic name.</summary>
    private static int WithArticle(Scan scan, int start) =>
        start > 1 && scan.IsMark(start - 1, '-') && !scan.Has(start - 1, TokenShape.SpaceBefore) && !scan.Has(start, TokenShape.SpaceBefore)
            && scan.In(s_articles, start - 2) ? start - 2 : start;

    /// <summary>"Convergenza e Unita": an unknown foreign word goes on over a foreign joining word.</summary>
    private static int WithForeign(Scan scan, int start, int end)
    {
        while (!scan.Capitals && end - start < 6 && scan.In(s_foreign, end) && !scan.Has(end, TokenShape.Capital)
            && scan.Has(end - 1, TokenShape.Word) && scan.Facts.Words[end - 1] is WordKind.None or WordKind.Capital
            && scan.Has(end + 1, TokenShape.Capital) && !NotNames.IsWord(scan, end + 1) && scan.Has(end + 1, TokenShape.SpaceBefore))
        {
            end += 2;
        }

        return end;
    }

    private static readonly WordList s_suffixes = new(
        """
        based led style era born run like held friendly inspired wide designate elect aligned owned backed linked loyal type made
        sponsored dominated bloc dome plan line
        """);
    private static readonly WordList s_trailing = new("of for and the in on to a at");

    private static TokenRange? AfterComma(Scan scan, TokenRange whole, TokenRange first)
    {
        int start = first.End + 1;
        int end = start;
        while (end < whole.End && scan.Has(end, TokenShape.Capital) && !scan.In(PositionWords.Heads, end))
        {
            end++;
        }

        return scan.IsMark(first.End, ',') && end > start ? new TokenRange(start, end) : null;
    }

    /// <summary>"Peter Brandt - Harbor Master": a dash between spaces ends a name.</summary>
    private static bool IsDash(Scan scan, int token) =>
        (scan.IsMark(token, '-') || scan.Is(token, "--") || scan.IsMark(token, '–') || scan.IsMark(token, '—')) && scan.Has(token, TokenShape.SpaceBefore)
            && (scan.Has(token + 1, TokenShape.SpaceBefore) || scan.IsMark(token + 1, '-'));

    private static TokenRange Trim(Scan scan, TaggedRange tagged)
    {
        int start = tagged.Tokens.Start;
        int end = tagged.Tokens.End;
        while (start < end
            && (scan.Is(start, "the") || (scan.In(s_owners, start) && !scan.Has(start, TokenShape.Capital))
                || (start + 1 < end && scan.Is(start, "of", "in", "and")) || scan.Has(start, TokenShape.Punctuation)))
        {
            start++;
        }

        while (tagged.Type is TagType.Organization or TagType.Place && start < end - 1
            && (scan.Is(start, "ngo", "am", "pm") || scan.Is(start, "a", "an") && scan.Has(start, TokenShape.Capital) && !scan.Capitals && !scan.IsMark(start + 1, '/') && !scan.IsMark(start + 1, '-') || scan.In(s_quantities, start) && scan.Segment.SentenceOf(start).Start == start))
        {
            start++;
        }

        // "welcomed Brandt May 10"
        if (start < end - 1 && scan.In(Dates.Months, end - 1) && scan.Has(end, TokenShape.Number))
        {
            end--;
        }

        if (tagged.Type == TagType.Person)
        {
            while (start < end - 1
                && (scan.In(Titles.Honorifics, start) || scan.In(Titles.Offices, start) || scan.In(PositionWords.Codes, start)
                    || scan.In(s_glued, start) || IsGlued(scan, start) || scan.IsMark(start, '.')))
            {
                start++;
            }

            // "Minister of Trade Brandt".
            if (start < end - 1 && scan.In(BodyRule.Topics, start) && scan.Is(start - 1, "of") && scan.In(PositionWords.Heads, start - 2))
            {
                start++;
            }

            int stop = start;
            while (stop < end && !scan.IsMark(stop, ',') && !scan.IsMark(stop, '(') && !IsDash(scan, stop)
                && (!scan.Has(stop, TokenShape.Word) || scan.Has(stop, TokenShape.Capital) || PersonNames.IsParticle(scan.Tokens[stop])
                    || scan.Has(stop, TokenShape.Clitic)
                    || stop > start + 1 && scan.IsMark(stop - 1, '-') && !scan.Has(stop, TokenShape.SpaceBefore) && !scan.In(s_suffixes, stop)))
            {
                stop++;
            }

            end = stop;
            for (int token = end - 2; token >= start; token--)
            {
                if (scan.In(PositionWords.Heads, token)
                    || (token == start && !scan.Has(token, TokenShape.AllCapitals)
                        && (scan.Facts.Words[token] & (WordKind.Lower | WordKind.GivenName | WordKind.Surname)) == WordKind.Lower))
                {
                    start = token + 1;
                    break;
                }
            }

            bool second = scan.Has(end + 1, TokenShape.Capital)
                || scan.Has(end + 1, TokenShape.Word) && !scan.In(s_suffixes, end + 1)
                    && !scan.Text(end + 1).EndsWith("ed", StringComparison.Ordinal)
                    && !scan.Text(end + 1).EndsWith("ing", StringComparison.Ordinal) && (end - start > 1 || !NotNames.IsWord(scan, end - 1))
                    && (scan.Tokens[end + 1].Length <= 4 || (scan.Facts.Words[end + 1] & WordKind.Lower) == 0)
                    && !scan.Text(end + 1).EndsWith("ist", StringComparison.Ordinal)
                || end - start > 1 && scan.Has(end + 1, TokenShape.Word) && scan.Tokens[Math.Min(end + 1, scan.Count - 1)].Length <= 5
                && (scan.Facts.Words[Math.Min(end + 1, scan.Count - 1)] & WordKind.Lower) == 0;
            if (scan.IsMark(end, '-') && !scan.Has(end, TokenShape.SpaceBefore) && !scan.Has(end + 1, TokenShape.SpaceBefore) && second)
            {
                end += 2;
                end = scan.IsMark(end, '-') && scan.Has(end + 1, TokenShape.Capital) && !scan.Has(end + 1, TokenShape.SpaceBefore) ? end + 2 : end;
            }

            end = NotNames.EndOfPerson(scan, start, end);
        }

        if (tagged.Type == TagType.Organization && start + 2 < end && scan.In(Peoples, start) && scan.IsMark(start + 1, '/'))
        {
            start += 2;
        }

        if (tagged.Type is TagType.Organization or TagType.Place)
        {
            while (start < end - 1 && !scan.Capitals && scan.Has(start, TokenShape.Word) && !scan.Has(start, TokenShape.Capital)
                && !scan.In(s_inside, start))
            {
                start++;
            }

            int cut = start;
            while (cut < end && !scan.IsMark(cut, ',') && !(scan.IsMark(cut, '(')
                && !new TokenRange(cut, end).Any(token => scan.IsMark(token, ')'))))
            {
                cut++;
            }

            end = cut;
            if (tagged.Type == TagType.Organization && end - start > 2 && scan.In(PositionWords.Heads, end - 1) && scan.In(BodyRule.Heads, end - 2))
            {
                end--;
            }

            int small = Enumerable.Range(start, end - start).FirstOrDefault(token => token > start && !scan.Capitals
                    && scan.Has(token, TokenShape.Word) && !scan.Has(token, TokenShape.Capital)
                && !scan.Has(token, TokenShape.Clitic) && !scan.In(s_trailing, token) && !scan.In(s_inside, token), end);
            end = small;
            int affairs = Enumerable.Range(start, end - start).FirstOrDefault(token => scan.Is(token, "affairs"), end);
            if (affairs < end - 1 && scan.Has(affairs + 1, TokenShape.Capital)
                && !new TokenRange(affairs, end).Any(token => scan.In(BodyRule.Heads, token)))
            {
                end = affairs + 1;
            }

            while (end > start + 1 && (scan.In(s_trailing, end - 1) && !scan.Has(end - 1, TokenShape.Capital) || NotNames.IsPlural(scan, end - 1)))
            {
                end--;
            }

            if (tagged.Type == TagType.Organization && end > start)
            {
                end = WithForeign(scan, start, end);
                start = WithArticle(scan, start);
            }

            if (start + 2 < end && (scan.In(PositionWords.Weak, start) || scan.In(PositionWords.Strong, start)) && scan.Is(start + 1, "of")
                && !scan.In(BodyRule.Heads, start))
            {
                start += scan.Is(start + 2, "the") ? 3 : 2;
            }
        }

        while (end > start && (scan.Has(end - 1, TokenShape.Clitic) || (scan.Has(end - 1, TokenShape.Punctuation) && !scan.IsMark(end - 1, ')'))))
        {
            end--;
        }

        return new TokenRange(start, end);
    }
}
