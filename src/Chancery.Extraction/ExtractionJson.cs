using System.Buffers;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using Chancery.Cables;

namespace Chancery.Extraction;

/// <summary>The contract of <c>chancery extract --format jsonl</c>: one object a cable.</summary>
public static class ExtractionJson
{
    private static readonly JsonWriterOptions s_options = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>
    /// A line without its end. Relations are what the cable asserts: denied and conditional claims stay out, and so do claims about
    /// persons that the cable does not name.
    /// </summary>
    public static string Line(CableExtraction extraction)
    {
        ArgumentNullException.ThrowIfNull(extraction);
        var buffer = new ArrayBufferWriter<byte>(4096);
        using (var json = new Utf8JsonWriter(buffer, s_options))
        {
            json.WriteStartObject();
            json.WriteString("id", Id(extraction.Cable));
            WriteHeader(json, extraction.Cable.Header);
            WriteMentions(json, extraction.Mentions);
            WriteEntities(json, extraction.Entities);
            WriteRelations(json, extraction);
            json.WriteEndObject();
        }

        return Encoding.UTF8.GetString(buffer.WrittenSpan);
    }

    // Copies of one cable side by side are told apart by their file names: 05BUCHAREST1256.crji.txt.
    private static string Id(Cable cable)
    {
        string name = Path.GetFileNameWithoutExtension(cable.Raw.Source);
        return cable.Raw.Form == CableForm.Plain ? cable.Raw.Id ?? cable.Id : name.StartsWith(cable.Id + ".", StringComparison.Ordinal) ? name : cable.Id;
    }

    private static void WriteHeader(Utf8JsonWriter json, CableHeader header)
    {
        json.WriteStartObject("header");
        json.WriteString("reference", header.Reference?.Value);
        json.WriteString("date", header.Date?.Value.ToString());
        json.WriteString("origin", header.Origin?.Value);
        json.WriteString("classification", header.Classification?.Value);
        WriteList(json, "tags", header.Tags.Select(tag => tag.Value));
        json.WriteString("subject", header.Subject?.Value);
        WriteList(json, "addressees", header.Addressees.Select(addressee =>
            string.Join(' ', new[] { addressee.Post, addressee.Agency, addressee.Office, addressee.Position, addressee.Person }.Where(part => part is not null).Select(part => part!.Value))));
        WriteList(json, "references", header.ReferencesAsWritten);
        json.WriteString("signer", header.Signer?.Value);
        json.WriteEndObject();
    }

    private static void WriteList(Utf8JsonWriter json, string name, IEnumerable<string> values)
    {
        json.WriteStartArray(name);
        foreach (string value in values)
        {
            json.WriteStringValue(value);
        }

        json.WriteEndArray();
    }

    private static void WriteMentions(Utf8JsonWriter json, IReadOnlyList<Mention> mentions)
    {
        json.WriteStartArray("mentions");
        foreach (Mention mention in mentions)
        {
            json.WriteStartObject();
            json.WriteNumber("start", mention.Span.Start);
            json.WriteNumber("end", mention.Span.End);
            json.WriteString("text", mention.Text);
            json.WriteString("type", mention.Type.ToString());
            json.WriteString("entity", mention.Entity);
            json.WriteNumber("confidence", mention.Confidence);
            json.WriteString("reason", mention.Reason);
            json.WriteNumber("linkConfidence", mention.LinkConfidence);
            json.WriteString("link", mention.LinkReason);
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }

    private static void WriteEntities(Utf8JsonWriter json, IReadOnlyList<CableEntity> entities)
    {
        json.WriteStartArray("entities");
        foreach (CableEntity entity in entities)
        {
            json.WriteStartObject();
            json.WriteString("id", entity.Id);
            json.WriteString("type", entity.Type.ToString());
            json.WriteString("name", entity.Name);
            WriteList(json, "aliases", entity.Aliases);
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }

    private static void WriteRelations(Utf8JsonWriter json, CableExtraction extraction)
    {
        var mentioned = extraction.Mentions.Select(mention => mention.Entity).ToHashSet();
        var people = extraction.Entities.Where(entity => entity.Type == EntityType.Person && !mentioned.Contains(entity.Id)).Select(entity => entity.Id).ToHashSet();
        json.WriteStartArray("relations");
        foreach (Claim claim in extraction.Claims)
        {
            if (claim.Polarity == Polarity.Denied || claim.Modality == Modality.Conditional || people.Contains(claim.Source) || people.Contains(claim.Target))
            {
                continue;
            }

            json.WriteStartObject();
            json.WriteString("type", claim.Type);
            json.WriteString("source", claim.Source);
            json.WriteString("target", claim.Target);
            json.WriteNumber("start", claim.Evidence.Start);
            json.WriteNumber("end", claim.Evidence.End);
            json.WriteString("date", claim.On ?? (claim.From is null ? claim.To : claim.To is null ? claim.From : $"{claim.From}/{claim.To}"));
            json.WriteNumber("confidence", claim.Confidence);
            json.WriteString("rule", claim.Rule);
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }
}
