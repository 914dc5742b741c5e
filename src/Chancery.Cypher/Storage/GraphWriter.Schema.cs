using Chancery.Graph;

namespace Chancery.Cypher.Storage;

internal sealed partial class GraphWriter
{
    /// <summary>Creates an index and fills it from the graph.</summary>
    /// <exception cref="GraphException">One of the same name or over the same labels and keys exists.</exception>
    public void CreateIndex(IndexDefinition definition)
    {
        if (Schema.Indexes.Any(other => other.Name == definition.Name || other.SameSchema(definition))
            || Schema.FindConstraint(definition.Name) is not null)
        {
            throw StorageError.IndexExists(definition.Name);
        }

        Change();
        AddIndex(definition);
    }

    /// <exception cref="GraphException">There is none of that name, or it belongs to a constraint.</exception>
    public void DropIndex(string name)
    {
        IndexDefinition definition = Schema.FindIndex(name) ?? throw StorageError.NoSuchIndex(name);
        if (definition.OwningConstraint is { } owner)
        {
            throw new GraphException(
                "Neo.ClientError.Schema.ForbiddenOnConstraintIndex", $"The index '{name}' belongs to the constraint '{owner}': drop that instead.");
        }

        Change();
        RemoveIndex(definition);
    }

    /// <summary>Creates a constraint, and the index that it stands on, after checking the whole graph.</summary>
    /// <exception cref="GraphException">One of the same name or schema exists, or the graph breaks it.</exception>
    public void CreateConstraint(ConstraintDefinition constraint)
    {
        if (Schema.Constraints.Any(other => other.Name == constraint.Name || other.SameSchema(constraint))
            || Schema.FindIndex(constraint.Name) is not null)
        {
            throw StorageError.ConstraintExists(constraint.Name);
        }

        Change();
        if (constraint.HasIndex)
        {
            IndexDefinition index = new(constraint.Name, IndexKind.Range, constraint.OnRelationships, [constraint.Token], constraint.Keys)
            {
                OwningConstraint = constraint.Name,
            };
            if (Schema.Indexes.Any(index.SameSchema))
            {
                throw StorageError.IndexExists(constraint.Name);
            }

            AddIndex(index);
        }

        foreach (int id in constraint.OnRelationships ? RelationshipsOfType(constraint.Token) : NodesWithLabel(constraint.Token))
        {
            Check(constraint, id);
        }

        State.Schema = new GraphSchema(Schema.Indexes, [.. Schema.Constraints, constraint]);
    }

    /// <exception cref="GraphException">There is none of that name.</exception>
    public void DropConstraint(string name)
    {
        ConstraintDefinition constraint = Schema.FindConstraint(name) ?? throw StorageError.NoSuchConstraint(name);
        Change();
        if (Schema.Indexes.FirstOrDefault(index => index.OwningConstraint == name) is { } owned)
        {
            RemoveIndex(owned);
        }

        State.Schema = new GraphSchema(Schema.Indexes, [.. Schema.Constraints.Where(other => other != constraint)]);
    }

    private void AddIndex(IndexDefinition definition)
    {
        State.Schema = new GraphSchema([.. Schema.Indexes, definition], Schema.Constraints);
        State.Indexes = [.. State.Indexes, GraphIndex.Create(definition)];
        HashSet<int> seen = [];
        foreach (int token in definition.Tokens)
        {
            foreach (int id in definition.OnRelationships ? RelationshipsOfType(token) : NodesWithLabel(token))
            {
                if (definition.Tokens.Count == 1 || seen.Add(id))
                {
                    AddToIndex(State.Indexes.Length - 1, id);
                }
            }
        }
    }

    private void RemoveIndex(IndexDefinition definition)
    {
        State.Indexes = Array.FindAll(State.Indexes, index => index.Definition.Name != definition.Name);
        State.Schema = new GraphSchema([.. Schema.Indexes.Where(other => other != definition)], Schema.Constraints);
    }
}
