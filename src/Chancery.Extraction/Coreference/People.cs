using Chancery.Extraction.Mentions;
using Chancery.Extraction.Text;

namespace Chancery.Extraction.Coreference;

/// <summary>Joins persons' mentions: full names by their words, a lone surname to the last fuller name that ends in it.</summary>
internal static class People
{
    /// <summary>No cable names so many; what does is noise, and is joined by full name alone.</summary>
    private const int Crowd = 3000;

    public static List<List<Draft>> Join(IReadOnlyList<Draft> drafts)
    {
        if (drafts.Count > Crowd)
        {
            return [.. drafts.GroupBy(draft => string.Join(' ', Words(draft))).Select(group => group.ToList())];
        }

        var clusters = new List<List<Draft>>();
        foreach (Draft draft in drafts.OrderByDescending(draft => Words(draft).Length > 1).ThenBy(draft => draft.Span.Start))
        {
            List<Draft>? home = clusters.Where(cluster => cluster.Exists(other => Same(draft, other)))
                .OrderBy(cluster => Distance(cluster, draft)).FirstOrDefault();
            if (home is null)
            {
                clusters.Add(home = []);
            }

            home.Add(draft);
        }

        foreach (List<Draft> cluster in clusters)
        {
            cluster.Sort((a, b) => a.Span.Start.CompareTo(b.Span.Start));
        }

        return clusters;
    }

    private static int Distance(List<Draft> cluster, Draft draft) =>
        cluster.Min(other => other.Span.Start <= draft.Span.Start ? draft.Span.Start - other.Span.Start : 1_000_000 + other.Span.Start - draft.Span.Start);

    private static string[] Words(Draft draft) => Clusters.Normal(draft.Name ?? draft.Surface).Split(' ', StringSplitOptions.RemoveEmptyEntries);

    private static bool Same(Draft a, Draft b)
    {
        if (Wife(a) != Wife(b))
        {
            return false;
        }

        string[] first = Words(a);
        string[] second = Words(b);
        if (first.Length == 0 || second.Length == 0)
        {
            return false;
        }

        if (first.AsSpan().SequenceEqual(second))
        {
            return true;
        }

        (string[] shorter, string[] longer) = first.Length <= second.Length ? (first, second) : (second, first);
        if (shorter.Length == 1)
        {
            return longer.Length > 1 && (longer[^1] == shorter[0] || (shorter[0].Length > 3 && longer.Contains(shorter[0]) && longer[0] != shorter[0])
                || longer[0] == shorter[0] && shorter[0].Length > 3
                || shorter[0].Length > 3 && longer[0].StartsWith(shorter[0], StringComparison.Ordinal) && longer[0].Length > shorter[0].Length);
        }

        return longer[^1] == shorter[^1] && Initial(longer[0], shorter[0]) || shorter.All(word => longer.Contains(word)) && longer[^1] == shorter[^1];
    }

    private static bool Initial(string a, string b) => a == b || (a.Length == 1 && b[0] == a[0]) || (b.Length == 1 && a[0] == b[0]);

    /// <summary>Mrs. Brandt is not President Brandt.</summary>
    private static bool Wife(Draft draft)
    {
        if (draft.Segment is not { } segment || draft.Tokens.Start == 0)
        {
            return false;
        }

        int before = draft.Tokens.Start - 1;
        if (segment.Of(segment.Tokens[before]) is ".")
        {
            before--;
        }

        return before >= 0 && s_female.Contains(segment.Tokens[before]);
    }

    private static readonly WordList s_female = new("mrs madame mme lady queen");
}
