using Chancery.Cypher.Storage.Disk;
using Chancery.Graph;

namespace Chancery.Cypher.Storage;

internal sealed partial class GraphWriter
{
    /// <summary>Sets a property, or removes it where the value is null.</summary>
    /// <exception cref="GraphException">The node was deleted, the value cannot be stored, or a uniqueness constraint does not hold.</exception>
    public void SetNodeProperty(int node, int key, Value value)
    {
        int set = State.LabelSets[node];
        CheckNode(set, node);
        SetProperty(false, node, key, value, Store.LabelSets.Labels(set));
    }

    /// <inheritdoc cref="SetNodeProperty"/>
    public void SetRelationshipProperty(int relationship, int key, Value value)
    {
        CheckRelationship(relationship);
        SetProperty(true, relationship, key, value, [State.Relationships[relationship].Type]);
    }

    /// <summary>Sets a property as it was read from disk.</summary>
    internal void RestoreProperty(bool relationship, int id, int key, Value value, StoredText? text)
    {
        ReadOnlySpan<int> tokens = relationship ? [State.Relationships[id].Type] : Store.LabelSets.Labels(State.LabelSets[id]);
        PutProperty(relationship, id, key, value, text, tokens);
    }

    private void SetProperty(bool relationship, int id, int key, Value value, ReadOnlySpan<int> tokens)
    {
        CheckStorable(key, value);
        StoredText? text = null;
        if (value.Kind == ValueKind.String)
        {
            text = Store.Shelve(value.AsString());
            value = text is null ? Store.Strings.Share(value.AsString()) : value;
        }

        if (text is not null)
        {
            _newTexts.Add(text);
        }

        _log?.SetProperty(relationship, id, key, value, text);
        PutProperty(relationship, id, key, value, text, tokens);
    }

    private void PutProperty(bool relationship, int id, int key, Value value, StoredText? text, ReadOnlySpan<int> tokens)
    {
        Change();
        if (key >= State.NodeColumns.Length)
        {
            State.GrowKeys(Tokens.Keys.Count);
        }

        Unindex(relationship, id, tokens, key);
        PropertyColumn[] columns = relationship ? State.RelationshipColumns : State.NodeColumns;
        PropertyColumn column = columns[key] = columns[key].Edit(_token);
        Forsake(column.Text(id));
        if (value.IsNull && text is null)
        {
            column.Remove(_token, id);
        }
        else
        {
            column.Set(_token, id, value, text);
        }

        Index(relationship, id, tokens, key);
        Suspect(relationship, id, tokens);
    }

    private void Forsake(StoredText? text)
    {
        if (text is not null)
        {
            _unusedTexts.Add(text.Number);
        }
    }

    private void CheckStorable(int key, Value value)
    {
        switch (value.Kind)
        {
            case ValueKind.Map or ValueKind.Node or ValueKind.Relationship or ValueKind.Path:
                throw StorageError.NotStorable(Tokens.Keys.Name(key), Described(value.Kind));
            case ValueKind.List:
                foreach (Value item in value.AsList())
                {
                    if (item.Kind is ValueKind.Null or ValueKind.List or ValueKind.Map or ValueKind.Node or ValueKind.Relationship or ValueKind.Path)
                    {
                        throw StorageError.NotStorable(Tokens.Keys.Name(key), $"a list with {Described(item.Kind)} in it");
                    }
                }

                break;
        }
    }

    private static string Described(ValueKind kind) => kind == ValueKind.Null ? "a null" : $"a {kind.ToString().ToLowerInvariant()}";
}
