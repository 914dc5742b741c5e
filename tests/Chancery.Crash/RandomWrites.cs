using Chancery.Cypher.Storage;
using Chancery.Graph;

namespace Chancery.Crash;

/// <summary>Makes one random change to a transaction and to the model alike, as a tape of numbers says.</summary>
internal sealed class RandomWrites(Func<int, int> choose)
{
    private static readonly string[] Labels = ["Person", "Post", "Place", "Entity"];
    private static readonly string[] Types = ["KNOWS", "HOLDS", "IN"];
    private static readonly string[] Keys = ["name", "age", "id", "note"];

    public void Change(GraphWriter writer, GraphModel model)
    {
        switch (choose(14))
        {
            case 0 or 1 or 2:
                CreateNode(writer, model);
                break;
            case 3 or 4 when model.Nodes.Count > 0:
                CreateRelationship(writer, model);
                break;
            case 5 or 6 or 7 when model.Nodes.Count > 0:
                SetNodeProperty(writer, model);
                break;
            case 8 when model.Relationships.Count > 0:
                SetRelationshipProperty(writer, model);
                break;
            case 9 when model.Nodes.Count > 0:
                ChangeLabel(writer, model);
                break;
            case 10 when model.Relationships.Count > 0:
                int gone = Pick(model.Relationships.Keys);
                writer.DeleteRelationship(gone);
                model.Relationships.Remove(gone);
                break;
            case 11 when model.Nodes.Count > 0:
                Detach(writer, model, Pick(model.Nodes.Keys));
                break;
            case 12:
                CreateNodes(writer, model);
                break;
            case 13 when model.Nodes.Count > 0:
                CreateRelationships(writer, model);
                break;
        }
    }

    public Value AnyValue() => choose(14) switch
    {
        0 => choose(100) - 50,
        1 => choose(1000) / 8.0,
        2 => choose(2) == 0,
        3 => Value.Date(new DateValue(choose(40_000) - 10_000)),
        4 => Value.LocalTime(new LocalTimeValue(choose(86_400) * 1_000_000_000L)),
        5 => Value.Time(new ZonedTime(choose(86_400) * 1_000_000_000L, (choose(48) - 24) * 1800)),
        6 => Value.LocalDateTime(new LocalDateTimeValue(choose(2_000_000) - 1_000_000, choose(1_000_000_000))),
        7 => Value.DateTime(new ZonedDateTime(choose(2_000_000), choose(1_000_000_000), 7200, choose(2) == 0 ? null : "Europe/Bucharest")),
        8 => Value.Duration(new DurationValue(choose(30) - 10, choose(30), choose(1000), choose(1_000_000_000))),
        9 => Value.Point(new PointValue(4979, choose(180), choose(90), choose(2) == 0 ? null : 3.5)),
        10 => Value.List(choose(5), "x" + choose(5), choose(2) == 0),
        11 => new string((char)('a' + choose(26)), 500 + choose(200)),
        12 => "\uD800" + choose(10) + "ß",
        _ => "n" + choose(50),
    };

    private static void Detach(GraphWriter writer, GraphModel model, int node)
    {
        writer.DetachDeleteNode(node);
        model.Nodes.Remove(node);
        foreach (int id in model.Relationships.Where(pair => pair.Value.Start == node || pair.Value.End == node).Select(pair => pair.Key).ToArray())
        {
            model.Relationships.Remove(id);
        }
    }

    private void CreateNode(GraphWriter writer, GraphModel model)
    {
        string[] labels = [.. Labels.Where(_ => choose(3) == 0)];
        int id = writer.CreateNode([.. labels.Select(writer.Tokens.Labels.Intern)]);
        model.Nodes.Add(id, ([.. labels], []));
    }

    private void CreateRelationship(GraphWriter writer, GraphModel model)
    {
        int start = Pick(model.Nodes.Keys);
        int end = Pick(model.Nodes.Keys);
        string type = Types[choose(Types.Length)];
        model.Relationships.Add(writer.CreateRelationship(start, end, writer.Tokens.Types.Intern(type)), (type, start, end, []));
    }

