using Chancery.Cables;
using Chancery.Extraction.Mentions;
using Chancery.Extraction.Text;

namespace Chancery.Extraction.Relations;

/// <summary>A claim between two entities of the table; -1 stands for the cable itself.</summary>
internal sealed record ClaimDraft(string Type, int Source, int Target, TextSpan Evidence, int Paragraph, double Confidence, string Rule)
{
    public Polarity Polarity { get; init; }

    public Modality Modality { get; init; }

    public string? On { get; init; }

    /// <summary>ISO day, month or year from which it holds.</summary>
    public string? From { get; init; }

    public string? To { get; init; }

    public bool Inferred { get; init; }
}

/// <summary>The claims of a cable; a second statement of the same is kept only where it adds a date or another modality.</summary>
internal sealed class ClaimList
{
    public const int Cable = -1;

    private readonly Dictionary<(string, int, int, Polarity, Modality, string?), int> _seen = [];

    private readonly HashSet<(string, int, int, Polarity, Modality)> _stated = [];

    public List<ClaimDraft> Claims { get; } = [];

    public void Add(ClaimDraft claim)
    {
        // A name that stands in no entity (in the margin of a document, or lost to another reading) states nothing.
        bool ofCable = claim.Source == Cable && claim.Type is "SENT_FROM" or "ADDRESSED_TO" or "SIGNED_BY";
        if (claim.Source == claim.Target || claim.Target < 0 || (claim.Source < 0 && !ofCable))
        {
            return;
        }

        if (claim.Type is "MET_WITH" or "COOPERATES_WITH" && claim.Source > claim.Target)
        {
            claim = claim with { Source = claim.Target, Target = claim.Source };
        }

        var undated = (claim.Type, claim.Source, claim.Target, claim.Polarity, claim.Modality, (string?)null);
        var key = undated with { Item6 = claim.On };
        if (_seen.ContainsKey(key) || (claim.On is null && _stated.Contains((claim.Type, claim.Source, claim.Target, claim.Polarity, claim.Modality))))
        {
            return;
        }

        _stated.Add((claim.Type, claim.Source, claim.Target, claim.Polarity, claim.Modality));
        if (claim.On is not null && _seen.Remove(undated, out int plain))
        {
            Claims[plain] = claim;
            _seen[key] = plain;
            return;
        }

        _seen[key] = Claims.Count;
        Claims.Add(claim);
    }

    /// <summary>States every claim anew, so that those which have become the same are one.</summary>
    public void Rewrite(Func<ClaimDraft, ClaimDraft> change)
    {
        ClaimDraft[] before = [.. Claims];
        Claims.Clear();
        _seen.Clear();
        _stated.Clear();
        foreach (ClaimDraft claim in before)
        {
            Add(change(claim));
        }
    }

    public static TextSpan Evidence(Segment segment, int token) => segment.Raw(segment.SentenceOf(token));
}
