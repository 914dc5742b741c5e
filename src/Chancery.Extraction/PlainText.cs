using Chancery.Cables;
using Chancery.Extraction.Coreference;
using Chancery.Extraction.Gazetteers;
using Chancery.Extraction.Mentions;
using Chancery.Extraction.Relations;
using Chancery.Extraction.Tagging;
using Chancery.Extraction.Text;

namespace Chancery.Extraction;

/// <summary>Text without a header, as public annotated sets have it: flat named persons, organizations and places, nothing of cables' habits.</summary>
internal static class PlainText
{
    public static CableExtraction Extract(Cable cable, Tagger tagger)
    {
        string text = cable.Raw.Text;
        var segment = new Segment(SegmentKind.Body, new CleanText(text, [(0, 0)]), cable.Paragraphs.Count > 0 ? cable.Paragraphs[0].Ordinal : 0, text);
        List<Draft> mentions = segment.Tokens.Length > 0 ? Find(cable, segment, tagger) : [];
        var table = new EntityTable(Gazetteer.Default);
        table.JoinNames(mentions);
        return Finished.Extraction(cable, mentions, table, new ClaimList());
    }

    private static List<Draft> Find(Cable cable, Segment segment, Tagger tagger)
    {
        var context = new CableContext(new Document(cable), Gazetteer.Default);
        var facts = new TokenFacts(segment.Tokens, segment.Capitals, Gazetteer.Default);
        var tagged = new List<TaggedRange>();
        tagger.Read(segment.Text.Value, segment.Tokens, segment.Sentences, facts, tagged);
        var scan = new Scan(segment, context, facts, tagged);
        foreach (TaggedRange range in tagged)
        {
            EntityType? type = range.Type switch
            {
                TagType.Person => EntityType.Person,
                TagType.Organization or TagType.Post => EntityType.Organization,
                TagType.Place => EntityType.Place,
                _ => null,
            };
            TokenRange tokens = Trim(scan, range.Tokens, type);
            if (type is { } known && tokens.Count > 0 && Confidence.OfMargin(range.Margin) >= Confidence.Least && !RegionAdjectives.Is(scan.Tokens, scan.Facts, tokens))
            {
                scan.Add(tokens, known, Confidence.OfMargin(range.Margin), $"model: {range.Type.ToString().ToLowerInvariant()}, margin {range.Margin:0.0}", 50);
            }
        }

        scan.Choose();
        if (segment.Sentences.Count > 2)
        {
            Harmony.Restore([scan]);
            Echo.Find([scan]);
        }

        foreach (Draft draft in scan.Chosen)
        {
            draft.Confidence = Confidence.InPlainText(draft.Confidence);
        }

        return scan.Chosen;
    }

    private static readonly WordList s_courtesy = new("Mr Mrs Ms");

    /// <summary>Articles, marks, clitics and words of courtesy at the ends; a list of persons is not one person, and no name has square brackets.</summary>
    private static TokenRange Trim(Scan scan, TokenRange range, EntityType? type)
    {
        int start = range.Start;
        int end = range.End;
        while (start < end && (scan.Is(start, "the") || (scan.Has(start, TokenShape.Punctuation) && !scan.IsMark(start, '\''))))
        {
            start++;
        }

        if (type == EntityType.Person && end - start > 1 && scan.In(s_courtesy, start))
        {
            start += end - start > 2 && scan.IsMark(start + 1, '.') ? 2 : 1;
        }

        for (int i = start; i < end; i++)
        {
            if (scan.IsMark(i, '[') || scan.IsMark(i, ']') || scan.IsMark(i, '\\') || (type == EntityType.Person && scan.IsMark(i, ',')))
            {
                end = i;
            }
        }

        while (end > start && (scan.Has(end - 1, TokenShape.Clitic) || scan.IsMark(end - 1, ',') || scan.IsMark(end - 1, '.') || scan.IsMark(end - 1, '-') || scan.Is(end - 1, "of") || scan.Is(end - 1, "and") || scan.Is(end - 1, "the")))
        {
            end--;
        }

        return new TokenRange(start, end);
    }
}
