using System.IO.Compression;
using System.Text.Json;
using Chancery.Extraction.Text;

namespace Chancery.Extraction.Tagging;

/// <summary>
/// Reads annotated sets of two layouts: <c>{id, text, entities}</c> lines, FRUS silver <c>{text, caps, spans, uncov}</c> lines.
/// Offsets count code points in both. Annotations without their texts: <see cref="StandOff"/>.
/// </summary>
internal static class TrainingData
{
    /// <summary>Kinds of annotations that are no names: figures, times, classes of people.</summary>
    private static readonly WordList s_ignored = new(
        "TIM TIME NUM PERIOD MEASURE TEMPORAL QUANTITY MONEY PERSON_TYPE CONCEPT TITLE IDENTIFIER WEBSITE SUBSTANCE UNKNOWN ANIMAL PLANT AWARD ACRONYM BUSINESS INSTALLATION");

    private const ushort Outside = 1;

    /// <exception cref="InvalidDataException">A line is no annotated text; the message names the file and the line.</exception>
    public static IEnumerable<TrainingText> Read(TrainingSet set) => set.Texts.Count > 0 ? StandOff.Read(set) : Inline(set);

    private static IEnumerable<TrainingText> Inline(TrainingSet set)
    {
        using Stream stream = File.OpenRead(set.Path);
        using Stream plain = set.Path.EndsWith(".gz", StringComparison.Ordinal) ? new GZipStream(stream, CompressionMode.Decompress) : stream;
        using var reader = new StreamReader(plain);
        string name = Path.GetFileName(set.Path);
        for (int number = 0; reader.ReadLine() is string line; number++)
        {
            if (set.Has(number) && Parse(line, name, $"{set.Path}: line {number + 1}") is { } text)
            {
                yield return text;
            }
        }
    }

    private static TrainingText? Parse(string line, string set, string place)
    {
        try
        {
            using var json = JsonDocument.Parse(line);
            JsonElement root = json.RootElement;
            if (root.TryGetProperty("spans", out _))
            {
                return Silver(root);
            }

            return root.GetProperty("text").GetString() is { Length: > 0 } ? Annotated(root, set) : null;
        }
        catch (Exception error) when (error is JsonException or KeyNotFoundException or InvalidOperationException)
        {
            throw new InvalidDataException($"{place} is no annotated text: {error.Message}", error);
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
        var annotations = new List<(TokenRange Range, JsonElement Entity)>();
        foreach (JsonElement entity in root.GetProperty("entities").EnumerateArray().Where(Named))
        {
            if (text.Tokenwise(At(units, entity.GetProperty("start").GetInt32()), At(units, entity.GetProperty("end").GetInt32())) is { } range)
            {
                annotations.Add((range, entity));
            }
        }

        // Of nested names the innermost teach: sets that nest them agree with the others on those.
        foreach ((TokenRange range, JsonElement entity) in annotations.OrderBy(annotation => annotation.Entity.GetProperty("type").ValueKind == JsonValueKind.Null).ThenBy(annotation => annotation.Range.Count))
        {
            string? type = entity.GetProperty("type").GetString();
            string original = entity.TryGetProperty("orig_type", out JsonElement kind) ? kind.GetString() ?? "" : "";
            LabelAnnotation(text, range, type, original, set);
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

        if (type == "LOC" && RegionAdjectives.Is(text.Tokens, text.Facts, range))
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

        while (tag == TagType.Person && set.StartsWith("gmb", StringComparison.Ordinal) && first < range.End - 1 && Titles.Before.Contains(text.Tokens[first]))
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
