using Chancery.Graph;

namespace Chancery.Cypher.Tests.Tck;

/// <summary>A value that a feature file expects; elements of the graph are described, not numbered.</summary>
internal abstract record TckValue
{
    /// <summary>Whether <paramref name="actual"/> is what was described; lists as bags where their order does not count.</summary>
    public abstract bool Matches(Value actual, bool listsAsBags);

    /// <summary>The value itself, for parameters and procedure tables, which hold no graph elements.</summary>
    public virtual Value ToValue() => throw new InvalidOperationException("A graph element cannot stand here.");

    /// <summary>Pairs each of <paramref name="expected"/> with a distinct match among <paramref name="actual"/>.</summary>
    public static bool MatchBags<T>(IReadOnlyList<T> expected, IReadOnlyCollection<Func<T, bool>> actual)
    {
        if (expected.Count != actual.Count)
        {
            return false;
        }

        List<Func<T, bool>> open = [.. actual];
        foreach (T item in expected)
        {
            int found = open.FindIndex(candidate => candidate(item));
            if (found < 0)
            {
                return false;
            }

            open.RemoveAt(found);
        }

        return true;
    }
}

internal sealed record TckScalar(Value Expected) : TckValue
{
    public override Value ToValue() => Expected;

    public override bool Matches(Value actual, bool listsAsBags) => actual.Kind switch
    {
        // The TCK writes temporal values as the text that toString gives.
        ValueKind.Date or ValueKind.LocalTime or ValueKind.Time or ValueKind.LocalDateTime or ValueKind.DateTime or ValueKind.Duration
            => Expected.Kind == ValueKind.String && ValueText.Temporal(actual) == Expected.AsString(),
        _ => actual.Kind == Expected.Kind && actual.Equals(Expected),
    };
}

internal sealed record TckList(IReadOnlyList<TckValue> Items) : TckValue
{
    public override Value ToValue() => Value.List([.. Items.Select(item => item.ToValue())]);

    public override bool Matches(Value actual, bool listsAsBags)
    {
        if (actual.Kind != ValueKind.List)
        {
            return false;
        }

        Value[] items = actual.AsList();
        return listsAsBags
            ? MatchBags(Items, [.. items.Select(item => (Func<TckValue, bool>)(wanted => wanted.Matches(item, true)))])
            : items.Length == Items.Count && items.Zip(Items).All(pair => pair.Second.Matches(pair.First, false));
    }
}

internal sealed record TckMap(IReadOnlyDictionary<string, TckValue> Entries) : TckValue
{
    public override Value ToValue() => MapValue.Of([.. Entries.Select(entry => (entry.Key, entry.Value.ToValue()))]);

    public override bool Matches(Value actual, bool listsAsBags) =>
        actual.Kind == ValueKind.Map && MatchesMap(actual.AsMap(), listsAsBags);

    public bool MatchesMap(MapValue actual, bool listsAsBags) =>
        actual.Count == Entries.Count
        && Entries.All(entry => actual.TryGetValue(entry.Key, out Value value) && entry.Value.Matches(value, listsAsBags));
}

internal sealed record TckNode(IReadOnlyList<string> Labels, TckMap Properties) : TckValue
{
    public override bool Matches(Value actual, bool listsAsBags)
    {
        if (actual.Kind != ValueKind.Node)
        {
            return false;
        }

        Node node = actual.AsNode();
        return node.Labels.Order(StringComparer.Ordinal).SequenceEqual(Labels.Order(StringComparer.Ordinal))
            && Properties.MatchesMap(node.Properties, listsAsBags);
    }
}

internal sealed record TckRelationship(string Type, TckMap Properties) : TckValue
{
    public override bool Matches(Value actual, bool listsAsBags)
    {
        if (actual.Kind != ValueKind.Relationship)
        {
            return false;
        }

        Relationship relationship = actual.AsRelationship();
        return relationship.Type == Type && Properties.MatchesMap(relationship.Properties, listsAsBags);
    }
}

/// <summary>A walk: the node it starts at, then each relationship, whether it is followed along its direction, and the next node.</summary>
internal sealed record TckPath(TckNode Start, IReadOnlyList<(TckRelationship Relationship, bool Forward, TckNode Node)> Steps) : TckValue
{
    public override bool Matches(Value actual, bool listsAsBags)
    {
        if (actual.Kind != ValueKind.Path)
        {
            return false;
        }

        GraphPath path = actual.AsPath();
        if (path.Relationships.Count != Steps.Count || !Start.Matches(path.Nodes[0], listsAsBags))
        {
            return false;
        }

        for (int i = 0; i < Steps.Count; i++)
        {
            (TckRelationship relationship, bool forward, TckNode node) = Steps[i];
            bool along = path.Relationships[i].AsRelationship().StartId == path.Nodes[i].ElementNumber;
            if (along != forward || !relationship.Matches(path.Relationships[i], listsAsBags) || !node.Matches(path.Nodes[i + 1], listsAsBags))
            {
                return false;
            }
        }

        return true;
    }
}
