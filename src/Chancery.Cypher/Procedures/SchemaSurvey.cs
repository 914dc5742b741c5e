using Chancery.Cypher.Binding;
using Chancery.Cypher.Execution;
using Chancery.Cypher.Storage;
using Chancery.Graph;

namespace Chancery.Cypher.Procedures;

/// <summary>Looks at every element to say which properties it has, by label set and by type.</summary>
internal static class SchemaSurvey
{
    public static IEnumerable<Value[]> Nodes(QueryContext context)
    {
        GraphView view = context.View;
        Dictionary<string, (string[] Labels, Group Group)> groups = new(StringComparer.Ordinal);
        foreach (int node in view.Nodes)
        {
            context.Tick();
            string[] labels = [.. view.LabelsOf(node).ToArray().Select(view.Tokens.Labels.Name).Order(StringComparer.Ordinal)];
            string name = string.Concat(labels.Select(label => $":`{label}`"));
            if (!groups.TryGetValue(name, out (string[] Labels, Group Group) found))
            {
                found = (labels, new Group());
                groups.Add(name, found);
            }

            found.Group.Add(view.NodeProperties(node));
        }

        return groups.OrderBy(pair => pair.Key, StringComparer.Ordinal).SelectMany(pair => pair.Value.Group.Rows()
            .Select(row => (Value[])[pair.Key, Value.List([.. pair.Value.Labels.Select(Value.String)]), .. row]));
    }

    public static IEnumerable<Value[]> Relationships(QueryContext context)
    {
        GraphView view = context.View;
        for (int type = 0; type < view.TypeCount; type++)
        {
            Group group = new();
            foreach (int relationship in view.RelationshipsOfType(type))
            {
                context.Tick();
                group.Add(view.RelationshipProperties(relationship));
            }

            foreach (Value[] row in group.Rows())
            {
                yield return [$":`{view.Tokens.Types.Name(type)}`", .. row];
            }
        }
    }

    private sealed class Group
    {
        private readonly SortedDictionary<string, (int Count, SortedSet<string> Types)> _properties = new(StringComparer.Ordinal);
        private int _count;

        public void Add(MapValue properties)
        {
            _count++;
            foreach ((string key, Value value) in properties)
            {
                (int count, SortedSet<string> types) = _properties.GetValueOrDefault(key, (0, new SortedSet<string>(StringComparer.Ordinal)));
                types.Add(TypeOf(value));
                _properties[key] = (count + 1, types);
            }
        }

        /// <summary>Property, types, whether all have it; a group without properties is one row all the same.</summary>
        public IEnumerable<Value[]> Rows()
        {
            if (_count > 0 && _properties.Count == 0)
            {
                yield return [Value.Null, Value.Null, false];
            }

            foreach ((string key, (int count, SortedSet<string> types)) in _properties)
            {
                yield return [key, Value.List([.. types.Select(Value.String)]), count == _count];
            }
        }

        private static string TypeOf(Value value) => value.Kind switch
        {
            ValueKind.List => value.AsList() is [Value first, ..] ? Words(first.Kind) + "Array" : "StringArray",
            ValueKind kind => Words(kind),
        };

        private static string Words(ValueKind kind) => kind switch
        {
            ValueKind.Integer => "Long",
            ValueKind.Float => "Double",
            _ => kind.ToString(),
        };
    }
}
