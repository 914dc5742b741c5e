using System.Text.Json;

namespace Chancery.Extraction.Evaluation;

/// <summary>
/// Persons, organizations and places of an annotated text, exact and by overlap; a leading article counts on neither side, and annotations
/// marked as not named (pronouns, common nouns) are left out.
/// </summary>
internal static class NameScore
{
    public static readonly string[] Types = ["PER", "ORG", "LOC"];

    /// <summary>Spans by type; offsets count code points in the set and are given in UTF-16 units of the text.</summary>
    public static List<ScoredSpan> Gold(JsonElement root, string text)
    {
        int[]? units = Tagging.TrainingData.Units(text);
        return [.. root.GetProperty("entities").EnumerateArray()
            .Where(entity => Types.Contains(ScoredCable.Text(entity, "type")) && !(entity.TryGetProperty("named", out JsonElement named) && named.ValueKind == JsonValueKind.False))
            .Select(entity => new ScoredSpan(Tagging.TrainingData.At(units, entity.GetProperty("start").GetInt32()), Tagging.TrainingData.At(units, entity.GetProperty("end").GetInt32()), ScoredCable.Text(entity, "type")))];
    }

    public static List<ScoredSpan> System(CableExtraction extraction) =>
        [.. extraction.Mentions.Select(mention => new ScoredSpan(mention.Span.Start, mention.Span.End, mention.Type switch
        {
            EntityType.Person => "PER",
            EntityType.Place => "LOC",
            _ => "ORG",
        }))];

    public static void Score(string text, IEnumerable<ScoredSpan> gold, IEnumerable<ScoredSpan> system, Tallies exact, Tallies overlap, List<(string Kind, ScoredSpan? Span, string Text)> errors)
    {
        ILookup<string, ScoredSpan> goldByType = gold.Select(span => Bare(span, text)).Distinct().Order().ToLookup(span => span.Type);
        ILookup<string, ScoredSpan> systemByType = system.Select(span => Bare(span, text)).Distinct().Order().ToLookup(span => span.Type);
        foreach (string type in Types)
        {
            ScoredSpan[] wanted = [.. goldByType[type]];
            ScoredSpan[] found = [.. systemByType[type]];
            int right = wanted.Intersect(found).Count();
            Count(exact[type], right, found.Length, wanted.Length);
            Count(overlap[type], Overlapping(wanted, found), found.Length, wanted.Length);
            errors.AddRange(wanted.Except(found).Select(span => ("missed mention", (ScoredSpan?)span, type)));
            errors.AddRange(found.Except(wanted).Select(span => ("spurious mention", (ScoredSpan?)span, type)));
        }
    }

    private static void Count(Tally tally, int right, int found, int wanted)
    {
        tally.Right += right;
        tally.Spurious += found - right;
        tally.Missed += wanted - right;
    }

    private static int Overlapping(ScoredSpan[] wanted, ScoredSpan[] found)
    {
        var used = new bool[wanted.Length];
        int right = 0;
        foreach (ScoredSpan span in found)
        {
            int best = -1;
            int most = 0;
            for (int i = 0; i < wanted.Length; i++)
            {
                int shared = Math.Min(span.End, wanted[i].End) - Math.Max(span.Start, wanted[i].Start);
                if (!used[i] && shared > most)
                {
                    (best, most) = (i, shared);
                }
            }

            if (best >= 0)
            {
                used[best] = true;
                right++;
            }
        }

        return right;
    }

    internal static ScoredSpan Bare(ScoredSpan span, string text)
    {
        foreach (string article in new[] { "the ", "The ", "THE " })
        {
            if (text.AsSpan(span.Start, span.End - span.Start).StartsWith(article, StringComparison.Ordinal))
            {
                span = span with { Start = span.Start + 4 };
            }
        }

        return span;
    }
}
