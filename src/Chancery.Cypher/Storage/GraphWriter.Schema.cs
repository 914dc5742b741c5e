using Chancery.Cypher.Storage.Disk;
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
        _log?.CreateIndex(definition);
        State.Schema = Schema.With(definition);
        State.Indexes = [.. State.Indexes, Build(definition)];
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
        _log?.Drop(RedoStep.DropIndex, name);
        State.Schema = Schema.WithoutIndex(name);
        State.Indexes = Array.FindAll(State.Indexes, index => index.Definition.Name != name);
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
            IndexDefinition index = constraint.Index();
            if (Schema.Indexes.Any(index.SameSchema))
            {
                throw StorageError.IndexExists(constraint.Name);
            }

            State.Indexes = [.. State.Indexes, Build(index)];
        }

        foreach (int id in constraint.OnRelationships ? RelationshipsOfType(constraint.Token) : NodesWithLabel(constraint.Token))
        {
            Check(constraint, id);
        }

        _log?.CreateConstraint(constraint);
        State.Schema = Schema.With(constraint);
    }

    /// <exception cref="GraphException">There is none of that name.</exception>
    public void DropConstraint(string name)
    {
        if (Schema.FindConstraint(name) is null)
        {
            throw StorageError.NoSuchConstraint(name);
        }

        Change();
        _log?.Drop(RedoStep.DropConstraint, name);
        State.Schema = Schema.WithoutConstraint(name);
        State.Indexes = Array.FindAll(State.Indexes, index => index.Definition.OwningConstraint != name);
    }

    private GraphIndex Build(IndexDefinition definition)
    {
        GraphIndex index = IndexBuilder.Build(definition, State, out (int First, int Second, Value[] Values)? clash);
        return clash is null ? index : throw StorageError.Constraint(Taken(definition, clash.Value.First, clash.Value.Values));
    }
}
