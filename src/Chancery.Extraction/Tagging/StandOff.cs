using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Chancery.Cables;

namespace Chancery.Extraction.Tagging;

/// <summary>
/// Annotated cables whose texts stand elsewhere: lines <c>{id, sha256, mentions: [[start, end, type]]}</c>; the text is the file
/// <c>ID.txt</c> of a folder, its offsets count code points. Headers are parsed, not tagged, so that only bodies teach.
/// </summary>
internal static class StandOff
{
    /// <summary>What may stand where no mention is annotated: nothing, or a name of none of our types.</summary>
    private static readonly ushort s_unnamed = (ushort)(1 | (1 << Tag.Begin(TagType.Misc)) | (1 << Tag.Inside(TagType.Misc)));

    /// <summary>Those whose text is in one of the set's folders.</summary>
    /// <exception cref="InvalidDataException">A line is none of this layout, or a text is not the one that was annotated.</exception>
    public static IEnumerable<TrainingText> Read(TrainingSet set)
    {
        foreach ((string id, JsonElement line, string place) in Lines(set))
        {
            if (Find(set, id) is not { } file)
            {
                continue;
            }

            byte[] bytes = File.ReadAllBytes(file);
            if (!string.Equals(Convert.ToHexStringLower(SHA256.HashData(bytes)), line.GetProperty("sha256").GetString(), StringComparison.Ordinal))
            {
                throw new InvalidDataException($"{place}: {file} is not the text that was annotated.");
            }

            yield return Annotated(Encoding.UTF8.GetString(bytes), file, line);
        }
    }

    /// <summary>The ids of texts that are in none of the folders.</summary>
    public static IReadOnlyList<string> Missing(TrainingSet set) => [.. Lines(set).Select(found => found.Id).Where(id => Find(set, id) is null)];

    private static string? Find(TrainingSet set, string id) => set.Texts.Select(folder => Path.Combine(folder, id + ".txt")).FirstOrDefault(File.Exists);

    private static IEnumerable<(string Id, JsonElement Line, string Place)> Lines(TrainingSet set)
    {
        int number = 0;
        foreach (string line in File.ReadLines(set.Path))
        {
            string place = $"{set.Path}: line {++number}";
            (string Id, JsonElement Line, string Place) read;
            try
            {
                JsonElement root = JsonSerializer.Deserialize<JsonElement>(line);
                string id = root.GetProperty("id").GetString() ?? "";
                if (Path.GetFileName(id) != id)
                {
                    throw new InvalidDataException($"{place}: {id} is no name of a text.");
                }

                read = (id, root, place);
            }
            catch (Exception error) when (error is JsonException or KeyNotFoundException or InvalidOperationException)
            {
                throw new InvalidDataException($"{place} is no stand-off annotation: {error.Message}", error);
            }

            yield return read;
        }
    }

    private static TrainingText Annotated(string raw, string file, JsonElement line)
    {
        Cable cable = CableParser.Parse(new RawCable(file, raw));
        int from = cable.Paragraphs.Count > 0 ? cable.Paragraphs[0].Span.Start : 0;
        var text = new TrainingText(raw[from..], capitals: false);
        Array.Fill(text.Allowed, s_unnamed);
        int[]? units = TrainingData.Units(raw);
        IEnumerable<(int Start, int End, TagType Type)> mentions = line.GetProperty("mentions").EnumerateArray().Select(mention =>
            (TrainingData.At(units, mention[0].GetInt32()) - from, TrainingData.At(units, mention[1].GetInt32()) - from, Enum.Parse<TagType>(mention[2].GetString()!)));

        // Of nested mentions the innermost teach, and of an office that names bodies what is left of it.
        foreach ((int start, int end, TagType type) in mentions.Where(mention => mention.Start >= 0).OrderBy(mention => mention.Type == TagType.Position).ThenBy(mention => mention.End - mention.Start))
        {
            if (text.Tokenwise(start, end) is not { } range)
            {
                continue;
            }

            if (type == TagType.Position)
            {
                text.LabelRest(range, type);
            }
            else
            {
                text.Label(range, type);
            }
        }

        return text;
    }
}
