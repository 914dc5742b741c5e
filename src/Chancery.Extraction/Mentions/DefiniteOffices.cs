using Chancery.Extraction.Text;

namespace Chancery.Extraction.Mentions;

/// <summary>"the mayor", "the prime minister" in small letters, for an office that the cable has named.</summary>
internal static class DefiniteOffices
{
    public static void Find(IReadOnlyList<Scan> scans, List<Draft> positions)
    {
        var titles = new Dictionary<string, Draft>(StringComparer.Ordinal);
        var heads = new Dictionary<string, Draft?>(StringComparer.Ordinal);
        foreach (Draft position in positions.Where(position => position.Segment is not null))
        {
            string title = Folding.Fold(position.Properties.GetValueOrDefault("title", ""));
            int of = title.IndexOf(" OF ", StringComparison.Ordinal);
            string head = of > 0 ? title[..of] : title;
            titles.TryAdd(title, position);
            string noun = head.EndsWith(" GENERAL", StringComparison.Ordinal)
                && head.LastIndexOf(' ', head.Length - 9) is var start ? head[(start + 1)..] : head[(head.LastIndexOf(' ') + 1)..];
            heads[noun] = heads.TryGetValue(noun, out Draft? other) && other?.Properties["title"] is { } known
                && Folding.Fold(known) != title ? null : position;
        }

        foreach (Scan scan in scans.Where(scan => !scan.Capitals))
        {
            for (int i = 1; i < scan.Count; i++)
            {
                if ((scan.Is(i - 1, "the")
                        || scan.Is(i - 1, "and") && positions.Exists(other => other.Segment == scan.Segment && other.Tokens.End == i - 1))
                    && !scan.Has(i, TokenShape.Capital) && Phrase(scan, i) is { } range
                    && !positions.Exists(other => other.Segment == scan.Segment && other.Tokens.Overlaps(range)))
                {
                    string phrase = Folding.Fold(scan.Segment.Surface(range));
                    Draft? meant = titles.GetValueOrDefault(phrase) ?? (range.Count == 1
                            || phrase.EndsWith(" GENERAL", StringComparison.Ordinal) ? heads.GetValueOrDefault(phrase) : null);
                    if (meant is not null)
                    {
                        positions.Add(Again(scan, range, meant));
                    }
                }
            }
        }

        positions.Sort((a, b) => a.Span.Start.CompareTo(b.Span.Start));
    }

    private static Draft Again(Scan scan, TokenRange range, Draft meant)
    {
        Draft again = Draft.In(scan.Segment, range, EntityType.Position, 0.75, $"\"the {scan.Segment.Surface(range)}\" for {meant.Surface}", 80);
        foreach ((string key, string value) in meant.Properties)
        {
            again.Properties[key] = value;
        }

        again.Antecedent = meant;
        return again;
    }

    private static readonly WordList s_pointing = new("this that these those his her its our their your my any some");

    /// <summary>An office's noun with at most two words before it, nothing that completes it behind.</summary>
    private static TokenRange? Phrase(Scan scan, int start)
    {
        for (int end = start; end < scan.Count && end - start < 3 && scan.Has(end, TokenShape.Word)
                && !scan.Has(end, TokenShape.Capital | TokenShape.Clitic); end++)
        {
            if (scan.In(PositionWords.Heads, end))
            {
                if (scan.Is(end + 1, "general"))
                {
                    end++;
                }

                bool goesOn = scan.Is(end + 1, "of") && !scan.In(s_pointing, end + 2) || scan.Is(end + 1, "for")
                    || scan.In(PositionWords.Heads, end + 1) || scan.Has(end + 1, TokenShape.Capital);
                return goesOn ? null : new TokenRange(start, end + 1);
            }
        }

        return null;
    }
}
