using System.Globalization;
using Chancery.Cables;
using Chancery.Extraction;

namespace Chancery.Output;

/// <summary>All that was read in a cable, for a person who asks why: each entity with its mentions, each claim with its sentence.</summary>
internal static class Explanation
{
    public static void Write(CableExtraction extraction, TextWriter output)
    {
        Cable cable = extraction.Cable;
        output.WriteLine(string.Join("  ", new[] { cable.Id, cable.Header.Date?.Value.ToString(), cable.Header.Origin?.Value }.Where(part => !string.IsNullOrEmpty(part))));
        if (cable.Header.Subject?.Value is { } subject)
        {
            output.WriteLine($"  {subject}");
        }

        ILookup<string, Mention> mentions = extraction.Mentions.ToLookup(mention => mention.Entity);
        foreach (CableEntity entity in extraction.Entities)
        {
            output.WriteLine();
            output.WriteLine($"{entity.Id} {entity.Type}: {entity.Name}{(entity.GazetteerId is { } row ? $" = {row}" : "")}");
            foreach (Mention mention in mentions[entity.Id])
            {
                output.WriteLine(
                    $"  line {Line(cable, mention.Span.Start)} \"{CleanText.OneLine(mention.Text)}\" {Number(mention.Confidence)}: {mention.Reason}; "
                    + $"joined {Number(mention.LinkConfidence)}: {mention.LinkReason}");
            }
        }

        var names = extraction.Entities.ToDictionary(entity => entity.Id, entity => entity.Name, StringComparer.Ordinal);
        output.WriteLine();
        foreach (Claim claim in extraction.Claims)
        {
            output.WriteLine(
                $"{names.GetValueOrDefault(claim.Source, cable.Id)} {claim.Type} {names[claim.Target]} {Number(claim.Confidence)}: {claim.Rule}{Manner(claim)}");
            output.WriteLine($"  line {Line(cable, claim.Evidence.Start)}: {CleanText.OneLine(claim.Evidence.Of(cable.Raw.Text))}");
        }

        output.WriteLine();
    }

    private static string Manner(Claim claim)
    {
        string[] parts =
        [
            .. claim.Polarity == Polarity.Asserted ? Array.Empty<string>() : ["denied"],
            .. claim.Modality == Modality.Actual ? Array.Empty<string>() : [claim.Modality.ToString().ToLowerInvariant()],
            .. claim.Inferred ? ["inferred"] : Array.Empty<string>(),
            .. claim.On is { } day ? ["on " + day] : Array.Empty<string>(),
            .. claim.From is { } from ? ["from " + from] : Array.Empty<string>(),
            .. claim.To is { } to ? ["until " + to] : Array.Empty<string>(),
        ];
        return parts.Length == 0 ? "" : $" ({string.Join(", ", parts)})";
    }

    private static string Number(double confidence) => confidence.ToString("0.00", CultureInfo.InvariantCulture);

    private static int Line(Cable cable, int place) => cable.Raw.Text.AsSpan(0, place).Count('\n') + 1;
}
