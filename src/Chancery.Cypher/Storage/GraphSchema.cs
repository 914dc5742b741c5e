namespace Chancery.Cypher.Storage;

/// <summary>The indexes and constraints of one version of the graph, and which of them an element falls under. Immutable.</summary>
internal sealed class GraphSchema
{
    // The definitions once more as plain arrays: these are asked on every write.
    private readonly int[][] _tokens;
    private readonly int[][] _keys;
    private readonly bool[] _nodeKeys;
    private readonly bool[] _relationshipKeys;
    private readonly bool _checksNodes;
    private readonly bool _checksRelationships;

    public GraphSchema(IReadOnlyList<IndexDefinition> indexes, IReadOnlyList<ConstraintDefinition> constraints)
    {
        Indexes = indexes;
        Constraints = constraints;
        _tokens = [.. indexes.Select(index => index.Tokens.ToArray())];
        _keys = [.. indexes.Select(index => index.Keys.ToArray())];
        _nodeKeys = KeysOf(indexes.Where(index => !index.OnRelationships));
        _relationshipKeys = KeysOf(indexes.Where(index => index.OnRelationships));
        _checksNodes = constraints.Any(constraint => !constraint.OnRelationships && constraint.Kind != ConstraintKind.Uniqueness);
        _checksRelationships = constraints.Any(constraint => constraint.OnRelationships && constraint.Kind != ConstraintKind.Uniqueness);
    }

    public static GraphSchema Empty { get; } = new([], []);

    public IReadOnlyList<IndexDefinition> Indexes { get; }

    public IReadOnlyList<ConstraintDefinition> Constraints { get; }

    public IndexDefinition? FindIndex(string name) => Indexes.FirstOrDefault(index => index.Name == name);

    public ConstraintDefinition? FindConstraint(string name) => Constraints.FirstOrDefault(constraint => constraint.Name == name);

    public GraphSchema With(IndexDefinition index) => new([.. Indexes, index], Constraints);

    public GraphSchema WithoutIndex(string name) => new([.. Indexes.Where(index => index.Name != name)], Constraints);

    /// <summary>Adds a constraint, and the index that it stands on.</summary>
    public GraphSchema With(ConstraintDefinition constraint) => new(
        constraint.HasIndex ? [.. Indexes, constraint.Index()] : Indexes,
        [.. Constraints, constraint]);

    public GraphSchema WithoutConstraint(string name) => new(
        [.. Indexes.Where(index => index.OwningConstraint != name)],
        [.. Constraints.Where(constraint => constraint.Name != name)]);

    /// <summary>Whether any index of nodes, or of relationships, is over the key.</summary>
    public bool IsIndexed(bool relationship, int key)
    {
        bool[] keys = relationship ? _relationshipKeys : _nodeKeys;
        return (uint)key < (uint)keys.Length && keys[key];
    }

    /// <summary>Whether any constraint of nodes, or of relationships, is to be checked when a transaction ends.</summary>
    public bool ChecksAtCommit(bool relationship) => relationship ? _checksRelationships : _checksNodes;

    /// <summary>
    /// Whether an element with these tokens (a node's labels; a relationship's one type) falls under index number <paramref name="place"/>,
    /// and, where a key is given, the index is over that.
    /// </summary>
    public bool Covers(int place, bool relationship, ReadOnlySpan<int> tokens, int key)
    {
        if (Indexes[place].OnRelationships != relationship || (key >= 0 && Array.IndexOf(_keys[place], key) < 0))
        {
            return false;
        }

        foreach (int token in _tokens[place])
        {
            if (tokens.Contains(token))
            {
                return true;
            }
        }

        return false;
    }

    public static bool Covers(ConstraintDefinition constraint, bool relationship, ReadOnlySpan<int> tokens) =>
        constraint.OnRelationships == relationship && tokens.Contains(constraint.Token);

    private static bool[] KeysOf(IEnumerable<IndexDefinition> indexes)
    {
        int[] keys = [.. indexes.SelectMany(index => index.Keys)];
        bool[] known = new bool[keys.Length == 0 ? 0 : keys.Max() + 1];
        foreach (int key in keys)
        {
            known[key] = true;
        }

        return known;
    }
}
