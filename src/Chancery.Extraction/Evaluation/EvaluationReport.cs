using System.Globalization;
using Chancery.Extraction.Text;

namespace Chancery.Extraction.Evaluation;

/// <summary>The measures over all texts of a gold file, and each error with its sentence.</summary>
public sealed class EvaluationReport(string name)
{
    private static readonly string[] s_types = ["Organization", "Person", "Post", "Position", "Place", .. NameScore.Types];

    private static readonly string[] s_mainRelations =
        ["HOLDS", "POSITION_IN", "PART_OF", "MET_WITH", "TRAVELED_TO", "COOPERATES_WITH", "MEMBER_OF", "LOCATED_IN"];

    private static readonly string[] s_otherRelations = ["GOVERNS", "ADDRESSED_TO", "SENT_FROM", "SIGNED_BY"];

    private readonly Tallies _exact = new();
    private readonly Tallies _overlap = new();
    private readonly Tallies _entities = new();
    private readonly Tallies _relations = new();
    private readonly CableScore.Clustering _clusters = new();
    private readonly SortedDictionary<string, (int Right, int All)> _header = new(StringComparer.Ordinal);
    private readonly List<(string Id, string Kind, string What, string Sentence)> _errors = [];
    private readonly Dictionary<string, (int Right, int All)> _links = new(StringComparer.Ordinal);
    private int _hardNegatives;
    private int _hardNegativesOfGold;

    public string Name { get; } = name;

    /// <summary>Of mentions, exact span and type.</summary>
    public Reliability MentionConfidence { get; } = new();

    /// <summary>Of right mentions of cables: whether each is joined to the right entity.</summary>
    public Reliability LinkConfidence { get; } = new();

    /// <summary>Of claims of cables.</summary>
    public Reliability ClaimConfidence { get; } = new();

    /// <summary>All types of mentions together.</summary>
    public Tally Mentions => _exact.Total;

    /// <summary>All types together, by overlap.</summary>
    public Tally Overlaps => _overlap.Total;

    public int Texts { get; private set; }

    public bool HasCables { get; private set; }

    /// <summary>Exact span and type, all types together.</summary>
    public double MentionF1 => _exact.Total.F1 ?? 0;

    public double OverlapF1 => _overlap.Total.F1 ?? 0;

    public double EntityF1 => _entities.Total.F1 ?? 0;

    /// <summary>B-cubed with missed and spurious mentions counted.</summary>
    public double ClusterF1 => _clusters.EndF1;

    /// <summary>The mean of F1 over the eight main relations that occur.</summary>
    public double RelationMacroF1 => s_mainRelations.Where(_relations.Has).Select(type => _relations[type].F1).OfType<double>().DefaultIfEmpty(0).Average();

    public int HardNegatives => _hardNegatives;

    /// <summary>The share of header fields that agree, all fields together.</summary>
    public double HeaderAccuracy => _header.Count == 0 ? 0 : (double)_header.Values.Sum(value => value.Right) / _header.Values.Sum(value => value.All);

    /// <summary>Exact measures of one type of mention or relation.</summary>
    public Tally Of(string type) => _relations.Has(type) ? _relations[type] : _exact[type];

    internal void AddCable(string id, string text, ScoredCable gold, ScoredCable system)
    {
        var score = new CableScore(gold, system);
        Texts++;
        HasCables = true;
        _exact.Add(score.Exact);
        _overlap.Add(score.Overlap);
        _entities.Add(score.Entities);
        _relations.Add(score.Relations);
        _clusters.Add(score.Clusters);
        MentionConfidence.Add(score.MentionConfidence);
        LinkConfidence.Add(score.LinkConfidence);
        foreach ((string reason, bool right) in score.LinkReasons)
        {
            (int known, int all) = _links.GetValueOrDefault(reason);
            _links[reason] = (known + (right ? 1 : 0), all + 1);
        }

        ClaimConfidence.Add(score.ClaimConfidence);
        _hardNegatives += score.HardNegatives;
        _hardNegativesOfGold += score.HardNegativesOfGold;
        foreach ((string field, bool right) in HeaderScore.Compare(gold.Header, system.Header))
        {
            (int known, int all) = _header.GetValueOrDefault(field);
            _header[field] = (known + (right ? 1 : 0), all + 1);
            if (!right)
            {
                _errors.Add((id, "header", field, ""));
            }
        }

        AddErrors(id, text, score.Errors);
    }

    internal void AddNames(string id, string text, IReadOnlyList<ScoredSpan> gold, CableExtraction extraction)
    {
        Texts++;
        var errors = new List<(string Kind, ScoredSpan? Span, string Text)>();
        IReadOnlyList<ScoredSpan> system = NameScore.System(extraction);
        NameScore.Score(text, gold, system, _exact, _overlap, errors);
        var spurious = errors.Where(error => error.Kind.StartsWith("spurious", StringComparison.Ordinal)).Select(error => error.Span).ToHashSet();
        for (int i = 0; i < system.Count; i++)
        {
            MentionConfidence.Add(extraction.Mentions[i].Confidence, !spurious.Contains(NameScore.Bare(system[i], text)));
        }

        AddErrors(id, text, errors);
    }

