using Chancery.Extraction.Gazetteers;
using Chancery.Extraction.Mentions;
using Chancery.Extraction.Text;

namespace Chancery.Extraction.Coreference;

/// <summary>Joins mentions of organizations, posts and places that share a key: a row, an acronym, a name.</summary>
internal sealed class Clusters
{
    private static readonly WordList s_sameAsAcronym = new("CENTER CENTRE ORGANIZATION ORGANISATION GROUP PARTY MOVEMENT BANK ALLIANCE COMMUNITY");
    private readonly Dictionary<string, int> _byKey = new(StringComparer.Ordinal);
    private readonly List<int> _parents = [];

    /// <summary>The clusters of drafts of one type, in order of first appearance.</summary>
    public static List<List<Draft>> Join(IReadOnlyList<Draft> drafts)
    {
        var clusters = new Clusters();
        var nodes = new Dictionary<Draft, int>();
        for (int i = 0; i < drafts.Count; i++)
        {
            clusters._parents.Add(i);
            nodes[drafts[i]] = i;
            foreach (string key in Keys(drafts[i]))
            {
                if (clusters._byKey.TryGetValue(key, out int other))
                {
                    clusters.Union(i, other);
                }
                else
                {
                    clusters._byKey[key] = i;
                }
            }
        }

        foreach (Draft draft in drafts)
        {
            if (draft.Antecedent is { } antecedent && nodes.TryGetValue(antecedent, out int earlier))
            {
                clusters.Union(nodes[draft], earlier);
            }
        }

        var groups = new SortedDictionary<int, List<Draft>>();
        for (int i = 0; i < drafts.Count; i++)
        {
            int root = clusters.Root(i);
            if (!groups.TryGetValue(root, out List<Draft>? group))
            {
                groups[root] = group = [];
            }

            group.Add(drafts[i]);
        }

        return [.. groups.Values];
    }

    private static IEnumerable<string> Keys(Draft draft)
    {
        if (draft.Antecedent is not null)
        {
            yield break;
        }

        if (draft.Entry is { } entry)
        {
            yield return "row:" + entry.Id;
        }

        if (draft.Key is { } key)
        {
            yield return key;
            if (draft.Type == EntityType.Post)
            {
                yield break;
            }
        }

        string name = Normal(draft.Surface);
        if (draft is { Type: EntityType.Organization, Entry: null, Surface: "State" or "STATE" })
        {
            // "Brandt of State" is of the Department.
            yield return "row:org:US-State";
        }

        yield return "name:" + name;
        if (draft.Type == EntityType.Place && draft.Surface.IndexOf(',', StringComparison.Ordinal) is > 2 and var comma)
        {
            // "Washington, D.C." is Washington where the cable writes both.
            yield return "name:" + Normal(draft.Surface[..comma]);
        }

        if (draft.Type != EntityType.Organization)
        {
            yield break;
        }

        string[] words = name.Split(' ');
        bool code = draft.Surface.Length > 1 && draft.Surface.All(c => char.IsUpper(c) || char.IsDigit(c) || c == '/');
        if (code)
        {
            yield return "acronym:" + name;
        }
        else if (Initials(draft) is { } letters)
        {
            yield return "acronym:" + letters;
        }
        else if (words.Length == 2 && s_sameAsAcronym.Contains(words[1]) && draft.Surface.Split(' ')[0].All(char.IsUpper) && words[0].Length <= 6)
        {
            yield return "acronym:" + words[0];
        }
    }

    /// <summary>"HSC" of "Harbor Safety Committee", which the cable never spells out in brackets; null for short or known names.</summary>
    private static string? Initials(Draft draft)
    {
        if (draft.Entry is not null || draft.Key is not null)
        {
            return null;
        }

        string[] words = draft.Surface.Split(' ', StringSplitOptions.RemoveEmptyEntries);
        string letters = string.Concat(words.Where(word => char.IsUpper(word[0])).Select(word => word[0]));
        return letters.Length is >= 3 and <= 6
            && words.All(word => char.IsUpper(word[0]) && word.Length > 1 && char.IsLower(word[1])
                || word is "of" or "for" or "the" or "and" or "on") ? letters : null;
    }

    /// <summary>Letters and digits folded, everything else one space, a leading article dropped.</summary>
    public static string Normal(string name)
    {
        Span<char> buffer = name.Length <= 256 ? stackalloc char[name.Length] : new char[name.Length];
        int length = 0;
        foreach (char c in name)
        {
            if (char.IsLetterOrDigit(c) || c == '/')
            {
                buffer[length++] = Folding.Fold(c);
            }
            else if (c is '.' or '\'' or '\u2019')
            {
                continue;
            }
            else if (length > 0 && buffer[length - 1] != ' ')
            {
                buffer[length++] = ' ';
            }
        }

        string normal = new string(buffer[..length]).Trim();
        return normal.StartsWith("THE ", StringComparison.Ordinal) ? normal[4..] : normal;
    }

    private int Root(int node)
    {
        while (_parents[node] != node)
        {
            node = _parents[node] = _parents[_parents[node]];
        }

        return node;
    }

    private void Union(int a, int b)
    {
        int first = Root(a);
        int second = Root(b);
        (first, second) = first < second ? (first, second) : (second, first);
        _parents[second] = first;
    }
}
