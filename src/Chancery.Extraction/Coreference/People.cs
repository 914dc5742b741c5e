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

        var clusters = new List<List<Person>>();
        IEnumerable<Person> people = drafts.Select(draft => new Person(draft, draft.Span.Start, Words(draft), Wife(draft)));
        foreach (Person person in people.OrderByDescending(person => person.Words.Length > 1).ThenBy(person => person.Start))
        {
            List<Person>? home = null;
            int nearest = int.MaxValue;
            foreach (List<Person> cluster in clusters)
            {
                if (cluster.Exists(other => Same(person, other)) && Distance(cluster, person) is var distance && distance < nearest)
                {
                    (home, nearest) = (cluster, distance);
                }
            }

            if (home is null && clusters.FindAll(cluster => cluster.Exists(other => Misspelt(person, other))) is [var meant])
            {
                home = meant;
            }

            if (home is null)
            {
                clusters.Add(home = []);
            }

            home.Add(person);
        }

        return [.. clusters.Select(cluster => cluster.OrderBy(person => person.Start).Select(person => person.Draft).ToList())];
    }

    /// <summary>How far back the last mention before it stands; a mention behind it is farther than any.</summary>
    private static int Distance(List<Person> cluster, Person person)
    {
        int least = int.MaxValue;
        foreach (Person other in cluster)
        {
            least = Math.Min(least, other.Start <= person.Start ? person.Start - other.Start : 1_000_000 + other.Start - person.Start);
        }

        return least;
    }

    private sealed record Person(Draft Draft, int Start, string[] Words, bool Wife);

    private static string[] Words(Draft draft) => Clusters.Normal(draft.Name ?? draft.Surface).Split(' ', StringSplitOptions.RemoveEmptyEntries);

    private static bool Same(Person a, Person b)
    {
        if (a.Wife != b.Wife)
        {
            return false;
        }

        string[] first = a.Words;
        string[] second = b.Words;
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

    /// <summary>Shorter surnames that differ in a letter are as often two.</summary>
    private const int Long = 7;

    /// <summary>"Vardanyi" and "Vardannyi": long surnames a letter apart, of which one stands alone or both have one given name. What differs at the end may be a wife's.</summary>
    private static bool Misspelt(Person a, Person b)
    {
        if (a.Wife != b.Wife || a.Words.Length == 0 || b.Words.Length == 0 || a.Words.Length > 1 && b.Words.Length > 1 && a.Words[0] != b.Words[0])
        {
            return false;
        }

        (string shorter, string longer) = a.Words[^1].Length <= b.Words[^1].Length ? (a.Words[^1], b.Words[^1]) : (b.Words[^1], a.Words[^1]);
        if (shorter.Length < Long || longer.Length - shorter.Length > 1 || shorter[0] != longer[0] || shorter[^1] != longer[^1])
        {
            return false;
        }

        int start = 0;
        while (start < shorter.Length && shorter[start] == longer[start])
        {
            start++;
        }

        int skip = longer.Length - shorter.Length;
        return start < shorter.Length && shorter.AsSpan(start + 1 - skip).SequenceEqual(longer.AsSpan(start + 1));
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
