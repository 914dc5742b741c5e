namespace Chancery.Cypher.Storage;

/// <summary>
/// Names and their dense ids: labels, relationship types, property keys. Names are only ever added, and an id never changes its
/// name while the store lives, so plans may keep ids. Safe for use from many threads.
/// </summary>
internal sealed class TokenTable
{
    private readonly Lock _gate = new();
    private volatile Dictionary<string, int> _ids = new(StringComparer.Ordinal);
    private volatile string[] _names = [];

    /// <summary>Grows with every new name; a plan that met an unknown name is stale once it changed.</summary>
    public int Count => _names.Length;

    public string Name(int id) => _names[id];

    /// <summary>The id, or -1 where nobody used the name yet.</summary>
    public int Find(string name) => _ids.TryGetValue(name, out int id) ? id : -1;

    public int Intern(string name)
    {
        if (_ids.TryGetValue(name, out int known))
        {
            return known;
        }

        lock (_gate)
        {
            if (_ids.TryGetValue(name, out known))
            {
                return known;
            }

            // Readers take no lock: they see the old dictionary or the new one, never one in change.
            int id = _names.Length;
            Dictionary<string, int> ids = new(_ids, StringComparer.Ordinal) { [name] = id };
            _names = [.. _names, name];
            _ids = ids;
            return id;
        }
    }
}

/// <summary>The three name tables of a store.</summary>
internal sealed class GraphTokens
{
    public TokenTable Labels { get; } = new();

    public TokenTable Types { get; } = new();

    public TokenTable Keys { get; } = new();

    /// <summary>Changes whenever any table grows.</summary>
    public int Version => Labels.Count + Types.Count + Keys.Count;
}
