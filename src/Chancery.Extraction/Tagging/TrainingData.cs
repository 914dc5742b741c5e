using System.IO.Compression;
using System.Text.Json;
using Chancery.Extraction.Gazetteers;
using Chancery.Extraction.Text;

namespace Chancery.Extraction.Tagging;

/// <summary>
/// Reads annotated sets of three layouts: <c>{id, text, entities}</c> lines, FRUS silver <c>{text, caps, spans, uncov}</c> lines, and
/// cable gold lines that name their text's file. Offsets count code points in all three.
/// </summary>
internal static class TrainingData
{
    /// <summary>Kinds of annotations that are no names: figures, times, classes of people.</summary>
    private static readonly WordList s_ignored = new(
        "TIM TIME NUM PERIOD MEASURE TEMPORAL QUANTITY MONEY PERSON_TYPE CONCEPT TITLE IDENTIFIER WEBSITE SUBSTANCE UNKNOWN ANIMAL PLANT AWARD ACRONYM BUSINESS INSTALLATION");

    private const ushort Outside = 1;

    public static IEnumerable<TrainingText> Read(string path)
    {
        bool gzip = path.EndsWith(".gz", StringComparison.Ordinal);
        using Stream stream = File.OpenRead(path);
        using Stream plain = gzip ? new GZipStream(stream, CompressionMode.Decompress) : stream;
        using var reader = new StreamReader(plain);
        string set = Path.GetFileName(path);
        while (reader.ReadLine() is string line)
        {
            using var json = JsonDocument.Parse(line);
            JsonElement root = json.RootElement;
            if (root.TryGetProperty("spans", out _))
            {
                yield return Silver(root);
            }
            else if (root.TryGetProperty("text", out JsonElement text) && text.GetString() is { Length: > 0 })
            {
                yield return Annotated(root, set);
            }
        }
    }

    private static TrainingText Annotated(JsonElement root, string set)
    {
        string raw = root.GetProperty("text").GetString()!;
        var text = new TrainingText(raw, capitals: false);
        bool namesMisc = !set.StartsWith("uner", StringComparison.Ordinal);
        const ushort unnamed = Outside | (1 << 11) | (1 << 12);
        Array.Fill(text.Allowed, namesMisc ? unnamed : (ushort)(unnamed | (1 << 7) | (1 << 8)));
        int[]? units = Units(raw);
        foreach (JsonElement entity in root.GetProperty("entities").EnumerateArray().Where(Named))
        {
            int start = At(units, entity.GetProperty("start").GetInt32());
            int end = At(units, entity.GetProperty("end").GetInt32());
            if (text.Tokenwise(start, end) is { } range)
            {
                string? type = entity.GetProperty("type").GetString();
                string original = entity.TryGetProperty("orig_type", out JsonElement kind) ? kind.GetString() ?? "" : "";
                LabelAnnotation(text, range, type, original, set);
            }
        }

        return text;
    }

    /// <summary>Pronouns and common nouns that a set annotates beside names teach nothing here.</summary>
    private static bool Named(JsonElement entity) => !(entity.TryGetProperty("named", out JsonElement named) && named.ValueKind == JsonValueKind.False);

    private static void LabelAnnotation(TrainingText text, TokenRange range, string? type, string original, string set)
    {
        if (type is null && set.StartsWith("multiner", StringComparison.Ordinal))
        {
            text.Free(range);
            return;
        }

        if (type is null)
        {
            if (!s_ignored.Contains(original))
            {
                text.Label(range, TagType.Misc);
            }

            return;
        }

        if (type == "LOC" && range.Count == 1 && text.Facts.Matches[range.Start] is { } match && match.Kinds.HasFlag(EntryKind.Demonym)
            && !match.Kinds.HasFlag(EntryKind.Country))
        {
            text.Label(range, TagType.Misc);
            return;
        }

        TagType tag = type switch { "PER" => TagType.Person, "ORG" => TagType.Organization, _ => TagType.Place };
        int first = range.Start;
        if (range.Count > 1 && text.Tokens[first].Is(TokenShape.Word) && tag != TagType.Person && IsThe(text, first))
        {
            first++;
        }

        while (tag == TagType.Person && first < range.End - 1 && Titles.Before.Contains(text.Tokens[first]))
        {
            text.Allowed[first] = 1 | (1 << 11) | (1 << 12);
            first++;
            if (text.Text[text.Tokens[first].Start] == '.' && first < range.End - 1)
            {
                text.Allowed[first] = 1;
                first++;
            }
        }

        text.Label(new TokenRange(first, range.End), tag);
    }

    private static bool IsThe(TrainingText text, int token) =>
        text.Text.AsSpan(text.Tokens[token].Start, text.Tokens[token].Length).Equals("the", StringComparison.OrdinalIgnoreCase);

    private static TrainingText Silver(JsonElement root)
    {
        string raw = root.GetProperty("text").GetString()!;
        var text = new TrainingText(raw, root.GetProperty("caps").GetInt32() == 1);
        Array.Fill(text.Allowed, Outside);
        int[]? units = Units(raw);
        foreach (JsonElement span in root.GetProperty("uncov").EnumerateArray())
        {
            if (text.Tokenwise(At(units, span[0].GetInt32()), At(units, span[1].GetInt32())) is { } range)
            {
                text.Free(range);
            }
        }

        foreach (JsonElement span in root.GetProperty("spans").EnumerateArray())
        {
            TagType? tag = span[2].GetString() switch
            {
                "PER" => TagType.Person,
                "ORG" => TagType.Organization,
                "LOC" => TagType.Place,
                "POST" => TagType.Post,
                "POSITION" => TagType.Position,
                "AGREEMENT" or "PROGRAM" or "EVENT" or "TECH" => TagType.Misc,
                _ => null,
            };
            if (text.Tokenwise(At(units, span[0].GetInt32()), At(units, span[1].GetInt32())) is not { } range)
            {
                continue;
            }

            if (tag is { } known)
            {
                text.Label(range, known);
            }
        }

        return text;
    }

    /// <summary>Where each code point begins, in UTF-16 units; null where the two counts agree.</summary>
    internal static int[]? Units(string text)
    {
        if (!text.Any(char.IsSurrogate))
        {
            return null;
        }

        var units = new List<int>(text.Length + 1);
        for (int i = 0; i < text.Length; i++)
        {
            if (!(char.IsLowSurrogate(text[i]) && i > 0 && char.IsHighSurrogate(text[i - 1])))
            {
                units.Add(i);
            }
        }

        units.Add(text.Length);
        return [.. units];
    }

    internal static int At(int[]? units, int codePoint) => units is null ? codePoint : units[Math.Min(codePoint, units.Length - 1)];
}
