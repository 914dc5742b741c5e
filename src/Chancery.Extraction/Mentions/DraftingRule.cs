using Chancery.Extraction.Gazetteers;
using Chancery.Extraction.Text;

namespace Chancery.Extraction.Mentions;

/// <summary>"Drafted by Brandt (EUR); cleared by Lowell, S/S, and CIA; and approved by Marsh.": a source note lists persons and offices, and nothing else.</summary>
internal static class DraftingRule
{
    private static readonly WordList s_verbs = new("drafted cleared approved initialed signed released authorized reviewed");
    private static readonly WordList s_links = new("by with for in draft substance through and also the");
    private static readonly WordList s_offices = new("E P H L U G S M D A O C T");

    public static void Find(Scan scan)
    {
        if (scan.Segment.Kind != SegmentKind.Margin || scan.Capitals)
        {
            return;
        }

        for (int i = 0; i < scan.Count; i++)
        {
            if (scan.In(s_verbs, i) && scan.Is(i + 1, "by", "with", "in", "for"))
            {
                i = List(scan, i + 2) - 1;
            }
        }
    }

    /// <summary>Names with commas, brackets and small words between them, up to the end of the statement.</summary>
    private static int List(Scan scan, int at)
    {
        while (at < scan.Count)
        {
            if (scan.In(s_links, at) && !scan.Has(at, TokenShape.Capital) || scan.IsMark(at, ',') || scan.IsMark(at, '(') || scan.IsMark(at, ')')
                || scan.Has(at, TokenShape.Clitic))
            {
                at++;
            }
            else if (scan.Has(at, TokenShape.Word) && scan.Has(at, TokenShape.Capital))
            {
                at = Item(scan, at);
            }
            else
            {
                break;
            }
        }

        return at;
    }

    private static int Item(Scan scan, int start)
    {
        if (scan.Facts.Matches[start] is { } match && (match.Kinds & (EntryKind.Organization | EntryKind.Office)) != 0
            && (match.Length > 1 || !scan.IsMark(start + 1, '/')))
        {
            Body(scan, new TokenRange(start, start + match.Length), match.Entry.Ambiguous ? null : match.Entry);
            return start + match.Length;
        }

        bool code = scan.Has(start, TokenShape.AllCapitals)
            || scan.Has(start, TokenShape.Initial) && scan.In(s_offices, start) && !scan.IsMark(start + 1, '.');
        int end = start + 1;
        if (code)
        {
            while (scan.IsMark(end, '/') && !scan.Has(end, TokenShape.SpaceBefore) && scan.Has(end + 1, TokenShape.Word))
            {
                end += 2;
            }

            Body(scan, new TokenRange(start, end), end == start + 1 ? scan.Context.Gazetteer.Office(scan.Text(start).ToString()) : null);
            return end;
        }

        while (end < scan.Count && end - start < 7
            && (scan.Has(end, TokenShape.Word) && scan.Has(end, TokenShape.Capital) && !scan.Has(end, TokenShape.AllCapitals)
            || PersonNames.IsParticle(scan.Tokens[end]) && scan.Has(end + 1, TokenShape.Capital)
            || scan.IsMark(end, '.') && scan.Has(end - 1, TokenShape.Initial) && scan.Has(end + 1, TokenShape.Capital)))
        {
            end++;
        }

        bool named = !new TokenRange(start, end).Any(token => scan.In(BodyRule.Heads, token) || scan.In(PositionWords.Heads, token));
        if (named)
        {
            scan.Add(new TokenRange(start, end), EntityType.Person, 0.93, "a name in a list of drafters", 91);
        }

        return end;
    }

    private static void Body(Scan scan, TokenRange range, GazetteerEntry? entry)
    {
        Draft draft = scan.Add(range, EntityType.Organization, 0.9, "an office in a list of drafters", 91);
        if (entry is { Kind: EntryKind.Organization })
        {
            draft.Entry = entry;
        }
        else
        {
            draft.Key = "office:" + draft.Surface;
            draft.Properties["kind"] = "office";
        }
    }
}
