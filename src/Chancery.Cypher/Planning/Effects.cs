namespace Chancery.Cypher.Planning;

/// <summary>A set of names, or all of them.</summary>
internal sealed class NameSet
{
    private readonly HashSet<string> _names = new(StringComparer.Ordinal);

    public bool All { get; private set; }

    public bool IsEmpty => !All && _names.Count == 0;

    public void Add(string name) => _names.Add(name);

    public void Add(IEnumerable<string> names) => _names.UnionWith(names);

    public void AddAll() => All = true;

    public void Add(NameSet other)
    {
        All |= other.All;
        _names.UnionWith(other._names);
    }

    public bool Meets(NameSet other) => !IsEmpty && !other.IsEmpty && (All || other.All || _names.Overlaps(other._names));
}

/// <summary>What a step, or a chain of steps, reads of the graph and changes in it.</summary>
internal sealed class Effects
{
    /// <summary>Labels by which nodes are found; all of them where every node is looked at.</summary>
    public NameSet FindsNodes { get; } = new();

    /// <summary>Types of relationships that are walked along or found.</summary>
    public NameSet FindsRelationships { get; } = new();

    /// <summary>Keys of properties that are read.</summary>
    public NameSet ReadsKeys { get; } = new();

    /// <summary>Labels that are asked for on nodes that are known.</summary>
    public NameSet ReadsLabels { get; } = new();

    /// <summary>Labels of nodes that are created; a node without labels counts for every search of all nodes.</summary>
    public NameSet CreatesNodes { get; } = new();

    public bool CreatesAnyNode { get; set; }

    public NameSet CreatesRelationships { get; } = new();

    /// <summary>Keys of properties that are set on what exists already.</summary>
    public NameSet SetsKeys { get; } = new();

    public NameSet SetsLabels { get; } = new();

    public bool Deletes { get; set; }

    public bool Reads => !FindsNodes.IsEmpty || !FindsRelationships.IsEmpty || !ReadsKeys.IsEmpty || !ReadsLabels.IsEmpty;

    public bool Writes => CreatesAnyNode || Deletes || !CreatesRelationships.IsEmpty || !SetsKeys.IsEmpty || !SetsLabels.IsEmpty;

    public void Add(Effects other)
    {
        FindsNodes.Add(other.FindsNodes);
        FindsRelationships.Add(other.FindsRelationships);
        ReadsKeys.Add(other.ReadsKeys);
        ReadsLabels.Add(other.ReadsLabels);
        CreatesNodes.Add(other.CreatesNodes);
        CreatesAnyNode |= other.CreatesAnyNode;
        CreatesRelationships.Add(other.CreatesRelationships);
        SetsKeys.Add(other.SetsKeys);
        SetsLabels.Add(other.SetsLabels);
        Deletes |= other.Deletes;
    }

    /// <summary>True where one of the two could see what the other changes.</summary>
    public bool ConflictsWith(Effects other) => IsSeenBy(this, other) || IsSeenBy(other, this);

    private static bool IsSeenBy(Effects writer, Effects reader) =>
        (writer.CreatesAnyNode && (reader.FindsNodes.All || reader.FindsNodes.Meets(writer.CreatesNodes)))
        || reader.FindsRelationships.Meets(writer.CreatesRelationships)
        || reader.ReadsKeys.Meets(writer.SetsKeys)
        || reader.ReadsLabels.Meets(writer.SetsLabels)
        || reader.FindsNodes.Meets(writer.SetsLabels)
        || (writer.Deletes && (reader.Reads || reader.Writes));
}
