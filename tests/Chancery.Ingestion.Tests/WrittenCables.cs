using System.Text.RegularExpressions;
using Chancery.Cables;
using Chancery.Extraction;
using Chancery.Ingestion.Pipeline;

namespace Chancery.Ingestion.Tests;

/// <summary>
/// Cables whose sentences say in so many words what is to be extracted, so that tests of loading do not hang on the extractor:
/// <c>[Person:Tomsa] HOLDS [Position:Director] actual</c>.
/// </summary>
internal static partial class WrittenCables
{
    public static Extractor Extractor(string version = "written-1") => new(version, Extract);

    public static RawCable Cable(string post, int number, string source, params string[] sentences)
    {
        string references = sentences.FirstOrDefault(sentence => sentence.StartsWith("REF ", StringComparison.Ordinal)) is { } reference
            ? $"REF: {reference[4..]}\n" : "";
        string tags = sentences.FirstOrDefault(sentence => sentence.StartsWith("TAGS ", StringComparison.Ordinal)) is { } line ? line[5..] : "PREL";
        IEnumerable<string> body = sentences
            .Where(sentence => sentence.StartsWith('['))
            .Select((sentence, i) => $"{i + 1}. {sentence}.\n");
        string text =
            $"""
            R {10 + (number % 18):00}1416Z MAY 05
            FM AMEMBASSY {post}
            TO SECSTATE WASHDC

            UNCLAS {post} {number:000000}

            E.O. 12958: N/A
            TAGS: {tags}
            SUBJECT: WRITTEN FOR A TEST
            {references}
            {string.Join('\n', body)}

            DELARE

            """;
        return new RawCable(source, text);
    }

    public static CableSource Source(IEnumerable<RawCable> cables, params string[] mirrored) =>
        new("written", cables.Select(cable => new CableInput(cable, null)).ToAsyncEnumerable()) { Mirrored = mirrored };

    private static CableExtraction Extract(Cable cable)
    {
        Dictionary<(EntityType, string), CableEntity> entities = [];
        List<Mention> mentions = [];
        List<Claim> claims = [];
        foreach (Paragraph paragraph in cable.Paragraphs)
        {
            string text = paragraph.Span.Of(cable.Raw.Text);
            foreach (Match sentence in Sentence().Matches(text))
            {
                CableEntity subject = Entity(sentence.Groups["subject"]);
                CableEntity target = Entity(sentence.Groups["object"]);
                string[] words = sentence.Groups["words"].Value.Split(' ', StringSplitOptions.RemoveEmptyEntries);
                claims.Add(new Claim(
                    sentence.Groups["type"].Value, subject.Id, target.Id, Span(sentence, paragraph), 0.8, "written")
                {
                    Paragraph = paragraph.Ordinal,
                    Polarity = words.Contains("denied") ? Polarity.Denied : Polarity.Asserted,
                    Modality = words.Select(word => Enum.TryParse(word, ignoreCase: true, out Modality modality) ? modality : default).DefaultIfEmpty().Max(),
                    On = words.FirstOrDefault(word => word.StartsWith("20", StringComparison.Ordinal)),
                });

                CableEntity Entity(Group group)
                {
                    string[] parts = group.Value.Split(':', 2);
                    EntityType type = Enum.Parse<EntityType>(parts[0]);
                    string[] names = parts[1].Split('=');
                    if (!entities.TryGetValue((type, names[0]), out CableEntity? entity))
                    {
                        entity = new CableEntity($"e{entities.Count + 1}", type, names[0]) { Aliases = names[1..] };
                        entities.Add((type, names[0]), entity);
                    }

                    mentions.Add(new Mention(Span(group, paragraph), group.Value, type, entity.Id, 0.9, "written") { Paragraph = paragraph.Ordinal });
                    return entity;
                }
            }
        }

        if (cable.Header.Origin is { } origin)
        {
            CableEntity post = new("post", EntityType.Post, origin.Value);
            entities.Add((EntityType.Post, origin.Value), post);
            TextSpan span = origin.Span ?? new TextSpan(0, 1);
            mentions.Add(new Mention(span, span.Of(cable.Raw.Text), EntityType.Post, post.Id, 0.9, "written"));
            claims.Add(new Claim("SENT_FROM", "cable", post.Id, span, 0.9, "written"));
        }

        return new CableExtraction(cable, mentions, [.. entities.Values], claims);
    }

    private static TextSpan Span(Capture capture, Paragraph paragraph) =>
        new(paragraph.Span.Start + capture.Index, paragraph.Span.Start + capture.Index + capture.Length);

    [GeneratedRegex(@"\[(?<subject>\w+:[^\]]+)\] (?<type>[A-Z_]+) \[(?<object>\w+:[^\]]+)\](?<words>[ \w-]*)")]
    private static partial Regex Sentence();
}