    private void CreateNodes(GraphWriter writer, GraphModel model)
    {
        string[] labels = [.. Labels.Where(_ => choose(3) == 0)];
        int count = choose(9);
        (string Key, Value[] Values)[] columns = AnyColumns(count);
        int first = writer.CreateNodes([.. labels.Select(writer.Tokens.Labels.Intern)], count, Columns(writer, columns));
        for (int i = 0; i < count; i++)
        {
            model.Nodes.Add(first + i, ([.. labels], Row(columns, i)));
        }
    }

    private void CreateRelationships(GraphWriter writer, GraphModel model)
    {
        int count = choose(9);
        int[] starts = [.. Enumerable.Range(0, count).Select(_ => Pick(model.Nodes.Keys))];
        int[] ends = [.. Enumerable.Range(0, count).Select(_ => Pick(model.Nodes.Keys))];
        string type = Types[choose(Types.Length)];
        (string Key, Value[] Values)[] columns = AnyColumns(count);
        int first = writer.CreateRelationships(writer.Tokens.Types.Intern(type), starts, ends, Columns(writer, columns));
        for (int i = 0; i < count; i++)
        {
            model.Relationships.Add(first + i, (type, starts[i], ends[i], Row(columns, i)));
        }
    }

    private (string Key, Value[] Values)[] AnyColumns(int count) =>
        [.. Keys.Where(_ => choose(2) == 0).Select(key => (key, Enumerable.Range(0, count).Select(_ => choose(4) == 0 ? Value.Null : AnyValue()).ToArray()))];

    // The writer takes the arrays over, so it gets its own.
    private static ValueColumn[] Columns(GraphWriter writer, (string Key, Value[] Values)[] columns) =>
        [.. columns.Select(column => new ValueColumn(writer.Tokens.Keys.Intern(column.Key), [.. column.Values]))];

    private static Dictionary<string, Value> Row((string Key, Value[] Values)[] columns, int place) =>
        columns.Where(column => !column.Values[place].IsNull).ToDictionary(column => column.Key, column => column.Values[place]);

    private void SetNodeProperty(GraphWriter writer, GraphModel model)
    {
        int id = Pick(model.Nodes.Keys);
        string key = Keys[choose(Keys.Length)];
        Value value = choose(5) == 0 ? Value.Null : AnyValue();
        writer.SetNodeProperty(id, writer.Tokens.Keys.Intern(key), value);
        Put(model.Nodes[id].Properties, key, value);
    }

    private void SetRelationshipProperty(GraphWriter writer, GraphModel model)
    {
        int id = Pick(model.Relationships.Keys);
        string key = Keys[choose(Keys.Length)];
        Value value = choose(5) == 0 ? Value.Null : AnyValue();
        writer.SetRelationshipProperty(id, writer.Tokens.Keys.Intern(key), value);
        Put(model.Relationships[id].Properties, key, value);
    }

    private void ChangeLabel(GraphWriter writer, GraphModel model)
    {
        int id = Pick(model.Nodes.Keys);
        string label = Labels[choose(Labels.Length)];
        // The writer first: where it refuses, the model stays as it is.
        if (model.Nodes[id].Labels.Contains(label))
        {
            writer.RemoveLabel(id, writer.Tokens.Labels.Intern(label));
            model.Nodes[id].Labels.Remove(label);
        }
        else
        {
            writer.AddLabel(id, writer.Tokens.Labels.Intern(label));
            model.Nodes[id].Labels.Add(label);
        }
    }

    private static void Put(Dictionary<string, Value> properties, string key, Value value)
    {
        if (value.IsNull)
        {
            properties.Remove(key);
        }
        else
        {
            properties[key] = value;
        }
    }

    private int Pick(IReadOnlyCollection<int> ids) => ids.ElementAt(choose(ids.Count));
}