    private void AddErrors(string id, string text, List<(string Kind, ScoredSpan? Span, string Text)> errors)
    {
        foreach ((string kind, ScoredSpan? span, string what) in errors)
        {
            _errors.Add(span is { } place
                ? (id, kind, $"{what} \"{Segment.OneLine(text.AsSpan(place.Start..place.End))}\"", Sentence(text, place))
                : (id, kind, what, ""));
        }
    }

    /// <summary>Up to eighty characters on each side of a span, the span in brackets.</summary>
    private static string Sentence(string text, ScoredSpan span)
    {
        int start = Math.Max(0, span.Start - 80);
        int end = Math.Min(text.Length, span.End + 80);
        return Segment.OneLine($"…{text[start..span.Start]}[{text[span.Start..span.End]}]{text[span.End..end]}…");
    }

    /// <summary>The measures as a table; with <paramref name="errors"/> each error after it.</summary>
    public void Write(TextWriter writer, bool errors = false)
    {
        ArgumentNullException.ThrowIfNull(writer);
        writer.WriteLine($"{Name}: {Texts} texts");
        WriteTallies(writer, "mentions, exact span and type", _exact, s_types);
        WriteTallies(writer, "mentions, overlap and type", _overlap, s_types);
        if (HasCables)
        {
            WriteTallies(writer, "entities (type and a shared exact span)", _entities, s_types);
            writer.WriteLine(string.Create(CultureInfo.InvariantCulture, $"  B-cubed on matched mentions {_clusters.F1:0.000}, end to end {_clusters.EndF1:0.000}"));
            WriteTallies(writer, "relations", _relations, [.. s_mainRelations, .. s_otherRelations]);
            writer.WriteLine(string.Create(CultureInfo.InvariantCulture, $"  macro F1 over the eight main relations {RelationMacroF1:0.000}"));
            writer.WriteLine($"  hard negatives extracted: {_hardNegatives} of {_hardNegativesOfGold}");
            writer.WriteLine("header: " + string.Join("  ", _header.Select(field => string.Create(CultureInfo.InvariantCulture, $"{field.Key} {(double)field.Value.Right / field.Value.All:0.000}"))));
        }

        WriteReliability(writer);
        WriteConfusions(writer);
        foreach ((string id, string kind, string what, string sentence) in errors ? _errors : [])
        {
            writer.WriteLine($"{id}: {kind}: {what}{(sentence.Length > 0 ? "\n    " + sentence : "")}");
        }
    }

    private void WriteReliability(TextWriter writer)
    {
        writer.WriteLine("confidence: what was said, and the share that was right");
        writer.WriteLine("  " + Reliability.Head);
        writer.WriteLine("  " + MentionConfidence.Row("mentions"));
        if (HasCables)
        {
            writer.WriteLine("  " + LinkConfidence.Row("links of right mentions"));
            writer.WriteLine("  " + ClaimConfidence.Row("claims"));
            writer.WriteLine("  links, by what joins them: " + string.Join(", ", _links
                .OrderByDescending(link => link.Value.All).ThenBy(link => link.Key, StringComparer.Ordinal)
                .Select(link => $"{link.Key} {link.Value.Right} of {link.Value.All}")));
        }
    }

    private static void WriteTallies(TextWriter writer, string title, Tallies tallies, IEnumerable<string> order)
    {
        writer.WriteLine(title);
        foreach (string type in order.Where(tallies.Has))
        {
            WriteTally(writer, type, tallies[type]);
        }

        WriteTally(writer, "all", tallies.Total);
    }

    private static void WriteTally(TextWriter writer, string type, Tally tally) => writer.WriteLine(string.Create(
        CultureInfo.InvariantCulture,
        $"  {type,-16} P {Share(tally.Precision)}  R {Share(tally.Recall)}  F1 {Share(tally.F1)}  right {tally.Right,5} spurious {tally.Spurious,5} missed {tally.Missed,5}"));

    private static string Share(double? value) => value is { } known ? known.ToString("0.000", CultureInfo.InvariantCulture) : "  n/a";

    /// <summary>For each kind of error and type, its first examples.</summary>
    private void WriteConfusions(TextWriter writer)
    {
        foreach (var group in _errors.Where(error => error.Sentence.Length > 0).GroupBy(error => (error.Kind, Type: error.What.Split(' ')[0])).OrderByDescending(group => group.Count()).ThenBy(group => group.Key))
        {
            writer.WriteLine($"  {group.Key.Kind}, {group.Key.Type} ({group.Count()}): {string.Join(", ", group.Take(5).Select(error => error.What[(group.Key.Type.Length + 1)..]))}");
        }
    }
}
