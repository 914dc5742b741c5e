using System.Text.Json;

namespace Chancery.Extraction.Evaluation;

/// <summary>A span with its type, as gold and system both state it.</summary>
internal readonly record struct ScoredSpan(int Start, int End, string Type) : IComparable<ScoredSpan>
{
    public int CompareTo(ScoredSpan other) =>
        Start != other.Start ? Start.CompareTo(other.Start) : End != other.End ? End.CompareTo(other.End) : string.CompareOrdinal(Type, other.Type);
}

internal sealed record ScoredMention(ScoredSpan Span, string Text, string? Entity)
{
    /// <summary>Nested in a position, or marked so: neither missed nor spurious.</summary>
    public bool Optional { get; init; }

    /// <summary>What a system said of its own answer; 0 in gold.</summary>
    public double Confidence { get; init; }

    public double LinkConfidence { get; init; }

    /// <summary>What joins it to its entity, in a system's answer; empty in gold.</summary>
    public string Link { get; init; } = "";

    public IReadOnlyList<(int Start, int End)> Alternatives { get; init; } = [];
}

internal sealed record ScoredEntity(string Id, string Type, string Name, IReadOnlyList<string> Aliases);

internal sealed record ScoredRelation(string Type, string Source, string Target, bool Inferred, double Confidence);

/// <summary>What one side says of a cable: the gold's annotation or a system's answer, in one shape.</summary>
internal sealed record ScoredCable(string Id)
{
    public string? TextFile { get; init; }

    public JsonElement Header { get; init; }

    public IReadOnlyList<ScoredMention> Mentions { get; init; } = [];

    public IReadOnlyList<ScoredEntity> Entities { get; init; } = [];

    public IReadOnlyList<ScoredRelation> Relations { get; init; } = [];

    public IReadOnlyList<ScoredRelation> HardNegatives { get; init; } = [];

    /// <exception cref="JsonException">The line is no object of the gold's layout.</exception>
    public static ScoredCable Gold(JsonElement root)
    {
        var owners = new Dictionary<int, string>();
        var entities = new List<ScoredEntity>();
        foreach (JsonElement entity in root.GetProperty("entities").EnumerateArray())
        {
            string id = entity.GetProperty("id").GetString()!;
            entities.Add(new ScoredEntity(id, Text(entity, "type"), Text(entity, "canonical"), Strings(entity, "aliases")));
            foreach (JsonElement mention in entity.GetProperty("mentions").EnumerateArray())
            {
                owners[mention.GetInt32()] = id;
            }
        }

        return new ScoredCable(Text(root, "id"))
        {
            TextFile = Text(root, "text_file"),
            Header = root.GetProperty("header").Clone(),
            Mentions = [.. root.GetProperty("mentions").EnumerateArray().Select((mention, i) => Mention(mention, owners.GetValueOrDefault(i)))],
            Entities = entities,
            Relations = Relation(root, "relations"),
            HardNegatives = Relation(root, "hard_negatives"),
        };
    }

    /// <summary>A line of the extraction contract.</summary>
    public static ScoredCable System(JsonElement root) => new(Text(root, "id"))
    {
        Header = root.GetProperty("header").Clone(),
        Mentions = [.. root.GetProperty("mentions").EnumerateArray().Select(mention => Mention(mention, Text(mention, "entity")))],
        Entities = [.. root.GetProperty("entities").EnumerateArray().Select(entity => new ScoredEntity(Text(entity, "id"), Text(entity, "type"), Text(entity, "name"), Strings(entity, "aliases")))],
        Relations = Relation(root, "relations"),
    };

    internal static string Text(JsonElement element, string name) =>
        element.TryGetProperty(name, out JsonElement value) && value.ValueKind == JsonValueKind.String ? value.GetString()! : "";

    private static double Number(JsonElement element, string name) =>
        element.TryGetProperty(name, out JsonElement value) && value.ValueKind == JsonValueKind.Number ? value.GetDouble() : 0;

    internal static IReadOnlyList<string> Strings(JsonElement element, string name) =>
        element.TryGetProperty(name, out JsonElement list) && list.ValueKind == JsonValueKind.Array ? [.. list.EnumerateArray().Select(item => item.GetString() ?? "")] : [];

    private static ScoredMention Mention(JsonElement mention, string? entity) =>
        new(new ScoredSpan(mention.GetProperty("start").GetInt32(), mention.GetProperty("end").GetInt32(), Text(mention, "type")), Text(mention, "text"), entity)
        {
            Optional = mention.TryGetProperty("nested_in", out _) || (mention.TryGetProperty("optional", out JsonElement optional) && optional.ValueKind == JsonValueKind.True),
            Confidence = Number(mention, "confidence"),
            LinkConfidence = Number(mention, "linkConfidence"),
            Link = Text(mention, "link"),
            Alternatives = mention.TryGetProperty("alt", out JsonElement alternatives) ? [.. alternatives.EnumerateArray().Select(pair => (pair[0].GetInt32(), pair[1].GetInt32()))] : [],
        };

    private static List<ScoredRelation> Relation(JsonElement root, string name) =>
        root.TryGetProperty(name, out JsonElement list)
            ? [.. list.EnumerateArray().Select(relation => new ScoredRelation(Text(relation, "type"), Text(relation, "source"), Text(relation, "target"),
                relation.TryGetProperty("inferred", out JsonElement inferred) && inferred.ValueKind == JsonValueKind.True, Number(relation, "confidence")))]
            : [];
}
