using Chancery.Extraction.Gazetteers;
using Chancery.Extraction.Tagging;
using Chancery.Extraction.Text;

namespace Chancery.Extraction.Mentions;

/// <summary>What the trained tagger names, trimmed to the policy: no articles, no titles, no demonyms alone.</summary>
internal static class TaggerRule
{
    private static readonly WordList s_notNames = new(
        "SUMMARY COMMENT NOTE END BEGIN REF REFTEL SEPTEL TAGS SUBJECT UNCLAS SBU PARA ACTION CLASSIFIED REASON EMBTEL DEPTEL RPT FYI NOFORN SIPDIS PAR MR MRS DR DEMARCHE MONDAY TUESDAY WEDNESDAY THURSDAY FRIDAY SATURDAY SUNDAY");

    public static void Find(Scan scan)
    {
        foreach (TaggedRange tagged in scan.Tagged)
        {
            TokenRange range = Trim(scan, tagged);
            if (range.Count <= 0)
            {
                continue;
            }

            if (tagged.Type == TagType.Person && AfterComma(scan, tagged.Tokens, range) is { Count: > 0 } second)
            {
                scan.Add(second, EntityType.Person, Confidence.OfMargin(tagged.Margin / 2), "model: person, after a comma", 49);
            }

            if (tagged.Type == TagType.Misc)
            {
                if (range.Count > 1)
                {
                    scan.Add(range, EntityType.Organization, 0, Scan.Blocker, 44);
                }

                continue;
            }

            if (Type(scan, tagged, range) is { } type)
            {
                scan.Add(range, type, Confidence.OfMargin(tagged.Margin), $"model: {tagged.Type.ToString().ToLowerInvariant()}, margin {tagged.Margin:0.0}", 50);
            }
        }
    }

    private static EntityType? Type(Scan scan, TaggedRange tagged, TokenRange range)
    {
        if (range.Count == 1 && (scan.In(s_notNames, range.Start) || scan.In(Dates.Months, range.Start) || scan.Tokens[range.Start].Length < 2
            || scan.Facts.Matches[range.Start] is { } match && match.Kinds.HasFlag(EntryKind.Demonym) && match.Length == 1 && (match.Kinds & EntryKind.Country) == 0))
        {
            return null;
        }

        bool named = Enumerable.Range(range.Start, range.Count).Any(token => scan.Has(token, TokenShape.Capital));
        if (!named || Enumerable.Range(range.Start, range.Count).All(token => Ordinary(scan, token)) || IsOffice(scan, range)
            || (scan.Capitals && tagged.Type == TagType.Person && range.Count == 1 && scan.Tokens[range.Start].Length < 3))
        {
            return null;
        }

        bool body = scan.In(BodyRule.Heads, range.End - 1);
        if (body && range.Count == 1)
        {
            return null;
        }

        if (tagged.Type == TagType.Organization && range.Count > 1 && scan.In(s_buildings, range.End - 1) && !scan.Is(range.Start, "white"))
        {
            return EntityType.Place;
        }

        return tagged.Type switch
        {
            TagType.Person => scan.Capitals && tagged.Margin < 1.0f ? null : EntityType.Person,
            TagType.Organization => scan.Capitals && tagged.Margin < 1.0f && !body ? null : EntityType.Organization,
            TagType.Place => EntityType.Place,
            TagType.Post => range.Count > 1 ? EntityType.Post : null,
            _ => null,
        };
    }

    private static readonly WordList s_buildings = new("HOUSE PALACE BUILDING AIRPORT HOTEL SQUARE STREET AVENUE ROAD BRIDGE RIVER LAKE MOUNTAIN VALLEY ISLAND ISLANDS CANAL PORT HARBOR");
    private static readonly WordList s_numbers = new("ONE TWO THREE FOUR FIVE SIX SEVEN EIGHT NINE TEN ELEVEN TWELVE TWENTY THIRTY FORTY FIFTY HUNDRED THOUSAND THE A AN THIS THAT IT HE SHE WE THEY I HOWEVER MEANWHILE ALSO THUS IF AS FAR SEE PLEASE");

    /// <summary>Ranks, offices' short words, numbers and words of the language that stand large only because a sentence begins.</summary>
    private static bool Ordinary(Scan scan, int token) =>
        scan.In(Titles.Honorifics, token) || scan.In(PositionWords.Codes, token) || scan.In(s_numbers, token) || scan.Has(token, TokenShape.Punctuation)
        || (scan.Capitals && (scan.Facts.Words[token] & WordKind.Lower) != 0)
        || (scan.Segment.SentenceOf(token).Start == token && !scan.Has(token, TokenShape.AllCapitals) && (scan.Facts.Words[token] & WordKind.Lower) != 0
            && (scan.Facts.Words[token] & (WordKind.GivenName | WordKind.Surname)) == 0);

    /// <summary>"State Secretary for Public Security" is an office, not a body.</summary>
    private static bool IsOffice(Scan scan, TokenRange range)
    {
        int token = range.Start;
        while (token < range.End && scan.In(PositionWords.Modifiers, token) && !scan.In(PositionWords.Strong, token))
        {
            token++;
        }

        return token < range.End && scan.In(PositionWords.Strong, token) && !scan.In(BodyRule.Heads, range.End - 1);
    }

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

    private static TokenRange Trim(Scan scan, TaggedRange tagged)
    {
        int start = tagged.Tokens.Start;
        int end = tagged.Tokens.End;
        while (start < end && (scan.Is(start, "the") || (start + 1 < end && (scan.Is(start, "of") || scan.Is(start, "in") || scan.Is(start, "and"))) || scan.Has(start, TokenShape.Punctuation)))
        {
            start++;
        }

        while (tagged.Type == TagType.Organization && start < end - 1 && scan.Is(start, "ngo"))
        {
            start++;
        }

        if (tagged.Type == TagType.Person)
        {
            while (start < end - 1 && (scan.In(Titles.Honorifics, start) || scan.In(Titles.Offices, start) || scan.In(PositionWords.Codes, start) || scan.IsMark(start, '.')))
            {
                start++;
            }

            int stop = start;
            while (stop < end && !scan.IsMark(stop, ',') && !scan.IsMark(stop, '(') && (!scan.Has(stop, TokenShape.Word) || scan.Has(stop, TokenShape.Capital) || PersonNames.IsParticle(scan.Tokens[stop]) || scan.Has(stop, TokenShape.Clitic)))
            {
                stop++;
            }

            end = stop;
            if (scan.IsMark(end, '-') && !scan.Has(end, TokenShape.SpaceBefore) && !scan.Has(end + 1, TokenShape.SpaceBefore) && scan.Has(end + 1, TokenShape.Capital))
            {
                end += 2;
            }
        }

        while (end > start && (scan.Has(end - 1, TokenShape.Clitic) || (scan.Has(end - 1, TokenShape.Punctuation) && !scan.IsMark(end - 1, ')'))))
        {
            end--;
        }

        return new TokenRange(start, end);
    }
}
