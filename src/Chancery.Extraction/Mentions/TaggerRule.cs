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

        bool body = scan.In(BodyRule.Heads, range.End - 1);
        return tagged.Type switch
        {
            TagType.Person => scan.Capitals && tagged.Margin < 1.0f ? null : EntityType.Person,
            TagType.Organization => scan.Capitals && tagged.Margin < 1.0f && !body ? null : EntityType.Organization,
            TagType.Place => EntityType.Place,
            TagType.Post => range.Count > 1 ? EntityType.Post : null,
            _ => null,
        };
    }

    private static TokenRange Trim(Scan scan, TaggedRange tagged)
    {
        int start = tagged.Tokens.Start;
        int end = tagged.Tokens.End;
        while (start < end && (scan.Is(start, "the") || scan.Has(start, TokenShape.Punctuation)))
        {
            start++;
        }

        if (tagged.Type == TagType.Person)
        {
            while (start < end - 1 && (scan.In(Titles.Honorifics, start) || scan.In(Titles.Offices, start) || scan.IsMark(start, '.')))
            {
                start++;
            }
        }

        while (end > start && (scan.Has(end - 1, TokenShape.Clitic) || (scan.Has(end - 1, TokenShape.Punctuation) && !scan.IsMark(end - 1, ')'))))
        {
            end--;
        }

        return new TokenRange(start, end);
    }
}
