namespace Chancery.Extraction.Evaluation;

/// <summary>Pairs system entities with gold entities of the same type that share an exact span, one to one: most shared first, then augmenting paths.</summary>
internal static class EntityMatching
{
    /// <summary>Gold ids by system id.</summary>
    public static Dictionary<string, string> Match(
        IReadOnlyList<(string Id, string Type, HashSet<(int, int)> Spans)> gold, IReadOnlyList<(string Id, string Type, HashSet<(int, int)> Spans)> system)
    {
        var reach = new List<(string Id, List<string> Gold)>();
        var candidates = new List<(int Shared, string System, string Gold)>();
        foreach ((string id, string type, HashSet<(int, int)> spans) in system)
        {
            List<(int Shared, string Gold)> near = [.. gold.Where(entity => entity.Type == type).Select(entity => (entity.Spans.Count(spans.Contains), entity.Id)).Where(pair => pair.Item1 > 0)];
            if (near.Count == 0)
            {
                continue;
            }

            reach.Add((id, [.. near.OrderByDescending(pair => pair.Shared).ThenBy(pair => pair.Gold, StringComparer.Ordinal).Select(pair => pair.Gold)]));
            candidates.AddRange(near.Select(pair => (pair.Shared, id, pair.Gold)));
        }

        var matched = new Dictionary<string, string>(StringComparer.Ordinal);
        var taken = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach ((_, string id, string goldId) in candidates.OrderByDescending(candidate => candidate.Shared)
            .ThenBy(candidate => candidate.System, StringComparer.Ordinal).ThenBy(candidate => candidate.Gold, StringComparer.Ordinal))
        {
            if (!matched.ContainsKey(id) && taken.TryAdd(goldId, id))
            {
                matched[id] = goldId;
            }
        }

        var adjacency = reach.ToDictionary(pair => pair.Id, pair => pair.Gold, StringComparer.Ordinal);
        foreach ((string id, _) in reach)
        {
            if (!matched.ContainsKey(id))
            {
                Augment(id, adjacency, matched, taken, []);
            }
        }

        return matched;
    }

    private static bool Augment(string id, Dictionary<string, List<string>> adjacency, Dictionary<string, string> matched, Dictionary<string, string> taken, HashSet<string> seen)
    {
        foreach (string goldId in adjacency[id])
        {
            if (!seen.Add(goldId))
            {
                continue;
            }

            if (!taken.TryGetValue(goldId, out string? holder) || Augment(holder, adjacency, matched, taken, seen))
            {
                taken[goldId] = id;
                matched[id] = goldId;
                return true;
            }
        }

        return false;
    }
}
