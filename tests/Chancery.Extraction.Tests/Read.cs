using Chancery.Cables;

namespace Chancery.Extraction.Tests;

/// <summary>Small cables for tests, and short ways to ask what was read in them.</summary>
internal static class Read
{
    private static readonly CableExtractor s_extractor = new();

    public static CableExtraction Text(string text)
    {
        lock (s_extractor)
        {
            return s_extractor.Extract(CableParser.Parse(new RawCable("test", text)));
        }
    }

    /// <summary>A cable of a post with this body as its only paragraph.</summary>
    public static CableExtraction Body(string body, string post = "BUCHAREST", string day = "131416Z MAY 05") => Text(
        $"R {day}\nFM AMEMBASSY {post}\nTO SECSTATE WASHDC 1234\nUNCLAS {post} 001129\n\nSIPDIS\n\nE.O. 12958: N/A\nTAGS: PREL\nSUBJECT: A TEST\n\n1. {body}\n\nSMITH\n");

    public static string[] Mentions(this CableExtraction extraction, EntityType type) =>
        [.. extraction.Mentions.Where(mention => mention.Type == type && mention.Paragraph > 0).Select(mention => mention.Text)];

    public static string Name(this CableExtraction extraction, string id) => id == "cable" ? id : extraction.Entities.Single(entity => entity.Id == id).Name;

    public static string[] Claims(this CableExtraction extraction, string type) =>
        [.. extraction.Claims.Where(claim => claim.Type == type).Select(claim => $"{extraction.Name(claim.Source)} > {extraction.Name(claim.Target)}"
            + (claim.Modality == Modality.Actual ? "" : $" {claim.Modality}") + (claim.Polarity == Polarity.Asserted ? "" : " Denied")
            + (claim.On is null ? "" : $" {claim.On}") + (claim.From is null ? "" : $" {claim.From}..{claim.To}"))];

    public static CableEntity Entity(this CableExtraction extraction, EntityType type, string nameOrAlias) =>
        extraction.Entities.Single(entity => entity.Type == type && (entity.Name == nameOrAlias || entity.Aliases.Contains(nameOrAlias)));
}
