using Chancery.Cables;
using Chancery.Extraction.Coreference;
using Chancery.Extraction.Mentions;
using Chancery.Extraction.Relations;

namespace Chancery.Extraction;

/// <summary>Turns drafts into the records that leave the project: entities numbered by first mention, mentions and claims in order.</summary>
internal static class Finished
{
    public static CableExtraction Extraction(Cable cable, List<Draft> mentions, EntityTable table, ClaimList claims)
    {
        int[] ids = table.Order();
        var used = new bool[table.Entities.Count];
        foreach (ClaimDraft claim in claims.Claims)
        {
            used[Math.Max(claim.Source, 0)] |= claim.Source >= 0;
            used[claim.Target] = true;
        }

        Dictionary<Draft, Link> links = Links.Of(table.Entities);
        return new CableExtraction(
            cable,
            [.. mentions.Where(mention => !mention.Silent && mention.Entity >= 0).OrderBy(mention => mention.Span.Start).ThenByDescending(mention => mention.Span.End).Select(mention => Mention(mention, cable.Raw.Text, ids, links))],
            [.. Enumerable.Range(0, table.Entities.Count).Where(index => used[index] || table.Entities[index].Mentions.Count > 0).OrderBy(index => ids[index]).Select(index => Entity(table.Entities[index], ids[index]))],
            [.. claims.Claims.OrderBy(claim => claim.Evidence.Start).Select(claim => Claim(claim, ids))]);
    }

    private static Mention Mention(Draft draft, string raw, int[] ids, Dictionary<Draft, Link> links)
    {
        var mention = new Mention(draft.Span, draft.Span.Of(raw), draft.Type, "e" + ids[draft.Entity], Math.Round(draft.Confidence, 3), draft.Reason)
        {
            Paragraph = draft.Paragraph,
        };
        return links.TryGetValue(draft, out Link link) ? mention with { LinkConfidence = link.Confidence, LinkReason = link.Reason } : mention;
    }

    private static CableEntity Entity(EntityDraft entity, int id) => new("e" + id, entity.Type, entity.Name)
    {
        Aliases = [.. entity.Mentions.Select(mention => mention.Surface).Distinct(StringComparer.Ordinal).Where(surface => surface != entity.Name)],
        GazetteerId = entity.GazetteerId,
        Properties = entity.Properties,
    };

    private static Claim Claim(ClaimDraft claim, int[] ids) =>
        new(claim.Type, claim.Source < 0 ? "cable" : "e" + ids[claim.Source], "e" + ids[claim.Target], claim.Evidence, Math.Round(Calibration.Of(claim), 3), claim.Rule)
        {
            Polarity = claim.Polarity,
            Modality = claim.Modality,
            Paragraph = claim.Paragraph,
            On = claim.On is { } day && !day.Contains('/', StringComparison.Ordinal) ? day : null,
            From = claim.From ?? (claim.On is { } range && range.Contains('/', StringComparison.Ordinal) ? range.Split('/')[0] : null),
            To = claim.To ?? (claim.On is { } until && until.Contains('/', StringComparison.Ordinal) ? until.Split('/')[1] : null),
            Inferred = claim.Inferred,
        };
}
