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
        var mentions = new List<Draft>();
        if (segment.Tokens.Length > 0)
        {
            var facts = new TokenFacts(segment.Tokens, segment.Capitals, Gazetteer.Default);
            var tagged = new List<TaggedRange>();
            tagger.Read(text, segment.Tokens, segment.Sentences, facts, tagged);
            foreach (TaggedRange range in tagged)
            {
                EntityType? type = range.Type switch
                {
                    TagType.Person => EntityType.Person,
                    TagType.Organization or TagType.Post => EntityType.Organization,
                    TagType.Place => EntityType.Place,
                    _ => null,
                };
                if (type is { } known)
                {
                    mentions.Add(Draft.In(segment, range.Tokens, known, Confidence.OfMargin(range.Margin), $"model: {range.Type.ToString().ToLowerInvariant()}, margin {range.Margin:0.0}", 50));
                }
            }
        }

        var table = new EntityTable(Gazetteer.Default);
        table.JoinNames(mentions);
        return Finished.Extraction(cable, mentions, table, new ClaimList());
    }
}
