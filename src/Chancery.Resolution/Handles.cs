namespace Chancery.Resolution;

/// <summary>
/// Whom each handle means, from what all the cables present say. A function of the set of explanations alone.
/// <para>
/// A handle is a key that another cable may explain: an acronym by its long name, a long name by a gazetteer's body that another cable calls
/// so, a surname in an office by a full name in that office. Keys lean on others (<c>person:tomsa@position:director@org:seci-center</c>): when
/// the body is explained, the office moves with it, and so does the person.
/// </para>
/// </summary>
public sealed class Handles
{
    // No key leans on more than an office and its body.
    private const int Deepest = 3;

    private readonly Dictionary<string, string> _targets = new(StringComparer.Ordinal);
    private readonly Dictionary<string, IReadOnlyList<string>> _explained;

    /// <param name="explained">Each handle with the keys of the entities that cables give it to.</param>
    public Handles(IEnumerable<(string Handle, IReadOnlyList<string> Entities)> explained)
    {
        _explained = explained.ToDictionary(entry => entry.Handle, entry => entry.Entities, StringComparer.Ordinal);
        foreach (IGrouping<int, string> level in _explained.Keys.GroupBy(Depth).OrderBy(level => level.Key))
        {
            // Handles that lean on different keys of one body are one handle.
            foreach (IGrouping<string, string> same in level.GroupBy(Normal, StringComparer.Ordinal))
            {
                string target = Only(same.Key, same.SelectMany(handle => _explained[handle]));
                foreach (string handle in same)
                {
                    _targets[handle] = target;
                }
            }
        }
    }

    /// <summary>
    /// The one entity that the cables give the handle to; the handle itself, on the bodies that they explain, where none does or where they
    /// disagree: two Popescus in one embassy stay apart from the Popescu of whom only the surname is known.
    /// </summary>
    public string Target(string key) => _targets.TryGetValue(key, out string? target) ? target : Normal(key);

    private string Normal(string key)
    {
        int at = key.IndexOf('@', StringComparison.Ordinal);
        return at < 0 ? key : $"{key[..at]}@{Target(key[(at + 1)..])}";
    }

    private string Only(string handle, IEnumerable<string> entities)
    {
        string? only = null;
        foreach (string entity in entities)
        {
            string target = Follow(entity, 0);
            if (only is not null && only != target)
            {
                return handle;
            }

            only = target;
        }

        return only ?? handle;
    }

    /// <summary>An acronym is explained by a long name, which a gazetteer's body may explain in turn.</summary>
    private string Follow(string entity, int depth)
    {
        if (depth >= Deepest || !_explained.TryGetValue(entity, out IReadOnlyList<string>? entities) || entities.Count == 0)
        {
            return Normal(entity);
        }

        string[] targets = [.. entities.Select(next => Follow(next, depth + 1)).Distinct()];
        return targets.Length == 1 ? targets[0] : entity;
    }

    private static int Depth(string key) => key.Count(c => c == '@');
}
