using Chancery.Graph;

namespace Chancery.Cypher.Storage;

internal sealed partial class GraphWriter
{
    // Elements that a constraint may not hold for when the transaction ends.
    private readonly HashSet<(bool Relationship, int Id)> _suspects = [];

    /// <summary>Takes an element out of the indexes that it falls under by its tokens: all of them, or those over one key.</summary>
    private void Unindex(bool relationship, int id, ReadOnlySpan<int> tokens, int key)
    {
        if (key >= 0 && !State.Schema.IsIndexed(relationship, key))
        {
            return;
        }

        for (int i = 0; i < State.Indexes.Length; i++)
        {
            if (State.Schema.Covers(i, relationship, tokens, key))
            {
                Value[] values = IndexBuilder.ValuesOf(State.Indexes[i].Definition, State, id);
                if (Array.Exists(values, value => !value.IsNull))
                {
                    (State.Indexes[i] = State.Indexes[i].Edit(_token)).Remove(id, values);
                }
            }
        }
    }

    private void Index(bool relationship, int id, ReadOnlySpan<int> tokens, int key)
    {
        if (key >= 0 && !State.Schema.IsIndexed(relationship, key))
        {
            return;
        }

        for (int i = 0; i < State.Indexes.Length; i++)
        {
            if (State.Schema.Covers(i, relationship, tokens, key))
            {
                AddToIndex(i, id);
            }
        }
    }

    private void AddToIndex(int place, int id)
    {
        GraphIndex index = State.Indexes[place];
        Value[] values = IndexBuilder.ValuesOf(index.Definition, State, id);
        if (Array.TrueForAll(values, value => value.IsNull))
        {
            return;
        }

        if (index.Definition.IsUnique && ((RangeIndex)index).FindFirst(values) is var other and >= 0 && other != id)
        {
            throw StorageError.Constraint(Taken(index.Definition, other, values));
        }

        (State.Indexes[place] = index.Edit(_token)).Add(id, values);
    }

    private void Suspect(bool relationship, int id, ReadOnlySpan<int> tokens)
    {
        if (!State.Schema.ChecksAtCommit(relationship))
        {
            return;
        }

        foreach (ConstraintDefinition constraint in State.Schema.Constraints)
        {
            if (constraint.Kind != ConstraintKind.Uniqueness && GraphSchema.Covers(constraint, relationship, tokens))
            {
                _suspects.Add((relationship, id));
                return;
            }
        }
    }

    private void CheckAtCommit()
    {
        foreach ((bool relationship, int id) in _suspects)
        {
            if (relationship ? HasRelationship(id) : HasNode(id))
            {
                ReadOnlySpan<int> tokens = relationship ? [State.Relationships[id].Type] : LabelsOf(id);
                foreach (ConstraintDefinition constraint in State.Schema.Constraints)
                {
                    if (GraphSchema.Covers(constraint, relationship, tokens))
                    {
                        Check(constraint, id);
                    }
                }
            }
        }
    }

    private void Check(ConstraintDefinition constraint, int id)
    {
        if (ConstraintRules.Broken(constraint, this, id) is { } problem)
        {
            throw StorageError.Constraint(problem);
        }
    }

    private string Taken(IndexDefinition index, int other, Value[] values)
    {
        string shown = string.Join(", ", index.Keys.Select((key, i) =>
            $"`{Tokens.Keys.Name(key)}` = {(values[i].Kind == ValueKind.String ? $"'{values[i].AsString()}'" : Shown(values[i]))}"));
        return index.OnRelationships
            ? $"Relationship({other}) already exists with type `{Tokens.Types.Name(index.Tokens[0])}` and property {shown}"
            : $"Node({other}) already exists with label `{Tokens.Labels.Name(index.Tokens[0])}` and property {shown}";
    }

    private static string Shown(Value value) => value.Kind switch
    {
        ValueKind.Integer => value.AsInteger().ToString(System.Globalization.CultureInfo.InvariantCulture),
        ValueKind.Float => value.AsFloat().ToString("R", System.Globalization.CultureInfo.InvariantCulture),
        ValueKind.Boolean => value.AsBoolean() ? "true" : "false",
        _ => $"({value.Kind})",
    };
}
