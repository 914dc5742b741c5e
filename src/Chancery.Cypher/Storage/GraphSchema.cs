namespace Chancery.Cypher.Storage;

/// <summary>The indexes and constraints of one version of the graph, and which of them an element falls under. Immutable.</summary>
internal sealed class GraphSchema
{
    public GraphSchema(IReadOnlyList<IndexDefinition> indexes, IReadOnlyList<ConstraintDefinition> constraints)
    {
        Indexes = indexes;
        Constraints = constraints;
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

    /// <summary>Whether an element with these tokens (a node's labels; a relationship's one type) falls under the index.</summary>
    public static bool Covers(IndexDefinition index, bool relationship, ReadOnlySpan<int> tokens)
    {
        if (index.OnRelationships != relationship)
        {
            return false;
        }

        foreach (int token in index.Tokens)
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
}
