using System.Runtime.CompilerServices;
using Chancery.Cypher.Storage.Disk;
using Chancery.Graph;

namespace Chancery.Cypher.Storage;

/// <summary>The values of one property for many new elements, in their order; null where one has none. The array is taken over.</summary>
internal readonly record struct ValueColumn(int Key, Value[] Values);

internal sealed partial class GraphWriter
{
    // Where what is new is less than this part of what there is, it is added piece by piece; otherwise lists and indexes are built anew.
    private const int LeastShare = 16;

    private bool IsLogging => _log is { IsGivenUp: false };

    /// <summary>Creates many nodes with the same labels; much quicker than one by one in a bulk transaction.</summary>
    /// <returns>The first id; those of the others follow it.</returns>
    /// <exception cref="GraphException">As from <see cref="SetNodeProperty"/>.</exception>
    public int CreateNodes(ReadOnlySpan<int> labels, int count, params ReadOnlySpan<ValueColumn> columns)
    {
        Change();
        int first = State.NextNode;
        if (IsLogging)
        {
            for (int i = 0; i < count; i++)
            {
                int node = CreateNode(labels);
                foreach (ValueColumn column in columns)
                {
                    SetNewProperty(false, node, column, i);
                }
            }

            return first;
        }

        int set = Store.LabelSets.Of(labels);
        State.NextNode += count;
        (State.Nodes = State.Nodes.Edit(_token)).AddRange(first, count);
        State.LabelSets = State.LabelSets.Edit(_token);
        for (int at = 0; at < count;)
        {
            Span<int> part = State.LabelSets.WritablePart(first + at, count - at);
            part.Fill(set);
            at += part.Length;
        }

        foreach (int label in Store.LabelSets.Labels(set))
        {
            Members(label).AddRange(first, count);
        }

        Fill(false, first, count, Store.LabelSets.Labels(set), columns);
        return first;
    }

    /// <summary>Creates many relationships of one type, from each of the starts to the end in the same place.</summary>
    /// <returns>The first id; those of the others follow it.</returns>
    /// <exception cref="GraphException">As from <see cref="CreateRelationship"/> and <see cref="SetRelationshipProperty"/>.</exception>
    public int CreateRelationships(int type, ReadOnlySpan<int> starts, ReadOnlySpan<int> ends, params ReadOnlySpan<ValueColumn> columns)
    {
        Change();
        int first = State.NextRelationship;
        int count = starts.Length;
        bool anew = !IsLogging && IsGreatShare(count, State.NextNode) && IsGreatShare(count, RelationshipsOfType(type).Count);
        if (!anew)
        {
            for (int i = 0; i < count; i++)
            {
                int id = CreateRelationship(starts[i], ends[i], type);
                foreach (ValueColumn column in columns)
                {
                    SetNewProperty(true, id, column, i);
                }
            }

            return first;
        }

        if (type >= State.ByType.Length)
        {
            State.GrowTypes(Tokens.Types.Count);
        }

        Write(first, type, starts, ends);
        State.NextRelationship += count;
        State.RelationshipCount += count;
        (State.ByType[type] = State.ByType[type].Edit(_token)).AddRange(first, count);
        Parallel.Invoke(
            () => State.Outgoing[type] = DerivedParts.Lists(State.Relationships, State.ByType[type], Side.Out, new int[State.NextNode], _token),
            () => State.Incoming[type] = DerivedParts.Lists(State.Relationships, State.ByType[type], Side.In, new int[State.NextNode], _token));
        Fill(true, first, count, [type], columns);
        return first;
    }

    private static bool IsGreatShare(int part, int whole) => part >= whole / LeastShare;

    private void SetNewProperty(bool relationship, int id, ValueColumn column, int place)
    {
        if (column.Values[place].IsNull)
        {
            return;
        }

        if (relationship)
        {
            SetRelationshipProperty(id, column.Key, column.Values[place]);
        }
        else
        {
            SetNodeProperty(id, column.Key, column.Values[place]);
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private void Write(int first, int type, ReadOnlySpan<int> starts, ReadOnlySpan<int> ends)
    {
        State.Relationships = State.Relationships.Edit(_token);
        for (int at = 0; at < starts.Length;)
        {
            Span<RelationshipRecord> part = State.Relationships.WritablePart(first + at, starts.Length - at);
            for (int i = 0; i < part.Length; i++, at++)
            {
                CheckNode(State.LabelSets[starts[at]], starts[at]);
                CheckNode(State.LabelSets[ends[at]], ends[at]);
                part[i] = new RelationshipRecord(type, starts[at], ends[at]);
            }
        }
    }

    private void Fill(bool relationship, int first, int count, ReadOnlySpan<int> tokens, ReadOnlySpan<ValueColumn> columns)
    {
        State.GrowKeys(Tokens.Keys.Count);
        PropertyColumn[] all = relationship ? State.RelationshipColumns : State.NodeColumns;
        foreach (ValueColumn column in columns)
        {
            PropertyColumn target = all[column.Key] = all[column.Key].Edit(_token);
            Shelve(target, first, column);
            target.SetNew(_token, first, column.Values);
        }

        for (int place = 0; place < State.Indexes.Length; place++)
        {
            if (State.Schema.Covers(place, relationship, tokens, -1))
            {
                IndexNew(place, first, count);
            }
        }

        for (int i = 0; State.Schema.ChecksAtCommit(relationship) && i < count; i++)
        {
            Suspect(relationship, first + i, tokens);
        }
    }

    // Long strings go to the disk, and short ones that stand often become one object.
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private void Shelve(PropertyColumn target, int first, ValueColumn column)
    {
        Value[] values = column.Values;
        for (int i = 0; i < values.Length; i++)
        {
            if (!values[i].TryGetString(out string? text))
            {
                CheckStorable(column.Key, values[i]);
            }
            else if (Store.Shelve(text) is { } stored)
            {
                _newTexts.Add(stored);
                target.Set(_token, first + i, default, stored);
                values[i] = default;
            }
            else
            {
                values[i] = Store.Strings.Share(text);
            }
        }
    }

    private void IndexNew(int place, int first, int count)
    {
        IndexDefinition definition = State.Indexes[place].Definition;
        if (!IsGreatShare(count, definition.Tokens.Sum(token => IndexBuilder.Members(definition, State, token).Count)))
        {
            for (int id = first; id < first + count; id++)
            {
                AddToIndex(place, id);
            }

            return;
        }

        State.Indexes[place] = IndexBuilder.Build(definition, State, out (int First, int Second, Value[] Values)? clash);
        if (clash is { } found)
        {
            throw StorageError.Constraint(Taken(definition, found.First, found.Values));
        }
    }
}
